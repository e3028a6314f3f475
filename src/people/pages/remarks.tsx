import { Section, Table } from '../../ui/index.ts';
import type { Remark } from '../members-file.ts';

/** So many rows of a file are shown on a page. */
export const SHOWN_ROWS = 300;

/** "the first 300 of 1,204", where a page does not show all. */
export const shownOf = (rows: readonly unknown[]): string | undefined =>
  rows.length > SHOWN_ROWS ? `the first ${SHOWN_ROWS} of ${rows.length.toLocaleString('en-US')}` : undefined;

/** What is to be said of the rows of a file, by line and column. */
export const Remarks = ({ title, id, remarks }: { title: string; id: string; remarks: Remark[] }) =>
  remarks.length === 0 ? null : (
    <Section title={title} id={id} aside={shownOf(remarks)}>
      <Table
        caption={title}
        quietCaption
        columns={[
          { key: 'line', label: 'Line' },
          { key: 'field', label: 'Column' },
          { key: 'reason', label: 'Reason' },
        ]}
        rows={remarks.slice(0, SHOWN_ROWS).map((remark) => ({ ...remark }))}
      />
    </Section>
  );
