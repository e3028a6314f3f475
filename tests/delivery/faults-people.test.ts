import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { closeAlert } from '../../src/delivery/index.ts';
import { suppressAddress } from '../../src/people/index.ts';
import { responseOf } from '../../src/replies/index.ts';
import { good, staffAs } from '../support/world.ts';
import { openDeployment, type Deployment } from './faults/deployment.ts';
import { acceptedBy, brokenPromises } from './faults/invariants.ts';
import {
  addMembers,
  addNetwork,
  answersOnPage,
  director,
  launched,
  mailsUs,
  texts,
  unsubscribes,
  type Someone,
} from './faults/people.ts';
import { rowsOf } from './network.ts';

/** The faults that come with people: their replies, their STOP, shared numbers, machines that answer for them. */
beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  await addNetwork();
});

const scene = async (count = 3, more: Parameters<typeof launched>[2] = {}) => {
  const d = openDeployment();
  const people = await addMembers(d, count);
  return { d, people, id: await launched(d, people, more) };
};
const answerOf = async (d: Deployment, id: string, one: Someone) => {
  const response = await responseOf(d.world(), id, one.id);
  return response ? { no: response.no, history: response.history.map((answer) => answer.no) } : null;
};
const all = async <T>(sql: string, ...values: unknown[]): Promise<T[]> =>
  (
    await env.DB.prepare(sql)
      .bind(...values)
      .all<T>()
  ).results;
const repliesOf = (d: Deployment) =>
  all<{ meaning: string; state: string }>(
    `select meaning, state from reply where member_id glob ? or provider_id in (select value from json_each(?)) order by id`,
    `${d.mark}m*`,
    JSON.stringify([...d.carrier.texts.keys()]),
  );

test('16 an answer comes before the callback and before we know the carrier’s id: it finds its alert and counts', async () => {
  const { d, people, id } = await scene(2);
  const [ned] = people;
  d.carrier.beforeAnswer = async (text) => {
    if (text.to !== ned!.phone) return;
    expect(await texts(d, ned!, '1')).toBe(200);
    await d.consume('events');
  };
  await d.consume('deliveries');
  expect(await answerOf(d, id, ned!)).toEqual({ no: 1, history: [1] });
  await d.quiet();
  expect(await brokenPromises(d)).toEqual([]);
});

test('17 a text that comes by both addresses of the webhook, at once and again, exists once and counts once', async () => {
  const { d, people, id } = await scene(1);
  await d.consume('deliveries');
  const { post, fallback } = d.carrier.personTexts(people[0]!.phone, '2');
  expect(await Promise.all([d.post(post), d.post(fallback), d.post(post)])).toEqual([200, 200, 200]);
  await d.pump();
  expect(await Promise.all([d.post(fallback), d.post(post)])).toEqual([200, 200]);
  await d.pump();
  expect(await answerOf(d, id, people[0]!)).toEqual({ no: 2, history: [2] });
  await d.quiet();
  expect(await brokenPromises(d)).toEqual([]);
});

test('18 no webhook reaches us for an hour: the carrier’s own list brings every text, and a STOP among them stops', async () => {
  const { d, people, id } = await scene(4);
  await d.pump();
  for (const [no, one] of people.entries()) {
    d.carrier.personTexts(one.phone, ['1', '2', 'STOP', 'Who is this?'][no]!);
    d.pass(15 * 60_000);
  }
  expect(await repliesOf(d)).toEqual([]);
  d.pass(60_000);
  await d.ring('*/15 * * * *');
  await d.pump();
  expect(await repliesOf(d)).toHaveLength(4);
  expect(await answerOf(d, id, people[0]!)).toEqual({ no: 1, history: [1] });
  expect(await answerOf(d, id, people[1]!)).toEqual({ no: 2, history: [2] });
  const later = await launched(d, people);
  await d.quiet();
  expect((await rowsOf(later)).map((row) => row.state).toSorted()).toEqual([
    'delivered',
    'delivered',
    'delivered',
    'skipped',
  ]);
  expect(await brokenPromises(d)).toEqual([]);
});

test('19 a forged report, one for another account, one whose token is not ours: refused, with no effect; an old true one changes nothing', async () => {
  const { d, people, id } = await scene(1);
  await d.consume('deliveries');
  const [text] = [...d.carrier.texts.values()];
  const before = await rowsOf(id);
  const path = new URL(text!.statusCallback!).pathname;
  const form = { AccountSid: d.carrier.settings.accountSid, MessageSid: text!.sid, MessageStatus: 'failed' };
  const stop = { ...form, From: people[0]!.phone, To: '+14065550100', Body: 'STOP', OptOutType: 'STOP' };
  const foreign = 'AC00000000000000000000000000000099';
  const hook = '/hooks/twilio/inbound';
  const true_ = d.carrier.signed(path, form);
  const refused = [
    { ...true_, headers: { ...true_.headers, 'x-twilio-signature': '' } },
    { ...true_, body: true_.body.replace('failed', 'delivered') },
    d.carrier.signed(path, form, 'another-token'),
    d.carrier.signed(path, { ...form, AccountSid: foreign }),
    d.carrier.signed(`${path.slice(0, -2)}xx`, form),
    d.carrier.signed(path.replace('status/', 'status/MS4x'), form),
    d.carrier.signed(hook, stop, 'another-token'),
    d.carrier.signed(hook, { ...stop, AccountSid: foreign }),
  ];
  for (const post of refused) expect(await d.post(post)).toBe(403);
  await d.pump();
  expect(await rowsOf(id)).toEqual(before);
  expect(await repliesOf(d)).toEqual([]);

  const old = d.carrier.callbackOf(text!, 'queued', null);
  await d.tell();
  await d.pump();
  const after = await rowsOf(id);
  expect(after[0]!.state).toBe('delivered');
  expect(await d.post(old)).toBe(204);
  await d.pump();
  expect(await rowsOf(id)).toEqual(after);
  await d.quiet();
  expect(await brokenPromises(d)).toEqual([]);
});

describe('20 a STOP races a send', () => {
  /** The ways to say it, for the channel that each closes. */
  const doors: Record<string, { email: boolean; say: (d: Deployment, one: Someone) => Promise<unknown> }> = {
    'by text': { email: false, say: (d, one) => texts(d, one, 'STOP') },
    'in words': { email: false, say: (d, one) => texts(d, one, 'please stop texting me') },
    'by staff, over the telephone': {
      email: false,
      say: async (d, one) =>
        good(
          await suppressAddress(d.world(), staffAs('staff'), {
            channel: 'sms',
            address: one.phone,
            reason: 'staff',
          }),
        ),
    },
    'by mail': {
      email: true,
      say: (d, one) => mailsUs(d, one.email, 'r@reply.network.example', 'unsubscribe'),
    },
    'by one click in an earlier mail': {
      email: true,
      say: async (d, one) => {
        const mail = d.mail.taken.find((sent) => sent.to[0] === one.email)!;
        expect((await unsubscribes(d, mail)).status).toBe(200);
      },
    },
  };
  const moments: Record<string, (name: string) => boolean> = {
    'before the claim': (name) => name === 'd1.batch',
    'between the claim and the post': (name) => name.endsWith('.post'),
    'after the post': (name) => name === 'd1.batch',
  };
  test.each(
    Object.keys(doors).flatMap((door) => Object.keys(moments).map((moment) => [door, moment] as const)),
  )('%s, %s: no more than what was on its way goes out, and nothing later', async (door, moment) => {
    const { email, say } = doors[door]!;
    const d = openDeployment();
    const [ned] = await addMembers(d, 1);
    if (email) await launched(d, [ned!], { sms: false, email: true, title: 'earlier' });
    await d.pump();
    d.mail.run();
    const before = (await acceptedBy(d)).length;
    const id = await launched(d, [ned!], email ? { sms: false, email: true } : {});
    const barrier = moments[moment]!;
    let said = 0;
    let seen = 0;
    await d.consume('deliveries', {
      async before(name) {
        if (!barrier(name) || said > 0 || (seen += 1) < (moment === 'after the post' ? 2 : 1)) return;
        said += 1;
        await say(d, ned!);
      },
    });
    expect(said).toBe(1);
    const during = (await acceptedBy(d)).filter((one) => one.channel === (email ? 'email' : 'sms')).length;
    const carrierKnows = door === 'by text';
    expect(during - before).toBe(
      moment === 'before the claim' || (moment !== 'after the post' && carrierKnows) ? 0 : 1,
    );
    const nudge = await launched(d, [ned!], { sms: true, email: true });
    await d.quiet();
    const channel = email ? 'email' : 'sms';
    const later = (await rowsOf(nudge)).filter((row) => row.channel === channel);
    expect(later.map((row) => row.state)).toEqual(['skipped']);
    expect((await rowsOf(id)).map((row) => row.state).every((state) => state !== 'planned')).toBe(true);
    expect(await brokenPromises(d)).toEqual([]);
  });
});

test('21 two associations of one network share its sender: a STOP to one alert closes the number for both, email goes on', async () => {
  const d = openDeployment();
  const [ned] = await addMembers(d, 1);
  const one = await launched(d, [ned!], { organizationId: 'org' });
  await d.pump();
  expect(await texts(d, ned!, 'STOP')).toBe(200);
  const other = await launched(d, [ned!], { organizationId: 'other', email: true });
  await d.quiet();
  expect((await rowsOf(one)).map((row) => row.state)).toEqual(['delivered']);
  expect((await rowsOf(other)).map((row) => [row.channel, row.state])).toEqual([
    ['sms', 'skipped'],
    ['email', 'delivered'],
  ]);
  expect(await brokenPromises(d)).toEqual([]);
});

describe('22 two members share a number', () => {
  const pair = async (smsText: string) => {
    const d = openDeployment();
    const phone = `+1406777${String(1000 + Number(d.mark.replaceAll(/\D/g, '')))}`;
    const people = await addMembers(d, 2, { phone });
    const id = await launched(d, people, { smsText });
    return { d, people, phone, id };
  };
  test('the same words go out once and count for both; an answer is counted for neither without being asked', async () => {
    const { d, people, id } = await pair('Call about HB 203 today');
    await d.pump();
    expect(await acceptedBy(d)).toHaveLength(1);
    await texts(d, people[0]!, '1');
    await d.pump();
    expect(await answerOf(d, id, people[0]!)).toBeNull();
    expect(await answerOf(d, id, people[1]!)).toBeNull();
    await d.quiet();
    expect((await rowsOf(id)).map((row) => row.state)).toEqual(['delivered', 'delivered']);
    expect(await brokenPromises(d)).toEqual([]);
  });
  test('different words go out to each', async () => {
    const { d } = await pair('{{first_name}}, call about HB 203');
    await d.quiet();
    expect(await acceptedBy(d)).toHaveLength(2);
    expect(await brokenPromises(d)).toEqual([]);
  });
  test('a STOP closes the number for both', async () => {
    const { d, people, id } = await pair('{{first_name}}, call about HB 203');
    await texts(d, people[1]!, 'STOP');
    await d.quiet();
    expect(await acceptedBy(d)).toHaveLength(0);
    expect((await rowsOf(id)).map((row) => [row.state, row.reason])).toEqual([
      ['skipped', 'stopped'],
      ['skipped', 'stopped'],
    ]);
    expect(await brokenPromises(d)).toEqual([]);
  });
});

test('23 a member of two associations gets the alert of each, once, and an answer is bound or asked about, never guessed', async () => {
  const d = openDeployment();
  const [ned] = await addMembers(d, 1);
  const one = await launched(d, [ned!], { organizationId: 'org', title: 'HB 1' });
  const two = await launched(d, [ned!], { organizationId: 'other', title: 'HB 2' });
  await d.pump();
  expect(await acceptedBy(d)).toHaveLength(2);
  d.pass(60_000);
  await texts(d, ned!, '1');
  await d.pump();
  expect([await answerOf(d, one, ned!), await answerOf(d, two, ned!)]).toEqual([null, null]);
  expect((await repliesOf(d))[0]!.meaning).toContain('which:');
  await texts(d, ned!, 'B');
  await d.pump();
  const answers = [await answerOf(d, one, ned!), await answerOf(d, two, ned!)];
  expect(answers.filter((answer) => answer !== null)).toEqual([{ no: 1, history: [1] }]);
  await d.quiet();
  expect(await brokenPromises(d)).toEqual([]);
});

test('24 the number is somebody else’s now: it is closed from then on, and what its owner answered before is kept', async () => {
  const { d, people, id } = await scene(1);
  await d.pump();
  await texts(d, people[0]!, '1');
  await d.pump();
  d.pass(3_600_000);
  expect(await texts(d, people[0]!, 'wrong number')).toBe(200);
  const later = await launched(d, people, { email: true });
  await d.quiet();
  expect((await rowsOf(later)).filter((row) => row.channel === 'sms').map((row) => row.state)).toEqual([
    'skipped',
  ]);
  expect(await answerOf(d, id, people[0]!)).toEqual({ no: 1, history: [1] });
  const ledger = await all<{ kind: string }>(
    `select kind from consent_event where contact_point_id = ? or address_hash in (select address_hash from contact_point where id = ?) order by id`,
    `${people[0]!.id}-sms`,
    `${people[0]!.id}-sms`,
  );
  expect(ledger.map((row) => row.kind)).toEqual(['invalidated']);
  expect(await brokenPromises(d)).toEqual([]);
});

test('25 an answer to a closed alert is kept and not counted; one that two open alerts could mean is asked about', async () => {
  const { d, people, id } = await scene(1);
  await d.quiet();
  good(await closeAlert(d.world(), director, { id }));
  d.pass(60_000);
  await texts(d, people[0]!, '1');
  await d.quiet();
  expect(await answerOf(d, id, people[0]!)).toBeNull();
  expect((await repliesOf(d)).map((row) => row.meaning)).toEqual(['late']);
  const two = [await launched(d, people, { title: 'HB 1' }), await launched(d, people, { title: 'HB 2' })];
  await d.pump();
  d.pass(60_000);
  await texts(d, people[0]!, '2');
  await d.pump();
  for (const one of two) expect(await answerOf(d, one, people[0]!)).toBeNull();
  expect((await repliesOf(d)).at(-1)!.meaning).toContain('which:');
  await d.quiet();
  expect(await brokenPromises(d)).toEqual([]);
});

describe('26 YES', () => {
  test('of a member to whom the carrier says START is consent and may be an answer; it is not lost', async () => {
    const { d, people } = await scene(1);
    await d.pump();
    const { post } = d.carrier.personTexts(people[0]!.phone, 'YES', { yesRestarts: true });
    expect(await d.post(post)).toBe(200);
    await d.pump();
    expect(await repliesOf(d)).toHaveLength(1);
    await d.quiet();
    expect(await brokenPromises(d)).toEqual([]);
  });
  test('of a member who was stopped is no answer, and opens nothing', async () => {
    const { d, people, id } = await scene(1);
    await d.pump();
    await texts(d, people[0]!, 'STOP');
    d.pass(60_000);
    await texts(d, people[0]!, 'YES');
    await d.pump();
    expect(await answerOf(d, id, people[0]!)).toBeNull();
    const later = await launched(d, people, { email: true });
    await d.quiet();
    expect((await rowsOf(later)).map((row) => row.state)).toEqual(['skipped', 'delivered']);
    expect(await brokenPromises(d)).toEqual([]);
  });
});

test('27 thirty of a hundred are out of office within a minute: no answer counts, and none of them is written to', async () => {
  const { d, people, id } = await scene(100, { sms: false, email: true });
  await d.quiet();
  const before = d.mail.taken.length;
  for (const [no, one] of people.slice(0, 30).entries()) {
    const mail = d.mail.taken.find((sent) => sent.to[0] === one.email)!;
    await mailsUs(
      d,
      one.email,
      mail.reply_to![0]!,
      '1 I am out of the office until Monday. Call 2 for help.',
      [
        no % 3 === 0
          ? 'Auto-Submitted: auto-replied'
          : no % 3 === 1
            ? 'X-Autoreply: yes'
            : 'Precedence: auto_reply',
      ],
    );
    d.pass(2_000);
  }
  await d.quiet();
  expect(await all(`select 1 from answer where alert_id = ?`, id)).toEqual([]);
  expect(d.mail.taken).toHaveLength(before);
  expect(new Set((await repliesOf(d)).map((row) => row.meaning))).toEqual(new Set(['auto_reply']));
  expect(await brokenPromises(d)).toEqual([]);
});

test('28 a scanner opens every link, presses every button within two seconds: no answer, no unsubscribe', async () => {
  const { d, people, id } = await scene(1, { email: true });
  await d.pump();
  const [mail] = d.mail.taken;
  const links = [...`${mail!.text} ${mail!.html}`.matchAll(/https:\/\/network\.example(\/[^\s"<)]*)/g)].map(
    (found) => found[1]!,
  );
  expect(links.length).toBeGreaterThan(0);
  for (const path of links) {
    const { page } = await d.browse(path);
    d.pass(500);
    const csrf = /name="csrf" value="([^"]*)"/.exec(page)?.[1] ?? '';
    for (const answer of ['1', '2']) await d.browse(`${path}/answer`, { csrf, answer });
    await d.browse(`${path}/reading`, { csrf });
  }
  const unsubscribe = new URL(mail!.headers!['List-Unsubscribe']!.slice(1, -1)).pathname;
  expect(`${mail!.text} ${mail!.html}`).not.toContain(unsubscribe);
  expect((await d.browse(unsubscribe)).status).toBe(200);
  await d.quiet();
  expect(await answerOf(d, id, people[0]!)).toBeNull();
  expect(
    await all(`select 1 from contact_point where member_id = ? and state <> 'active'`, people[0]!.id),
  ).toEqual([]);
  expect(await brokenPromises(d)).toEqual([]);
  // A person who takes the time is heard.
  expect((await answersOnPage(d, mail!.text!, 1)).to).toContain('answered');
  expect(await answerOf(d, id, people[0]!)).toEqual({ no: 1, history: [1] });
});

describe('29 a bounce', () => {
  test('comes before its send is recorded: it finds its delivery by the key, and the address is closed', async () => {
    const { d, people, id } = await scene(1, { sms: false, email: true });
    d.mail.beforeAnswer = async (mail) => {
      for (const type of ['email.bounced', 'email.sent'])
        expect(await d.post(d.mail.event(mail, type))).toBe(204);
      await d.consume('events');
    };
    d.mail.script = () => ({ kind: 'end', code: 550 });
    await d.consume('deliveries');
    expect((await rowsOf(id)).map((row) => row.state)).toEqual(['undelivered']);
    expect(await all(`select state from contact_point where id = ?`, `${people[0]!.id}-email`)).toEqual([
      { state: 'invalid' },
    ]);
    await d.quiet();
    expect(await brokenPromises(d)).toEqual([]);
  });
  test('of a forwarded mail names a stranger: the address that we wrote to is closed, and not the one it names', async () => {
    const { d, people } = await scene(2, { sms: false, email: true });
    await d.pump();
    const mail = d.mail.taken.find((sent) => sent.to[0] === people[0]!.email)!;
    await mailsUs(d, 'mailer-daemon@elsewhere.example', mail.reply_to![0]!, report(people[1]!.email), [
      'Auto-Submitted: auto-replied',
      'MIME-Version: 1.0',
      'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    ]);
    await d.quiet();
    const states = await all<{ state: string }>(
      `select state from contact_point where id in (?, ?) order by id`,
      `${people[0]!.id}-email`,
      `${people[1]!.id}-email`,
    );
    expect(states.map((row) => row.state)).toEqual(['invalid', 'active']);
    expect(await brokenPromises(d)).toEqual([]);
  });
});
const report = (recipient: string): string =>
  [
    '--b',
    'Content-Type: text/plain',
    '',
    'The mail could not be delivered.',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.elsewhere.example',
    '',
    `Final-Recipient: rfc822; ${recipient}`,
    'Action: failed',
    'Status: 5.1.1',
    '',
    '--b--',
  ].join('\r\n');
