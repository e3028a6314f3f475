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
import { addDays, instantOf, localDate, weekday } from '../platform/days.ts';
import type { Who } from '../platform/who.ts';
import type { World } from '../platform/world.ts';
import { addStaff, setStaffPhone } from '../staff/index.ts';
import type { People } from './alerts.ts';
import { buildBayState } from './bay-state.ts';
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
import { lately } from './lately.ts';
import { must } from './must.ts';
import { fileRegistrations } from './registrations.ts';
import { buildPoints } from './points.ts';
import { buildRelationships } from './relationships.ts';

const ZONE = 'America/Denver';

/** The session began so many days before the demo. */
const SESSION_DAYS = 26;
/** The first day of the month in which the demo's session began: the association files from then on. */
export const filesFrom = (today: string): string => `${addDays(today, -SESSION_DAYS).slice(0, 8)}01`;
const SATURDAY = 6;
/** The day itself, or the Monday after a weekend: no committee sits on one. */
const sittingDay = (date: string): string => (weekday(date) < SATURDAY ? date : sittingDay(addDays(date, 1)));

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

  await buildRelationships(world, people.director);

  const { id: sessionId } = await must(
    startLegislativeSession(world, who, {
      jurisdiction: 'MT',
      name: 'Regular session',
      startsOn: addDays(today, -SESSION_DAYS),
    }),
  );
  const issueIds: string[] = [];
  for (const [name, summary] of [
    ['Public money for public schools', 'Vouchers, tax credits and education savings accounts.'],
    ['School funding formula', 'Inflation, special education and the quality educator payment.'],
    ['Educator recruitment and housing', 'Loan help, housing and licenses for small districts.'],
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
    status = 'In committee',
  ) => {
    const { id } = await must(
      addBill(world, who, {
        legislativeSessionId: sessionId,
        number,
        title,
        issueId,
        status,
        statusOn: addDays(today, -6),
      }),
    );
    await must(setPosition(world, who, { billId: id, position, fromOn: addDays(today, -6) }));
    return id;
  };
  const hb203 = await bill('HB 203', 'Expand education savings accounts', vouchers, 'oppose');
  const hb15 = await bill('HB 15', 'Inflation adjustment for school funding components', funding, 'support');
  const sb41 = await bill(
    'SB 41',
    'Educator housing revolving loan',
    recruitment,
    'support',
    'Passed committee',
  );
  await bill('HB 332', 'Statewide school employee health pool', funding, 'amend');
  await bill('SB 118', 'Trustee election dates', control, 'monitor');
  const hearingOn = sittingDay(addDays(today, 1));
  const hearing = instantOf(hearingOn, '15:00', ZONE);
  const nextHearing = instantOf(sittingDay(addDays(today, 4)), '08:30', ZONE);
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
      billId: sb41,
      kind: 'vote',
      at: instantOf(addDays(today, -6), '09:30', ZONE),
      committeeId: 'demo-senate-education',
      note: 'Do pass, 8 to 4',
      source: 'the demo',
    }),
  );
  await must(
    addBillEvent(world, who, {
      billId: hb15,
      kind: 'hearing',
      at: nextHearing,
      committeeId: 'demo-house-appropriations',
      source: 'the demo',
    }),
  );

  const voucherPoints = await buildPoints(world, people, { vouchers, hb203, federal, today });

  await buildLog(world, people, associationId, { hb203, hb15, sb41 }, today);
  await lately(world, people, {
    organizationId: associationId,
    hb203,
    hb15,
    sb41,
    vouchers,
    recruitment,
    funding,
    voucherPoints,
    hearing,
    nextHearing,
  });
  await buildBayState(world, who, people.director, today, filesFrom(today));
  await must(refreshObligations(world, who, {}));
  await fileRegistrations(world, people.director);
};

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
  { hb203, hb15, sb41 }: { hb203: string; hb15: string; sb41: string },
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
        fromOn: filesFrom(today),
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
      onDate: addDays(today, -6),
      kind: 'testimony',
      billId: sb41,
      position: 'support',
      minutes: 150,
      note: 'Testified for the bill in Senate Education, travel included.',
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
