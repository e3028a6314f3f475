import {
  ConsoleLayout,
  Empty,
  Filters,
  LinkButton,
  PageHead,
  Pager,
  SearchField,
  Select,
  Table,
  type Frame,
} from '../../ui/index.ts';
import type { District } from '../district.ts';
import { showClass } from '../kinds.ts';
import { PeopleTabs } from './people-tabs.tsx';

type DistrictsPageProps = {
  frame: Frame;
  districts: (District & { members: number })[];
  classes: { class: string | null; districts: number }[];
  asked: { q?: string; class?: string };
  next: string | null;
  mayWrite: boolean;
  few: boolean;
};

export const DistrictsPage = ({
  frame,
  districts,
  classes,
  asked,
  next,
  mayWrite,
  few,
}: DistrictsPageProps) => {
  const narrowed = Boolean(asked.q || asked.class);
  return (
    <ConsoleLayout {...frame} title="Districts" current="members" wide>
      <PageHead
        title="School districts"
        sub="Members are found by the NCES id of their district, and through it their legislators."
        actions={mayWrite && <LinkButton href="/members/imports">Import districts</LinkButton>}
      />
      <PeopleTabs at="districts" few={few} />
      <Filters action="/members/districts" clearHref={narrowed ? '/members/districts' : null}>
        <SearchField label="Name, county or NCES id" value={asked.q} button={null} />
        <Select
          label="Class"
          name="class"
          required={false}
          prompt="All classes"
          value={asked.class}
          options={classes.flatMap((one) =>
            one.class ? [{ value: one.class, label: `${showClass(one.class)} (${one.districts})` }] : [],
          )}
        />
      </Filters>
      <Table
        caption="School districts"
        compact
        quietCaption
        columns={[
          { key: 'name', label: 'District' },
          { key: 'nces', label: 'NCES id' },
          { key: 'class', label: 'Class' },
          { key: 'county', label: 'County' },
          { key: 'members', label: 'Members', align: 'end' },
          { key: 'asOf', label: 'As of' },
        ]}
        rows={districts.map((district) => ({
          name: district.name,
          nces: district.nces,
          class: district.class && showClass(district.class),
          county: district.county,
          members:
            district.members > 0 ? <a href={`/members?district=${district.nces}`}>{district.members}</a> : 0,
          asOf: district.asOf,
        }))}
        empty={
          <Empty
            title={narrowed ? 'No district fits.' : 'No districts yet.'}
            text={
              narrowed
                ? 'Ask for less, or show all.'
                : 'Import the list of your state first: members are matched with it.'
            }
            action={
              mayWrite &&
              !narrowed && (
                <LinkButton href="/members/imports" kind="main">
                  Import districts
                </LinkButton>
              )
            }
          />
        }
      />
      <Pager
        shown={districts.length}
        next={
          next
            ? `/members/districts?${new URLSearchParams({ q: asked.q ?? '', class: asked.class ?? '', cursor: next }).toString()}`
            : null
        }
      />
    </ConsoleLayout>
  );
};
