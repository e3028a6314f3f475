import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SETTING_NAMES } from '../../src/settings.ts';
import { filesUnder, ROOT, textOf } from './files.ts';

const pages = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', ...filesUnder('docs', /\.md$/)];

test('every setting is in the operating guide', () => {
  const guide = textOf('docs/operating.md');
  expect(SETTING_NAMES.length).toBeGreaterThan(12);
  expect(SETTING_NAMES.filter((name) => !guide.includes(`\`${name}\``))).toEqual([]);
});

test('every clock and every queue is in the operating guide', () => {
  const guide = textOf('docs/operating.md');
  const config = textOf('wrangler.toml');
  const crons = /crons = \[([^\]]*)\]/.exec(config)?.[1]?.match(/"[^"]+"/g) ?? [];
  const queues = [...config.matchAll(/queue = "([^"]+)"/g)].map((match) => match[1] ?? '');
  expect(crons.length).toBeGreaterThan(1);
  for (const name of [...crons.map((cron) => cron.slice(1, -1)), ...queues])
    expect(guide, name).toContain(name);
});

test('every table is in the storage guide', () => {
  const guide = textOf('docs/storage.md');
  const sql = filesUnder('migrations', /\.sql$/)
    .map(textOf)
    .join('\n');
  const named = (what: RegExp) => [...sql.matchAll(what)].map((match) => match[1] ?? '');
  const renamed = new Map(
    [...sql.matchAll(/alter table (\w+) rename to (\w+)/g)].map(([, from, to]) => [from, to]),
  );
  const dropped = new Set(named(/drop table (\w+)/g));
  const tables = named(/create table (\w+)/g)
    .filter((table) => !dropped.has(table))
    .map((table) => renamed.get(table) ?? table);
  expect(tables.length).toBeGreaterThan(60);
  expect(tables.filter((table) => !guide.includes(`\`${table}\``))).toEqual([]);
});

test('every route of the app is in the operating guide’s list of addresses', () => {
  const guide = textOf('docs/operating.md');
  const roots = new Set(
    filesUnder('src', /routes\.tsx?$|health\.ts$/).flatMap((path) =>
      [...textOf(path).matchAll(/\.(?:get|post|put|patch|delete)\(\s*'(\/[a-z0-9_.-]*)/g)].map(
        (match) => match[1] ?? '',
      ),
    ),
  );
  expect(roots.size).toBeGreaterThan(8);
  expect([...roots].filter((root) => root !== '/' && !guide.includes(`\`${root}`))).toEqual([]);
});

test('every path that the documents cite exists', () => {
  const cited = pages.flatMap((page) =>
    [
      ...textOf(page).matchAll(
        /`((?:src|tests|docs|migrations|scripts|\.ci)\/[\w./-]+)`|\]\((?!https?:|#)([^)#]+)\)/g,
      ),
    ].map((match) => ({
      page,
      path: match[1] ?? join(page, '..', match[2] ?? ''),
    })),
  );
  expect(cited.length).toBeGreaterThan(20);
  expect(
    cited.filter(({ path }) => !existsSync(join(ROOT, path))).map(({ page, path }) => `${page}: ${path}`),
  ).toEqual([]);
});

test('every decision says when, what, what was given up and which test holds it', () => {
  const decisions = filesUnder('docs/decisions', /^\d{4}-.*\.md$/);
  expect(decisions.length).toBeGreaterThan(4);
  for (const path of decisions) {
    for (const word of ['Date:', 'Status:', '## Situation', '## Choice', '## What we gave up', '## Held by'])
      expect(textOf(path), `${path} ${word}`).toContain(word);
  }
});

test('every test that the delivery guide names is there', () => {
  const named = [...textOf('docs/delivery.md').matchAll(/`(tests\/[\w./-]+)`: \*([^*]+)\*/g)].map(
    (match) => ({
      path: match[1] ?? '',
      name: match[2] ?? '',
    }),
  );
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter(({ path, name }) => !textOf(path).includes(`'${name}'`))).toEqual([]);
});
