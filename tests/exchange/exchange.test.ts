import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import segmentsCalculator from 'sms-segments-calculator';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openDesk, until } from './desk.ts';
import { startExchange } from './exchange.ts';
import { countSegments } from './segments.ts';

let desk: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  desk = await openDesk({
    people: async () => [{ name: 'Nora Quill', phone: '+14065550123', email: 'nora@school.example' }],
  });
});
afterAll(() => desk.stop());
beforeEach(async () => {
  await desk.control('DELETE', '');
  desk.worker.reset();
});

interface Known {
  id: string;
  name: string;
  unreadTexts: number;
}
const people = () => desk.control<Known[]>('GET', '/people');
const page = async (path: string) => (await fetch(desk.exchange.url + path)).text();

describe('the page', () => {
  test('shows the people of the book and whoever else is written to', async () => {
    await desk.control('PUT', '/people', [{ name: 'Otto Lindqvist', phone: '+14065550124' }]);
    await desk.text({ To: '+14065550177', Body: 'Hello' });
    const shown = await page('/');
    for (const name of ['Nora Quill', 'Otto Lindqvist', '(406) 555-0177']) expect(shown).toContain(name);
    expect(await page('/?q=otto')).not.toContain('Nora Quill');
    expect(await page('/?q=555-0123')).toContain('Nora Quill');
    await desk.control('PUT', '/people', []);
  });

  test('counts what was not read, until it is looked at', async () => {
    await desk.text({ To: '+14065550123', Body: 'Hello' });
    const [nora] = await people();
    expect(nora).toMatchObject({ name: 'Nora Quill', unreadTexts: 1 });
    await page(`/?person=${nora!.id}`);
    expect((await people())[0]!.unreadTexts).toBe(0);
  });

  test('shows a text with its links tappable and its markup harmless', async () => {
    await desk.text({ To: '+14065550123', Body: '<b>Call</b> now: https://network.example/a/abc?x=1&y=2.' });
    const shown = await page(`/?person=${(await people())[0]!.id}`);
    expect(shown).toContain('&lt;b&gt;Call&lt;/b&gt;');
    expect(shown).toContain(
      '<a href="https://network.example/a/abc?x=1&amp;y=2" target="_blank" rel="noopener">https://network.example/a/abc?x=1&amp;y=2</a>.',
    );
  });

  test('lets a person text and reply to a mail by plain forms', async () => {
    const { id: person } = (await people())[0]!;
    const post = (path: string, form: Record<string, string>) =>
      fetch(`${desk.exchange.url}/people/${person}/${path}`, {
        method: 'POST',
        body: new URLSearchParams(form),
        redirect: 'manual',
      });
    expect((await post('text', { body: '1' })).status).toBe(303);
    expect(desk.worker.at('/hooks/twilio/inbound')[0]!.form.get('Body')).toBe('1');
    const sent = await desk.mail({
      from: 'a@network.example',
      to: 'nora@school.example',
      subject: 'S',
      html: '<p>Hello</p>',
      reply_to: 'r.x@reply.example.org',
    });
    const { id } = (await sent.json()) as { id: string };
    expect((await post('mail', { id, body: 'Yes, I called' })).status).toBe(303);
    expect(desk.worker.at('/cdn-cgi/local/email')[0]!.body).toContain('Yes, I called');
    expect(await page(`/?person=${person}`)).toContain('Yes, I called');
    const letter = await fetch(`${desk.exchange.url}/mail/${id}`);
    expect(letter.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  test('hears of each change as it happens', async () => {
    const stream = await fetch(`${desk.exchange.url}/_exchange/events`);
    const reader = stream.body!.getReader();
    await reader.read();
    await desk.text({ To: '+14065550123', Body: 'Hello' });
    const { value } = await reader.read();
    expect(Buffer.from(value!).toString()).toContain('data: changed');
    await reader.cancel();
  });

  test('asks before it forgets', async () => {
    await desk.text({ To: '+14065550123', Body: 'Hello' });
    expect(await page('/forget')).toContain('1 text, 0 mails');
    await fetch(`${desk.exchange.url}/forget`, { method: 'POST' });
    expect(await desk.control('GET', '/messages')).toEqual([]);
  });
});

test('forgetting takes messages, stopped numbers, faults and keys with it', async () => {
  await desk.control('POST', '/sms', { from: '+14065550123', body: 'STOP' });
  await desk.control('POST', '/faults', { on: 'mail', kind: 'hang' });
  await desk.control('DELETE', '');
  expect(await desk.control('GET', '/health')).toEqual({
    ok: true,
    texts: 0,
    mails: 0,
    stopped: 0,
    faults: 0,
  });
  expect((await desk.texted({ To: '+14065550123', Body: 'Hello' })).status).toBe('accepted');
});

test('what passed is still there after a restart, and a message under way goes on', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'exchange-'));
  const stateFile = join(folder, 'state.json');
  const first = await openDesk({ stateFile, statusDelayMs: 60 });
  await first.control('POST', '/sms', { from: '+14065550199', body: 'STOP' });
  const { sid } = await first.texted({ To: '+14065550123', Body: 'Hello' });
  await first.stop();
  const second = await openDesk({ stateFile });
  expect((await second.texted({ To: '+14065550199', Body: 'Hello' })).code).toBe(21610);
  await until(async () =>
    (await second.list({ To: '+14065550123' })).messages.find(
      (it) => it.sid === sid && it.status === 'delivered',
    ),
  );
  await second.stop();
  rmSync(folder, { recursive: true });
});

test('a port that is taken is named', async () => {
  await expect(
    startExchange({
      port: desk.exchange.port,
      workerUrl: desk.worker.url,
      accountSid: '',
      authToken: '',
      messagingServiceSid: '',
      senderNumber: '',
      mailApiKey: '',
      mailWebhookSecret: '',
      authservId: '',
      replyDomain: '',
    }),
  ).rejects.toThrow(`Port ${desk.exchange.port} is taken`);
});

const theirs = (body: string) => new segmentsCalculator.SegmentedMessage(body, 'auto', false).segmentsCount;

test('segments are counted as Twilio’s own calculator counts them', () => {
  const letter = fc.constantFrom(...Array.from('aZ09 é{}€~\n@£’ñ😀'));
  const words = fc.array(letter, { maxLength: 400 }).map((letters) => letters.join(''));
  const plain = fc
    .array(fc.constantFrom(...Array.from('ab {€')), { minLength: 140, maxLength: 480 })
    .map((letters) => letters.join(''));
  fc.assert(
    fc.property(fc.oneof(words, plain), (body) => countSegments(body) === Math.max(theirs(body), 1)),
    { numRuns: 150 },
  );
});
