import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { filesUnder, textOf } from './files.ts';

/** SHA-256 of every released migration. A released file is never edited: a change is a new file. */
const RELEASED: Record<string, string> = {};

const paths = filesUnder('migrations', /\.sql$/);

test('migrations are numbered without gaps', () => {
  expect(paths.length).toBeGreaterThan(8);
  expect(paths.map((path) => path.slice('migrations/'.length, 'migrations/'.length + 4))).toEqual(
    paths.map((_, at) => String(at + 1).padStart(4, '0')),
  );
  for (const path of paths) expect(path).toMatch(/^migrations\/\d{4}_[a-z]+(_[a-z]+)*\.sql$/);
});

test('released migrations are as they were', () => {
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
