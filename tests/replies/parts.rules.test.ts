import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { chainOf, joined, waitForMore } from '../../src/replies/parts.ts';

const LONG = 'I called Sen. Hill about HB 203 and she said that the fiscal note is what keeps her from';
const text = (id: string, body: string, at: number) => ({ id, body, at });

test('only a text that is long enough to have been cut waits for more', () => {
  expect(['1', 'Yes, called', 'STOP'].map(waitForMore)).toEqual([{}, {}, {}]);
  expect(waitForMore(LONG)).toEqual({ delaySeconds: 10 });
});

test('parts are those that come within ten seconds of a long one', () => {
  const texts = [text('a', LONG, 0), text('b', ' voting yes', 9_000), text('c', '1', 9_500)];
  expect(chainOf(texts, 'a').map(({ id }) => id)).toEqual(['a', 'b']);
  expect(chainOf(texts, 'c').map(({ id }) => id)).toEqual(['c']);
  expect(chainOf([text('a', LONG, 0), text('b', 'late', 10_001)], 'b').map(({ id }) => id)).toEqual(['b']);
  expect(chainOf([], 'a')).toEqual([]);
});

test('every text is in one chain, and no text in two', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ long: fc.boolean(), gap: fc.integer({ min: 0, max: 20_000 }) }), {
        maxLength: 20,
      }),
      (list) => {
        let at = 0;
        const texts = list.map(({ long, gap }, no) => text(`t${no}`, long ? LONG : '1', (at += gap)));
        const chains = new Set(
          texts.map(({ id }) =>
            chainOf(texts, id)
              .map((one) => one.id)
              .join(),
          ),
        );
        expect([...chains].flatMap((chain) => chain.split(',').filter(Boolean))).toEqual(
          texts.map(({ id }) => id),
        );
      },
    ),
  );
});

test('cut words grow together again, and sentences do not', () => {
  expect(joined(['I called Senat', 'or Hill'])).toBe('I called Senator Hill');
  expect(joined(['She is a no.', 'Will try again'])).toBe('She is a no. Will try again');
});
