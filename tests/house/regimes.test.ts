import { expect, test } from 'vitest';
import { REGIMES } from '../../src/filings/regimes/index.ts';
import { filesUnder, textOf } from './files.ts';

const HOME = 'src/filings/regimes/';
const sources = filesUnder('src', /\.tsx?$/);

test('a state comes with its folder, its rows and one name in the list, and touches nothing else', () => {
  expect(sources.length).toBeGreaterThan(300);
  const touched = sources.filter((path) => /wyoming|'wy'/.test(path + textOf(path)));
  const own = touched.filter((path) => path.startsWith(`${HOME}wyoming/`));
  expect(own.length).toBeGreaterThan(3);
  expect(touched.filter((path) => !own.includes(path))).toEqual([`${HOME}index.ts`]);
  const rows = filesUnder('migrations', /\.sql$/).filter((path) => /'wy'/.test(textOf(path)));
  expect(rows.map((path) => path.replace(/^migrations\/\d+/, ''))).toEqual(['_wyoming.sql']);
});

test('every regime is a folder of its own that reads no other and no database', () => {
  const folders = [
    ...new Set(
      sources
        .filter((path) => path.startsWith(HOME) && path.slice(HOME.length).includes('/'))
        .map((path) => path.slice(HOME.length).split('/')[0] ?? ''),
    ),
  ];
  expect(folders.length).toBe(REGIMES.length);
  for (const path of sources.filter((one) => folders.some((folder) => one.startsWith(`${HOME}${folder}/`)))) {
    const folder = path.slice(HOME.length).split('/')[0];
    const imports = [...textOf(path).matchAll(/from '([^']+)'/g)].map((match) => match[1] ?? '');
    const others = imports.filter((one) =>
      folders.some((other) => other !== folder && one.includes(`/${other}/`)),
    );
    expect(others, path).toEqual([]);
    expect(
      imports.filter((one) => /queries|platform\/(db|world)|\/staff\//.test(one)),
      path,
    ).toEqual([]);
  }
});

test('every regime that files are prepared for is one that a filer may name', () => {
  const named = filesUnder('migrations', /\.sql$/)
    .flatMap((path) => [...textOf(path).matchAll(/insert into regime \(id, name\) values([^;]*);/g)])
    .flatMap((match) => [...(match[1] ?? '').matchAll(/\('(\w+)'/g)].map((one) => one[1] ?? ''));
  expect(REGIMES.map((one) => one.id).toSorted()).toEqual(named.toSorted());
});
