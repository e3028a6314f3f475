import { Section, Table } from '../../ui/index.ts';
import { countOf } from './words.ts';

/** So many rows or notes of a file are shown on a page. */
export const MOST_SHOWN = 100;

/** The rows of a file that cannot be taken, by line and field; nothing where all can. */
export const RejectedRows = ({ rejected }: { rejected: { line: number; field: string; reason: string }[] }) =>
  rejected.length === 0 ? null : (
    <Section title="Rows that cannot be taken" id="rejected">
      <Table
        columns={[
          { key: 'line', label: 'Line' },
          { key: 'field', label: 'Field' },
          { key: 'reason', label: 'Reason' },
        ]}
        rows={rejected
          .slice(0, MOST_SHOWN)
          .map((row) => ({ ...row, line: row.line > 0 ? String(row.line) : '' }))}
      />
      {rejected.length > MOST_SHOWN && (
        <p class="soft">and {countOf(rejected.length - MOST_SHOWN, 'more row')}</p>
      )}
    </Section>
  );
