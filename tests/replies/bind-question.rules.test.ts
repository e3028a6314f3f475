import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { bindQuestion, type Ask } from '../../src/replies/bind-question.ts';

const HOUR = 3_600_000;
const NOW = 100 * HOUR;
const ask = (no: number, hoursAgo: number, more: Partial<Ask> = {}): Ask => ({
  questionId: `q${no}`,
  no,
  detail: false,
  askedAt: NOW - hoursAgo * HOUR,
  sameThread: true,
  answered: false,
  reads: true,
  free: false,
  ...more,
});
const first = ask(1, 20, { answered: true });
const of = (asks: Ask[], bare = true) => {
  const meant = bindQuestion(asks, NOW, bare);
  return meant.kind === 'none'
    ? []
    : meant.kind === 'one'
      ? [meant.ask.questionId]
      : meant.asks.map((one) => one.questionId);
};

test('the question asked last is the one that is answered while it is fresh', () => {
  expect(of([first, ask(2, 19)])).toEqual(['q2']);
  expect(of([first, ask(2, 19, { answered: true }), ask(3, 1)])).toEqual(['q3']);
});
test('a bare number that it does not offer is no answer to an older one; an option’s own words are', () => {
  expect(of([first, ask(2, 19, { reads: false })])).toEqual([]);
  expect(of([first, ask(2, 19, { reads: false })], false)).toEqual(['q1']);
});
test('after two days a bare number is asked about, even where it reads as one only', () => {
  expect(of([{ ...first, askedAt: NOW - 60 * HOUR }, ask(2, 49)])).toEqual(['q2', 'q1']);
  const meant = bindQuestion([{ ...first, reads: false }, ask(2, 49)], NOW, true);
  expect(meant.kind).toBe('several');
});
test('where all are answered a number may mean more than one, and the member is asked', () => {
  expect(of([first, ask(2, 3, { answered: true })])).toEqual(['q2', 'q1']);
  expect(of([first, ask(2, 3, { answered: true, reads: false })])).toEqual(['q1']);
});
test('a question and what was asked about its answer are one question: the last asked is meant', () => {
  const asked = { ...ask(2, 3, { answered: true }), questionId: 'q2' };
  const meant = bindQuestion([asked, { ...asked, detail: true, askedAt: NOW - HOUR }], NOW, false);
  expect(meant).toMatchObject({ kind: 'one', ask: { questionId: 'q2', detail: true } });
});
test('free words answer only a fresh question that asks for them', () => {
  expect(of([{ ...first, reads: false }, ask(2, 3, { free: true })], false)).toEqual(['q2']);
  expect(of([{ ...first, reads: false }, ask(2, 49, { free: true })], false)).toEqual([]);
  expect(of([{ ...first, reads: false }, ask(2, 3, { free: true, answered: true })], false)).toEqual([]);
});
test('nothing is bound that does not read', () => {
  const any = fc.record({
    no: fc.integer({ min: 1, max: 6 }),
    hoursAgo: fc.integer({ min: 0, max: 90 }),
    answered: fc.boolean(),
    reads: fc.boolean(),
    free: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(any, { maxLength: 6 }), fc.boolean(), (list, bare) => {
      const meant = bindQuestion(
        list.map(({ no, hoursAgo, ...more }) => ask(no, hoursAgo, more)),
        NOW,
        bare,
      );
      if (meant.kind === 'one') expect(meant.ask.reads).toBe(true);
      if (meant.kind === 'several') expect(meant.asks.every(({ reads }) => reads)).toBe(true);
    }),
  );
});
