import * as fc from 'fast-check';
import { inflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { sheetOf, type SheetTable } from '../../src/platform/sheet.ts';

const table = (more: Partial<SheetTable> = {}): SheetTable => ({
  name: 'Lines',
  columns: [
    { label: 'Line', width: 20 },
    { label: 'Amount', width: 12 },
  ],
  rows: [['Printing', { cents: 250_50 }]],
  ...more,
});

/** Reads an archive by its directory at the end, knowing nothing of how it was written. */
const unzip = (bytes: Uint8Array): Map<string, string> => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.byteLength - 22;
  const files = new Map<string, string>();
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    const [size, nameSize, from] = [
      view.getUint32(at + 20, true),
      view.getUint16(at + 28, true),
      view.getUint32(at + 42, true),
    ];
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameSize));
    const start = from + 30 + view.getUint16(from + 26, true) + view.getUint16(from + 28, true);
    const data = bytes.subarray(start, start + size);
    files.set(
      name,
      new TextDecoder().decode(view.getUint16(at + 10, true) === 0 ? data : inflateRawSync(data)),
    );
    at += 46 + nameSize + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return files;
};
const unescaped = (xml: string) =>
  xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
/** Cells of a sheet by address, words looked up where they are kept. */
const read = (bytes: Uint8Array, sheet = 1) => {
  const files = unzip(bytes);
  const shared = [...(files.get('xl/sharedStrings.xml') ?? '').matchAll(/<si>(.*?)<\/si>/gs)].map((one) =>
    unescaped((one[1] ?? '').replaceAll(/<[^>]*>/g, '')),
  );
  const cells = new Map<string, string | number>();
  for (const [, address = '', rest = '', value = ''] of (
    files.get(`xl/worksheets/sheet${sheet}.xml`) ?? ''
  ).matchAll(/<c r="([A-Z]+\d+)"([^>]*)>(?:<[^v][^>]*>)*<v>(.*?)<\/v>/gs))
    cells.set(address, rest.includes('t="s"') ? (shared[Number(value)] ?? '') : Number(value));
  return { files, cells };
};

test('a workbook is read back by its cells, amounts as numbers to the cent', async () => {
  const { cells } = read(await sheetOf([table()]));
  expect([...cells]).toEqual([
    ['A1', 'Line'],
    ['B1', 'Amount'],
    ['A2', 'Printing'],
    ['B2', 250.5],
  ]);
});

test('whatever words stand in a cell are kept as words: no formula, no broken file', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1 }), async (words) => {
      const { cells, files } = read(await sheetOf([table({ rows: [[`=1+1${words}`, 1]] })]));
      expect(files.get('xl/worksheets/sheet1.xml')).not.toContain('<f>');
      expect(String(cells.get('A2')).startsWith('=1+1')).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test('any amount in cents is the same amount when a spreadsheet reads it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: -1_000_000_000_00, max: 1_000_000_000_00 }), async (cents) => {
      const { cells } = read(await sheetOf([table({ rows: [['a', { cents }]] })]));
      expect(Math.round(Number(cells.get('B2')) * 100)).toBe(cents);
    }),
    { numRuns: 60 },
  );
});

test('names of sheets are such as spreadsheets take, and no two are the same', async () => {
  const long = 'Bills: positions/lobbied [all] of the House and the Senate';
  const { files } = read(await sheetOf([table({ name: long }), table({ name: long }), table({ name: '' })]));
  const names = [...(files.get('xl/workbook.xml') ?? '').matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(
    (one) => one[1] ?? '',
  );
  expect(new Set(names.map((one) => one.toLowerCase())).size).toBe(3);
  for (const name of names) expect(name).toMatch(/^[^[\]:*?/\\]{1,31}$/);
});
