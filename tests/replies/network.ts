import * as z from 'zod';
import { countAsked } from '../../src/delivery/index.ts';
import { addressHash } from '../../src/people/index.ts';
import { change, statement } from '../../src/platform/statement.ts';
import { SYSTEM, type Who } from '../../src/platform/who.ts';
import { receiveSms, understandReply } from '../../src/replies/index.ts';
import { good, testWorld, TUESDAY, type TestWorld } from '../support/world.ts';

const entry = { who: SYSTEM, action: 'test.seed', subject: { kind: 'test', id: 'test' } };
export const sql = (text: string) =>
  change(statement({ params: z.object({}), row: z.object({}), sql: text }), {});
/** Rows of any question, for what the slice itself does not answer. */
export const rows = async (world: TestWorld, text: string): Promise<Record<string, unknown>[]> =>
  (await world.db.record([sql(text)]))[0]?.rows ?? [];

export const TWILIO: Who = { kind: 'provider', id: 'twilio' };
export const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let worlds = 0;
/** A world whose ids do not meet those of other worlds on the same storage. */
export const freshWorld = (start: number = TUESDAY): TestWorld => {
  const world = testWorld(start);
  const prefix = `W${String((worlds += 1)).padStart(3, '0')}`;
  const next = world.ids.next.bind(world.ids);
  world.ids.next = () => `${prefix}${next()}`;
  return world;
};

let made = 0;
/** A member with a number and an email address of their own, unless told. */
export const member = async (
  world: TestWorld,
  more: { phone?: string; email?: string; state?: string; region?: string } = {},
) => {
  const no = (made += 1);
  const id = `member-${no}`;
  const phone = more.phone ?? `+1406555${String(2000 + no)}`;
  const email = more.email ?? `member${no}@district.example`;
  const point = async (channel: 'sms' | 'email', address: string, state: string) =>
    sql(`insert into contact_point (id, member_id, channel, address, address_hash, is_primary, state, created_at, updated_at)
         values ('${id}-${channel}', '${id}', '${channel}', '${address}', '${await addressHash(world, channel, address)}', 1, '${state}', 0, 0)`);
  await world.db.commit(entry, [
    sql(
      `insert into organization (id, name, short_name, kind, created_at) values ('sam', 'SAM', 'SAM', 'association', 0) on conflict do nothing`,
    ),
    sql(
      `insert into region (id, name) values ('hi-line', 'Hi-Line'), ('central', 'Central') on conflict do nothing`,
    ),
    sql(`insert into member (id, first_name, last_name, kind, organization_id, region_id, created_at, updated_at)
         values ('${id}', 'Ned', 'Harrowgate${no}', 'superintendent', 'sam', '${more.region ?? 'hi-line'}', 0, 0)`),
    await point('sms', phone, more.state ?? 'active'),
    await point('email', email, 'active'),
  ]);
  return { id, phone, email, smsPoint: `${id}-sms`, emailPoint: `${id}-email` };
};
export type Person = Awaited<ReturnType<typeof member>>;

const LABELS = [
  ['Have contacted', 'contacted'],
  ['Will contact', 'will'],
  ['Cannot', 'cannot'],
  ['Need help', 'help'],
] as const;

let alerts = 0;
/** An alert that is out, with four options, sent to some people over both channels. */
export const alert = async (
  world: TestWorld,
  people: Person[],
  more: { sentAt?: number; options?: number; title?: string; state?: string } = {},
) => {
  const id = `alert-${(alerts += 1)}`;
  const sentAt = more.sentAt ?? world.clock.now() - HOUR;
  const deliveries: Record<string, number> = {};
  const options = LABELS.slice(0, more.options ?? 4);
  await world.db.commit(entry, [
    sql(`insert into alert (id, kind, title, organization_id, state, sms_text, created_at, created_by)
         values ('${id}', 'action', '${more.title ?? `HB ${alerts}`}', 'sam', '${more.state ?? 'open'}', 'Please call', 0, 'staff')`),
    ...(options.length > 0
      ? [
          sql(
            `insert into question (id, alert_id, prompt, kind) values ('${id}-q', '${id}', 'Will you call?', 'choice')`,
          ),
        ]
      : []),
    ...options.map(([label, outcome], at) =>
      sql(
        `insert into question_option (id, question_id, no, label, outcome) values ('${id}-o${at + 1}', '${id}-q', ${at + 1}, '${label}', '${outcome}')`,
      ),
    ),
    sql(
      `insert into wording (id, sms_text, email_text, created_at) values ('${id}-w', 'Please call {{first_name}}', 'Please call {{first_name}}', 0)`,
    ),
  ]);
  for (const person of people) {
    for (const channel of ['sms', 'email'] as const) {
      const [row] = await rows(
        world,
        `insert into delivery (source_kind, source_id, recipient_id, channel, contact_point_id, wording_id, state, due_at, claimed_at, updated_at)
         values ('alert', '${id}', '${person.id}', '${channel}', '${person.id}-${channel}', '${id}-w', 'delivered', ${sentAt}, ${sentAt}, ${sentAt}) returning id`,
      );
      deliveries[`${person.id}.${channel}`] = Number(row?.id);
    }
  }
  await world.db.record([change(countAsked, { alertId: id })]);
  return {
    id,
    option: (no: number) => `${id}-o${no}`,
    delivery: (person: Person, channel: 'sms' | 'email') => deliveries[`${person.id}.${channel}`] ?? 0,
  };
};

let sids = 0;
/** A person texts; the text is stored and not yet understood. */
export const arrives = async (
  world: TestWorld,
  from: string,
  body: string,
  more: { optOutType?: 'STOP' | 'START' | 'HELP'; providerId?: string } = {},
) =>
  good(
    await receiveSms(world, TWILIO, {
      providerId: more.providerId ?? `SM${String((sids += 1)).padStart(32, '0')}`,
      from,
      to: '+14065550100',
      body,
      optOutType: more.optOutType ?? null,
      media: [],
      at: world.clock.now(),
    }),
  );

/** A person texts, and the text is understood. Answers with what it was taken for. */
export const texts = async (
  world: TestWorld,
  from: string,
  body: string,
  more: Parameters<typeof arrives>[3] = {},
) => {
  const { replyId } = await arrives(world, from, body, more);
  const { meaning } = good(await understandReply(world, { replyId }));
  return { replyId, meaning };
};

/** The words of what is planned for a member and was not by an alert. */
export const told = async (world: TestWorld, memberId: string): Promise<string[]> =>
  (
    await rows(
      world,
      `select coalesce(w.sms_text, w.email_text) as words from delivery d join wording w on w.id = d.wording_id
       where d.recipient_id = '${memberId}' and d.source_kind not in ('alert', 'nudge') order by d.id`,
    )
  ).map((row) => String(row.words));

export const pointState = async (world: TestWorld, id: string) =>
  (await rows(world, `select state, state_reason as reason from contact_point where id = '${id}'`))[0];
export const replyRow = async (world: TestWorld, id: string) =>
  (await rows(world, `select * from reply where id = '${id}'`))[0];
export const threadOf = async (world: TestWorld, memberId: string) =>
  (await rows(world, `select * from conversation where member_id = '${memberId}'`))[0];
