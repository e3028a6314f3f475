import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SMS_MAX_CHARACTERS, segmentsOf, smartText } from '../../src/platform/sms-text.ts';

const digits = (length: number) => '1234567890'.repeat(Math.ceil(length / 10)).slice(0, length);

describe('counting segments', () => {
  // Boundaries after TwilioDevEd/message-segment-calculator, tests/index.test.js (MIT).
  test.each([
    ['GSM-7', 1, digits(160), 160],
    ['GSM-7', 2, digits(161), 161],
    ['GSM-7', 2, digits(306), 306],
    ['GSM-7', 3, digits(307), 307],
    ['UCS-2', 1, `😜${digits(68)}`, 70],
    ['UCS-2', 2, `😜${digits(69)}`, 71],
    ['UCS-2', 2, `😜${digits(132)}`, 134],
    ['UCS-2', 3, `😜${digits(133)}`, 135],
    ['UCS-2', 1, `🇮🇹${digits(66)}`, 70],
    ['UCS-2', 2, `🇮🇹${digits(67)}`, 71],
    ['UCS-2', 1, `🏳️‍🌈${digits(64)}`, 70],
    ['UCS-2', 2, `🏳️‍🌈${digits(65)}`, 71],
    ['UCS-2', 1, `é\u0301\u0301${digits(67)}`, 70],
    ['UCS-2', 2, `é\u0301\u0301${digits(68)}`, 71],
    ['UCS-2', 1, `😀${']'.repeat(68)}`, 70],
    ['UCS-2', 2, `😀${']'.repeat(69)}`, 71],
    ['GSM-7', 1, '\rabcde\r\n123', 11],
    ['GSM-7', 1, '\nabcde\n\n123\n', 12],
  ] as const)('%s, %i: %s', (encoding, segments, text, units) => {
    expect(segmentsOf(text)).toMatchObject({ encoding, segments, units });
  });

  test.each(['|', '^', '€', '{', '}', '[', ']', '~', '\\'])(
    '%s takes two places and is not split',
    (mark) => {
      expect(segmentsOf(mark + digits(158))).toMatchObject({ encoding: 'GSM-7', segments: 1, units: 160 });
      expect(segmentsOf(mark + digits(159))).toMatchObject({ encoding: 'GSM-7', segments: 2, units: 161 });
      expect(segmentsOf(digits(152) + mark + digits(152))).toMatchObject({ segments: 3, units: 306 });
      expect(segmentsOf(digits(152) + mark + digits(151))).toMatchObject({ segments: 2, units: 305 });
    },
  );

  test.each(['Á', 'Í', 'Ó', 'Ú', 'í', 'ó', 'ú', 'ç', '’', '—'])('%s makes the whole text UCS-2', (mark) => {
    expect(segmentsOf(mark.repeat(70))).toMatchObject({ encoding: 'UCS-2', segments: 1, notGsm: [mark] });
    expect(segmentsOf(mark.repeat(71)).segments).toBe(2);
  });

  test.each(['é', 'è', 'à', 'ù', 'ò', 'Ç', 'Ñ', 'ñ', '@', '$', '¿'])('%s does not', (mark) => {
    expect(segmentsOf(mark.repeat(160))).toMatchObject({ encoding: 'GSM-7', segments: 1, notGsm: [] });
  });

  test('characters are counted as a reader does', () => {
    expect(segmentsOf('a{👨‍👩‍👧')).toMatchObject({ characters: 3, notGsm: ['👨‍👩‍👧'] });
    expect(segmentsOf('')).toEqual({ segments: 0, encoding: 'GSM-7', units: 0, characters: 0, notGsm: [] });
  });

  test('a document pasted by mistake is counted without delay', () => {
    const began = performance.now();
    expect(segmentsOf(digits(60_000)).segments).toBeGreaterThan(390);
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  test('never fewer segments than the units need, and never throws', () => {
    const text = fc.string({
      unit: fc.oneof(
        fc.constantFrom('a', '{', '€', 'é', '\r', '\n'),
        fc.constantFrom('í', '😀', '🇺🇸', '\u0301'),
      ),
      maxLength: 400,
    });
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'binary' })), (body) => {
        const { segments, encoding, units } = segmentsOf(body);
        const [alone, part] = encoding === 'GSM-7' ? [160, 153] : [70, 67];
        expect(segments).toBeGreaterThanOrEqual(
          units <= alone ? Math.min(units, 1) : Math.ceil(units / part),
        );
        if (encoding === 'UCS-2' && body.length <= SMS_MAX_CHARACTERS) expect(units).toBe(body.length);
      }),
    );
  });
});

describe('the text as it is sent', () => {
  test.each([
    ['Don’t call “them” — yet…', `Don't call "them" - yet...`],
    ['1–2 pm', '1-2 pm'],
    ['HB\u00a0203\u202fnow', 'HB 203 now'],
    ['• first\r\n• second', '- first\n- second'],
    ['a\u0000b\u0007c\u200bd\ufeffe\u202ef', 'abcdef'],
    ['Jose\u0301', 'José'],
    ['a\tb', 'a b'],
    ['a\u2028b\vc', 'a\nb\nc'],
    ['½ mill', '1/2 mill'],
    ['Íñigo 👨‍👩‍👧', 'Íñigo 👨‍👩‍👧'],
    ['^{}\\[]~|€-\'"', '^{}\\[]~|€-\'"'],
  ])('%j is sent as %j', (text, sent) => {
    expect(smartText(text)).toBe(sent);
  });

  test('a text from a word processor costs one segment, not three', () => {
    const pasted = `Please call Rep. Kestrelman’s office before Wednesday — HB 203 is up at 3 pm. ${digits(80)}`;
    expect(segmentsOf(pasted).segments).toBe(3);
    expect(segmentsOf(smartText(pasted))).toMatchObject({ segments: 1, encoding: 'GSM-7' });
  });

  test('is the same when prepared twice, and holds no control character', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), (text) => {
        const sent = smartText(text);
        expect(smartText(sent)).toBe(sent);
        expect(sent).not.toMatch(/(?!\n)\p{Cc}/u);
      }),
      { numRuns: 500 },
    );
    expect(smartText('e\u200b\u0301')).toBe('é');
  });
});
