import { expect, test } from 'vitest';
import {
  classOf,
  CODE_TABLES,
  codeInWords,
  codesFor,
  CARRIER_CODES,
  type CodeAction,
  type CodeClass,
} from '../../src/delivery/carrier-codes.ts';
import { wordOfStatus } from '../../src/delivery/apply-statuses.ts';
import { wordOf } from '../../src/delivery/outcome.ts';

/** Every code of the carrier's table, with what it says and what follows from it. */
const TABLE: [string, CodeClass, CodeAction][] = [
  ['20429', 'later', 'again'],
  ['21611', 'later', 'again'],
  ['21610', 'stopped', 'suppress'],
  ...['21211', '21614', '21612', '30005', '30006', '21635', '21265', '21268'].map(
    (code): [string, CodeClass, CodeAction] => [code, 'number', 'invalidate'],
  ),
  ['30001', 'transient', 'new-attempt'],
  ['30022', 'transient', 'new-attempt'],
  ['63018', 'transient', 'new-attempt'],
  ['30003', 'transient', 'email'],
  ['30008', 'transient', 'email'],
  ['30004', 'blocked', 'nothing'],
  ['30007', 'blocked', 'watch'],
  ['30023', 'cap', 'hold'],
  ['30027', 'cap', 'hold'],
  ['63038', 'cap', 'hold'],
  ...['20003', '21606', '21408', '21608', '30002', '30032', '30034'].map(
    (code): [string, CodeClass, CodeAction] => [code, 'halt', 'halt'],
  ),
  ...[35111, 35112, 35113, 35114, 35115, 35116, 35117, 35118].map((code): [string, CodeClass, CodeAction] => [
    String(code),
    'halt',
    'halt',
  ]),
  ['21602', 'ours', 'nothing'],
  ['21617', 'ours', 'nothing'],
  ['21604', 'ours', 'nothing'],
];
const ONE = { id: 7, attempt: 1 };
const refused = (code: string) => wordOf(ONE, { kind: 'refused', code, reason: 'no' }, 0);
const reported = (code: string, status = 'undelivered') =>
  wordOfStatus({ deliveryId: 7, attempt: 1, providerId: 'SM1', status, errorCode: code });

test.each(TABLE)('code %s is "%s" and asks for "%s"', (code, kind, action) => {
  expect(classOf(code)).toBe(kind);
  expect(codesFor(action)).toContain(code);
  expect(CARRIER_CODES[code]?.words).toMatch(/^\p{Lu}[^.!]+$/u);
  expect(reported(code)).toMatchObject({ state: 'undelivered', code, reason: codeInWords(code) });
});

test.each(TABLE)('code %s said at creation leaves its delivery where its class asks', (code, kind) => {
  const { word, asks } = refused(code);
  expect(asks).toBe(kind);
  expect(word.state).toBe(
    kind === 'later' || kind === 'halt' ? 'planned' : kind === 'stopped' ? 'skipped' : 'failed',
  );
});

test('each table says as of when it holds and where it is from, and no code stands in two', () => {
  const codes = CODE_TABLES.flatMap((table) => Object.keys(table.codes));
  expect(new Set(codes).size).toBe(codes.length);
  for (const { asOf, source } of CODE_TABLES) {
    expect(asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(source).toMatch(/^https:\/\/www\.twilio\.com\//);
  }
});

test.each(['39999', '', 'constructor', 'toString', 'HTTP 418'])(
  'the unknown code "%s" goes by its phase: refused it failed, reported later it ends as reported',
  (code) => {
    expect(refused(code)).toMatchObject({ asks: 'unknown', word: { state: 'failed', code } });
    expect(reported(code)).toMatchObject({ state: 'undelivered', reason: 'The carrier gave no reason' });
    expect(reported(code, 'failed')).toMatchObject({ state: 'failed' });
    expect(codeInWords(code)).toBeNull();
  },
);
