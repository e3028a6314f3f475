import { existsSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CSV_MAX_BYTES, readCsv, writeCsv } from '../../src/platform/csv.ts';

const bytes = (...values: number[]) => new Uint8Array(values);
const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16le = (text: string) => {
  const units = Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
  return bytes(0xff, 0xfe, ...units.flatMap((unit) => [unit & 0xff, unit >> 8]));
};

function read(input: string | Uint8Array) {
  const result = readCsv(input);
  if (!result.ok) throw new Error(result.reason);
  return result;
}

describe('a file as spreadsheets write it', () => {
  const expected = {
    ok: true,
    header: ['first_name', 'mobile'],
    rows: [{ line: 2, cells: { first_name: 'José', mobile: '406' } }],
    problems: [],
    delimiter: ',',
  };

  test.each([
    ['plain', 'first_name,mobile\nJosé,406\n'],
    ['without a last line break', 'first_name,mobile\nJosé,406'],
    ['CR LF', 'first_name,mobile\r\nJosé,406\r\n'],
    ['CR', 'first_name,mobile\rJosé,406\r'],
    ['byte order mark', '\ufefffirst_name,mobile\r\nJosé,406\r\n'],
    ['byte order mark in bytes', utf8('\ufefffirst_name,mobile\r\nJosé,406\r\n')],
    ['byte order mark before a quoted name', utf8('\ufeff"first_name","mobile"\r\nJosé,406\r\n')],
    ['UTF-16', utf16le('first_name,mobile\r\nJosé,406\r\n')],
    ['Windows-1252', bytes(...utf8('first_name,mobile\r\nJos'), 0xe9, ...utf8(',406\r\n'))],
    ['names as people write them', ' First Name ,MOBILE\nJosé,406\n'],
    ['quoted', '"first_name","mobile"\n"José","406"\n'],
    ['stray empty columns', 'first_name,mobile,,\nJosé,406,,\n'],
    ['stray empty columns, longer than the header', 'first_name,mobile\nJosé,406,, ,\n'],
    ['trailing empty rows', 'first_name,mobile\nJosé,406\n,\n , \n\n\n'],
  ])('%s', (_, input) => {
    expect(readCsv(input)).toEqual(expected);
  });

  test.each([';', '\t', ','])('finds the separator %j', (mark) => {
    const text = `a${mark}"b, or; c\t"${mark}d\n1${mark}2,2,2${mark}3\n`.replace(
      '2,2,2',
      mark === ',' ? '2' : '2,2,2',
    );
    expect(read(text)).toMatchObject({ delimiter: mark, header: ['a', 'b,_or;_c', 'd'] });
    expect(read(text).rows[0]?.cells.a).toBe('1');
  });

  test("obeys Excel's line that names the separator, and counts it as a line", () => {
    expect(read('sep=;\r\na;b,c\r\n1;2\r\n')).toMatchObject({
      delimiter: ';',
      header: ['a', 'b,c'],
      rows: [{ line: 3, cells: { a: '1', 'b,c': '2' } }],
    });
  });

  test('curly quotes of Windows-1252 are not lost', () => {
    expect(read(bytes(...utf8('a\nD'), 0x92, ...utf8('Arrow'))).rows[0]?.cells.a).toBe('D’Arrow');
  });

  test('a quoted cell holds separators, quotes and lines', () => {
    expect(read('a,b\r\n"x, ""y""\r\nz",2\r\n3,4\r\n').rows).toEqual([
      { line: 2, cells: { a: 'x, "y"\r\nz', b: '2' } },
      { line: 4, cells: { a: '3', b: '4' } },
    ]);
  });

  test('line numbers are those of the file, past empty lines and long cells', () => {
    const { rows } = read('\n\na,b\n"1\n\n",2\n\n,\n3,4\n');
    expect(rows.map(({ line }) => line)).toEqual([4, 9]);
  });

  test('a name that means something to JavaScript is only a name', () => {
    const [row] = read('__proto__,constructor\nx,y\n').rows;
    expect(Object.entries(row?.cells ?? {})).toEqual([
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ]);
  });

  test('a header alone is a table without rows', () => {
    expect(read('a,b\n')).toMatchObject({ header: ['a', 'b'], rows: [] });
  });
});

describe('rows that do not fit the header', () => {
  test('are reported with their line, the others kept', () => {
    const result = read('a,b,,d\n1,2,,4\n1,2\n1,2,x,4\n1,2,,4,5\n5,6,,8\n');
    expect(result.rows.map(({ line }) => line)).toEqual([2, 6]);
    expect(result.problems).toEqual([
      { line: 3, reason: expect.stringMatching(/cells for 2 of the 4 columns/) },
      { line: 4, reason: expect.stringMatching(/Column 3/) },
      { line: 5, reason: expect.stringMatching(/Column 5/) },
    ]);
  });
});

describe('what cannot be read is refused', () => {
  test.each([
    ['nothing', '', undefined, /empty/],
    ['only blanks', '\r\n , ,\r\n', undefined, /empty/],
    ['two columns of one name', 'a,b,A \n1,2,3\n', 1, /Two columns are named "a"/],
    ['NUL', 'a,b\n1,\0\n', undefined, /not a text file/],
    ['UTF-16 without its mark', utf16le('a,b\n').slice(2), undefined, /not a text file/],
    ['a workbook', bytes(0x50, 0x4b, 3, 4, 0, 0), undefined, /Excel workbook/],
    ['an old workbook', bytes(0xd0, 0xcf, 0x11, 0xe0), undefined, /Excel workbook/],
    ['a quotation mark never closed', 'a,b\r\n"x\r\ny",1\r\n2,"z\r\n', 4, /never closed/],
    ['a quotation mark inside a cell', 'a,b\n1,5" pipe\n', 2, /inside a cell/],
    ['text after a closing quotation mark', 'a,b\n1,"x"y\n', 2, /goes on/],
    ['a broken header', '"a,b\n1,2\n', 1, /never closed/],
    [
      'too many columns',
      `${Array.from({ length: 501 }, (_, index) => `c${index}`).join(',')}\n`,
      1,
      /500 columns/,
    ],
  ])('%s', (_, input, line, reason) => {
    expect(readCsv(input)).toEqual({
      ok: false,
      ...(line === undefined ? {} : { line }),
      reason: expect.stringMatching(reason),
    });
  });

  test('more lines than a Worker has time for', () => {
    const lines = (count: number) => `a,b\n${'1,\n'.repeat(count)}`;
    expect(readCsv(lines(200_000))).toMatchObject({ reason: expect.stringMatching(/200,000 lines/) });
    expect(readCsv(lines(10_000))).toMatchObject({ ok: true });
  });

  test('more than 10 MB', () => {
    expect(readCsv(new Uint8Array(CSV_MAX_BYTES + 1).fill(97))).toMatchObject({
      reason: expect.stringMatching(/larger than 10 MB/),
    });
    expect(readCsv(`a\n${'é'.repeat(CSV_MAX_BYTES / 2)}`)).toMatchObject({
      reason: expect.stringMatching(/larger than 10 MB/),
    });
    expect(readCsv(`a\n${'b'.repeat(CSV_MAX_BYTES - 2)}`).ok).toBe(true);
  });

  test('no text and no bytes make it throw', () => {
    const csvish = fc.string({
      unit: fc.constantFrom('a', '"', ',', ';', '\t', '\r', '\n', "'", '='),
      maxLength: 80,
    });
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), csvish, fc.uint8Array()), (input) => {
        const result = readCsv(input);
        if (!result.ok) expect(result.reason).toMatch(/\.$/);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('writing', () => {
  test('CR LF, quotes where needed, empty cells for null', () => {
    expect(
      writeCsv(
        ['name', 'note', 'cents'],
        [
          ['Poe, Alma', 'said "no"', 12],
          ['Vern', null, -3.5],
        ],
      ),
    ).toBe('name,note,cents\r\n"Poe, Alma","said ""no""",12\r\nVern,,-3.5\r\n');
    expect(writeCsv(['a'], [], { bom: true })).toBe('\ufeffa\r\n');
    expect(() => writeCsv(['a', 'b'], [['1']])).toThrow(/Row 1 has 1 cells/);
  });

  test.each([
    '=1+1',
    '+1',
    '-1+1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '＝1',
    "'=1",
    '-',
    '--1',
    '=cmd|"/c calc"!A1',
  ])('%j cannot run as a formula', (cell) => {
    const [, line = ''] = writeCsv(['a'], [[cell]]).split(/^a\r\n/);
    expect(line).toMatch(/^"?'/);
    expect(read(writeCsv(['a'], [[cell]])).rows[0]?.cells.a).toBe(cell);
  });

  test('numbers below zero stay numbers', () => {
    expect(writeCsv(['a', 'b', 'c'], [[-12.5, '-12.50', '-7']])).toBe('a,b,c\r\n-12.5,-12.50,-7\r\n');
  });

  test('what is written is read back, cell for cell', () => {
    const piece = fc.constantFrom(
      '"',
      ',',
      ';',
      '\t',
      '\r\n',
      '\n',
      '\r',
      "'",
      '=',
      '+',
      '-',
      '@',
      ' ',
      '1',
      'a',
      'é',
      '😀',
    );
    const cell = fc.oneof(
      fc.array(piece, { maxLength: 8 }).map((parts) => parts.join('')),
      fc.string({ unit: 'grapheme' }),
    );
    const name = cell
      .map((text) => text.trim().toLowerCase().replaceAll(/\s+/g, '_'))
      .filter((text) => text !== '' && !text.includes('\0') && text === text.trim().toLowerCase());
    const table = fc.uniqueArray(name, { minLength: 1, maxLength: 6 }).chain((header) =>
      fc.record({
        header: fc.constant(header),
        rows: fc.array(
          fc
            .array(cell, { minLength: header.length, maxLength: header.length })
            .filter((row) => row.some((value) => value.trim() !== '') && !row.join('').includes('\0')),
          { maxLength: 6 },
        ),
        bom: fc.boolean(),
      }),
    );
    fc.assert(
      fc.property(table, fc.boolean(), ({ header, rows, bom }, asBytes) => {
        const text = writeCsv(header, rows, { bom });
        const result = read(asBytes ? utf8(text) : text);
        expect(result.header).toEqual(header);
        expect(result.problems).toEqual([]);
        expect(result.rows.map(({ cells }) => header.map((key) => cells[key]))).toEqual(rows);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the rosters', () => {
  const file = new URL('../../../shared/data/rosters/mt.csv', import.meta.url);
  test.skipIf(!existsSync(file))('read whole (skipped where ../shared/data is absent)', () => {
    const result = read(readFileSync(file));
    expect(result.rows).toHaveLength(212);
    expect(result.problems).toEqual([]);
    expect(result.header).toContain('sms_consent_on');
    expect(result.rows[0]?.cells.mobile).toBe('(406) 555-0100');
  });
});
