import { beforeAll, describe, expect, test } from 'vitest';
import {
  addActivity,
  addExpense,
  campaignGuard,
  classifyActivity,
  confirmActivity,
  confirmExpense,
  listActivities,
  listExpenses,
  listFilers,
  lobbyingClocks,
  lobbyingJobs,
  logClosedAlert,
  removeActivity,
  removeExpense,
  setFiler,
  settleCosts,
  showActivity,
  showExpense,
} from '../../src/lobbying/index.ts';
import { SYSTEM, type Who } from '../../src/platform/who.ts';
import { bad, good, staffAs } from '../support/world.ts';
import { alert, delivery, freshWorld, rows, run, settle } from './cast.ts';

const world = freshWorld();
const staff = staffAs('staff');
const clock: Who = { kind: 'clock', id: 'expense.settle' };
const ACTIVITY = {
  onDate: '2027-02-09',
  kind: 'research',
  minutes: 45,
  billId: 'hb203',
  position: 'oppose',
} as const;
const EXPENSE = {
  incurredOn: '2027-02-09',
  amountCents: 123_45,
  payee: 'Harrowgate Printing',
  purpose: 'Leaflets',
  mtCategory: 'printing',
  msCategory: null,
} as const;
const count = async (table: string) => Number((await rows(`select count(*) as n from ${table}`))[0]?.n);
const line = async (id: string) => good(await showActivity(world, staff, { id }));
const classesOf = (one: { classes: string }) =>
  (
    JSON.parse(one.classes) as { regime: string; class: string; counts: number; reason: string; by: string }[]
  ).toSorted((a, b) => a.regime.localeCompare(b.regime));
const logged = async (alertId: string) => ({
  activities: good(await listActivities(world, staff, { limit: 200 })).data.filter(
    (one) => one.alertId === alertId,
  ),
  expenses: good(await listExpenses(world, staff, { limit: 200 })).data.filter(
    (one) => one.alertId === alertId,
  ),
});

beforeAll(settle);

describe('an activity', () => {
  test('of an employee is classed by rule where the association files', async () => {
    const { id } = good(await addActivity(world, staff, ACTIVITY));
    const shown = await line(id);
    expect(shown).toMatchObject({
      organizationId: 'sam',
      personKind: 'staff_support',
      minutes: 45,
      state: 'confirmed',
      billNumber: 'HB 203',
    });
    expect(classesOf(shown)).toMatchObject([
      { regime: 'irs', class: 'direct', counts: 1, by: 'rule' },
      { regime: 'ms', class: 'c', counts: 1, by: 'rule' },
      { regime: 'mt', class: 'support', counts: 1, by: 'rule' },
    ]);
  });

  test('of a person who lobbies for pay is theirs', async () => {
    const { id } = good(
      await addActivity(world, staffAs('staff', { id: 'staff-lobbyist' }), {
        ...ACTIVITY,
        kind: 'direct_contact',
        officialId: 'hill',
      }),
    );
    expect(await line(id)).toMatchObject({
      personKind: 'staff_lobbyist',
      lobbyistId: 'theo',
      personName: 'Theo Brightwater',
    });
  });

  test('of an organization that no longer files is classed nowhere', async () => {
    const { id } = good(await addActivity(world, staff, { ...ACTIVITY, organizationId: 'charity' }));
    expect(classesOf(await line(id))).toEqual([]);
  });

  test('has limits: a day’s minutes, no day to come, no unknown thing', async () => {
    const wrong = async (more: object) =>
      bad(await addActivity(world, staff, { ...ACTIVITY, ...more })).fields?.[0]?.field;
    expect(await wrong({ minutes: 1441 })).toBe('minutes');
    expect(await wrong({ minutes: -1 })).toBe('minutes');
    expect(await wrong({ minutes: 12.5 })).toBe('minutes');
    expect(await wrong({ minutes: Number.NaN })).toBe('minutes');
    expect(await wrong({ onDate: '2027-02-10' })).toBe('onDate');
    expect(await wrong({ onDate: '2027-02-30' })).toBe('onDate');
    expect(await wrong({ kind: 'golf' })).toBe('kind');
    expect(await wrong({ officialId: 'nobody' })).toBe('officialId');
    expect(await wrong({ billId: 'nothing' })).toBe('billId');
    expect(await wrong({ organizationId: 'nowhere' })).toBe('organizationId');
    expect(await wrong({ kind: 'direct_contact' })).toBe('officialId');
    good(await addActivity(world, staff, { ...ACTIVITY, onDate: '2027-02-07', minutes: 1440 }));
    expect(await wrong({ onDate: '2027-02-07', minutes: 1 })).toBe('minutes');
    good(
      await addActivity(world, staff, {
        ...ACTIVITY,
        minutes: 0,
        kind: 'testimony',
        note: 'House Education',
      }),
    );
  });

  test('from a form sent twice is one line and one entry of the journal', async () => {
    const before = [await count('activity'), await count('journal')];
    for (let times = 0; times < 2; times += 1)
      good(await addActivity(world, staff, { ...ACTIVITY, id: '01TWICE' }));
    expect([await count('activity'), await count('journal')]).toEqual(before.map((one) => one + 1));
  });

  test('is decided by a person with a reason that stays with it', async () => {
    const { id } = good(await addActivity(world, staff, ACTIVITY));
    const decision = {
      id,
      regime: 'ms',
      class: 'not_counted',
      counts: false,
      reason: 'Read for another purpose.',
    };
    expect(bad(await classifyActivity(world, staff, { ...decision, reason: 'no' })).fields).toMatchObject([
      { field: 'reason' },
    ]);
    expect(bad(await classifyActivity(world, staff, { ...decision, class: 'z' })).fields).toMatchObject([
      { field: 'class' },
    ]);
    expect(bad(await classifyActivity(world, staff, { ...decision, counts: true })).fields).toMatchObject([
      { field: 'counts' },
    ]);
    expect(bad(await classifyActivity(world, staff, { ...decision, regime: 'lda' })).kind).toBe('conflict');
    expect(bad(await classifyActivity(world, staff, { ...decision, id: 'none' })).kind).toBe('missing');
    good(await classifyActivity(world, staff, decision));
    expect(classesOf(await line(id)).filter((one) => one.regime !== 'irs')).toMatchObject([
      {
        regime: 'ms',
        class: 'not_counted',
        counts: 0,
        by: 'staff-staff',
        reason: 'Read for another purpose.',
      },
      { regime: 'mt', class: 'support', counts: 1, by: 'rule' },
    ]);
  });

  test('is removed once, and is then in no list', async () => {
    const { id } = good(await addActivity(world, staff, ACTIVITY));
    good(await removeActivity(world, staff, { id }));
    expect(bad(await removeActivity(world, staff, { id })).kind).toBe('conflict');
    expect(bad(await removeActivity(world, staff, { id: 'none' })).kind).toBe('missing');
    expect(good(await listActivities(world, staff, { limit: 200 })).data.map((one) => one.id)).not.toContain(
      id,
    );
    expect(bad(await showActivity(world, staff, { id: 'none' })).kind).toBe('missing');
  });

  test('stands in lists by day and page', async () => {
    for (const onDate of ['2027-01-03', '2027-01-02', '2027-01-02'])
      good(await addActivity(world, staff, { ...ACTIVITY, onDate }));
    const period = { from: '2027-01-01', to: '2027-01-31' };
    const first = good(await listActivities(world, staff, { ...period, limit: 2 }));
    expect(first.data.map((one) => one.onDate)).toEqual(['2027-01-02', '2027-01-02']);
    const second = good(await listActivities(world, staff, { ...period, limit: 2, after: first.nextCursor }));
    expect(second.data.map((one) => one.onDate)).toEqual(['2027-01-03']);
    expect(second.nextCursor).toBeNull();
    expect(bad(await listActivities(world, staff, { from: 'yesterday' })).fields).toMatchObject([
      { field: 'from' },
    ]);
  });
});

describe('an expense', () => {
  test('is whole cents, as written', async () => {
    const { id } = good(
      await addExpense(world, staff, { ...EXPENSE, mtCategory: 'printing', msCategory: 'e' }),
    );
    expect(good(await showExpense(world, staff, { id }))).toMatchObject({
      amountCents: 12_345,
      mtCategory: 'printing',
      msCategory: 'e',
      state: 'confirmed',
      estimated: 0,
    });
    const wrong = async (more: object) =>
      bad(await addExpense(world, staff, { ...EXPENSE, ...more })).fields?.[0]?.field;
    expect(await wrong({ amountCents: 12.5 })).toBe('amountCents');
    expect(await wrong({ amountCents: -1 })).toBe('amountCents');
    expect(await wrong({ amountCents: 1e12 })).toBe('amountCents');
    expect(await wrong({ payee: ' ' })).toBe('payee');
    expect(await wrong({ purpose: '' })).toBe('purpose');
    expect(await wrong({ incurredOn: '2027-02-10' })).toBe('incurredOn');
    expect(await wrong({ mtCategory: 'gold' })).toBe('mtCategory');
    expect(await wrong({ officialId: 'nobody' })).toBe('officialId');
    expect(await wrong({ lobbyistId: 'nobody' })).toBe('organizationId');
  });

  test('from a form sent twice is one', async () => {
    const before = [await count('expense'), await count('journal')];
    for (let times = 0; times < 2; times += 1)
      good(await addExpense(world, staff, { ...EXPENSE, id: '01EXPENSE' }));
    expect([await count('expense'), await count('journal')]).toEqual(before.map((one) => one + 1));
  });

  test('is removed once', async () => {
    const { id } = good(await addExpense(world, staff, EXPENSE));
    good(await removeExpense(world, staff, { id }));
    expect(bad(await removeExpense(world, staff, { id })).kind).toBe('conflict');
    expect(bad(await removeExpense(world, staff, { id: 'none' })).kind).toBe('missing');
    expect(bad(await showExpense(world, staff, { id: 'none' })).kind).toBe('missing');
    expect(good(await listExpenses(world, staff, { limit: 200 })).data.map((one) => one.id)).not.toContain(
      id,
    );
  });
});

describe('a closed alert', () => {
  test('becomes one solicitation and one expense, however often it is told', async () => {
    const id = await alert(world);
    await delivery(id, 'ned', { price: 8_300 });
    const first = await delivery(id, 'carla', { price: 8_300, fee: 3_000 });
    await delivery(id, 'lobby', { carriedBy: first });
    await delivery(id, 'partner', { price: 8_300, state: 'undelivered' });
    await delivery(id, 'ned', { channel: 'email' });
    await delivery(id, 'ned', { kind: 'nudge', price: 8_300 });
    await lobbyingJobs['alert.closed'](world, { alertId: id });
    const journal = await count('journal');
    expect(good(await logClosedAlert(world, SYSTEM, { alertId: id }))).toEqual({ logged: false });
    expect(await count('journal')).toBe(journal);
    const { activities, expenses } = await logged(id);
    expect(activities).toMatchObject([
      {
        kind: 'solicitation_of_members',
        state: 'draft',
        method: 'sms',
        reachMembers: 3,
        reachNonMembers: 1,
        billId: 'hb203',
        position: 'oppose',
        personKind: 'none',
      },
    ]);
    expect(classesOf(activities[0] ?? { classes: '[]' }).map((one) => `${one.regime} ${one.class}`)).toEqual([
      'irs public',
      'ms e',
      'mt support',
    ]);
    const prices = await rows(
      `select sum(coalesce(price_micros, 0) + coalesce(fee_micros, 0)) as micros from delivery where source_id = '${id}'`,
    );
    expect(prices).toEqual([{ micros: 36_200 }]);
    expect(expenses).toMatchObject([
      { amountCents: 4, estimated: 0, state: 'draft', msCategory: 'e', mtCategory: null },
    ]);
  });

  test('is an estimate until the carrier has told every price, then settles, confirmed or not', async () => {
    const id = await alert(world);
    await delivery(id, 'ned', { price: 20_000 });
    await delivery(id, 'carla', {});
    await delivery(id, 'lobby', { state: 'failed' });
    good(await logClosedAlert(world, SYSTEM, { alertId: id }));
    const [expense] = (await logged(id)).expenses;
    expect(expense).toMatchObject({ amountCents: 4, estimated: 1 });
    expect((await logged(id)).activities).toMatchObject([{ reachMembers: 2 }]);
    expect(good(await settleCosts(world, clock, {}))).toEqual({ settled: 0 });
    good(
      await confirmExpense(world, staff, { id: expense?.id ?? '', mtCategory: 'telephone', msCategory: 'e' }),
    );
    await run(
      `update delivery set price_micros = 11000 where source_id = '${id}' and recipient_id = 'carla'`,
    );
    expect(await lobbyingClocks.minute['expense.settle'](world)).toEqual({ settled: 1 });
    expect((await logged(id)).expenses).toMatchObject([
      { amountCents: 3, estimated: 0, state: 'confirmed', mtCategory: 'telephone' },
    ]);
    expect(good(await settleCosts(world, clock, {}))).toEqual({ settled: 0 });
    expect(bad(await confirmExpense(world, staff, { id: expense?.id ?? '' })).kind).toBe('conflict');
    expect(bad(await confirmExpense(world, staff, { id: 'none' })).kind).toBe('missing');
  });

  test('keeps the category that it was drafted with, unless a person chose another or none', async () => {
    const confirmed = async (choice: { mtCategory: 'telephone' | null; msCategory?: 'f' | null }) => {
      const id = await alert(world);
      await delivery(id, 'ned', { price: 8_300 });
      good(await logClosedAlert(world, SYSTEM, { alertId: id }));
      good(await confirmExpense(world, staff, { id: (await logged(id)).expenses[0]?.id ?? '', ...choice }));
      const [{ mtCategory, msCategory } = {}] = (await logged(id)).expenses;
      return [mtCategory, msCategory];
    };

    expect(await confirmed({ mtCategory: 'telephone' })).toEqual(['telephone', 'e']);
    expect(await confirmed({ mtCategory: null, msCategory: 'f' })).toEqual([null, 'f']);
    expect(await confirmed({ mtCategory: null, msCategory: null })).toEqual([null, null]);
  });

  test('is confirmed with the minutes that it took', async () => {
    const id = await alert(world);
    await delivery(id, 'ned', { price: 8_300 });
    good(await logClosedAlert(world, SYSTEM, { alertId: id }));
    const draft = (await logged(id)).activities[0]?.id ?? '';
    expect(bad(await confirmActivity(world, staff, { id: draft, minutes: 1441 })).fields).toMatchObject([
      { field: 'minutes' },
    ]);
    good(await confirmActivity(world, staff, { id: draft, minutes: 30 }));
    expect(await line(draft)).toMatchObject({ state: 'confirmed', minutes: 30 });
    expect(bad(await confirmActivity(world, staff, { id: draft, minutes: 30 })).kind).toBe('conflict');
    expect(bad(await confirmActivity(world, staff, { id: 'none' })).kind).toBe('missing');
  });

  test('by email alone has no message cost', async () => {
    const id = await alert(world);
    await delivery(id, 'ned', { channel: 'email' });
    good(await logClosedAlert(world, SYSTEM, { alertId: id }));
    expect((await logged(id)).activities).toMatchObject([{ method: 'email', reachMembers: 1 }]);
    expect((await logged(id)).expenses).toEqual([]);
  });

  test('that asked for nothing is no lobbying, and an unknown one is told so', async () => {
    expect(
      good(await logClosedAlert(world, SYSTEM, { alertId: await alert(world, { kind: 'update' }) })),
    ).toEqual({ logged: false });
    expect(bad(await logClosedAlert(world, SYSTEM, { alertId: 'none' })).kind).toBe('missing');
  });
});

describe('the campaign ban', () => {
  const smsText = 'Please re-elect Rep. Smith';
  test('holds a charity’s alert that speaks of a candidate, and no other', async () => {
    const charity = await alert(world, { organization: 'charity', smsText });
    expect(await campaignGuard.check(world, charity)).toMatchObject({ rule: 'campaign-ban' });
    expect((await campaignGuard.check(world, charity))?.message).toContain('"re-elect"');
    expect(
      await campaignGuard.check(
        world,
        await alert(world, { organization: 'charity', smsText: 'Vote for HB 203' }),
      ),
    ).toBeNull();
    expect(await campaignGuard.check(world, await alert(world, { organization: 'sam', smsText }))).toBeNull();
    expect(await campaignGuard.check(world, 'none')).toBeNull();
  });
});

test('an organization files from a day on, and its log is classed from then', async () => {
  const director = staffAs('director');
  good(await setFiler(world, director, { organizationId: 'pec', regime: 'ms', fromOn: '2027-02-01' }));
  const before = good(
    await addActivity(world, staff, { ...ACTIVITY, organizationId: 'pec', onDate: '2027-01-31' }),
  );
  const after = good(
    await addActivity(world, staff, { ...ACTIVITY, organizationId: 'pec', onDate: '2027-02-01' }),
  );
  expect(classesOf(await line(before.id))).toEqual([]);
  expect(classesOf(await line(after.id)).map((one) => one.regime)).toEqual(['ms']);
  good(
    await setFiler(world, director, {
      organizationId: 'pec',
      regime: 'ms',
      fromOn: '2027-02-01',
      toOn: '2027-12-31',
    }),
  );
  const { filers, lobbyists } = good(await listFilers(world, staff, {}));
  expect(filers.find((one) => one.organizationId === 'pec')).toMatchObject({
    regime: 'ms',
    toOn: '2027-12-31',
  });
  expect(lobbyists.map((one) => one.name)).toContain('Theo Brightwater');
  expect(
    bad(await setFiler(world, director, { organizationId: 'nowhere', regime: 'ms', fromOn: '2027-02-01' }))
      .fields,
  ).toMatchObject([{ field: 'organizationId' }]);
  expect(
    bad(
      await setFiler(world, director, {
        organizationId: 'sam',
        regime: 'mt',
        fromOn: '2027-02-02',
        toOn: '2027-02-01',
      }),
    ).fields,
  ).toMatchObject([{ field: 'toOn' }]);
});

test('lines logged before an organization was known to file are classed when it is', async () => {
  const made = good(await addActivity(world, staff, { ...ACTIVITY, organizationId: 'charity' }));
  expect(classesOf(await line(made.id))).toEqual([]);
  const director = staffAs('director');
  for (const _twice of [1, 2])
    good(await setFiler(world, director, { organizationId: 'charity', regime: 'ms', fromOn: '2027-01-01' }));
  expect(classesOf(await line(made.id)).map(({ regime, counts }) => [regime, counts])).toEqual([['ms', 1]]);
});
