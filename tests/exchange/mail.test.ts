import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { MAIL_SECRET, openDesk, until } from './desk.ts';
import { signSvix } from './signatures.ts';

interface Posted {
  id: string;
  outcome: string;
  reason: string | null;
  status: number;
}

let desk: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.stop());
beforeEach(async () => {
  await desk.control('DELETE', '');
  desk.worker.reset();
});

const LETTER = {
  from: 'Treasure State Network <alerts@network.example>',
  to: ['Nora Quill <Nora@school.example>'],
  subject: 'HB 203 is heard Wednesday',
  text: 'Please call.\n\nhttps://network.example/a/abc',
  html: '<p>Please call.</p>',
  reply_to: 'r.abc123@reply.example.org',
  headers: { 'List-Unsubscribe': '<https://network.example/u/abc>' },
  tags: [{ name: 'delivery', value: '12' }],
};
const body = async (response: Response) => (await response.json()) as Record<string, unknown>;
const kept = () => desk.control<Record<string, unknown>[]>('GET', '/mail?to=nora@school.example');
const events = () =>
  desk.worker.at('/hooks/mail').map((got) => (JSON.parse(got.body) as { type: string }).type);

const arrived = () => desk.worker.at('/cdn-cgi/local/email');

describe('sending', () => {
  test('a mail is kept with everything it said, and its events come signed', async () => {
    const response = await desk.mail(LETTER);
    expect(response.status).toBe(200);
    const { id } = await body(response);
    await until(() => events().length === 2);
    expect(events()).toEqual(['email.sent', 'email.delivered']);
    const [event] = desk.worker.at('/hooks/mail');
    expect(event!.signed).toBe(true);
    expect(JSON.parse(event!.body)).toMatchObject({
      data: { email_id: id, to: LETTER.to, tags: { delivery: '12' } },
    });
    expect(await kept()).toMatchObject([
      {
        id,
        subject: LETTER.subject,
        reply_to: [LETTER.reply_to],
        headers: LETTER.headers,
        last_event: 'delivered',
      },
    ]);
    const fetched = await fetch(`${desk.exchange.url}/emails/${String(id)}`, {
      headers: { authorization: 'Bearer re_test' },
    });
    expect(await fetched.json()).toMatchObject({ object: 'email', id, last_event: 'delivered' });
  });

  test('the signature is the one that Svix publishes for its example', () => {
    const headers = signSvix(
      'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
      'msg_p5jXN8AQM9LWM0D4loKWxJek',
      1_614_265_330_000,
      '{"test": 2432232314}',
    );
    expect(headers['svix-signature']).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
  });

  test.each([
    ['bounce.nora@school.example', ['email.sent', 'email.bounced']],
    ['complain@school.example', ['email.sent', 'email.delivered', 'email.complained']],
  ])('to %s ends as its name says', async (to, course) => {
    await desk.mail({ ...LETTER, to });
    await until(() => events().length === course.length);
    expect(events()).toEqual(course);
  });

  test('an event that the Worker does not take is posted again with the same id', async () => {
    let first = true;
    desk.worker.answerBy(() => {
      const refused = first;
      first = false;
      return refused ? new Response('busy', { status: 503 }) : undefined;
    });
    await desk.mail(LETTER);
    await until(() => events().length === 3);
    const ids = desk.worker.at('/hooks/mail').map(({ headers }) => headers.get('svix-id'));
    expect(ids[0]).toBe(ids[1]);
    expect(ids[2]).not.toBe(ids[1]);
  });

  test.each([
    ['without from', { ...LETTER, from: undefined }, 422, 'missing_required_field'],
    ['without to', { ...LETTER, to: undefined }, 422, 'missing_required_field'],
    ['from what is no address', { ...LETTER, from: 'Network' }, 422, 'invalid_from_address'],
    ['to what is no address', { ...LETTER, to: ['nora'] }, 422, 'validation_error'],
    ['without words', { ...LETTER, text: undefined, html: undefined }, 422, 'validation_error'],
    [
      'with a tag of odd letters',
      { ...LETTER, tags: [{ name: 'a b', value: '1' }] },
      422,
      'validation_error',
    ],
    [
      'with a header of two lines',
      { ...LETTER, headers: { 'X-A': 'a\r\nBcc: b@c.example' } },
      422,
      'validation_error',
    ],
  ])('%s is refused in the provider’s words', async (_, letter, statusCode, name) => {
    const response = await desk.mail(letter);
    expect(response.status).toBe(statusCode);
    expect(await response.json()).toEqual({ statusCode, name, message: expect.any(String) as string });
  });

  test('without the key, or with a wrong one, is refused', async () => {
    const bare = await desk.mail(LETTER, undefined, '/emails', { headers: {} });
    expect([bare.status, (await body(bare)).name]).toEqual([401, 'missing_api_key']);
    const wrong = await desk.mail(LETTER, undefined, '/emails', { headers: { authorization: 'Bearer no' } });
    expect([wrong.status, (await body(wrong)).name]).toEqual([403, 'invalid_api_key']);
  });
});

describe('an idempotency key', () => {
  test('used again with the same words gives the same answer and sends nothing', async () => {
    const first = await body(await desk.mail(LETTER, 'delivery-1'));
    const second = await body(await desk.mail(LETTER, 'delivery-1'));
    expect(second).toEqual(first);
    expect(await kept()).toHaveLength(1);
  });

  test('used again with other words is a conflict', async () => {
    await desk.mail(LETTER, 'delivery-1');
    const second = await desk.mail({ ...LETTER, subject: 'Other' }, 'delivery-1');
    expect([second.status, (await body(second)).name]).toEqual([409, 'invalid_idempotent_request']);
    expect(await kept()).toHaveLength(1);
  });

  test('used by two requests at once is a conflict for the second', async () => {
    await desk.control('POST', '/faults', { on: 'mail', kind: 'delay', ms: 80, nth: 1 });
    const first = desk.mail(LETTER, 'delivery-1');
    await until(async () => (await kept()).length === 1);
    const second = await desk.mail(LETTER, 'delivery-1');
    expect([second.status, (await body(second)).name]).toEqual([409, 'concurrent_idempotent_requests']);
    expect((await first).status).toBe(200);
  });

  test('longer than 256 characters is refused', async () => {
    const response = await desk.mail(LETTER, 'k'.repeat(257));
    expect([response.status, (await body(response)).name]).toEqual([400, 'invalid_idempotency_key']);
  });

  test('covers a batch, of which at most 100 go at once', async () => {
    const batch = [LETTER, { ...LETTER, subject: 'Second' }];
    const first = await body(await desk.mail(batch, 'batch-1', '/emails/batch'));
    expect(first.data).toHaveLength(2);
    expect(await body(await desk.mail(batch, 'batch-1', '/emails/batch'))).toEqual(first);
    expect(await kept()).toHaveLength(2);
    expect(
      (
        await desk.mail(
          Array.from({ length: 101 }, () => LETTER),
          undefined,
          '/emails/batch',
        )
      ).status,
    ).toBe(422);
    const half = await desk.mail([LETTER, { ...LETTER, to: 'nobody' }], undefined, '/emails/batch');
    expect(half.status).toBe(422);
    expect(await kept()).toHaveLength(2);
  });
});

describe('a person mails', () => {
  const RAW = [
    'Authentication-Results: mx.exchange.example; dkim=pass header.d=forged.example',
    'From: Nora Quill <nora@school.example>',
    'To: r.abc123@reply.example.org',
    'Subject: Re: HB 203',
    '',
    '1',
  ].join('\r\n');
  const mails = (query = '', raw = RAW) => desk.control<Posted>('POST', `/mail${query}`, raw);

  test('and the Worker’s email() gets it, stamped on top by the receiving server', async () => {
    expect(await mails()).toMatchObject({ outcome: 'delivered', reason: null });
    const [got] = arrived();
    expect(got!.query.get('from')).toBe('nora@school.example');
    expect(got!.query.get('to')).toBe('r.abc123@reply.example.org');
    const [top, ...rest] = got!.body.split('\r\n');
    expect(top).toBe(
      'Authentication-Results: mx.exchange.example; dkim=pass header.d=school.example; spf=pass smtp.mailfrom=school.example; dmarc=pass header.from=school.example',
    );
    expect(rest.some((line) => /^Message-ID: <.+@school\.example>$/.test(line))).toBe(true);
    expect(rest.some((line) => line.startsWith('Date: '))).toBe(true);
    expect(rest.join('\r\n')).toContain(RAW);
  });

  test('under another envelope, or failing the checks', async () => {
    await mails('?from=assistant@school.example&to=r.other@reply.example.org&auth=fail');
    const [got] = arrived();
    expect(got!.query.get('from')).toBe('assistant@school.example');
    expect(got!.query.get('to')).toBe('r.other@reply.example.org');
    expect(got!.body).toMatch(/^Authentication-Results: \S+ dkim=fail .*dmarc=fail/);
    await mails('?auth=missing');
    expect(arrived()[1]!.body).toMatch(/^Message-ID: /);
  });

  test('and the Worker’s refusal is final', async () => {
    desk.worker.answerBy(() => Response.json({ outcome: 'ok', rejectReason: 'No such address' }));
    expect(await mails()).toMatchObject({ outcome: 'rejected', reason: 'No such address' });
    expect(arrived()).toHaveLength(1);
  });

  test('and a Worker that throws gets it again', async () => {
    let tries = 0;
    desk.worker.answerBy(() => (++tries < 3 ? new Response('thrown', { status: 500 }) : undefined));
    expect(await mails()).toMatchObject({ outcome: 'delivered' });
    expect(arrived()).toHaveLength(3);
  });

  test('a reply to a mail of the network: threaded, quoted, to its reply address', async () => {
    await desk.control('PUT', '/people', [{ name: 'Nora Quill', email: 'nora@school.example' }]);
    const { id } = (await body(await desk.mail(LETTER))) as { id: string };
    await desk.control('POST', '/mail/reply', { id, body: 'I called Señora Doe.' });
    const [got] = arrived();
    expect(got!.query.get('to')).toBe('r.abc123@reply.example.org');
    expect(got!.body).toContain('From: Nora Quill <nora@school.example>');
    expect(got!.body).toMatch(/In-Reply-To: <.+>\r\nReferences: <.+>/);
    expect(got!.body).toContain('Subject: Re: HB 203 is heard Wednesday');
    expect(got!.body).toContain('I called Señora Doe.');
    expect(got!.body).toContain('> Please call.');
  });
});

test('the mail secret is of the shape that Svix gives', () => {
  expect(MAIL_SECRET).toMatch(/^whsec_[A-Za-z0-9+/]+=*$/);
});
