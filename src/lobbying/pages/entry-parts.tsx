import { Acts, ConfirmInPlace, Section, TextField } from '../../ui/index.ts';
import type { FiledIn } from '../ports.ts';
import { AmendsTick } from './files-part.tsx';

/** Takes an entry out of the log, by what that will do. */
const Removal = ({ action, filed }: { action: string; filed: FiledIn[] }) => (
  <ConfirmInPlace
    opens="Remove from the log"
    consequence={`${filed.length > 0 ? 'The filed report stays as it is, and needs an amendment. ' : ''}It no longer appears in the log or in reports that are still to be prepared. The journal keeps that it was there.`}
    action={action}
    label={filed.length > 0 ? 'Remove it, to be amended' : 'Remove it'}
  />
);

/** Splits an entry into equal or weighted parts; each part is then a line that can be given its own bill or person. */
const SplitForm = ({ action, what, filed }: { action: string; what: string; filed: FiledIn[] }) => (
  <ConfirmInPlace
    opens="Split"
    consequence={`The ${what} of the parts add up to the whole. Then give each part its own bill, day or person.`}
    action={action}
    label="Split it"
  >
    <TextField
      label="Shares"
      name="shares"
      value="1, 1"
      size={16}
      hint="Two parts alike: 1, 1. Three, the first twice as much: 2, 1, 1."
    />
    <AmendsTick filed={filed} />
  </ConfirmInPlace>
);

/** What ends an entry as it is, apart from what adds to it. */
export const EntryEnd = ({
  path,
  splits,
  filed,
}: {
  /** The entry's own address. */
  path: string;
  /** What its parts would add up to; null where it cannot be split. */
  splits: string | null;
  filed: FiledIn[];
}) => (
  <Section title={splits === null ? 'Remove' : 'Split or remove'} id="end">
    <Acts>
      {splits !== null && <SplitForm action={`${path}/parts`} what={splits} filed={filed} />}
      <Removal action={`${path}/removal`} filed={filed} />
    </Acts>
  </Section>
);
