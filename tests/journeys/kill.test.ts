import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStage, until, type Stage } from './stage.ts';

/**
 * Promises 1 and 2 against the worst that can happen to a process: the real Worker, killed with SIGKILL at
 * random moments of a send and started again, ten times over. What the carrier accepted is told by the
 * exchange, which goes on meanwhile and whose callbacks find nobody while the Worker is down.
 */
const PEOPLE = 2_000;
const KILLS = 10;
/** Twelve are released at once, and a consumer sends two pages side by side. */
const BLOCK = 24;
/** A claim is taken for dead after five minutes; an unclear text is given up after thirty. */
const CLAIM_IS_DEAD_MS = 6 * 60_000;
const GIVEN_UP_MS = 31 * 60_000;
const MINUTE = '* * * * *';

const seed = Number(process.env.KILL_SEED ?? Date.now() % 1_000_000);
let state = seed;
/** A number from 0 to 1, the same for the same seed. */
const chance = (): number => {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
};

const phoneOf = (no: number) => `+1406${String(2_220_000 + no)}`;

interface Row {
  id: number;
  member_id: string;
  state: string;
}
let stage: Stage;
let alertId = '';

const rows = async (): Promise<Row[]> => {
  const found: Row[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: { data: Row[]; next_cursor: string | null } = await stage.api(
      'GET',
      `/alerts/${alertId}/deliveries?limit=500${cursor ? `&cursor=${cursor}` : ''}`,
    );
    found.push(...page.data);
    cursor = page.next_cursor;
  }
  return found;
};
const counted = (list: Row[]) => {
  const counts: Record<string, number> = {};
  for (const row of list) counts[row.state] = (counts[row.state] ?? 0) + 1;
  return counts;
};
const accepted = async (): Promise<number> =>
  ((await (await fetch(`${stage.exchangeUrl}/_exchange/health`)).json()) as { texts: number }).texts;

/** Whether no more texts were accepted within two seconds. */
const standsStill = async (ask: () => Promise<number>): Promise<boolean> => {
  const before = await ask();
  await pause(2_000);
  return (await ask()) === before;
};

/** What the clock that takes up dead claims found since the Worker was last started. */
const recovered = (): { again: number; accepted: number; unknown: number } => {
  const runs = [...stage.said().matchAll(/\{[^{}\n]*"clock\.ran"[^{}\n]*\}/g)]
    .map(([line]) => JSON.parse(line) as { name: string; again: number; accepted: number; unknown: number })
    .filter((run) => run.name === 'delivery.recover');
  const sum = (key: 'again' | 'accepted' | 'unknown') => runs.reduce((all, run) => all + run[key], 0);
  return { again: sum('again'), accepted: sum('accepted'), unknown: sum('unknown') };
};

beforeAll(async () => {
  console.log(`moments of the kills: KILL_SEED=${seed}`);
  stage = await openStage('empty');
  const lines = Array.from(
    { length: PEOPLE },
    (_, no) => `First${no},Last${no},superintendent,${phoneOf(no)},America/Denver,2026-01-05,form`,
  );
  const imported = await stage.raw(
    'POST',
    '/imports/members',
    `first_name,last_name,kind,mobile,zone,sms_consent_on,sms_consent_source\n${lines.join('\n')}\n`,
    'text/csv',
  );
  if (!imported.ok) throw new Error(`The import answered ${imported.status}: ${await imported.text()}`);
  const [organization] = (await stage.api<{ data: { id: string }[] }>('GET', '/organizations')).data;
  ({ id: alertId } = await stage.api<{ id: string }>('POST', '/alerts', {
    kind: 'update',
    title: 'HB 203',
    organization_id: organization?.id,
    sms_text: 'HB 203 passed.',
    send_sms: true,
    send_email: false,
    audience: {},
    deadline_at: new Date(Date.now() + stage.clockOffset + 5 * 24 * 3_600_000).toISOString(),
  }));
  await stage.api('POST', `/alerts/${alertId}/proposal`, {});
  const preview = await stage.api<{ hash: string; people: number }>('GET', `/alerts/${alertId}/preview`);
  await stage.api('POST', `/alerts/${alertId}/approval`, {
    hash: preview.hash,
    audience_count: preview.people,
    reason: 'One person at work',
  });
}, 120_000);
afterAll(() => stage?.stop(), 30_000);

test('killed ten times in the middle of a send: nobody twice, nobody lost, no more than one block in doubt each time', async () => {
  await stage.api('POST', `/alerts/${alertId}/launch`, {});
  const doubts: number[] = [];
  for (let kill = 1; kill <= KILLS; kill += 1) {
    const before = await accepted();
    await until('the send to go on', accepted, (texts) => texts > before);
    await pause(chance() * 1_500);
    const at = await accepted();
    expect(at, 'the send is not over').toBeLessThan(PEOPLE);
    await stage.crash();
    await stage.restart(CLAIM_IS_DEAD_MS);
    await stage.ring(MINUTE);
    const found = recovered();
    console.log(`kill ${kill} at ${at} of ${PEOPLE}: ${JSON.stringify(found)}`);
    doubts.push(found.unknown);
  }
  expect(Math.max(...doubts)).toBeLessThanOrEqual(BLOCK);

  // What a clock plans again is handed out by the next one; a minute takes no minute here.
  const open = (counts: Record<string, number>) =>
    (counts.planned ?? 0) + (counts.waiting ?? 0) + (counts.submitting ?? 0);
  for (let tries = 0; tries < 4 && open(counted(await rows())) > 0; tries += 1) {
    await stage.crash();
    await stage.restart(CLAIM_IS_DEAD_MS);
    await stage.ring(MINUTE);
    await until('the send to stand still', () => standsStill(accepted), Boolean);
  }
  const within = await rows();
  await stage.crash();
  await stage.restart(GIVEN_UP_MS);
  await stage.ring(MINUTE);

  const texts = await stage.texts();
  const reached = new Set(texts.map((text) => text.to));
  const last = await rows();
  const unconfirmed = last.filter((row) => row.state === 'unconfirmed');
  console.log(JSON.stringify({ doubts, before: counted(within), after: counted(last), texts: texts.length }));
  expect(texts.length, 'nobody twice').toBe(reached.size);
  expect(last).toHaveLength(PEOPLE);
  expect(
    last.filter((row) => !['accepted', 'sent', 'delivered', 'unconfirmed'].includes(row.state)),
    'every row ends where a person can read it',
  ).toEqual([]);
  // Whoever was never released is sent; whoever the carrier had is known to be.
  expect(texts.length + unconfirmed.length).toBe(PEOPLE);
  expect(unconfirmed.length).toBeLessThanOrEqual(doubts.reduce((sum, one) => sum + one, 0));
  const reachedOf = async (list: Row[]) =>
    (await phones(list.map((row) => row.member_id))).filter((phone) => reached.has(phone));
  expect(await reachedOf(unconfirmed)).toEqual([]);
  expect(await reachedOf(within.filter((row) => row.state === 'unknown')), 'adopted within minutes').toEqual(
    [],
  );
}, 400_000);

/** The numbers of these members. */
const phones = async (ids: string[]): Promise<string[]> => {
  const found: string[] = [];
  for (const id of ids) {
    const { contact_points: points } = await stage.api<{ contact_points: { address: string }[] }>(
      'GET',
      `/members/${id}`,
    );
    found.push(...points.map((point) => point.address));
  }
  return found;
};
