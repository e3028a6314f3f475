import { expect, test } from 'vitest';
import { CARRIER_CODES, classOf, codeInWords } from '../../src/delivery/carrier-codes.ts';
import { wordOf } from '../../src/delivery/outcome.ts';
import { mailStatus, outranking, textStatus } from '../../src/delivery/status-rank.ts';

test('statuses stand in the order in which a later word wins', () => {
  const order = [
    'scheduled',
    'accepted',
    'queued',
    'sending',
    'sent',
    'canceled',
    'failed',
    'undelivered',
    'delivered',
    'read',
  ];
  const ranks = order.map((status) => textStatus(status).rank);
  expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
  expect(new Set(ranks).size).toBe(order.length);
  expect(textStatus('teleported')).toEqual({ rank: 50, state: 'sent', known: false });
});

test('a mail that bounces after it was delivered has bounced', () => {
  expect(mailStatus('email.bounced')!.rank).toBeGreaterThan(mailStatus('email.delivered')!.rank);
  expect(mailStatus('email.opened')).toBeNull();
});

test('of several words about one attempt the highest stays, and attempts are kept apart', () => {
  const words = [
    { id: 1, attempt: 1, rank: 50 },
    { id: 1, attempt: 1, rank: 90 },
    { id: 1, attempt: 2, rank: 20 },
    { id: 2, attempt: 1, rank: 20 },
  ];
  for (const list of [words, words.toReversed()]) {
    expect(outranking(list).toSorted((a, b) => a.id - b.id || a.attempt - b.attempt)).toEqual([
      words[1],
      words[2],
      words[3],
    ]);
  }
});

const one = { id: 3, attempt: 2 };
const refused = (code: string) => wordOf(one, { kind: 'refused', code, reason: 'x' }, 1000);

test('only proof that nothing was taken plans a message again', () => {
  expect(wordOf(one, { kind: 'retry', code: '20429', afterMs: 500 }, 1000).word).toMatchObject({
    state: 'planned',
    dueAt: 1800,
  });
  expect(wordOf(one, { kind: 'unknown', reason: 'HTTP 500' }, 1000).word.state).toBe('unknown');
  for (const [code, { class: kind }] of Object.entries(CARRIER_CODES)) {
    expect(refused(code).word.state, code).toBe(
      kind === 'later' || kind === 'halt' ? 'planned' : kind === 'stopped' ? 'skipped' : 'failed',
    );
  }
});

test('an unknown code is a plain no, shown as it stands', () => {
  expect(classOf('99999')).toBe('unknown');
  expect(codeInWords('99999')).toBeNull();
  expect(refused('99999').word).toMatchObject({
    state: 'failed',
    code: '99999',
    reason: 'Refused by the carrier',
  });
});
