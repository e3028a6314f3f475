import type { RowOf } from '../platform/statement.ts';
import { read } from '../platform/together.ts';
import type { World } from '../platform/world.ts';
import { cellsOf } from './cells.ts';
import type { Obligation } from './preparation.ts';
import { linesOf, sourcesOf, type filingById } from './queries.ts';
import { regimeById } from './regimes/index.ts';
import { WORKSHEET, type Line } from './regimes/regime.ts';
import type { Rule } from './rulebook.ts';

export type Filing = RowOf<typeof filingById>;

/** A report as its frozen copies show it: plain values of the filed rows, nothing else. */
export interface FilingModel {
  id: string;
  form: string;
  title: string;
  office: string;
  organization: string;
  version: number;
  periodFrom: string;
  periodTo: string;
  dueOn: string;
  /** ms UTC; null while it is only prepared. */
  filedAt: number | null;
  totalCents: number;
  /** SHA-256 of the lines, their rows and the rules; null where it was prepared before there was one. */
  hash: string | null;
  lines: (Line & { no: number })[];
  rules: Pick<Rule, 'id' | 'key' | 'value' | 'operator' | 'unit' | 'fromOn' | 'source' | 'evidence'>[];
}

/** The model of a filing from its rows; the worksheet is the filer's own and stays out. @param filedAt for one about to be filed */
export const modelOf = async (
  world: World,
  filing: Filing,
  obligation: Obligation,
  filedAt: number | null = filing.filedAt,
): Promise<FilingModel> => {
  const of = { filingId: filing.id };
  const [lines, sources] = await world.db.together(read(linesOf, of), read(sourcesOf, of));
  const reported = lines
    .filter((line) => line.section !== WORKSHEET)
    .map((line) => ({
      ...line,
      cells: cellsOf(line.cells),
      sources: sources
        .filter((one) => one.lineNo === line.no)
        .map(({ kind, id, cents }) => ({ kind, id, cents }))
        .toSorted((a, b) => (a.kind + a.id < b.kind + b.id ? -1 : 1)),
    }));
  return {
    id: filing.id,
    form: obligation.form,
    title: obligation.name,
    office: regimeById(obligation.regime)?.office ?? obligation.regime,
    organization:
      reported.find((line) => line.label === 'Principal' || line.label === 'Client')?.detail ??
      obligation.organizationName,
    version: filing.version,
    periodFrom: obligation.periodFrom,
    periodTo: obligation.periodTo,
    dueOn: obligation.dueOn,
    filedAt,
    totalCents: filing.totalCents,
    hash: filing.hash,
    lines: reported,
    rules: JSON.parse(filing.rules) as FilingModel['rules'],
  };
};
