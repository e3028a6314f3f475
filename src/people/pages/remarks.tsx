import { Section, Table } from '../../ui/index.ts';
import type { Remark } from '../members-file.ts';

/** So many rows of a file are shown on a page. */
export const SHOWN_ROWS = 300;

/** "the first 300 of 1,204", where a page does not show all. */
export const shownOf = (rows: readonly unknown[]): string | undefined =>
  rows.length > SHOWN_ROWS ? `the first ${SHOWN_ROWS} of ${rows.length.toLocaleString('en-US')}` : undefined;

type RemarksProps = { title: string; id: string; remarks: Remark[]; about?: string };

/** What is to be said of the rows of a file, by line and column. @param about what each is about, where a file has no lines */
export const Remarks = ({ title, id, remarks, about }: RemarksProps) =>
  remarks.length === 0 ? null : (
    <Section title={title} id={id} aside={shownOf(remarks)}>
      <Table
        caption={title}
        quietCaption
        columns={[
          ...(about ? [] : [{ key: 'line', label: 'Line' }]),
          { key: 'field', label: about ?? 'Column' },
          { key: 'reason', label: about ? 'What became of it' : 'Reason' },
        ]}
        rows={remarks.slice(0, SHOWN_ROWS).map((remark) => ({ ...remark }))}
      />
    </Section>
  );
