import type { Child } from 'hono/jsx';
import { classes } from '../tone.ts';
import { kept } from './kept.tsx';

export type Column = {
  key: string;
  label: string;
  /** Numbers stand at the end so that digits line up. */
  align?: 'end';
  /** Keeps a value on one line: a phone number, a date. */
  nowrap?: boolean;
  /** The label is the noun of what is counted: "Members". Where a row is one line it follows the number. */
  counts?: boolean;
};

type TableProps = {
  caption?: string;
  /** Keeps the caption for listeners only. */
  quietCaption?: boolean;
  /** The first column names the row. */
  columns: Column[];
  rows: Record<string, Child>[];
  /** Last rows, in bold: totals. */
  totals?: Record<string, Child>[];
  /** What to say when there is no row; a sentence or an <Empty>. */
  empty?: Child;
  /** Keeps the table a table on a phone. On by itself up to two columns. */
  keep?: boolean;
  /** On a phone the values of a row stand in one line without their names: a long list of values that name themselves. */
  compact?: boolean;
};

/**
 * Rows under headed columns. Where the place is narrow each row becomes a card that names its values,
 * so nothing scrolls sideways; the roles are written out because that change of display would drop them.
 */
export const Table = (props: TableProps) => {
  const { caption, quietCaption, columns, rows, totals = [], empty, keep, compact } = props;
  if (rows.length === 0 && empty != null) return <div class="table-empty">{empty}</div>;
  const stacks = !(keep ?? columns.length <= 2);
  return (
    <div
      class={classes(
        'table',
        stacks && 'stacks',
        columns.length > 5 && 'many',
        stacks && compact && 'compact',
      )}
    >
      <table role="table">
        {caption && <caption class={quietCaption ? 'hidden' : undefined}>{caption}</caption>}
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <th role="columnheader" scope="col" class={column.align}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <TableRow columns={columns} row={row} />
          ))}
        </tbody>
        {totals.length > 0 && (
          <tfoot role="rowgroup">
            {totals.map((row) => (
              <TableRow columns={columns} row={row} />
            ))}
          </tfoot>
        )}
      </table>
    </div>
  );
};

const cellClass = ({ align, nowrap, counts }: Column) =>
  classes(align, nowrap && 'nowrap', counts && 'counts') || undefined;

const TableRow = ({ columns, row }: { columns: Column[]; row: Record<string, Child> }) => (
  <tr role="row">
    {columns.map((column, place) =>
      place === 0 ? (
        <th role="rowheader" scope="row" class={cellClass(column)}>
          {kept(row[column.key])}
        </th>
      ) : (
        <td role="cell" class={cellClass(column)} data-label={column.label}>
          {kept(row[column.key])}
        </td>
      ),
    )}
  </tr>
);
