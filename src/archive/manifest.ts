import * as z from 'zod';
import { keyedHash } from '../platform/tokens.ts';
import type { World } from '../platform/world.ts';
import { networkSettings } from '../staff/index.ts';
import { migrationOf, shapesOf } from './rows.ts';
import { EXPORTED, LEFT_OUT } from './tables.ts';

export const FORMAT = 'call-of-the-house 1';

export const manifestShape = z.object({
  format: z.literal(FORMAT, 'This is no manifest of an export of this program.'),
  network: z.string(),
  madeAt: z.int(),
  /** The newest migration of the database it came from. */
  migration: z.string(),
  /** Tells whether two networks have the same AUTH_SECRET, and nothing of it. */
  secretCheck: z.string(),
  tables: z.array(
    z.object({
      name: z.string(),
      row: z.string(),
      rows: z.int(),
      columns: z.array(z.object({ name: z.string(), type: z.string() })),
    }),
  ),
  files: z.array(z.object({ name: z.string(), rows: z.int(), size: z.int(), sha256: z.string() })),
  /** Objects that rows name and that were not there. */
  missing: z.int(),
  leftOut: z.record(z.string(), z.string()),
});
export type Manifest = z.output<typeof manifestShape>;

/** A value that two networks share exactly when they have the same AUTH_SECRET. */
export const secretCheck = (world: World): Promise<string> =>
  keyedHash(world.settings.authSecret, 'archive:same-secret');

/** What an export holds: tables with their columns and counts, files with their SHA-256, and what was left out. */
export const manifestOf = async (
  world: World,
  files: Manifest['files'],
  missing: number,
): Promise<Manifest> => {
  const shapes = new Map((await shapesOf(world)).map((shape) => [shape.name, shape]));
  const rowsOf = (table: string) =>
    files.filter(({ name }) => tableOf(name) === table).reduce((sum, { rows }) => sum + rows, 0);
  return {
    format: FORMAT,
    network: (await networkSettings(world)).networkName,
    madeAt: world.clock.now(),
    migration: await migrationOf(world),
    secretCheck: await secretCheck(world),
    tables: EXPORTED.map(({ name, row }) => ({
      name,
      row,
      rows: rowsOf(name),
      columns: shapes.get(name)?.columns ?? [],
    })),
    files,
    missing,
    leftOut: LEFT_OUT,
  };
};

/** `data/member-0001.jsonl`, the first file of the table. */
export const dataName = (table: string, no: number) => `data/${table}-${String(no).padStart(4, '0')}.jsonl`;
export const csvName = (table: string, no: number) => `csv/${table}-${String(no).padStart(4, '0')}.csv`;
/** The table that a file of rows belongs to, or null. */
export const tableOf = (file: string): string | null => /^data\/(\w+)-\d+\.jsonl$/.exec(file)?.[1] ?? null;

/** What a person reads first. */
export const readme = (manifest: Manifest): string =>
  [
    `Everything in ${manifest.network}, written on ${new Date(manifest.madeAt).toISOString()}.`,
    '',
    'data/           each table, one JSON object per line: exact, and what a restore reads',
    'csv/            the same rows as tables for a spreadsheet; cells that could run as formulas begin with an apostrophe',
    'files/          inbound mails as they came, files beside the log, frozen copies of filings',
    'manifest.json   tables, columns, counts, and the SHA-256 of every file',
    '',
    'Columns: ..._at is an instant in milliseconds since 1970, UTC; ..._on a local day; ..._cents dollars times 100;',
    '..._micros millionths of a dollar; ..._hash a keyed hash of a number or address; ..._id names a row of another table;',
    'is_... 0 or 1. Texts that begin with { or [ are JSON.',
    '',
    'This holds names, numbers, addresses and words of people. Keep it as you keep the network itself.',
    'It holds no key, no code, no sign-in. To put it back, see "Backups and going back" in docs/operating.md.',
    '',
    'Tables:',
    ...manifest.tables.map(({ name, row, rows }) => `  ${name} (${rows}): ${row}`),
    '',
  ].join('\n');
