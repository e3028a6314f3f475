import * as z from 'zod';
import { missing, ok } from '../platform/problem.ts';
import type { RowOf } from '../platform/statement.ts';
import { read } from '../platform/together.ts';
import { view } from '../platform/verb.ts';
import { cellsOf } from './cells.ts';
import { copiesOf, filingById, linesOf, obligationOfFiling, sourcesOf } from './queries.ts';
import { WORKSHEET, type Cell } from './regimes/regime.ts';
import { rowHref } from './row-href.ts';

type SourceRow = RowOf<typeof sourcesOf>;
/** A row of the log behind a line, as a person reads it, with where to look it up. */
export interface SourceView extends SourceRow {
  href: string;
}
export interface LineView extends Omit<RowOf<typeof linesOf>, 'cells'> {
  /** Where the form has columns of its own: each with its value. */
  cells: Cell[] | null;
  sources: SourceView[];
}

const sourceView = (row: SourceRow): SourceView => ({ ...row, href: rowHref(row) });

/** One version of a report: its lines in the form's order with their sources, the worksheet beside them, its frozen copies. */
export const showFiling = view({
  name: 'filing.show',
  by: ['owner', 'director', 'coordinator', 'staff'],
  input: z.strictObject({ id: z.string() }),
  run: async (world, _who, { id }) => {
    const of = { filingId: id };
    const [[filing], [obligation], rows, sources, copies] = await world.db.together(
      read(filingById, { id }),
      read(obligationOfFiling, of),
      read(linesOf, of),
      read(sourcesOf, of),
      read(copiesOf, of),
    );
    if (!filing || !obligation) return missing('That filing');
    const lines: LineView[] = rows.map((line) => ({
      ...line,
      cells: cellsOf(line.cells),
      sources: sources.filter((one) => one.lineNo === line.no).map(sourceView),
    }));
    const { rules, ...head } = filing;
    return ok({
      ...head,
      rules: JSON.parse(rules) as { id: string; key: string; value: string; source: string }[],
      name: obligation.name,
      regime: obligation.regime,
      form: obligation.form,
      periodFrom: obligation.periodFrom,
      periodTo: obligation.periodTo,
      dueOn: obligation.dueOn,
      organizationName: obligation.organizationName,
      lines: lines.filter((line) => line.section !== WORKSHEET),
      worksheet: lines.filter((line) => line.section === WORKSHEET),
      copies,
    });
  },
});
