import * as z from 'zod';
import { CSV_MAX_BYTES, readCsv } from '../platform/csv.ts';
import { isZone } from '../platform/days.ts';
import type { Remark } from './members-file.ts';

/** One district as a file tells it; null where the file says nothing. */
export interface DistrictLine {
  line: number;
  nces: string;
  name: string;
  county: string | null;
  state: string;
  stateId: string | null;
  class: string | null;
  zip: string | null;
  zone: string | null;
  source: string | null;
  asOf: string | null;
}
export type DistrictsFile =
  | { ok: true; rows: DistrictLine[]; rejected: Remark[]; format: 'csv' | 'json' }
  | { ok: false; reason: string };

/** The columns of a list of school districts, in the order of the template. */
export const DISTRICT_COLUMNS = [
  'nces',
  'name',
  'county',
  'state',
  'class',
  'zip',
  'zone',
  'state_id',
] as const;
type Column = (typeof DISTRICT_COLUMNS)[number];

/** Our own names, and those of the NCES directory of districts (CCD). */
export const DISTRICT_HEADERS: Record<Column, string[]> = {
  nces: ['nces', 'leaid', 'nces_id', 'district_nces'],
  name: ['name', 'lea_name', 'district', 'district_name'],
  county: ['county', 'countyname', 'county_name', 'nmcnty'],
  state: ['state', 'st', 'stabr', 'lstate'],
  class: ['class', 'kind', 'lea_type_text'],
  zip: ['zip', 'lzip', 'lzipcode', 'zip_code'],
  zone: ['zone', 'time_zone'],
  state_id: ['state_id', 'st_leaid', 'state_district_id'],
};

/** The JSON of openly licensed district lists: one state, its source, and the districts. */
const jsonShape = z.object({
  state: z.string().optional(),
  source: z.string().optional(),
  snapshot: z.string().optional(),
  file_changed: z.string().optional(),
  districts: z.array(z.record(z.string(), z.unknown())).max(20_000),
});

/**
 * Reads a list of districts: CSV with our columns or those of the NCES directory, or JSON with `districts`.
 * The `kind` of the JSON is our `class`. Never throws.
 */
export const readDistrictsFile = (content: string | Uint8Array): DistrictsFile => {
  const size = typeof content === 'string' ? content.length : content.byteLength;
  if (size > CSV_MAX_BYTES) return { ok: false, reason: 'This file is larger than 10 MB. Split it in two.' };
  const text = typeof content === 'string' ? content : new TextDecoder().decode(content);
  return /^\s*[{[]/.test(text) ? readJson(text) : readTable(content);
};

const readJson = (text: string): DistrictsFile => {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return { ok: false, reason: 'This is not whole JSON. Was the file cut short?' };
  }
  const parsed = jsonShape.safeParse(Array.isArray(value) ? { districts: value } : value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return {
      ok: false,
      reason: `This JSON has no list of districts: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`,
    };
  }
  const { state, source, file_changed, snapshot, districts } = parsed.data;
  const about = { state: state ?? null, source: source ?? null, asOf: file_changed ?? snapshot ?? null };
  const rows: DistrictLine[] = [];
  const rejected: Remark[] = [];
  for (const [at, district] of districts.entries()) {
    const cell = (column: Column): string => {
      const found = DISTRICT_HEADERS[column].map((name) => district[name]).find((one) => one != null);
      return typeof found === 'string' || typeof found === 'number' ? String(found) : '';
    };
    collect(at + 1, cell, about, rows, rejected);
  }
  return { ok: true, rows: unique(rows, rejected), rejected, format: 'json' };
};

const readTable = (content: string | Uint8Array): DistrictsFile => {
  const csv = readCsv(content);
  if (!csv.ok)
    return { ok: false, reason: csv.line === undefined ? csv.reason : `Line ${csv.line}: ${csv.reason}` };
  const header = new Map(
    DISTRICT_COLUMNS.map((column) => [
      column,
      DISTRICT_HEADERS[column].find((name) => csv.header.includes(name)),
    ]),
  );
  for (const column of ['nces', 'name'] as const) {
    if (!header.get(column))
      return { ok: false, reason: `The file has no column "${column}" (or ${DISTRICT_HEADERS[column][1]}).` };
  }
  const rows: DistrictLine[] = [];
  const rejected: Remark[] = csv.problems.map(({ line, reason }) => ({ line, field: 'row', reason }));
  for (const { line, cells } of csv.rows) {
    const cell = (column: Column) => cells[header.get(column) ?? ''] ?? '';
    collect(line, cell, { state: null, source: null, asOf: null }, rows, rejected);
  }
  return { ok: true, rows: unique(rows, rejected), rejected, format: 'csv' };
};

const collect = (
  line: number,
  cell: (column: Column) => string,
  about: { state: string | null; source: string | null; asOf: string | null },
  rows: DistrictLine[],
  rejected: Remark[],
) => {
  const words = (column: Column) =>
    cell(column)
      .replaceAll(/[\s\p{Cc}]+/gu, ' ')
      .trim() || null;
  const wrong = (field: Column, reason: string) => void rejected.push({ line, field, reason });
  const before = rejected.length;
  const written = words('nces') ?? '';
  const nces = /^\d{5,6}$/.test(written) ? written.padStart(7, '0') : written;
  if (!/^\d{7}$/.test(nces)) wrong('nces', 'An NCES id of a district has 7 digits.');
  const name = words('name');
  if (!name) wrong('name', 'The name is missing.');
  const state = (words('state') ?? about.state ?? '').toUpperCase();
  if (!/^[A-Z]{2}$/.test(state)) wrong('state', 'Write the state as two letters, such as MT.');
  const zone = words('zone');
  if (zone && !isZone(zone)) wrong('zone', 'This is not a time zone. Write it like America/Denver.');
  const zip = words('zip');
  const five = /^(\d{3,5})(?:-?\d{4})?$/.exec(zip ?? '')?.[1]?.padStart(5, '0') ?? null;
  if (zip && !five) wrong('zip', 'A ZIP code has five digits.');
  for (const column of DISTRICT_COLUMNS)
    if ((words(column)?.length ?? 0) > 200) wrong(column, 'This is longer than 200 characters.');
  if (rejected.length > before || !name) return;
  rows.push({
    line,
    nces,
    name,
    state,
    zone,
    zip: five,
    county: words('county'),
    stateId: words('state_id'),
    class: words('class')?.toLowerCase() ?? null,
    source: about.source,
    asOf: about.asOf,
  });
};

const unique = (rows: DistrictLine[], rejected: Remark[]): DistrictLine[] => {
  const first = new Map<string, number>();
  return rows.filter((row) => {
    const before = first.get(row.nces);
    if (before === undefined) first.set(row.nces, row.line);
    else
      rejected.push({ line: row.line, field: 'nces', reason: `Duplicate of line ${before} of this file.` });
    return before === undefined;
  });
};
