import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { EXPORTED, FILES, LEFT_OUT } from '../../src/archive/tables.ts';
import { filesUnder, textOf } from '../house/files.ts';

const db = new DatabaseSync(':memory:');
for (const path of filesUnder('migrations', /\.sql$/)) db.exec(textOf(path));
const tables = db
  .prepare(`select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'`)
  .all()
  .map((row) => String(row.name));
const names = EXPORTED.map(({ name }) => name);

describe('an export', () => {
  test('has every table there is, or says why it has not', () => {
    expect(tables.filter((name) => !names.includes(name) && !(name in LEFT_OUT))).toEqual([]);
    expect([...names, ...Object.keys(LEFT_OUT)].filter((name) => !tables.includes(name))).toEqual([]);
    expect(names.filter((name) => name in LEFT_OUT)).toEqual([]);
  });

  test('names each table once, after all that it points at', () => {
    expect(new Set(names).size).toBe(names.length);
    const early = names.flatMap((name, at) =>
      db
        .prepare(`select "table" from pragma_foreign_key_list(?)`)
        .all(name)
        .map((row) => String(row.table))
        .filter((other) => other !== name && !names.slice(0, at).includes(other))
        .map((other) => `${name} points at ${other}`),
    );
    expect(early).toEqual([]);
  });

  test('knows which tables the migrations fill, and reads every table by its key', () => {
    const filled = tables.filter((name) => db.prepare(`select 1 from "${name}" limit 1`).get());
    const seeded = EXPORTED.flatMap((one) => (one.seeded ? [one.name] : []));
    expect(filled.filter((name) => !seeded.includes(name))).toEqual([]);
    for (const name of names)
      expect(
        db.prepare(`select count(*) as n from pragma_table_info(?) where pk > 0`).get(name)?.n,
        name,
      ).toBeGreaterThan(0);
  });

  test('holds nothing that opens anything', () => {
    const opening = /token|key_hash|secret|password|value_hash/;
    const found = names.flatMap((name) =>
      db
        .prepare(`select name from pragma_table_info(?)`)
        .all(name)
        .map((row) => String(row.name))
        .filter((column) => opening.test(column))
        .map((column) => `${name}.${column}`),
    );
    // A hash of a page's address, which opens nothing; and which delivery a mailed reply answers.
    expect(found.toSorted()).toEqual(['delivery.token_hash', 'reply.token_delivery_id']);
  });

  test('finds the keys of objects in tables that it has', () => {
    for (const { table, key } of FILES)
      expect(() => db.prepare(`select ${key} as key from ${table}`), table).not.toThrow();
  });
});
