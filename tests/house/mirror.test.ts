import { expect, test } from 'vitest';
import { filesUnder, textOf } from './files.ts';

/** Every exported verb and view, with the slice it belongs to. */
const verbs = filesUnder('src', /\.tsx?$/).flatMap((path) =>
  [...textOf(path).matchAll(/export const (\w+) = (?:verb|view)\(/g)].map((match) => ({
    path,
    slice: path.split('/')[1] ?? '',
    name: match[1] ?? '',
  })),
);

test('every verb has a test in its slice’s folder that names it', () => {
  expect(verbs.length).toBeGreaterThan(60);
  const untested = verbs.filter(({ slice, name }) => {
    const tests = filesUnder('tests', /\.test\.tsx?$/).filter((path) => path.startsWith(`tests/${slice}/`));
    return !tests.some((path) => new RegExp(`\\b${name}\\b`).test(textOf(path)));
  });
  expect(untested.map(({ path, name }) => `${path} ${name}`)).toEqual([]);
});

test('one verb, one file', () => {
  const counts = new Map<string, number>();
  for (const { path } of verbs.filter(({ path }) => !/(list|show|views?|index)[^/]*\.ts$/.test(path)))
    counts.set(path, (counts.get(path) ?? 0) + 1);
  expect([...counts].filter(([, count]) => count > 2).map(([path, count]) => `${path} ${count}`)).toEqual([]);
});
