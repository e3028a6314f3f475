import { readCsv } from '../platform/csv.ts';
import { parseDate } from '../platform/days.ts';
import { DISTRICT_COLUMNS, DISTRICT_HEADERS } from './districts-file.ts';
import { figureKey, figureProblem } from './figure.ts';
import type { Remark } from './members-file.ts';

/** The columns beside the figures, in the order of the template. Every other column is a figure. */
export const FIGURE_COLUMNS = ['district_nces', 'district', 'source', 'as_of'] as const;

/** The figures of one district, as a row tells them; cells that are empty tell nothing. */
export interface FiguresLine {
  line: number;
  nces: string | null;
  district: string | null;
  figures: { key: string; value: string; asOf: string; source: string }[];
}
export type FiguresFile =
  | { ok: true; rows: FiguresLine[]; rejected: Remark[]; figures: string[]; ignored: string[]; lines: number }
  | { ok: false; reason: string };

const tidy = (cell: string) => cell.replaceAll(/[\s\p{Cc}\u200b\ufeff]+/gu, ' ').trim();
const BESIDE: readonly string[] = ['source', 'as_of'];
const DIRECTORY = new Set(DISTRICT_COLUMNS.flatMap((column) => DISTRICT_HEADERS[column]));

/**
 * Reads a file of figures: a row for each district, by NCES id or name, and a column for each figure. Never throws.
 * @param given source and day (YYYY-MM-DD) of the rows that have no cell for them
 */
export const readFiguresFile = (
  content: string | Uint8Array,
  given: { source?: string; asOf?: string },
): FiguresFile => {
  const csv = readCsv(content);
  if (!csv.ok)
    return { ok: false, reason: csv.line === undefined ? csv.reason : `Line ${csv.line}: ${csv.reason}` };
  const { header } = csv;
  const nces = header.find((name) => DISTRICT_HEADERS.nces.includes(name));
  const name = header.find((one) => DISTRICT_HEADERS.name.includes(one));
  if (!nces && !name)
    return {
      ok: false,
      reason:
        'The file has no column "district_nces" or "district", so nothing tells whose figures these are.',
    };
  const columns = header.filter((one) => !DIRECTORY.has(one) && !BESIDE.includes(one));
  if (columns.length === 0)
    return {
      ok: false,
      reason: 'The file has no column of figures. Name one by what it counts, such as enrollment.',
    };
  const keys = new Map<string, string>();
  for (const column of columns) {
    const key = figureKey.safeParse(column);
    if (!key.success) return { ok: false, reason: `Column "${column}": ${key.error.issues[0]?.message}` };
    const twin = [...keys].find(([, one]) => one === key.data);
    if (twin) return { ok: false, reason: `The columns "${twin[0]}" and "${column}" are the same figure.` };
    keys.set(column, key.data);
  }

  const rejected: Remark[] = csv.problems.map(({ line, reason }) => ({ line, field: 'row', reason }));
  const rows: FiguresLine[] = [];
  for (const { line, cells } of csv.rows) {
    const before = rejected.length;
    const wrong = (field: string, reason: string) => void rejected.push({ line, field, reason });
    const cell = (column: string | undefined) => tidy(cells[column ?? ''] ?? '');
    const told = [...keys].flatMap(([column, key]) => {
      const value = cell(column);
      const problem = figureProblem(value);
      if (problem) wrong(column, problem);
      return value === '' ? [] : [{ key, value }];
    });
    const source = cell('source') || given.source || '';
    const date = parseDate(cell('as_of') || given.asOf || '');
    if (told.length > 0) {
      if (source === '') wrong('source', 'Say where these figures are from.');
      if (source.length > 200) wrong('source', 'This is longer than 200 characters.');
      if (!date.ok) wrong('as_of', `Say of which day these figures are. ${date.reason}`);
    }
    if (rejected.length > before) continue;
    const asOf = date.ok ? date.date : '';
    const figures = told.map((one) => ({ ...one, source, asOf }));
    rows.push({ line, nces: cell(nces) || null, district: cell(name) || null, figures });
  }
  return {
    ok: true,
    rows,
    rejected,
    figures: [...keys.values()],
    ignored: header.filter((one) => DIRECTORY.has(one) && one !== nces && one !== name),
    lines: csv.rows.length + csv.problems.length,
  };
};
