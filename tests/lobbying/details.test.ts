import { beforeAll, describe, expect, test } from 'vitest';
import { activityRows, compensationRows, duesRows, expenseRows } from '../../src/filings/log-row-queries.ts';
import {
  addActivity,
  addCompensation,
  addExpense,
  changeActivity,
  changeExpense,
  listCosts,
  logChoices,
  splitExpense,
} from '../../src/lobbying/index.ts';
import { bad, good, staffAs } from '../support/world.ts';
import { browserOf } from './app.ts';
import { freshWorld, rows, run, settle } from './cast.ts';

const world = freshWorld();
const staff = staffAs('staff');
const desk = browserOf(world, staff);

/** The columns of a table that the reports read. */
const readBy = (text: string, alias: string) =>
  [
    ...new Set([...text.matchAll(new RegExp(`\\b${alias}\\.([a-z_]+)`, 'g'))].map((one) => one[1] ?? '')),
  ].toSorted();
const only = async (table: string) =>
  (await rows(`select * from ${table} order by created_at desc, id desc limit 1`))[0];
/** A filled form and what its columns come to. A column stands in several where it takes more than one field. */
type Case = { fields: Record<string, string | string[]>; columns: Record<string, unknown> };

beforeAll(async () => {
  await settle();
  await run(`
    insert into filer (organization_id, regime, from_on) values ('sam', 'ma', '2027-01-01'), ('sam', 'lda', '2027-01-01');
    insert into staff (id, name, email, created_at, updated_at) values ('staff-help', 'Hanna Help', 'hanna@x.example', 0, 0);
    insert into role (id, staff_id, role, granted_at, granted_by) values ('r1', 'staff-help', 'staff', 0, 'x'), ('r2', 'staff-lobbyist', 'staff', 0, 'x');
    insert into issue (id, name, created_at) values ('funding', 'School funding', 0);
    insert into lobbyist (id, organization_id, regime, name, kind, from_on) values ('firm', 'sam', 'mt', 'Firm of Helena', 'contract', '2027-01-01')`);
});

const ACTIVITY: [Case, Case] = [
  {
    fields: {
      onDate: '2027-02-01',
      kind: 'direct_contact',
      method: 'phone',
      officialId: 'hill',
      billId: 'hb203',
      position: 'oppose',
      minutes: '60',
      person: 'staff:staff-lobbyist',
      'asked[]': ['time', 'behalf', 'subject', 'issue_areas', 'reach'],
      minutesDirect: '20',
      minutesPrep: '30',
      minutesTravel: '10',
      directedBy: 'client',
      payer: 'The district',
      issueId: 'vouchers',
      matter: 'LC 1204',
      'houses[]': ['Senate'],
      agencies: 'Department of Education',
      'issueCodes[]': ['EDU'],
      otherCodes: 'fam',
      reachMembers: '40',
      reachNonMembers: '5',
      'callsToAction[]': ['tell'],
    },
    columns: {
      on_date: '2027-02-01',
      kind: 'direct_contact',
      method: 'phone',
      official_id: 'hill',
      bill_id: 'hb203',
      position: 'oppose',
      minutes: 60,
      person_kind: 'staff_lobbyist',
      lobbyist_id: 'theo',
      staff_id: 'staff-lobbyist',
      minutes_direct: 20,
      minutes_prep: 30,
      minutes_travel: 10,
      directed_by: 'client',
      payer: 'The district',
      issue_id: 'vouchers',
      matter: 'LC 1204',
      bodies: '["Senate","Department of Education"]',
      issue_codes: '["EDU","FAM"]',
      reach_members: 40,
      reach_non_members: 5,
      calls_to_action: '["tell"]',
    },
  },
  {
    fields: {
      onDate: '2027-02-02',
      kind: 'solicitation_of_public',
      method: 'email',
      officialId: 'morigeau',
      billId: 'sb12',
      position: 'support',
      minutes: '50',
      person: 'lobbyist:firm',
      'asked[]': ['time', 'behalf', 'subject', 'issue_areas', 'reach'],
      minutesDirect: '25',
      minutesPrep: '',
      minutesTravel: '25',
      directedBy: 'independent',
      payer: 'A partner',
      issueId: 'funding',
      matter: '',
      agencies: 'Office of Public Instruction; Governor',
      otherCodes: 'BUD, SCI',
      reachMembers: '',
      reachNonMembers: '500',
      'callsToAction[]': ['contact', 'mechanism'],
    },
    columns: {
      on_date: '2027-02-02',
      kind: 'solicitation_of_public',
      method: 'email',
      official_id: 'morigeau',
      bill_id: 'sb12',
      position: 'support',
      minutes: 50,
      person_kind: 'contract_lobbyist',
      lobbyist_id: 'firm',
      staff_id: null,
      minutes_direct: 25,
      minutes_prep: null,
      minutes_travel: 25,
      directed_by: 'independent',
      payer: 'A partner',
      issue_id: 'funding',
      matter: null,
      bodies: '["Office of Public Instruction","Governor"]',
      issue_codes: '["BUD","SCI"]',
      reach_members: null,
      reach_non_members: 500,
      calls_to_action: '["contact","mechanism"]',
    },
  },
];
/** Asked one by one, where the answer changes a class. */
const ANSWERED = {
  branch: ['legislative', 'executive'],
  level: ['federal', 'state'],
  asks_non_members: ['yes', 'no'],
} as const;

const EXPENSE: [Case, Case] = [
  {
    fields: {
      incurredOn: '2027-02-01',
      amount: '90.00',
      payee: 'Hotel',
      purpose: 'Dinner',
      mtCategory: 'entertainment',
      msCategory: 'f',
      'categories-ma': 'meals',
      'categories-lda': 'lobbying',
      'categories-irs': 'direct',
      officialId: 'hill',
      billId: 'hb203',
      personalLiving: '1',
      'asked[]': ['payment', 'event', 'officials', 'share', 'contribution', 'tax'],
      paidOn: '2027-02-03',
      payeeAddress: '1 Main Street',
      lobbyistId: 'theo',
      place: 'Helena',
      attendees: 'Ada Hill; Ned Harrowgate',
      eventName: 'Legislative dinner',
      eventAllInvited: '1',
      attendance: '120',
      officialsAttending: '60',
      'part-0-official': 'hill',
      'part-0-share': '30.00',
      'part-1-official': 'smith',
      'part-1-family': '1',
      'part-2-official': 'morigeau',
      shareOf: '3',
      shareWhole: '10',
      shareMethod: 'hours',
      candidate: 'Ada Hill',
      office: 'Senate 12',
      contributionOn: '2027-02-01',
      isOverhead: '1',
      isThirdPartyLobbying: '1',
      activityId: 'line',
    },
    columns: {
      incurred_on: '2027-02-01',
      amount_cents: 9000,
      payee: 'Hotel',
      purpose: 'Dinner',
      mt_category: 'entertainment',
      ms_category: 'f',
      official_id: 'hill',
      bill_id: 'hb203',
      personal_living: 1,
      paid_on: '2027-02-03',
      payee_address: '1 Main Street',
      lobbyist_id: 'theo',
      place: 'Helena',
      attendees: '["Ada Hill","Ned Harrowgate"]',
      event_name: 'Legislative dinner',
      event_all_invited: 1,
      attendance: 120,
      officials_attending: 60,
      beneficiaries: JSON.stringify([
        { officialId: 'hill', shareCents: 3000, family: false },
        { officialId: 'smith', shareCents: 3000, family: true },
        { officialId: 'morigeau', shareCents: 3000, family: false },
      ]),
      allocation: '{"method":"hours","numerator":3,"denominator":10}',
      contribution: '{"candidate":"Ada Hill","office":"Senate 12","on":"2027-02-01"}',
      is_overhead: 1,
      is_third_party_lobbying: 1,
      activity_id: 'line',
    },
  },
  {
    fields: {
      incurredOn: '2027-02-02',
      amount: '10.00',
      payee: 'Printer',
      purpose: 'Fact sheets',
      mtCategory: 'printing',
      msCategory: 'g',
      'categories-ma': 'printing',
      'categories-lda': 'not_reported',
      'categories-irs': 'campaign',
      billId: 'sb12',
      'asked[]': ['payment', 'event', 'officials', 'share', 'contribution', 'tax'],
      payeeAddress: '2 Main Street',
      lobbyistId: 'firm',
      attendees: '',
      attendance: '7',
      officialsAttending: '2',
    },
    columns: {
      incurred_on: '2027-02-02',
      amount_cents: 1000,
      payee: 'Printer',
      purpose: 'Fact sheets',
      mt_category: 'printing',
      ms_category: 'g',
      official_id: null,
      bill_id: 'sb12',
      personal_living: 0,
      paid_on: null,
      payee_address: '2 Main Street',
      lobbyist_id: 'firm',
      place: null,
      attendees: null,
      event_name: null,
      event_all_invited: null,
      attendance: 7,
      officials_attending: 2,
      beneficiaries: null,
      allocation: null,
      contribution: null,
      is_overhead: null,
      is_third_party_lobbying: null,
      activity_id: null,
    },
  },
];

describe('every column that a report reads', () => {
  // Who files is chosen when a line is logged; state, amendment time and origin are the log's own.
  const OWN = ['id', 'organization_id', 'state', 'updated_at', 'alert_id'];

  test('of an activity is written by the form, and corrected by it', async () => {
    const covered = [...Object.keys(ACTIVITY[0].columns), ...Object.keys(ANSWERED)];
    expect(
      readBy(activityRows.text, 'v').filter((one) => !OWN.includes(one) && !covered.includes(one)),
    ).toEqual([]);
    expect((await desk.post('/log/activities', ACTIVITY[0].fields)).status).toBe(303);
    const made = await only('activity');
    expect(made).toMatchObject(ACTIVITY[0].columns);
    expect((await desk.post(`/log/activities/${String(made?.id)}/edit`, ACTIVITY[1].fields)).to).toContain(
      'done=changed',
    );
    expect(await only('activity')).toMatchObject(ACTIVITY[1].columns);
    for (const at of [0, 1]) {
      const answers = Object.fromEntries(
        Object.entries(ANSWERED).map(([column, said]) => [
          column === 'asks_non_members' ? 'asksNonMembers' : column,
          said[at] ?? '',
        ]),
      );
      expect((await desk.post(`/log/activities/${String(made?.id)}/answers`, answers)).status).toBe(303);
      expect(await only('activity')).toMatchObject(
        at === 0
          ? { branch: 'legislative', level: 'federal', asks_non_members: 1 }
          : { branch: 'executive', level: 'state', asks_non_members: 0 },
      );
    }
    await desk.post(`/log/activities/${String(made?.id)}/answers`, { level: 'unsaid' });
    expect(await only('activity')).toMatchObject({ level: null, branch: 'executive' });
  });

  test('of an expense is written by the form, and corrected by it', async () => {
    // An estimate is what the carrier has not told yet.
    const covered = [...Object.keys(EXPENSE[0].columns), 'estimated', ...OWN];
    expect(readBy(expenseRows.text, 'e').filter((one) => !covered.includes(one))).toEqual([]);
    await run(`
      insert into activity (id, organization_id, on_date, person_kind, kind, directed_by, state, created_at, created_by, updated_at)
      values ('line', 'sam', '2027-02-01', 'none', 'event', 'client', 'confirmed', 0, 'x', 0)`);
    expect((await desk.post('/log/expenses', EXPENSE[0].fields)).status).toBe(303);
    const made = await only('expense');
    expect(made).toMatchObject(EXPENSE[0].columns);
    expect(good(await listCosts(world, staff, { id: 'line' }))).toMatchObject([
      { purpose: 'Dinner', amountCents: 9000 },
    ]);
    expect((await desk.get('/log/activities/line')).page).toContain('Dinner');
    const form = (await desk.get(`/log/expenses/${String(made?.id)}/edit`)).page;
    for (const shown of [
      'Legislative dinner',
      'Ada Hill; Ned Harrowgate',
      'value="30.00"',
      'Senate 12',
      'value="120"',
    ])
      expect(form).toContain(shown);
    expect((await desk.post(`/log/expenses/${String(made?.id)}/edit`, EXPENSE[1].fields)).status).toBe(303);
    expect(await only('expense')).toMatchObject(EXPENSE[1].columns);
    // Its own page asks for a category in each state where the association files.
    await run(`update expense set state = 'draft'`);
    const { page } = await desk.get(`/log/expenses/${String(made?.id)}`);
    await run(`update expense set state = 'confirmed'`);
    expect(page).toContain('Montana category');
    expect(page).toContain('Mississippi category');
  });

  test('of pay and dues is written by the form', async () => {
    const pay = {
      person: 'staff:staff-help',
      fromOn: '2027-01-01',
      toOn: '2027-01-31',
      pay: '4,000',
      benefits: '500',
      'counted[]': ['health'],
      hours: '160',
      allLobbying: '1',
    };
    const paid = {
      person_name: 'Hanna Help',
      staff_id: 'staff-help',
      lobbyist_id: null,
      from_on: '2027-01-01',
      to_on: '2027-01-31',
      pay_cents: 400_000,
      benefit_cents: 50_000,
      total_minutes: 9600,
      all_lobbying: 1,
    };
    expect(readBy(compensationRows.text, 'k').filter((one) => !OWN.includes(one) && !(one in paid))).toEqual(
      [],
    );
    expect((await desk.post('/log/pay', pay)).status).toBe(303);
    expect(await only('compensation_period')).toMatchObject(paid);
    expect((await desk.post('/log/pay', pay)).page).toContain('is there already');
    const given = {
      receivedOn: '2027-02-01',
      amount: '300',
      kind: 'contribution',
      payer: 'Drummond',
      payerKind: 'district',
      payerAddress: '1 Main Street',
      earmarked: '1',
      issueId: 'vouchers',
      earmark: 'HB 203',
      notice: '30',
    };
    const received = {
      received_on: '2027-02-01',
      amount_cents: 30_000,
      kind: 'contribution',
      payer: 'Drummond',
      payer_kind: 'district',
      payer_address: '1 Main Street',
      earmarked: 1,
      issue_id: 'vouchers',
      earmark: 'HB 203',
      notice_cents: 3000,
    };
    expect(readBy(duesRows.text, 'd').filter((one) => !OWN.includes(one) && !(one in received))).toEqual([]);
    expect((await desk.post('/log/dues', given)).status).toBe(303);
    expect(await only('dues_receipt')).toMatchObject(received);
  });

  test('is written by the verbs too: what is left out stays, and null takes it out', async () => {
    const line = {
      onDate: '2027-02-03',
      kind: 'research',
      minutes: 15,
      billId: 'hb203',
      staffId: 'staff-lobbyist',
      payer: 'A partner',
      bodies: ['Governor'],
      issueCodes: ['EDU'],
      matter: 'LC 9',
      occasionKey: 'call-1',
      level: 'state',
      branch: 'executive',
      asksNonMembers: true,
      coveredOfficial: false,
      reachMembers: 3,
      reachNonMembers: 4,
      callsToAction: ['tell'],
      directedBy: 'client',
    } as const;
    const { id } = good(
      await addActivity(world, staff, {
        ...line,
        bodies: [...line.bodies],
        issueCodes: [...line.issueCodes],
        callsToAction: [...line.callsToAction],
      }),
    );
    const kept = {
      payer: 'A partner',
      bodies: '["Governor"]',
      matter: 'LC 9',
      occasion_key: 'call-1',
      covered_official: 0,
      reach_non_members: 4,
      staff_id: 'staff-lobbyist',
    };
    expect(await only('activity')).toMatchObject(kept);
    const core = { id, onDate: '2027-02-03', kind: 'research', minutes: 20 } as const;
    good(await changeActivity(world, staff, core));
    expect(await only('activity')).toMatchObject({ ...kept, minutes: 20 });
    good(
      await changeActivity(world, staff, {
        ...core,
        payer: null,
        bodies: null,
        coveredOfficial: null,
        officer: true,
      }),
    );
    expect(await only('activity')).toMatchObject({
      payer: null,
      bodies: null,
      covered_official: null,
      person_kind: 'officer',
      staff_id: null,
      lobbyist_id: null,
    });
    const spend = {
      incurredOn: '2027-02-03',
      amountCents: 1001,
      payee: 'P',
      purpose: 'Q',
      mtCategory: 'travel',
      msCategory: 'f',
      categories: { ma: 'travel' },
    } as const;
    const expense = good(
      await addExpense(world, staff, {
        ...spend,
        reimbursedTo: 'Theo',
        isTravel: true,
        isCapital: true,
        eventAllInvited: false,
        beneficiaries: [{ officialId: 'hill', shareCents: 501 }],
      }),
    );
    good(await changeExpense(world, staff, { id: expense.id, ...spend, isCapital: null }));
    expect(await only('expense')).toMatchObject({
      reimbursed_to: 'Theo',
      is_travel: 1,
      is_capital: null,
      event_all_invited: 0,
    });
    const { ids } = good(
      await splitExpense(world, staff, { id: expense.id, parts: [{ share: 1 }, { share: 1 }] }),
    );
    const parts = await rows(
      `select amount_cents, beneficiaries, reimbursed_to from expense where id in ('${ids.join("','")}') order by id`,
    );
    expect(parts).toEqual([
      {
        amount_cents: 501,
        reimbursed_to: 'Theo',
        beneficiaries: '[{"officialId":"hill","family":false,"shareCents":251}]',
      },
      {
        amount_cents: 500,
        reimbursed_to: 'Theo',
        beneficiaries: '[{"officialId":"hill","family":false,"shareCents":250}]',
      },
    ]);
  });
});

describe('details of an entry', () => {
  test('are asked only where a regime of the organization asks, and say which', async () => {
    const page = (await desk.get('/log/expenses/new')).page;
    expect(page).toContain('Mississippi tells an event for the whole legislature by its attendance');
    expect(page).toContain('Campaign contribution');
    await run(`update filer set to_on = '2027-01-31' where regime <> 'mt'`);
    const narrow = (await desk.get('/log/expenses/new')).page;
    expect(narrow).not.toContain('Mississippi');
    expect(narrow).not.toContain('name="candidate"');
    expect(narrow).toContain('Montana wants the calculation kept');
    const activity = (await desk.get('/log/activities/new')).page;
    expect(activity).not.toContain('issueCodes');
    expect(activity).toContain('LC 1204');
    expect((await desk.get('/log/activities/new?onDate=2027-01-20&person=staff:staff-help')).page).toMatch(
      /value="staff:staff-help" selected/,
    );
    await run(`update filer set to_on = null where organization_id = 'sam'`);
  });

  test('that contradict each other are refused beside the field, with all that was written', async () => {
    const [{ fields }] = EXPENSE;
    for (const [wrong, message] of [
      [{ officialsAttending: '121' }, 'More officials came than people'],
      [{ shareOf: '11' }, 'more than the whole'],
      [{ shareWhole: 'ten' }, 'whole number'],
      [{ 'part-0-share': '95.00' }, 'more than the amount'],
      [{ 'part-0-official': 'nobody' }, 'An official is not known'],
      [{ candidate: '' }, 'Name the candidate'],
      [{ activityId: 'nothing' }, 'is not known here'],
    ] as const) {
      const { status, page } = await desk.post('/log/expenses', { ...fields, ...wrong });
      expect([message, status, page.includes(message)]).toEqual([message, 422, true]);
      expect(page).toContain('Legislative dinner');
      expect(page).toContain('<details class="more-fields" open');
    }
    const line = await desk.post('/log/activities', { ...ACTIVITY[0].fields, otherCodes: 'SCHOOL' });
    expect([line.status, line.page.includes('three capitals'), line.page.includes('LC 1204')]).toEqual([
      422,
      true,
      true,
    ]);
    expect(
      (await desk.post('/log/activities', { ...ACTIVITY[0].fields, person: 'staff:nobody' })).page,
    ).toContain('keeps no log here');
    expect(
      (await desk.post('/log/activities', { ...ACTIVITY[0].fields, person: 'lobbyist:nobody' })).page,
    ).toContain('is not named for this day');
    expect(
      bad(await addCompensation(world, staff, { fromOn: '2026-01-01', toOn: '2026-01-31', payCents: 1 }))
        .fields?.[0]?.message,
    ).toBe('Choose who was paid.');
    expect(good(await logChoices(world, staff, { from: '2027-01-01', to: '2027-02-28' })).staff).toHaveLength(
      2,
    );
  });
});
