import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { filesUnder, textOf } from './files.ts';

/** SHA-256 of every released migration. A released file is never edited: a change is a new file. */
const RELEASED: Record<string, string> = {
  'migrations/0001_platform.sql': '81611dcac6664aa96adcf7cd79038b1c248ea6df47591b2c495c4a20705ac204',
  'migrations/0002_staff.sql': '98d0ab01be697a2e5a25a27c38a4b35d5b0d3ccc3c8ebf09c72ac1c2217e01cf',
  'migrations/0003_people.sql': 'ef2d6c15b0f954c7210b45010001101f516a3229f417d0bf0819a3e6c2683dbb',
  'migrations/0004_legislature.sql': '495f0fd80370c6b41fe09c7dcd9ae78bd795eea9fbb9f8264dfeda186d713b7a',
  'migrations/0005_alerts.sql': 'a0e73bd5c21a083229964eab6da8db79fd756fc861b01690a8bab41d1c264c27',
  'migrations/0006_delivery.sql': '7d68a993f543bc186ac6b4130e086e042506fe298a582016a2dbf29b268e6329',
  'migrations/0007_replies.sql': '4161d6cc81b8e0e111d946b0dfb1383406e93e7b1369f828714e8c2b1a1d2fe4',
  'migrations/0008_lobbying.sql': '9773036ba3e2bb46f7d3dd6eecd946237ef9a1470e2c2c1bc6c1253f36099ee2',
  'migrations/0009_filings.sql': 'd85f7d60d4566b646e07fb946a9a468977ea69dfeab72cd1d206e539b659e7ea',
  'migrations/0010_filings_rules.sql': 'bdcc4c744c28ed1d0fd2cc853c98e9e0740460a24b768b8a1210bf8f7f889a05',
};

const paths = filesUnder('migrations', /\.sql$/);

test('migrations are numbered without gaps', () => {
  expect(paths.length).toBeGreaterThan(8);
  expect(paths.map((path) => path.slice('migrations/'.length, 'migrations/'.length + 4))).toEqual(
    paths.map((_, at) => String(at + 1).padStart(4, '0')),
  );
  for (const path of paths) expect(path).toMatch(/^migrations\/\d{4}_[a-z]+(_[a-z]+)*\.sql$/);
});

test('released migrations are as they were', () => {
  expect(Object.keys(RELEASED).length).toBeGreaterThan(0);
  for (const [path, hash] of Object.entries(RELEASED)) {
    expect(createHash('sha256').update(textOf(path)).digest('hex'), path).toBe(hash);
  }
});

test('every table is strict and says what one row is', () => {
  let tables = 0;
  for (const path of paths) {
    const text = textOf(path);
    for (const match of text.matchAll(/create table (\w+) \([\s\S]*?\n\)([^;]*);/g)) {
      tables += 1;
      expect(match[2], `${path} ${match[1]}`).toContain('strict');
      const before = text.slice(0, match.index).trimEnd().split('\n').at(-1) ?? '';
      expect(before, `${path} ${match[1]} has no comment`).toMatch(/^--/);
    }
  }
  expect(tables).toBe(
    [
      ...paths
        .map(textOf)
        .join('\n')
        .matchAll(/create table/g),
    ].length,
  );
});
