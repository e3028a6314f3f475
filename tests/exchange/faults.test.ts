import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openDesk, until } from './desk.ts';
import { faultInput, openFaults } from './faults.ts';

let desk: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.stop());
beforeEach(async () => {
  await desk.control('DELETE', '');
  desk.worker.reset();
});

const PERSON = '+14065550123';
const fault = (input: unknown) => desk.control('POST', '/faults', input);
const accepted = async () =>
  (await desk.control<{ status: string }[]>('GET', `/messages?to=${encodeURIComponent(PERSON)}`)).length;
const send = (ms = 150) =>
  desk
    .text(
      { To: PERSON, Body: 'Hello', StatusCallback: `${desk.worker.url}/hooks/twilio/status/t` },
      { signal: AbortSignal.timeout(ms) },
    )
    .then(
      (response) => response.status,
      (problem: Error) => problem.name,
    );
const told = () => desk.worker.at('/hooks/twilio/status').map(({ form }) => form.get('MessageStatus'));

const person = (body: string) =>
  desk.control<{ webhook_failed: string | null }>('POST', '/sms', { from: PERSON, body });
const arrived = () => desk.worker.at('/hooks/twilio/inbound').map(({ form }) => form.get('Body'));

describe('a request to send can be made to', () => {
  const cases: [string, number | string, number][] = [
    ['hang', 'TimeoutError', 0],
    ['refuse', 'TypeError', 0],
    ['accept-then-hang', 'TimeoutError', 1],
    ['5xx', 500, 0],
    ['5xx-after-accept', 500, 1],
    ['429', 429, 0],
  ];
  test.each(cases)('%s', async (kind, outcome, count) => {
    await fault({ on: 'sms', kind, nth: 2 });
    expect(await send()).toBe(201);
    const before = await accepted();
    expect(await send()).toBe(outcome);
    expect((await accepted()) - before).toBe(count);
    expect(await send()).toBe(201);
  });

  test('wait before it is answered', async () => {
    await fault({ on: 'sms', kind: 'delay', ms: 60 });
    const start = Date.now();
    expect(await send(1000)).toBe(201);
    expect(Date.now() - start).toBeGreaterThanOrEqual(58);
  });

  test('be refused or undelivered with a code', async () => {
    await fault([
      { on: 'sms', kind: 'error', code: 21614, to: PERSON, nth: 1 },
      { on: 'sms', kind: 'error', code: 30007, nth: 2 },
    ]);
    expect(await send()).toBe(400);
    expect(await send()).toBe(201);
    await until(() => told().includes('undelivered'));
  });

  test('name the seconds to wait, if told to', async () => {
    await fault({ on: 'sms', kind: '429', retryAfter: 7 });
    expect((await desk.text({ To: PERSON, Body: 'Hello' })).headers.get('retry-after')).toBe('7');
  });
});

describe('status callbacks can be', () => {
  test('posted twice', async () => {
    await fault({ on: 'status', kind: 'duplicate' });
    await send();
    await until(() => told().length === 8);
    expect(told()).toEqual([
      'queued',
      'queued',
      'sending',
      'sending',
      'sent',
      'sent',
      'delivered',
      'delivered',
    ]);
  });

  test('posted out of order', async () => {
    await fault({ on: 'status', kind: 'reorder', nth: [1, 3] });
    await send();
    await until(() => told().length === 4);
    expect(told()).toEqual(['sending', 'queued', 'delivered', 'sent']);
  });

  test('posted last first', async () => {
    await fault({ on: 'sms', kind: 'reorder' });
    await send();
    await until(() => told().length === 4);
    expect(told()).toEqual(['delivered', 'sent', 'sending', 'queued']);
  });

  test('lost', async () => {
    await fault({ on: 'status', kind: 'refuse', nth: 4 });
    await send();
    await until(() => told().length === 3);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(told()).toEqual(['queued', 'sending', 'sent']);
  });

  test('late', async () => {
    await fault({ on: 'status', kind: 'delay', ms: 80, nth: 1 });
    await send();
    await until(() => told().length === 4);
    expect(told()).toEqual(['sending', 'sent', 'delivered', 'queued']);
  });
});

describe('inbound texts can be', () => {
  test('lost, and still found in the list', async () => {
    await fault({ on: 'inbound', kind: 'refuse' });
    expect((await person('1')).webhook_failed).toContain('fault');
    expect(arrived()).toEqual([]);
    expect((await desk.list({ From: PERSON })).messages).toHaveLength(1);
  });

  test('posted twice, or after the next one', async () => {
    await fault([
      { on: 'inbound', kind: 'duplicate', nth: 1 },
      { on: 'inbound', kind: 'reorder', nth: 2 },
    ]);
    for (const body of ['1', '2', '3']) await person(body);
    expect(arrived()).toEqual(['1', '1', '3', '2']);
  });
});

test('a mail can be accepted and never answered; its key then tells the truth', async () => {
  await fault({ on: 'mail', kind: 'accept-then-hang', nth: 1 });
  const letter = { from: 'a@network.example', to: 'nora@school.example', subject: 'S', text: 'T' };
  await expect(desk.mail(letter, 'k', '/emails', { signal: AbortSignal.timeout(100) })).rejects.toThrow();
  const again = await until(async () => {
    const response = await desk.mail(letter, 'k');
    return response.status === 200 ? response : null;
  });
  const mails = await desk.control<{ id: string }[]>('GET', '/mail?to=nora@school.example');
  expect(mails.map(({ id }) => id)).toEqual([((await again.json()) as { id: string }).id]);
});

const run = (seed: number) => {
  const faults = openFaults();
  faults.add([faultInput.parse({ on: 'sms', kind: '5xx', share: 0.3, seed })]);
  return Array.from({ length: 200 }, () => (faults.strike('sms', PERSON) ? 1 : 0)).join('');
};

test('a share strikes the same requests in every run with the same seed', () => {
  expect(run(7)).toBe(run(7));
  expect(run(7)).not.toBe(run(8));
  const hits = run(7).replaceAll('0', '').length;
  expect(hits).toBeGreaterThan(35);
  expect(hits).toBeLessThan(85);
});

test('a fault strikes at most as often as it says, and is gone when taken away', async () => {
  await fault({ on: 'sms', kind: '5xx', times: 2 });
  expect([await send(), await send(), await send()]).toEqual([500, 500, 201]);
  await fault({ on: 'sms', kind: '5xx' });
  await desk.control('DELETE', '/faults');
  expect(await send()).toBe(201);
});

test('a fault misspelled is refused with the field named', async () => {
  const answer = await desk.control<{ error: string }>('POST', '/faults', { on: 'sms', kind: 'explode' });
  expect(answer.error).toContain('kind');
});
