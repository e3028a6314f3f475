import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';

const FOLDER = join(import.meta.dirname, '../../migrations');
const NAME = '0035_figures.sql';

test('imports with their lines live on when figures may be imported; two spellings of a figure become one', () => {
  const db = new DatabaseSync(':memory:');
  db.exec('pragma foreign_keys = on');
  for (const file of readdirSync(FOLDER).toSorted()) {
    if (file === NAME)
      db.exec(`
        insert into district (nces, name, state, source) values ('d', 'Drummond', 'MT', 'x');
        insert into district_fact (district_nces, key, value, as_of, source) values
          ('d', 'Title I_dollars', '$80,000', '2025-10-01', 'old'),
          ('d', 'title i  dollars', '$84,000', '2026-10-01', 'new'),
          ('d', 'enrollment', '164', '2026-10-01', 'new');
        insert into import (id, kind, file_name, file_hash, state, rows_created, rows_updated, rows_unchanged, rows_rejected, at, by)
          values ('i', 'districts', 'f.csv', 'h', 'done', 1, 0, 0, 0, 7, 'x');
        insert into import_row (import_id, line, outcome, subject_id, before) values ('i', 2, 'created', 'd', '{}');`);
    db.exec(readFileSync(join(FOLDER, file), 'utf8'));
  }
  const all = (sql: string) =>
    db
      .prepare(sql)
      .all()
      .map((row) => ({ ...row }));
  expect(all('select key, value from district_fact order by key')).toEqual([
    { key: 'enrollment', value: '164' },
    { key: 'title i dollars', value: '$84,000' },
  ]);
  expect(all('select key, value, until_by as by from district_fact_past')).toEqual([
    { key: 'title i dollars', value: '$80,000', by: 'system' },
  ]);
  expect(all('select id, kind, at from import')).toEqual([{ id: 'i', kind: 'districts', at: 7 }]);
  expect(all('select import_id as i, line, subject_id as d from import_row')).toEqual([
    { i: 'i', line: 2, d: 'd' },
  ]);
  expect(db.prepare('pragma foreign_key_check').all()).toEqual([]);
  db.exec(`delete from import where id = 'i'`);
  expect(all('select * from import_row')).toEqual([]);
});
