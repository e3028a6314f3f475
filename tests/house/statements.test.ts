import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import type * as z from 'zod';
import type { Statement } from '../../src/platform/statement.ts';
import { filesUnder, ROOT, textOf } from './files.ts';

/** Slices from the ground up; a statement may read its own tables and those of slices below. */
const ORDER = [
  'platform',
  'staff',
  'people',
  'legislature',
  'alerts',
  'delivery',
  'replies',
  'lobbying',
  'filings',
  'reports',
  'whip',
  'archive',
  'console',
  'api',
  'demo',
  'background',
];

const db = new DatabaseSync(':memory:');
const ownerOf = new Map<string, string>();
for (const path of filesUnder('migrations', /\.sql$/)) {
  db.exec(textOf(path));
  const slice = /\d{4}_([a-z]+)/.exec(path)?.[1] ?? '';
  for (const row of db.prepare(`select name from sqlite_schema where type = 'table'`).all()) {
    if (!ownerOf.has(String(row.name))) ownerOf.set(String(row.name), slice);
  }
}

interface Named {
  name: string;
  slice: string;
  statement: Statement;
}
const isStatement = (value: unknown): value is Statement =>
  typeof value === 'object' && value !== null && 'numbered' in value;
const collected: Named[] = [];
for (const path of filesUnder('src', /(queries|journal|outbox|db)\.ts$/)) {
  const module = (await import(join(ROOT, path))) as Record<string, unknown>;
  const slice = path.split('/')[1] ?? '';
  for (const [name, value] of Object.entries(module)) {
    if (isStatement(value) && !collected.some((other) => other.statement === value))
      collected.push({ name: `${path} ${name}`, slice, statement: value });
  }
}

const unwrap = (schema: z.core.$ZodType): { type: string; nullable: boolean } => {
  let nullable = false;
  let at = schema as { _zod: { def: { type: string; innerType?: z.core.$ZodType } } };
  while (['nullable', 'optional', 'default', 'readonly'].includes(at._zod.def.type)) {
    if (at._zod.def.type === 'nullable') nullable = true;
    at = at._zod.def.innerType as typeof at;
  }
  return { type: at._zod.def.type, nullable };
};
const notNull = new Map<string, boolean>();
for (const table of ownerOf.keys()) {
  for (const column of db.prepare(`select name, "notnull" as nn, pk from pragma_table_info(?)`).all(table)) {
    notNull.set(`${table}.${String(column.name)}`, column.nn === 1 || column.pk !== 0);
  }
}
const aliasesOf = (text: string) => {
  const aliases = new Map<string, string>();
  for (const [, table, alias] of text.matchAll(
    /(?:from|join|update|into|,)\s+([a-z_]+)(?:\s+as)?(?:\s+([a-z_]+))?/gi,
  )) {
    if (table && ownerOf.has(table)) {
      aliases.set(table, table);
      if (alias) aliases.set(alias, table);
    }
  }
  return aliases;
};

test('the statements were found', () => {
  expect(collected.length).toBeGreaterThan(60);
});

test.each(collected)('$name', ({ slice, statement }) => {
  const prepared = db.prepare(statement.numbered);
  expect(statement.names.toSorted(), 'parameters of the text and of the shape').toEqual(
    Object.keys(statement.params.shape).toSorted(),
  );

  const columns = prepared.columns();
  const shape = statement.row.shape as Record<string, z.core.$ZodType>;
  expect(
    columns.map((column) => column.name).toSorted(),
    'columns of the answer and of the row shape',
  ).toEqual(Object.keys(shape).toSorted());
  for (const column of columns) {
    const want = unwrap(shape[column.name] as z.core.$ZodType);
    if (column.table && column.column && notNull.get(`${column.table}.${column.column}`) === false) {
      expect(want.nullable, `${column.name} may be null`).toBe(true);
    }
    if (column.type === 'INTEGER' || column.type === 'REAL') {
      expect(['number', 'int', 'literal'], `${column.name} is a number`).toContain(want.type);
    }
    if (column.type === 'TEXT')
      expect(['number', 'int', 'boolean', 'object', 'array'], `${column.name} is text`).not.toContain(
        want.type,
      );
  }

  const aliases = aliasesOf(statement.text);
  for (const table of new Set(aliases.values())) {
    const owner = ownerOf.get(table) ?? '';
    expect(ORDER.indexOf(owner), `${slice} may not reach up to ${table}`).toBeLessThanOrEqual(
      ORDER.indexOf(slice),
    );
  }
  const plan = db.prepare(`explain query plan ${statement.numbered}`).all() as { detail: string }[];
  for (const { detail } of plan) {
    const table = aliases.get(/^SCAN (\w+)/.exec(detail)?.[1] ?? '');
    if (table) expect(Object.keys(statement.scans), `reads ${table} whole: ${detail}`).toContain(table);
  }
});
