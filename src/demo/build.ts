import {
  addTalkingPoints,
  approveAlert,
  draftAlert,
  previewAlert,
  proposeAlert,
  publishTalkingPoints,
  shareTalkingPoints,
} from '../alerts/index.ts';
import { launchAlert } from '../delivery/index.ts';
import { refreshObligations } from '../filings/index.ts';
import {
  addBill,
  addBillEvent,
  addIssue,
  assignReachByZip,
  importCommittees,
  importCongress,
  importOfficials,
  importReach,
  rankPriorities,
  setPosition,
  startLegislativeSession,
} from '../legislature/index.ts';
import { addActivity, addContactReport, addExpense, addLobbyist } from '../lobbying/index.ts';
import { addOrganization, importDistricts, importMembers, listRegions } from '../people/index.ts';
import { addDays, instantOf, localDate } from '../platform/days.ts';
import type { Who } from '../platform/who.ts';
import type { World } from '../platform/world.ts';
import { addStaff, setStaffPhone } from '../staff/index.ts';
import {
  committeesJson,
  congressJson,
  districtsCsv,
  membersCsv,
  officialsJson,
  reachCsv,
  staff,
  staffEmail,
  zipsJson,
} from './cast.ts';
import { must } from './must.ts';

const ZONE = 'America/Denver';

const VOUCHER_POINTS = `## HB 203 moves public money out of the school fund

* It moves about **$11.2 million** a year out of the fund that every district draws on.
* Small districts cannot spread a fixed cost over fewer students.
* Private programs under the bill report neither results nor enrolment.

**Ask:** please vote no in committee, or amend out section 4.`;

const FEDERAL_POINTS = `## Rural education: what we ask of the delegation

* Keep **Title II-A** whole: it pays for the only training many small districts can offer.
* Reauthorize **Secure Rural Schools** before the county payments lapse.
* Fund IDEA at the level promised in 1975, step by step: this year, one step.

**Ask:** name one of these three in your letter to the appropriators.`;

/** Builds the fictional association through the verbs that the console uses, up to an alert that is out. */
export const buildDemo = async (world: World, who: Who, associationId: string): Promise<void> => {
  const now = world.clock.now();
  const today = localDate(now, ZONE);
  const { id: partnerId } = await must(
    addOrganization(world, who, {
      name: 'Public Education Coalition',
      shortName: 'PEC',
      kind: 'partner',
      taxStatus: '501c4',
    }),
  );
  await must(
    importDistricts(world, who, { content: districtsCsv(), fileName: 'districts.csv', source: 'the demo' }),
  );
  await must(
    importMembers(world, who, { content: membersCsv(addDays(today, -40)), fileName: 'members.csv' }),
  );
  await must(importOfficials(world, who, { file: officialsJson(today), fileName: 'officials.json' }));
  await must(importCommittees(world, who, { file: committeesJson(today), fileName: 'committees.json' }));
  await must(importCongress(world, who, { file: congressJson(today), fileName: 'congress.json' }));
  await must(
    importReach(world, who, { file: reachCsv(), fileName: 'reach.csv', source: 'the demo', asOf: today }),
  );
  await must(assignReachByZip(world, who, { file: zipsJson(today), fileName: 'zips.json' }));
  const people = await buildStaff(world, who, partnerId);

  const { id: sessionId } = await must(
    startLegislativeSession(world, who, {
      jurisdiction: 'MT',
      name: 'Demo session',
      startsOn: addDays(today, -26),
    }),
  );
  const issueIds: string[] = [];
  for (const [name, summary] of [
    ['Public money for public schools', 'Vouchers, tax credits and education savings accounts.'],
    ['School funding formula', 'Inflation, special education and the quality educator payment.'],
    ['Educator recruitment and housing', 'Loan help, housing and licences for small districts.'],
    ['Local control', 'What the state leaves to trustees.'],
    ['Federal rural education', 'Title II-A, Secure Rural Schools, IDEA.'],
  ] as const) {
    issueIds.push((await must(addIssue(world, who, { name, summary }))).id);
  }
  const [vouchers = '', funding = '', recruitment = '', control = '', federal = ''] = issueIds;
  await must(
    rankPriorities(world, who, {
      legislativeSessionId: sessionId,
      issueIds: [vouchers, funding, recruitment, control],
    }),
  );

  const bill = async (
    number: string,
    title: string,
    issueId: string,
    position: 'support' | 'oppose' | 'amend' | 'monitor',
  ) => {
    const { id } = await must(
      addBill(world, who, {
        legislativeSessionId: sessionId,
        number,
        title,
        issueId,
        status: 'In committee',
        statusOn: addDays(today, -6),
      }),
    );
    await must(setPosition(world, who, { billId: id, position, fromOn: addDays(today, -6) }));
    return id;
  };
  const hb203 = await bill('HB 203', 'Expand education savings accounts', vouchers, 'oppose');
  const hb15 = await bill('HB 15', 'Inflation adjustment for school funding components', funding, 'support');
  await bill('SB 41', 'Educator housing revolving loan', recruitment, 'support');
  await bill('HB 332', 'Statewide school employee health pool', funding, 'amend');
  await bill('SB 118', 'Trustee election dates', control, 'monitor');
  const hearingOn = addDays(today, 1);
  const hearing = instantOf(hearingOn, '15:00', ZONE);
  await must(
    addBillEvent(world, who, {
      billId: hb203,
      kind: 'hearing',
      at: hearing,
      committeeId: 'demo-house-education',
      note: 'Room 137',
      source: 'the demo',
    }),
  );
  await must(
    addBillEvent(world, who, {
      billId: hb15,
      kind: 'hearing',
      at: instantOf(addDays(today, 4), '08:30', ZONE),
      committeeId: 'demo-house-appropriations',
      source: 'the demo',
    }),
  );

  const points = async (
    title: string,
    issueId: string,
    billId: string | null,
    level: 'state' | 'federal',
    body: string,
    by: Who,
  ) => {
    const { id } = await must(addTalkingPoints(world, by, { title, issueId, billId, level, body }));
    await must(publishTalkingPoints(world, by, { id, changeNote: '' }));
    return id;
  };
  const voucherPoints = await points(
    'HB 203: vouchers',
    vouchers,
    hb203,
    'state',
    VOUCHER_POINTS,
    people.staff,
  );
  await points('Rural education in Washington', federal, null, 'federal', FEDERAL_POINTS, people.coordinator);
  await must(shareTalkingPoints(world, people.staff, { id: voucherPoints, shared: true }));

  await buildLog(world, people, associationId, hb203, hb15, today);
  await sendAlert(world, people, associationId, {
    billId: hb203,
    issueId: vouchers,
    talkingPointsId: voucherPoints,
    deadlineAt: hearing,
  });
  await must(refreshObligations(world, who, {}));
};

interface People {
  director: Who;
  coordinator: Who;
  staff: Who;
}

const buildStaff = async (world: World, who: Who, partnerId: string): Promise<People> => {
  const regions = await must(listRegions(world, who, {}));
  const hiLine = regions.find((region) => region.name === 'Hi-Line')?.id;
  const made: Record<string, Who> = {};
  for (const one of staff) {
    const id =
      one.key === 'owner'
        ? who.id
        : (
            await must(
              addStaff(world, who, {
                name: one.name,
                email: staffEmail(one.name),
                role: one.role,
                ...(one.role === 'regional_president' ? { regionId: hiLine } : {}),
                ...(one.role === 'partner' ? { organizationId: partnerId } : {}),
              }),
            )
          ).id;
    if (one.phone) await must(setStaffPhone(world, who, { staffId: id, phone: one.phone }));
    made[one.key] = { kind: 'staff', id, name: one.name, role: one.role };
  }
  const { director, coordinator, staff: worker } = made;
  if (!director || !coordinator || !worker)
    throw new Error('The demo has a director, a coordinator and a worker.');
  return { director, coordinator, staff: worker };
};

const buildLog = async (
  world: World,
  people: People,
  organizationId: string,
  hb203: string,
  hb15: string,
  today: string,
) => {
  for (const regime of ['mt', 'ms'] as const) {
    await must(
      addLobbyist(world, people.director, {
        organizationId,
        regime,
        name: 'Tobias Wren',
        kind: 'staff',
        staffId: people.staff.id,
        fromOn: '2026-01-01',
      }),
    );
  }
  await must(
    addContactReport(world, people.staff, {
      officialId: 'demo-lower-5',
      billId: hb203,
      method: 'in_person',
      stance: 'undecided',
      onDate: addDays(today, -5),
      note: 'Wants numbers for districts under 200 students.',
    }),
  );
  await must(
    addContactReport(world, people.staff, {
      officialId: 'demo-lower-7',
      billId: hb203,
      method: 'phone',
      stance: 'lean_oppose',
      onDate: addDays(today, -3),
    }),
  );
  await must(
    addContactReport(world, people.staff, {
      officialId: 'demo-lower-31',
      billId: hb15,
      method: 'phone',
      stance: 'support',
      onDate: addDays(today, -2),
    }),
  );
  await must(
    addActivity(world, people.staff, {
      onDate: addDays(today, -4),
      kind: 'preparation',
      billId: hb203,
      position: 'oppose',
      minutes: 90,
      note: 'Fiscal note for small districts.',
    }),
  );
  await must(
    addActivity(world, people.staff, {
      onDate: addDays(today, -1),
      kind: 'monitoring',
      billId: hb15,
      minutes: 45,
    }),
  );
  await must(
    addExpense(world, people.staff, {
      incurredOn: addDays(today, -8),
      amountCents: 312_000,
      payee: 'Tobias Wren',
      purpose: 'Lobbying share of pay',
      mtCategory: 'salaries',
      msCategory: 'a',
    }),
  );
  await must(
    addExpense(world, people.staff, {
      incurredOn: addDays(today, -5),
      amountCents: 4_235,
      payee: 'Capitol Copy Shop',
      purpose: 'One-pagers on HB 203',
      mtCategory: 'printing',
      msCategory: 'c',
      billId: hb203,
    }),
  );
};

const sendAlert = async (
  world: World,
  people: People,
  organizationId: string,
  about: { billId: string; issueId: string; talkingPointsId: string; deadlineAt: number },
) => {
  const { id } = await must(
    draftAlert(world, people.staff, {
      ...about,
      kind: 'action',
      title: 'HB 203, voucher expansion: call House Education',
      organizationId,
      smsText:
        '{{first_name}}, HB 203 (vouchers) is in House Education tomorrow at 3 pm. Please call your representative before then. Points: {{link}}',
      emailSubject: 'HB 203 tomorrow at 3 pm: please call your representative',
      emailText:
        'Dear {{first_name}},\n\nHB 203 would expand education savings accounts. House Education hears it tomorrow at 3 pm. A call from {{district}} before then is worth more than ten letters after.',
      audience: {},
      question: {
        prompt: 'Have you called?',
        options: [
          { no: 1, label: 'have called', outcome: 'contacted' },
          { no: 2, label: 'will call', outcome: 'will' },
          { no: 3, label: 'cannot', outcome: 'cannot' },
          { no: 4, label: 'need a hand', outcome: 'help' },
        ],
      },
    }),
  );
  await must(proposeAlert(world, people.staff, { id }));
  const preview = await must(previewAlert(world, people.director, { id }));
  await must(approveAlert(world, people.director, { id, hash: preview.hash, audienceCount: preview.people }));
  await must(launchAlert(world, people.staff, { id }));
};
