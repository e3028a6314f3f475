import { describe, expect, test } from 'vitest';
import { filesUnder, sourceOf, type Source } from './files.ts';

/** Floors from the ground up. A file may import its own floor's folder and anything below, nothing above. */
const FLOORS: string[][] = [
  ['platform'],
  ['ui', 'providers'],
  ['staff'],
  ['people'],
  ['legislature'],
  ['alerts'],
  ['delivery'],
  ['replies'],
  ['lobbying'],
  ['filings'],
  ['reports', 'whip'],
  ['archive'],
  ['console', 'api', 'demo'],
  ['index.ts', 'app.tsx', 'world.ts', 'settings.ts', 'background', 'env.d.ts'],
];
const SLICES = FLOORS.slice(2, 12).flat();

const VENDORS: Record<string, RegExp> = {
  twilio: /^src\/providers\/twilio\//,
  'cloudflare:workers': /^src\/(index|world|delivery\/pacer)\.ts$/,
  'temporal-polyfill': /^src\/platform\/days\.ts$/,
  'better-auth': /^src\/staff\//,
  'libphonenumber-js': /^src\/platform\/phone\.ts$/,
  'csv-parse': /^src\/platform\/csv\.ts$/,
  'csv-stringify': /^src\/platform\/csv\.ts$/,
  'write-excel-file': /^src\/platform\/sheet\.ts$/,
  '@cantoo/pdf-lib': /^src\/platform\/pdf\.ts$/,
  'sms-segments-calculator': /^src\/platform\/sms-text\.ts$/,
  micromark: /^src\/platform\/markdown\.ts$/,
  'postal-mime': /^src\/replies\//,
  'email-reply-parser': /^src\/replies\//,
  'd3-scale': /^src\/ui\/charts\//,
  'd3-shape': /^src\/ui\/charts\//,
  'hono-openapi': /^src\/api\//,
  hono: /^src\/(ui|providers|console|api|app\.tsx|index\.ts|\w+\/(routes|[a-z-]*routes|pages\/[a-z-]+)\.tsx?$)|^src\/\w+\/pages\/|^src\/staff\/(require-who|who-from-request)\.tsx?/,
};

const sources = filesUnder('src', /\.tsx?$/).map(sourceOf);
const floorOf = (path: string) => FLOORS.findIndex((names) => names.includes(path.split('/')[1] ?? ''));
const folderOf = (path: string) => path.split('/')[1] ?? '';

const faults = (find: (source: Source) => string[]) => sources.flatMap(find);

describe('the house', () => {
  test('was seen whole', () => {
    expect(sources.length).toBeGreaterThan(100);
    expect(sources.filter((source) => source.imports.length > 0).length).toBeGreaterThan(80);
  });

  test('has a floor for every file', () => {
    expect(faults(({ path }) => (floorOf(path) === -1 ? [path] : []))).toEqual([]);
  });

  test('imports go down only', () => {
    const upward = faults(({ path, imports }) =>
      imports.flatMap((one) =>
        one.path &&
        folderOf(one.path) !== folderOf(path) &&
        floorOf(one.path) >= floorOf(path) &&
        floorOf(path) < 13
          ? [`${path} imports ${one.path}`]
          : [],
      ),
    );
    // Providers implement the ports of slices, and may name their types.
    expect(
      upward.filter((line) => !/^src\/providers\/.* imports src\/delivery\/ports\.ts/.test(line)),
    ).toEqual([]);
  });

  test('slices are entered through their front door', () => {
    expect(
      faults(({ path, imports }) =>
        imports.flatMap((one) => {
          if (!one.path) return [];
          const slice = folderOf(one.path);
          const inside = folderOf(path) === slice;
          const allowed = one.path === `src/${slice}/index.ts` || /^src\/delivery\/pacer\.ts$/.test(one.path);
          return SLICES.includes(slice) && !inside && !allowed && !path.startsWith('src/providers/')
            ? [`${path} enters ${one.path}`]
            : [];
        }),
      ),
    ).toEqual([]);
  });

  test('has no circles', () => {
    const byPath = new Map(sources.map((source) => [source.path, source]));
    const circles: string[] = [];
    const done = new Set<string>();
    const walk = (path: string, trail: string[]) => {
      if (trail.includes(path))
        return void circles.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
      if (done.has(path)) return;
      for (const one of byPath.get(path)?.imports ?? []) {
        if (one.path && byPath.has(one.path) && !one.typeOnly) walk(one.path, [...trail, path]);
      }
      done.add(path);
    };
    for (const { path } of sources) walk(path, []);
    expect(circles).toEqual([]);
  });

  test('vendors stay in their folders', () => {
    expect(
      faults(({ path, imports }) =>
        imports.flatMap((one) => {
          if (one.path) return [];
          const vendor = Object.keys(VENDORS).find(
            (name) => one.from === name || one.from.startsWith(`${name}/`),
          );
          return vendor && !VENDORS[vendor]?.test(path) ? [`${path} imports ${one.from}`] : [];
        }),
      ),
    ).toEqual([]);
  });

  test('zod comes whole, so that the bundler can drop its locales', () => {
    expect(faults(({ path, text }) => (/import \{[^}]*\} from 'zod'/.test(text) ? [path] : []))).toEqual([]);
  });

  test('time, chance and the network stay on the ground floor and with the providers', () => {
    const outside =
      /Date\.now\(\)|new Date\(\)|Math\.random\(|crypto\.randomUUID\(|(?<![.\w])fetch\(|(?<!\w)console\./;
    expect(
      faults(({ path, text }) =>
        /^src\/(platform|providers)\//.test(path)
          ? []
          : text
              .split('\n')
              .flatMap((line, at) =>
                outside.test(line.replace(/\/\/.*|\*.*/, '')) ? [`${path}:${at + 1} ${line.trim()}`] : [],
              ),
      ),
    ).toEqual([]);
  });

  test('pages hold no statements and rules hold no pages', () => {
    expect(
      faults(({ path, imports }) =>
        /\/pages\//.test(path)
          ? imports.flatMap((one) =>
              (!one.typeOnly && one.path?.endsWith('queries.ts')) || one.path?.includes('platform/db.ts')
                ? [`${path} imports ${one.path}`]
                : [],
            )
          : [],
      ),
    ).toEqual([]);
  });

  test('only the floor of the database writes to it', () => {
    expect(
      faults(({ path, text }) =>
        path !== 'src/platform/db.ts' &&
        /\b(?:d1|DB)\.(?:prepare|batch|exec)\(|\bD1Database\b/.test(text) &&
        path !== 'src/env.d.ts'
          ? [path]
          : [],
      ),
    ).toEqual([]);
  });
});
