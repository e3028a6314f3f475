import { Select } from '../../ui/index.ts';
import { KINDS, showKind } from '../kinds.ts';

type MemberFiltersProps = {
  /** What the list is narrowed to, as the address has it. */
  asked: Record<string, string | undefined>;
  regions: { id: string; name: string }[];
  groups: { id: string; name: string }[];
};

/** Folded away on phones, with how many are in force; open beside the search where there is room. */
export const MemberFilters = ({ asked, regions, groups }: MemberFiltersProps) => {
  const left = asked.state === 'left' ? asked.state : undefined;
  const inForce = [asked.region, asked.kind, asked.group, asked.reach, left].filter(Boolean).length;
  return (
    <details class="fold">
      <summary>Filters{inForce > 0 && <> ({inForce} in force)</>}</summary>
      <div class="fold-fields">
        <Select
          label="Region"
          name="region"
          required={false}
          prompt="All regions"
          value={asked.region}
          options={regions.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Select
          label="Kind"
          name="kind"
          required={false}
          prompt="All kinds"
          value={asked.kind}
          options={KINDS.map((kind) => ({ value: kind, label: showKind(kind) }))}
        />
        <Select
          label="Group"
          name="group"
          required={false}
          prompt="All groups"
          value={asked.group}
          options={groups.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Select
          label="Reached by"
          name="reach"
          required={false}
          prompt="Any way"
          value={asked.reach}
          options={[
            { value: 'email', label: 'Email' },
            { value: 'text', label: 'Text' },
            { value: 'no-consent', label: 'Number without consent' },
            { value: 'no-number', label: 'No number' },
            { value: 'neither', label: 'Neither email nor text' },
            { value: 'closed', label: 'Stopped or not working' },
          ]}
        />
        <Select
          label="In the network"
          name="state"
          required={false}
          value={asked.state ?? 'active'}
          options={[
            { value: 'active', label: 'Now' },
            { value: 'left', label: 'Left' },
          ]}
        />
      </div>
    </details>
  );
};
