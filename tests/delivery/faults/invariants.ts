import { env } from 'cloudflare:workers';
import { deliveriesOf, tallyOf } from '../../../src/delivery/index.ts';
import { listMembers } from '../../../src/people/index.ts';
import { readToken } from '../../../src/platform/tokens.ts';
import { responsesOf } from '../../../src/replies/index.ts';
import { bad, good, staffAs } from '../../support/world.ts';
import { countedTally, keptTally } from '../network.ts';
import { NEVER_SENT } from './carrier.ts';
import type { Deployment } from './deployment.ts';

/** One message that a provider took, and of which try it was. */
export interface Accepted {
  deliveryId: number;
  attempt: number;
  at: number;
  channel: 'sms' | 'email';
}

/** Everything that the providers took, read from their ledgers and not from ours. */
export const acceptedBy = async (d: Deployment): Promise<Accepted[]> => {
  const secrets = d.world().settings.linkSecrets;
  const texts = [...d.carrier.texts.values()].filter((one) => one.direction === 'outbound-api');
  return [
    ...(await Promise.all(
      texts.map(async (one): Promise<Accepted> => {
        const named = await readToken(secrets, 'status', (one.statusCallback ?? '').split('/').at(-1) ?? '');
        const [deliveryId = 0, attempt = 0] = (named ?? '').split('.').map(Number);
        return { deliveryId, attempt, at: one.createdAt - d.carrier.skewMs, channel: 'sms' };
      }),
    )),
    ...d.mail.taken.map((one): Accepted => {
      const [deliveryId = 0, attempt = 0] = one.key.split('-').map(Number);
      return { deliveryId, attempt, at: one.at, channel: 'email' };
    }),
  ];
};

interface Row {
  id: number;
  source_kind: string;
  source_id: string;
  recipient_id: string;
  channel: string;
  state: string;
  carried_by: number | null;
  deadline_at: number | null;
  due_at: number;
  urgent: number;
  zone: string | null;
  alert_state: string | null;
  /** Own hours of those who read it. */
  own: string;
}
const rowsOf = async (d: Deployment): Promise<Row[]> =>
  (
    await env.DB.prepare(
      `select d.*, m.zone, a.state as alert_state,
         (select json_group_array(json_object('from', o.texts_from, 'to', o.texts_to, 'zone', o.zone)) from member o
           where o.texts_from is not null and o.id in (select c.recipient_id from delivery c where d.id in (c.id, c.carried_by))) as own
       from delivery d left join member m on m.id = d.recipient_id
       left join alert a on a.id = d.source_id where d.recipient_id glob ?`,
    )
      .bind(`${d.mark}m*`)
      .all<Row>()
  ).results;

/** I1: a provider took at most one message of a delivery, unless it provably never sent it, or a person ordered another. */
export const neverTwice = async (d: Deployment): Promise<string[]> => {
  const rows = new Map((await rowsOf(d)).map((row) => [row.id, row]));
  const problems: string[] = [];
  const byDelivery = Map.groupBy(await acceptedBy(d), (one) => one.deliveryId);
  for (const [id, list] of byDelivery) {
    const row = rows.get(id);
    if (!row) problems.push(`I1: a message was taken of delivery ${id}, which is not ours.`);
    if (row?.carried_by)
      problems.push(`I1: delivery ${id} is carried by ${row.carried_by} and went by itself.`);
    const tries = list.toSorted((a, b) => a.attempt - b.attempt);
    for (const [at, one] of tries.slice(0, -1).entries()) {
      const next = tries[at + 1];
      if (next?.attempt === one.attempt) {
        problems.push(`I1: delivery ${id} went out twice in its attempt ${one.attempt}.`);
        continue;
      }
      const earlier = await env.DB.prepare(
        `select error_code as code, ordered_by as orderedBy from attempt where delivery_id = ? and no = ?`,
      )
        .bind(id, one.attempt)
        .first<{ code: string | null; orderedBy: string | null }>();
      if (!earlier || (earlier.orderedBy === null && !NEVER_SENT.includes(Number(earlier.code))))
        problems.push(`I1: delivery ${id} went out again after attempt ${one.attempt} without leave.`);
    }
  }
  return problems;
};

/** I2: nothing went out whose claim was written after its address was closed. */
export const stopMeansStop = async (d: Deployment): Promise<string[]> => {
  const accepted = await acceptedBy(d);
  return d.claims
    .filter((claim) => claim.suppressed === 1)
    .filter((claim) =>
      accepted.some((one) => one.deliveryId === claim.deliveryId && one.attempt === claim.attempt),
    )
    .map((claim) => `I2: delivery ${claim.deliveryId} was claimed after a stop, and went out.`);
};

/** I3: every text that a person sent exists once. */
export const everyReplyOnce = async (d: Deployment): Promise<string[]> => {
  const sent = [...d.carrier.texts.values()].filter((one) => one.direction === 'inbound');
  const { results } = await env.DB.prepare(
    `select provider_id as id, count(*) as count from reply where channel = 'sms'
     and provider_id in (select value from json_each(?)) group by 1`,
  )
    .bind(JSON.stringify(sent.map((one) => one.sid)))
    .all<{ id: string; count: number }>();
  const counts = new Map(results.map((row) => [row.id, row.count]));
  return sent
    .filter((one) => counts.get(one.sid) !== 1)
    .map((one) => `I3: the text ${one.sid} exists ${counts.get(one.sid) ?? 0} times.`);
};

const ENDED = [
  'sent',
  'delivered',
  'undelivered',
  'failed',
  'skipped',
  'on-hold',
  'expired',
  'cancelled',
  'unconfirmed',
];
/** I4: every delivery has ended, or is `unconfirmed` for a person to see. A mail may stay as its server took it. */
export const everyEnd = async (d: Deployment): Promise<string[]> =>
  (await rowsOf(d))
    .filter((row) => !ENDED.includes(row.state) && !(row.state === 'accepted' && row.channel === 'email'))
    .map((row) => `I4: delivery ${row.id} is still ${row.state}.`);

/** I5: the counts shown are the rows. */
export const countsAreRows = async (d: Deployment): Promise<string[]> => {
  const rows = await rowsOf(d);
  const problems: string[] = [];
  for (const source of new Set(rows.map((row) => row.source_id))) {
    const [kept, counted] = await Promise.all([keptTally(source), countedTally(source)]);
    if (JSON.stringify(kept) !== JSON.stringify(counted))
      problems.push(`I5: of ${source} we show ${JSON.stringify(kept)} and have ${JSON.stringify(counted)}.`);
    const own = rows.filter((row) => row.source_id === source && row.source_kind === 'alert');
    if (own.length === 0) continue;
    const tally = await tallyOf(d.world(), source);
    if (tally.sms.total + tally.email.total !== own.length)
      problems.push(`I5: the tally of ${source} does not have its ${own.length} deliveries.`);
  }
  return problems;
};

/** I6: a regional president sees nobody of another region, and a partner no person at all. */
export const nothingFromElsewhere = async (d: Deployment): Promise<string[]> => {
  const rows = await rowsOf(d);
  const west = staffAs('regional_president', { regionId: 'west' });
  const partner = staffAs('partner', { organizationId: 'other' });
  const world = d.world();
  const { results } = await env.DB.prepare(`select id from member where region_id = 'east' and id glob ?`)
    .bind(`${d.mark}m*`)
    .all<{ id: string }>();
  const elsewhere = new Set(results.map((row) => row.id));
  const problems: string[] = [];
  const alerts = new Set(rows.filter((row) => row.source_kind === 'alert').map((row) => row.source_id));
  for (const id of alerts) {
    const seen = [
      ...good(await deliveriesOf(world, west, { id, limit: 500 })).data.map((row) => row.memberId),
      ...good(await responsesOf(world, west, { alertId: id, limit: 200 })).data.map((row) => row.memberId),
    ];
    problems.push(
      ...seen
        .filter((one) => elsewhere.has(one))
        .map((one) => `I6: the president of the west sees ${one} in ${id}.`),
    );
    if (bad(await deliveriesOf(world, partner, { id })).kind !== 'forbidden')
      problems.push(`I6: a partner sees the deliveries of ${id}.`);
    if (bad(await responsesOf(world, partner, { alertId: id })).kind !== 'forbidden')
      problems.push(`I6: a partner sees the answers to ${id}.`);
  }
  if (bad(await listMembers(world, partner, {})).kind !== 'forbidden')
    problems.push('I6: a partner sees the members.');
  return problems;
};

/** I7: one answer per member and question counts, the last one, and all of them are kept. */
export const oneAnswerCounts = async (d: Deployment): Promise<string[]> => {
  const { results } = await env.DB.prepare(
    `select w.member_id as member, w.question_id as question, w.id, w.at, w.reply_id as replyId,
       (select r.answer_id from response r where r.member_id = w.member_id and r.question_id = w.question_id) as counted,
       (select r.at from response r where r.member_id = w.member_id and r.question_id = w.question_id) as countedAt,
       coalesce(w.at < a.closed_at, 1) as inTime
     from answer w join alert a on a.id = w.alert_id where w.member_id glob ?`,
  )
    .bind(`${d.mark}m*`)
    .all<{
      member: string;
      question: string;
      id: string;
      at: number;
      replyId: string | null;
      counted: string | null;
      countedAt: number | null;
      inTime: number;
    }>();
  const problems: string[] = [];
  for (const [key, answers] of Map.groupBy(results, (row) => `${row.member} ${row.question}`)) {
    const latest = Math.max(...answers.filter((row) => row.inTime === 1).map((row) => row.at));
    const [one] = answers;
    if (latest > -Infinity && one?.countedAt !== latest)
      problems.push(`I7: for ${key} the answer of ${String(one?.countedAt)} counts, not that of ${latest}.`);
    if (one && one.counted !== null && !answers.some((row) => row.id === one.counted))
      problems.push(`I7: for ${key} an answer counts that is not kept.`);
  }
  for (const [reply, answers] of Map.groupBy(
    results.filter((row) => row.replyId !== null),
    (row) => row.replyId,
  ))
    if (answers.length > 1)
      problems.push(`I7: the reply ${String(reply)} was counted ${answers.length} times.`);
  return problems;
};

const clockOf = (at: number, zone: string) => {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hour: 'numeric',
    hourCycle: 'h23',
    weekday: 'short',
  }).formatToParts(at);
  const of = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return { hour: Number(of('hour')), sunday: of('weekday') === 'Sun' };
};

const timeOf = (at: number, zone: string) =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);

/** The delivery that a request was for, out of the address of its reports. */
const deliveryIn = (callback: string): string | undefined =>
  atob((callback.split('/').at(-1) ?? '').split('.')[0] ?? '').split('.')[0];

/** Nobody was asked about again before the carrier's pause, or ours, was over. */
export const waitsAsAsked = (d: Deployment): Promise<string[]> =>
  Promise.resolve(
    d.carrier.asked.flatMap((one, at) =>
      d.carrier.asked
        .slice(0, at)
        .filter(
          (earlier) =>
            earlier.notBefore > one.at && deliveryIn(earlier.callback) === deliveryIn(one.callback),
        )
        .map((earlier) => `Wait: request ${one.no} came before its time, after ${earlier.no}.`),
    ),
  );

/** Promise 4 and the states of an alert: nothing at night, nothing too late, nothing of an alert that stands still. */
export const inItsTime = async (d: Deployment): Promise<string[]> => {
  const rows = new Map((await rowsOf(d)).map((row) => [row.id, row]));
  const problems: string[] = [];
  for (const one of await acceptedBy(d)) {
    const row = rows.get(one.deliveryId);
    if (!row) continue;
    if (row.deadline_at !== null && one.at >= row.deadline_at)
      problems.push(`Time: delivery ${row.id} went out after its deadline.`);
    const { hour, sunday } = clockOf(one.at, row.zone ?? 'America/Denver');
    if (row.channel === 'sms' && row.urgent === 0 && (hour < (sunday ? 12 : 9) || hour >= 20))
      problems.push(`Time: delivery ${row.id} went out at ${hour} o'clock where its reader is.`);
    for (const own of JSON.parse(row.own) as { from: string; to: string; zone: string | null }[]) {
      const clock = timeOf(one.at, own.zone ?? 'America/Denver');
      if (row.channel === 'sms' && row.urgent === 0 && (clock < own.from || clock >= own.to))
        problems.push(
          `Time: delivery ${row.id} went out at ${clock}, and its reader asked for ${own.from} to ${own.to}.`,
        );
    }
    const claim = d.claims.find((seen) => seen.deliveryId === one.deliveryId && seen.attempt === one.attempt);
    const live = ['alert', 'nudge'].includes(row.source_kind);
    if (live && claim && claim.pointState !== 'active')
      problems.push(`Address: delivery ${row.id} was claimed while its address was ${claim.pointState}.`);
    if (live && claim && !['sending', 'open'].includes(claim.alertState ?? ''))
      problems.push(`Time: delivery ${row.id} was claimed while its alert was ${claim.alertState}.`);
  }
  return problems;
};

/** Whatever does not hold, in words; nothing where all does. For a deployment that has come to rest. */
export const brokenPromises = async (d: Deployment): Promise<string[]> => {
  const answers: string[][] = [];
  for (const check of [
    neverTwice,
    stopMeansStop,
    everyReplyOnce,
    everyEnd,
    countsAreRows,
    nothingFromElsewhere,
    oneAnswerCounts,
    inItsTime,
    waitsAsAsked,
  ])
    answers.push(await check(d));
  return answers.flat();
};
