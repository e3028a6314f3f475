import * as fc from 'fast-check';
import metadata from 'libphonenumber-js/metadata.min.json';
import { describe, expect, test } from 'vitest';
import plusOne from '../../src/platform/phone-metadata.json' with { type: 'json' };
import { parsePhone, phonesIn, showPhone } from '../../src/platform/phone.ts';

const line = (value: number) => String(value).padStart(4, '0');
const read = (text: string) => {
  const result = parsePhone(text);
  return result.ok ? result.e164 : result.reason;
};

describe('reading a number', () => {
  test.each([
    '(406) 555-0100',
    '406-555-0100',
    '406.555.0100',
    '406/555-0100',
    '4065550100',
    '1 406 555 0100',
    '+1 (406) 555-0100',
    'tel:+14065550100',
    "'+14065550100",
    ' 406 555 0100 ',
    '406‑555‑0100',
    '406–555–0100',
    '４０６５５５０１００',
  ])('%s', (text) => {
    expect(parsePhone(text)).toEqual({ ok: true, e164: '+14065550100' });
  });

  test('numbers kept for fiction are read in each area code of the three networks', () => {
    for (const area of [406, 601, 662, 228, 769, 413, 508, 617, 774, 781, 978, 351, 339, 857]) {
      for (const line of ['0100', '0199', '0311']) {
        expect(read(`(${area}) 555-${line}`)).toBe(`+1${area}555${line}`);
      }
    }
  });

  test("an area code younger than the library's table is read", () => {
    expect(read('(471) 555-0100')).toBe('+14715550100');
  });

  test("Twilio's test numbers and Canada are read", () => {
    expect(read('+15005550006')).toBe('+15005550006');
    expect(read('+15005550001')).toBe('+15005550001');
    expect(read('604 555 0100')).toBe('+16045550100');
  });

  test.each([
    ['', /Enter a mobile number/],
    ['n/a', /not a telephone number/],
    ['call me', /not a telephone number/],
    ['911', /10 digits, area code first; this one has 3/],
    ['555-0100', /this one has 7/],
    ['406-555-010', /this one has 9/],
    ['406-555-01000', /this one has 11/],
    ['555-555-5555', /No telephone/],
    ['(311) 555-0100', /No telephone/],
    ['(999) 555-0100', /No telephone/],
    ['(375) 555-0100', /No telephone/],
    ['(000) 555-0100', /telephone/],
    ['(406) 155-0100', /No telephone/],
    ['406-555-0100 x12', /extension/],
    ['406-555-0100, ext. 12', /extension/],
    ['+44 20 7946 0958', /\+1/],
    ['4.06555E+09', /spreadsheet/],
    ['406-555-0100 406-555-0101', /not a telephone number/],
    [`406-555-0100${' or 406-555-0101'.repeat(4)}`, /more than one/],
  ])('refuses "%s" with a reason', (text, reason) => {
    expect(read(text)).toMatch(reason);
  });
});

describe('numbers in a spreadsheet cell', () => {
  test.each([
    ['406-555-0100', ['406-555-0100']],
    ['406-555-0100 / 406 555 0101 (cell)', ['406-555-0100', '406 555 0101']],
    ['406/555-0100', ['406/555-0100']],
    ['406-555-0100\r\n(406) 555-0101', ['406-555-0100', '(406) 555-0101']],
    ['Cell: 4065550100; home 406.555.0101', ['4065550100', '406.555.0101']],
    ['406-555-0100 or 406-555-0101', ['406-555-0100', '406-555-0101']],
    ['1) 406-555-0100 2) 406-555-0101', ['406-555-0100', '406-555-0101']],
    ['+1 (406) 555-0100 +1 (406) 555-0101', ['+1 (406) 555-0100', '+1 (406) 555-0101']],
    ['4065550100 4065550101', ['4065550100', '4065550101']],
    ['4065550100.0', ['4065550100']],
    ['406–555–0100 / 406–555–0101', ['406-555-0100', '406-555-0101']],
    ['406-555-0100, ext 12', ['406-555-0100, ext 12']],
    ['', []],
    ['  ', []],
  ])('%j', (cell, numbers) => {
    expect(phonesIn(cell)).toEqual(numbers);
  });

  test.each([
    ['406-555-0100 / 555-0101', ['406-555-0100', '555-0101']],
    ['555-0101; 406-555-0100', ['555-0101', '406-555-0100']],
    ['n/a', ['n/a']],
    ['+44 207 946 0958', ['+44 207 946 0958']],
    ['40655501001', ['40655501001']],
  ])('%j keeps what is no number, for its reason', (cell, texts) => {
    expect(phonesIn(cell)).toEqual(texts);
  });

  test('no number of a cell is lost, whatever stands around it', () => {
    const numbers = fc.array(
      fc.record({
        digits: fc.tuple(fc.constantFrom('406', '601', '617'), fc.integer({ min: 0, max: 9999 })),
        shape: fc.constantFrom('(A) 555-L', 'A-555-L', 'A.555.L', 'A555L', '+1 A 555 L', '1-A-555-L'),
        label: fc.constantFrom('', ' (cell)', ' home', ' m'),
      }),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(
        numbers,
        fc.constantFrom(' / ', '; ', '\n', ', ', ' or ', ' & ', ' | '),
        (list, between) => {
          const cell = list
            .map(
              ({ digits, shape, label }) =>
                shape.replace('A', digits[0]).replace('L', line(digits[1])) + label,
            )
            .join(between);
          expect(phonesIn(cell).map(read)).toEqual(
            list.map(({ digits }) => `+1${digits[0]}555${line(digits[1])}`),
          );
        },
      ),
    );
  });
});

test('never throws, and is quick, on any text', () => {
  const digitish = fc.string({ unit: fc.constantFrom(...'0123456789+-(). /x;,\n'), maxLength: 400 });
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), digitish), (text) => {
      for (const piece of phonesIn(text)) parsePhone(piece);
      parsePhone(text);
      showPhone(text);
    }),
  );
  const began = performance.now();
  for (const part of ['1', '1 ', '(406) ', '406-555-', '+1 (']) phonesIn(part.repeat(20_000));
  expect(performance.now() - began).toBeLessThan(2_000);
});

test('a number is shown as it is dialed', () => {
  expect(showPhone('+14065550100')).toBe('(406) 555-0100');
  expect(showPhone('+442079460958')).toBe('+442079460958');
  expect(read(showPhone('+14065550100'))).toBe('+14065550100');
});

test('the kept metadata are those of the installed library, +1 only', () => {
  const members = metadata.country_calling_codes['1'] ?? [];
  expect(members).toHaveLength(25);
  expect(plusOne).toEqual({
    version: metadata.version,
    country_calling_codes: { 1: members },
    countries: Object.fromEntries(members.map((country) => [country, metadata.countries[country]])),
  });
});
