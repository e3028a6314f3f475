import { expect, test } from 'vitest';
import { checkFiling } from '../../src/filings/check-filing.ts';
import { exportFiling } from '../../src/filings/export-filing.ts';
import { fileFiling } from '../../src/filings/file-filing.ts';
import { listFacts } from '../../src/filings/list-facts.ts';
import { prepareFiling } from '../../src/filings/prepare-filing.ts';
import { recordFact } from '../../src/filings/record-fact.ts';
import { showObligation } from '../../src/filings/list-obligations.ts';
import { showFiling } from '../../src/filings/show-filing.ts';
import { verifyFiling } from '../../src/filings/verify-filing.ts';
import { addActivity } from '../../src/lobbying/add-activity.ts';
import { addExpense } from '../../src/lobbying/add-expense.ts';
import { addLobbyist } from '../../src/lobbying/lobbyists.ts';
import { setFiler } from '../../src/lobbying/set-filer.ts';
import { SYSTEM } from '../../src/platform/who.ts';
import { bad, good, staffAs } from '../support/world.ts';
import { association, write } from './ground.ts';

const director = staffAs('director');
type Here = Awaited<ReturnType<typeof association>>;
const decide = (here: Here, key: string, value: string, more: { fromOn?: string; regime?: string } = {}) =>
  recordFact(here.world, director, {
    organizationId: here.organizationId,
    regime: 'lda',
    key,
    value,
    fromOn: '2027-01-01',
    decidedBy: 'The board',
    decidedOn: '2027-01-05',
    note: '',
    ...more,
  });

/** The association of the other tests, that files in one more regime: Theo, who lobbies in two states, does so there too. */
const filerIn = async (regime: 'ma' | 'lda') => {
  const here = await association();
  const { world, organizationId } = here;
  const jurisdiction = regime === 'ma' ? 'MA' : 'US';
  const suffix = organizationId.slice(4);
  await write(
    world,
    `insert into legislative_session (id, jurisdiction, name, kind, starts_on) values ('${regime}-${suffix}', '${jurisdiction}', '${regime === 'ma' ? '195th General Court' : '120th Congress'} ${suffix}', 'regular', '2027-01-04')`,
    `insert into bill (id, legislative_session_id, number, title, status, status_on, source, created_at)
     values ('${regime}-bill-${suffix}', '${regime}-${suffix}', '${regime === 'ma' ? 'H.497' : 'S. 5'}', 'School Transportation Act', 'introduced', '2027-01-05', 'test', 0)`,
  );
  good(await setFiler(world, SYSTEM, { organizationId, regime, fromOn: '2027-01-01' }));
  const { id: lobbyistId } = good(
    await addLobbyist(world, SYSTEM, {
      organizationId,
      regime,
      name: 'Theo Brightwater',
      kind: 'staff',
      staffId: here.theo.id,
      fromOn: '2027-01-01',
    }),
  );
  return { ...here, lobbyistId, bill: `${regime}-bill-${suffix}` };
};

test('a decision is kept with who made it and when, and the next one follows it', async () => {
  const here = await filerIn('lda');
  good(await decide(here, 'public_official', 'no'));
  here.world.passTime(1000);
  good(await decide(here, 'public_official', 'yes', { fromOn: '2027-02-01' }));
  const { filers } = good(await listFacts(here.world, staffAs('staff'), {}));
  const own = filers.find((one) => one.organizationId === here.organizationId && one.regime === 'lda');
  expect(
    own?.facts
      .find((one) => one.spec.key === 'public_official')
      ?.decisions.map((one) => [one.value, one.fromOn, one.decidedBy]),
  ).toEqual([
    ['yes', '2027-02-01', 'The board'],
    ['no', '2027-01-01', 'The board'],
  ]);
});

test('a method holds for whole years: begun in one it is not changed there, and it begins on January 1', async () => {
  const here = await filerIn('lda');
  good(await decide(here, 'expense_method', 'A'));
  good(await decide(here, 'expense_method', 'A'));
  expect(bad(await decide(here, 'expense_method', 'C'))).toMatchObject({
    kind: 'conflict',
    message: expect.stringContaining('on record for 2027 already'),
  });
  expect(bad(await decide(here, 'expense_method', 'C', { fromOn: '2027-04-01' })).fields?.[0]?.field).toBe(
    'fromOn',
  );
  good(await decide(here, 'expense_method', 'C', { fromOn: '2028-01-01' }));
  good(await decide(here, 'expense_method', 'B', { fromOn: '2028-01-01' }));
});

test('what no regime asks, no such choice, and days to come are refused by name', async () => {
  const here = await filerIn('lda');
  expect(bad(await decide(here, 'shoe_size', '42')).fields?.[0]?.field).toBe('key');
  expect(bad(await decide(here, 'public_official', 'maybe')).fields?.[0]?.field).toBe('value');
  expect(bad(await decide(here, 'house_id', '1', { regime: 'mt' })).fields?.[0]?.field).toBe('key');
  const later = await recordFact(here.world, director, {
    organizationId: here.organizationId,
    regime: 'lda',
    key: 'house_id',
    value: '1',
    fromOn: '2027-01-01',
    decidedBy: 'The board',
    decidedOn: '2099-01-01',
  });
  expect(bad(later).fields?.[0]?.field).toBe('decidedOn');
});

test('an LD-2 from the log: blocked until decided, then filed, proved, and given in the public API’s shape', async () => {
  const here = await filerIn('lda');
  const { world, organizationId } = here;
  good(
    await addActivity(world, here.theo, {
      organizationId,
      onDate: '2027-01-21',
      kind: 'direct_contact',
      method: 'phone',
      officialId: here.officialId,
      billId: here.bill,
      minutes: 60,
      issueCodes: ['EDU'],
      bodies: ['Senate'],
    }),
  );
  good(
    await addExpense(world, staffAs('staff'), {
      organizationId,
      incurredOn: '2027-01-20',
      amountCents: 26_000_00,
      payee: 'Capitol Travel',
      purpose: 'Trip to Washington',
      mtCategory: 'not_reported',
      msCategory: 'not_reported',
      categories: { lda: 'lobbying' },
    }),
  );
  const report = await here.report('ld-2', '2027-03-31');
  const { filingId } = good(await prepareFiling(world, director, { obligationId: report.id }));
  const open = good(await checkFiling(world, director, { filingId })).checks.filter((one) => one.blocking);
  expect(open.map((one) => one.kind)).toEqual(['undecided', 'no_method']);
  expect(bad(await fileFiling(world, director, { filingId })).kind).toBe('refused');

  good(await decide(here, 'public_official', 'no'));
  good(await decide(here, 'registered', 'yes'));
  good(await decide(here, 'expense_method', 'A'));
  expect((await here.report('ld-2', '2027-03-31')).state).toBe('prepared');
  const again = good(await prepareFiling(world, director, { obligationId: report.id }));
  expect(again.totalCents).toBe(30_000_00);
  good(await fileFiling(world, director, { filingId: again.filingId }));
  expect(good(await verifyFiling(world, director, { id: again.filingId })).proved).toBe(true);

  const file = good(await exportFiling(world, director, { id: again.filingId, as: 'ld2-json' }));
  expect(JSON.parse(file.text)).toMatchObject({
    filing_type: 'Q1',
    expenses: '30000.00',
    expenses_method: 'A',
    lobbying_activities: [
      {
        general_issue_code: 'EDU',
        description: 'S. 5, School Transportation Act',
        lobbyists: [{ lobbyist: { first_name: 'THEO', last_name: 'BRIGHTWATER' } }],
        government_entities: [{ id: 1, name: 'SENATE' }],
      },
    ],
  });
  expect(file.text).not.toContain('Kestrelman');
  expect(bad(await exportFiling(world, director, { id: again.filingId, as: 'xml' })).kind).toBe('missing');
});

test('a Massachusetts employer’s statement keeps the form’s columns through filing', async () => {
  const here = await filerIn('ma');
  const { world, organizationId } = here;
  good(
    await addActivity(world, here.theo, {
      organizationId,
      onDate: '2027-01-21',
      kind: 'direct_contact',
      method: 'phone',
      officialId: here.officialId,
      billId: here.bill,
      position: 'support',
    }),
  );
  const spend = (amountCents: number, type: string, more: { attendees?: string[]; place?: string } = {}) =>
    addExpense(world, staffAs('staff'), {
      organizationId,
      incurredOn: '2027-01-20',
      amountCents,
      payee: 'Harrowgate Printing',
      purpose: 'Leaflets',
      mtCategory: 'not_reported',
      msCategory: 'not_reported',
      categories: { ma: type },
      ...more,
    });
  good(await spend(250_50, 'printing'));
  good(await spend(40_00, 'meals', { attendees: ['Ana Ruiz', 'Theo Brightwater'], place: 'Boston' }));
  const report = await here.report('employer', '2027-06-30');
  const { filingId, totalCents } = good(await prepareFiling(world, director, { obligationId: report.id }));
  expect(totalCents).toBe(290_50);
  expect(good(await checkFiling(world, director, { filingId })).checks.filter((one) => one.blocking)).toEqual(
    [],
  );
  good(await fileFiling(world, director, { filingId }));
  expect(good(await verifyFiling(world, director, { id: filingId })).proved).toBe(true);
  const { lines } = good(await showFiling(world, director, { id: filingId }));
  expect(lines.find((line) => line.section.startsWith('Activities') && line.cells)?.cells).toEqual([
    { name: 'House or Senate', value: 'House Bill' },
    { name: 'Bill or agency', value: expect.stringMatching(/^H\.497 \(195th General Court/) },
    { name: 'Title or activity', value: 'School Transportation Act' },
    { name: 'Position', value: 'Support' },
    { name: 'Direct business association', value: 'None' },
  ]);
  expect(lines.find((line) => line.section.startsWith('Meals'))?.cells?.at(-1)?.value).toBe(
    'Ana Ruiz; Theo Brightwater',
  );
});

test('a late Massachusetts statement shows its fee by the day', async () => {
  const here = await filerIn('ma');
  const report = await here.report('employer', '2027-06-30');
  expect(good(await showObligation(here.world, director, { id: report.id })).lateFeeCents).toBeNull();
  here.world.passTime((report.daysLeft + 21) * 86_400_000);
  expect(good(await showObligation(here.world, director, { id: report.id })).lateFeeCents).toBe(1100_00);
});
