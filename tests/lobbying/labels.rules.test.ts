import { expect, test } from 'vitest';
import { seenFromUs } from '../../src/lobbying/labels.ts';

test('on a bill that the association opposes, an official who is against it is with us', () => {
  expect(seenFromUs('oppose', 'oppose')).toEqual({ label: 'With us', tone: 'support-2' });
  expect(seenFromUs('lean_support', 'oppose')).toEqual({ label: 'Leaning against us', tone: 'oppose-1' });
  expect(seenFromUs('undecided', 'oppose')).toEqual({ label: 'Undecided', tone: 'undecided' });
});

test('on a bill that it supports, one who is for it is', () => {
  expect(seenFromUs('support', 'support')).toEqual({ label: 'With us', tone: 'support-2' });
  expect(seenFromUs('lean_oppose', 'support')).toEqual({ label: 'Leaning against us', tone: 'oppose-1' });
});

test('where it takes no side, the words stay about the bill', () => {
  for (const position of [null, 'monitor', 'amend', 'neutral'])
    expect(seenFromUs('oppose', position)).toEqual({ label: 'Against the bill', tone: 'oppose-2' });
});
