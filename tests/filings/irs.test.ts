import { expect, test } from 'vitest';
import { fileFiling } from '../../src/filings/file-filing.ts';
import { checkFiling } from '../../src/filings/check-filing.ts';
import { prepareFiling } from '../../src/filings/prepare-filing.ts';
import { recordFact } from '../../src/filings/record-fact.ts';
import { showFiling } from '../../src/filings/show-filing.ts';
import { verifyFiling } from '../../src/filings/verify-filing.ts';
import { setFiler } from '../../src/lobbying/set-filer.ts';
import { SYSTEM } from '../../src/platform/who.ts';
import { bad, good, staffAs } from '../support/world.ts';
import { association, write } from './ground.ts';

const director = staffAs('director');
const staff = staffAs('staff');

const charity = async () => {
  const here = await association();
  const { organizationId, world } = here;
  await write(
    world,
    `update organization set tax_status = '501c3h', tax_history = '[{"from":"0001-01-01","status":"501c3h"}]' where id = '${organizationId}'`,
  );
  good(await setFiler(world, SYSTEM, { organizationId, regime: 'irs', fromOn: '2027-01-01' }));
  const decide = (key: string, value: string, fromOn = '2027-01-01') =>
    recordFact(world, director, {
      organizationId,
      regime: 'irs',
      key,
      value,
      fromOn,
      decidedBy: 'Ada Kestrelman',
      decidedOn: '2027-01-02',
    });
  return { ...here, decide };
};

test('a year of a charity: from the log to the frozen Schedule C, with the rules that it used', async () => {
  const here = await charity();
  const { world, decide } = here;
  const letters = await here.spend(1_250_40, { categories: { irs: 'direct' } });
  const signs = await here.spend(300_30, { categories: { irs: 'grassroots' } });
  good(await decide('other_exempt_purpose', '$400,000.00'));
  expect(bad(await decide('other_exempt_purpose', 'a lot')).fields?.[0]?.field).toBe('value');
  const obligation = await here.report('schedule-c', '2027-12-31');
  expect(obligation).toMatchObject({ state: 'open', statutoryDueOn: '2028-05-15' });
  expect(obligation.trace[0]).toContain('part II-A');
  const { filingId, totalCents } = good(await prepareFiling(world, staff, { obligationId: obligation.id }));
  expect(totalCents).toBe(1_551_00);
  const filing = good(await showFiling(world, staff, { id: filingId }));
  const line = (label: string) => filing.lines.find((one) => one.label.startsWith(label));
  expect(line('1a')).toMatchObject({ amountCents: 300_00, sources: [{ id: signs, cents: 300_30 }] });
  expect(line('1b')).toMatchObject({ amountCents: 1_250_00, sources: [{ id: letters, cents: 1_250_40 }] });
  expect(line('1c')?.detail).toContain('TotalLobbyingExpendGrp');
  expect(line('2a')?.cells).toHaveLength(6);
  expect(filing.rules.map((one) => one.key)).toEqual(
    expect.arrayContaining(['nontaxable_rate.1', 'grass_roots_share', 'ceiling_share', 'ceiling_years']),
  );
  expect(good(await checkFiling(world, staff, { filingId })).mayFile).toBe(true);
  good(await fileFiling(world, director, { filingId }));
  expect(good(await verifyFiling(world, director, { id: filingId })).proved).toBe(true);
});

test('what nobody decided keeps it from being filed, and says where to decide it', async () => {
  const here = await charity();
  await here.spend(100_00, { categories: { irs: 'direct' } });
  const obligation = await here.report('schedule-c', '2027-12-31');
  const { filingId } = good(await prepareFiling(here.world, staff, { obligationId: obligation.id }));
  const { checks, mayFile } = good(await checkFiling(here.world, staff, { filingId }));
  expect(mayFile).toBe(false);
  expect(checks.find((one) => one.kind === 'other_exempt_purpose')).toMatchObject({ blocking: true });
});

test('the tax year of the organization moves the report and its day', async () => {
  const here = await charity();
  good(await here.decide('tax_year_end', '06-30'));
  const obligation = await here.report('schedule-c', '2027-06-30');
  expect(obligation).toMatchObject({ periodFrom: '2026-07-01', statutoryDueOn: '2027-11-15' });
});
