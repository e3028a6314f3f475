import { afterEach, describe, expect, test, vi } from 'vitest';
import { jsonLog } from '../../src/platform/log.ts';
import { withheld, withoutPersonal } from '../../src/platform/personal.ts';

describe('a text is rid of what is personal', () => {
  test.each([
    ['Text to +14065550101 failed', 'Text to withheld failed'],
    ['(406) 555-0101 is closed', 'withheld is closed'],
    ['406-555-0101, 406.555.0101 and 1 406 555 0101', 'withheld, withheld and withheld'],
    ['number 4065550101.', 'number withheld.'],
    ['no mailbox ned.harrowgate@valier.example here', 'no mailbox withheld here'],
    ['<ned@valier.example>: refused', '<withheld>: refused'],
    ['GET https://network.example/a/4kTz9qWx failed', 'GET https://network.example/a/withheld failed'],
    ['/join/abc123.def456 and /u/MTQ1.bm90IG91', '/join/withheld and /u/withheld'],
  ])('%s', (text, clean) => {
    expect(withheld(text)).toBe(clean);
  });

  test.each([
    'SM00000000000000000000000000000001',
    '01KABCDEF0123456789ABCDEFG',
    '9b2d5b4b-98ea-4a2c-bb4d-446655440000',
    '2027-02-09T16:00:00.000Z',
    'at worker.js:12345:678901',
    'D1_ERROR: no such table: delivery',
    'status 30007 of delivery 12345678',
  ])('and an id, a date, a code stays: %s', (text) => {
    expect(withheld(text)).toBe(text);
  });
});

test('what a provider said keeps its codes and loses numbers, addresses, places and words, at any depth', () => {
  expect(
    withoutPersonal({
      MessageSid: 'SM1',
      MessageStatus: 'undelivered',
      ErrorCode: '30003',
      From: '+14065550100',
      To: '+14065550101',
      ToCity: 'HELENA',
      Body: 'Yes I called',
      NewField: 'for +14065550101',
      data: {
        to: ['ned@valier.example'],
        subject: 'HB 203',
        bounce: { type: 'Permanent', message: 'ned@valier.example does not exist' },
        tags: [{ name: 'key', value: '5-1-0123456789abcdef' }],
      },
    }),
  ).toEqual({
    MessageSid: 'SM1',
    MessageStatus: 'undelivered',
    ErrorCode: '30003',
    NewField: 'for withheld',
    data: {
      bounce: { type: 'Permanent', message: 'withheld does not exist' },
      tags: [{ name: 'key', value: '5-1-0123456789abcdef' }],
    },
  });
});

describe('the log', () => {
  afterEach(() => vi.restoreAllMocks());

  test('withholds numbers and addresses in values, messages and stacks, whoever put them there', () => {
    const lines: string[] = [];
    vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line));
    vi.spyOn(console, 'error').mockImplementation((line: string) => void lines.push(line));
    jsonLog.info('text.sent', { to: '+14065550101', mail: 'ned@valier.example', id: 12, count: 4065550101 });
    jsonLog.fault('text.failed', new Error('Cannot reach +14065550101 or ned@valier.example'), {
      address: '(406) 555-0101',
    });
    expect(JSON.parse(lines[0] ?? '')).toEqual({
      event: 'text.sent',
      to: 'withheld',
      mail: 'withheld',
      id: 12,
      count: 4065550101,
    });
    expect(lines[1]).toContain('Cannot reach withheld or withheld');
    expect(lines[1]).not.toMatch(/555|valier/);
  });
});
