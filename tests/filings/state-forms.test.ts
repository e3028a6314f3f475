import { expect, test } from 'vitest';
import { fileFiling } from '../../src/filings/file-filing.ts';
import { markFiledByOther } from '../../src/filings/mark-filed-by-other.ts';
import { prepareFiling } from '../../src/filings/prepare-filing.ts';
import { showFiling } from '../../src/filings/show-filing.ts';
import { checkFiling } from '../../src/filings/check-filing.ts';
import { setFiler } from '../../src/lobbying/set-filer.ts';
import { SYSTEM } from '../../src/platform/who.ts';
import { bad, good, staffAs } from '../support/world.ts';
import { association, write } from './ground.ts';

const director = staffAs('director');
const staff = staffAs('staff');
type Here = Awaited<ReturnType<typeof association>>;
const prepare = async (here: Here, form: string, periodTo: string) => {
  const { id } = await here.report(form, periodTo);
  const made = good(await prepareFiling(here.world, staff, { obligationId: id }));
  return { ...made, lines: good(await showFiling(here.world, staff, { id: made.filingId })).lines };
};
const lineOf = (lines: { label: string; amountCents: number | null; detail: string }[], label: string) =>
  lines.find((one) => one.label.startsWith(label));
const lobbyistOf = async (here: Here) =>
  (await here.report('lobbyist-annual', '2027-12-31')).lobbyistId ?? '';

test('pay, dues and shared payments of the log reach the L-5, and pay that was filed is not taken again', async () => {
  const here = await association();
  here.world.setNow(Date.UTC(2027, 5, 15, 16));
  const { organizationId, officialId } = here;
  await here.talk('2027-01-21');
  const dinner = await here.spend(120_00, { mtCategory: 'entertainment', purpose: 'Dinner' });
  await write(
    here.world,
    `update activity set minutes = 960, lobbyist_id = (select id from lobbyist where organization_id = '${organizationId}' and regime = 'mt') where organization_id = '${organizationId}'`,
    `update expense set beneficiaries = '[{"officialId":"${officialId}","shareCents":6000},{"officialId":"none","shareCents":3000}]' where id = '${dinner}'`,
    `insert into compensation_period (id, organization_id, person_key, person_name, lobbyist_id, from_on, to_on, pay_cents, total_minutes, state, created_at, created_by, updated_at)
     select 'pay-${organizationId}', '${organizationId}', id, name, id, '2027-01-18', '2027-01-22', 50000, 2400, 'confirmed', 1, 'x', 1 from lobbyist where organization_id = '${organizationId}' and regime = 'mt'`,
    `insert into dues_receipt (id, organization_id, received_on, amount_cents, payer_kind, payer, payer_address, kind, earmarked, earmark, state, created_at, created_by, updated_at)
     values ('dues-${organizationId}', '${organizationId}', '2027-01-10', 25000, 'district', 'Harrowgate School District', '9 Pine St', 'dues', 1, 'School funding', 'confirmed', 1, 'x', 1)`,
  );
  const january = await prepare(here, 'l5-january', '2027-01-31');
  expect(lineOf(january.lines, 'Salaries')?.amountCents).toBe(200_00);
  expect(lineOf(january.lines, 'Several officials: Dinner')?.detail).toContain('Ada Kestrelman $60.00');
  expect(lineOf(january.lines, 'Harrowgate School District')?.amountCents).toBe(250_00);
  expect(january.totalCents).toBe(320_00);
  good(await fileFiling(here.world, director, { filingId: january.filingId }));
  const session = await prepare(here, 'l5-session', '2027-05-01');
  expect([lineOf(session.lines, 'Salaries')?.amountCents, session.totalCents]).toEqual([0, 0]);
});

test('a licence is prepared, filed once, and stays when the due dates are worked out again', async () => {
  const here = await association();
  const l1 = await prepare(here, 'l1', '2028-12-31');
  expect(lineOf(l1.lines, 'Lobbyist')?.detail).toBe('Theo Brightwater');
  expect(lineOf(l1.lines, 'Fee')?.amountCents).toBe(150_00);
  good(await fileFiling(here.world, director, { filingId: l1.filingId }));
  expect(bad(await fileFiling(here.world, director, { filingId: l1.filingId })).kind).toBe('conflict');
  expect((await here.report('l1', '2028-12-31')).state).toBe('filed');
  // The subjects of a licence come from the log and take no row of it away from a financial report.
  await here.talk('2027-01-21');
  await here.talk('2027-01-22');
  expect(lineOf((await prepare(here, 'l5-january', '2027-01-31')).lines, 'HB 12')?.detail).toContain(
    '2 occasions',
  );
});

test('a session report in Mississippi is filed and the annual report has the same money', async () => {
  const here = await association();
  await here.spend(40_00, {
    msCategory: 'f',
    mtCategory: 'entertainment',
    officialId: here.officialId,
    lobbyistId: await lobbyistOf(here),
    place: 'Jackson',
  });
  const first = await prepare(here, 'lobbyist-session-1', '2027-02-24');
  expect(first.totalCents).toBe(40_00);
  good(await fileFiling(here.world, director, { filingId: first.filingId }));
  expect((await prepare(here, 'lobbyist-annual', '2027-12-31')).totalCents).toBe(40_00);
});

test('an event without its attendance keeps the report from being filed', async () => {
  const here = await association();
  const event = await here.spend(900_00, { msCategory: 'f', mtCategory: 'entertainment' });
  await write(
    here.world,
    `update expense set event_name = 'Capitol breakfast', event_all_invited = 1 where id = '${event}'`,
  );
  const { filingId } = await prepare(here, 'client-annual', '2027-12-31');
  const { checks } = good(await checkFiling(here.world, staff, { filingId }));
  expect(checks.filter((one) => one.blocking).map((one) => one.kind)).toEqual(['no_attendance']);
  expect(bad(await fileFiling(here.world, director, { filingId }))).toMatchObject({ rule: 'open_checks' });
});

test('where one files is data: a new state has its reports at once, an unknown one is refused', async () => {
  const here = await association();
  const { organizationId } = here;
  good(await setFiler(here.world, SYSTEM, { organizationId, regime: 'wy', fromOn: '2027-01-01' }));
  await here.spend(600_00, { mtCategory: 'other', msCategory: 'g', officialId: here.officialId });
  const report = await here.report('activity', '2027-04-30');
  expect([report.state, report.regimeName, report.dueOn]).toEqual(['open', 'Wyoming', '2027-06-30']);
  const made = await prepare(here, 'activity', '2027-04-30');
  expect(made.totalCents).toBe(600_00);
  good(await fileFiling(here.world, director, { filingId: made.filingId }));
  const wrong = bad(
    await setFiler(here.world, SYSTEM, { organizationId, regime: 'atlantis', fromOn: '2027-01-01' }),
  );
  expect(wrong.fields?.[0]?.field).toBe('regime');
});

test('what somebody else files is prepared by nobody here', async () => {
  const here = await association();
  const { id } = await here.report('l2', '2028-12-31');
  good(await markFiledByOther(here.world, director, { obligationId: id, by: 'The umbrella principal' }));
  expect(bad(await prepareFiling(here.world, staff, { obligationId: id }))).toMatchObject({
    rule: 'filed_by_other',
  });
});
