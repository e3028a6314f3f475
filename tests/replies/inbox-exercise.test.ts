import { beforeAll, expect, test } from 'vitest';
import { replyToken } from '../../src/delivery/index.ts';
import { SYSTEM } from '../../src/platform/who.ts';
import { receiveMail, showInbox, understandReply } from '../../src/replies/index.ts';
import { good, staffAs } from '../support/world.ts';
import { browserOf } from './app.ts';
import { alert, freshWorld, member, MINUTE, rows, sql, texts } from './network.ts';

const fixtures = import.meta.glob<string>('../fixtures/inbox.jsonl', {
  query: '?raw',
  import: 'default',
  eager: true,
});
interface Line {
  from: string;
  channel: 'sms' | 'email';
  text: string;
  kind: string;
}
const lines = Object.values(fixtures)
  .join('')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Line);

const sue = staffAs('staff', { id: 'sue' });
beforeAll(async () => {
  await freshWorld().db.commit({ who: SYSTEM, action: 'test.seed', subject: { kind: 'test', id: 'test' } }, [
    sql(
      `insert into staff (id, name, email, created_at, updated_at) values ('sue', 'Sue Emberly', 'sue@network.example', 0, 0)`,
    ),
    sql(
      `insert into role (id, staff_id, role, granted_at, granted_by) values ('sue-role', 'sue', 'staff', 0, 'system')`,
    ),
  ]);
});

/** As a mail server hands it over: proved by its domain, and marked as machines' mails are. */
const mailOf = (one: Line, from: string, no: number) =>
  [
    'Authentication-Results: mx.cloudflare.net; dkim=pass header.d=district.example; dmarc=pass header.from=district.example',
    `Message-ID: <${no}@district.example>`,
    `From: ${from}`,
    'To: replies@reply.network.example',
    'Subject: Re: HB 203',
    ...(one.kind === 'auto_reply' ? ['Auto-Submitted: auto-replied'] : []),
    'Content-Type: text/plain; charset=utf-8',
    '',
    one.text,
  ].join('\r\n');

test('forty mixed replies are sorted: people wait, holds are shown, machines stand apart; then they are cleared', async () => {
  expect(lines).toHaveLength(40);
  const world = freshWorld();
  const people = new Map<string, Awaited<ReturnType<typeof member>>>();
  for (const { from } of lines) people.set(from, await member(world));
  const hb = await alert(world, [...people.values()], { title: 'HB 203' });
  for (const [no, one] of lines.entries()) {
    world.passTime(MINUTE);
    const person = people.get(one.from);
    if (!person) throw new Error('Everybody in the file is a member here.');
    if (one.channel === 'sms') {
      await texts(world, person.phone, one.text);
    } else {
      const { replyId } = good(
        await receiveMail(
          world,
          { kind: 'provider', id: 'mail' },
          {
            from: person.email,
            to: `r.${await replyToken(world.settings.linkSecrets[0], hb.delivery(person, 'email'))}@reply.network.example`,
            raw: new TextEncoder().encode(mailOf(one, person.email, no)),
          },
        ),
      );
      await understandReply(world, { replyId });
    }
  }

  const stored = await rows(world, `select count(*) as n from reply`);
  expect(stored, 'none is lost').toEqual([{ n: 40 }]);
  const waiting = async () => good(await showInbox(world, sue, { limit: 200 }));
  const first = await waiting();
  const shown = new Set(first.data.map((row) => row.memberId));
  const of = (kind: string) => lines.filter((one) => one.kind === kind);
  const idOf = (one: Line) => people.get(one.from)?.id ?? '';
  for (const kind of ['question', 'wants_call', 'complaint', 'hold', 'wrong_number', 'off_topic'])
    for (const one of of(kind)) expect(shown.has(idOf(one)), `${kind}: ${one.text}`).toBe(true);
  for (const one of of('auto_reply').filter(({ channel }) => channel === 'email'))
    expect(shown.has(idOf(one)), one.text).toBe(false);
  expect(
    shown.has(idOf(lines.find(({ text }) => text === '1') as Line)),
    'a plain answer waits for nobody',
  ).toBe(false);
  const held = good(await showInbox(world, sue, { show: 'held', limit: 200 })).data.map(
    (row) => row.memberId,
  );
  for (const one of of('hold').filter(({ text }) => !text.startsWith('1'))) expect(held).toContain(idOf(one));
  expect(first.counts.automatic).toBeGreaterThanOrEqual(2);

  const browser = browserOf(world, sue);
  for (const row of first.data) {
    if (row.held === 1)
      expect((await browser.post(`/inbox/${row.id}/hold`, { act: 'stop' })).status).toBe(303);
    expect((await browser.get(`/inbox/${row.id}`)).status).toBe(200);
    expect((await browser.post(`/inbox/${row.id}/closing`)).status).toBe(303);
  }
  const after = await waiting();
  expect(after.data).toEqual([]);
  expect(after.counts).toMatchObject({ waiting: 0, unread: 0, held: 0 });
});
