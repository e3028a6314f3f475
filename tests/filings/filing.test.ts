import * as z from 'zod';
import { expect, test } from 'vitest';
import { amendFiling } from '../../src/filings/amend-filing.ts';
import { checkFiling } from '../../src/filings/check-filing.ts';
import { fileFiling } from '../../src/filings/file-filing.ts';
import { filedCopy, filingCsv } from '../../src/filings/filing-csv.ts';
import { filingFile } from '../../src/filings/filing-file.ts';
import { listFilings } from '../../src/filings/list-filings.ts';
import { showObligation } from '../../src/filings/list-obligations.ts';
import { prepareFiling } from '../../src/filings/prepare-filing.ts';
import { showFiling } from '../../src/filings/show-filing.ts';
import { verifyFiling } from '../../src/filings/verify-filing.ts';
import { statement } from '../../src/platform/statement.ts';
import { sha256 } from '../../src/platform/tokens.ts';
import { bad, good, staffAs } from '../support/world.ts';
import { association, write } from './ground.ts';

const director = staffAs('director');
const staff = staffAs('staff');
type Here = Awaited<ReturnType<typeof association>>;
const january = (here: Here) => here.report('l5-january', '2027-01-31');
const prepare = async (here: Here, obligationId: string) =>
  good(await prepareFiling(here.world, staff, { obligationId }));
const file = async (here: Here, filingId: string) =>
  good(await fileFiling(here.world, director, { filingId }));
const line = async (here: Here, id: string, label: string) =>
  good(await showFiling(here.world, staff, { id })).lines.find((one) => one.label.startsWith(label));

test('a report is prepared with each line’s rows, as people read them', async () => {
  const here = await association();
  const leaflets = await here.spend(250_50);
  const talks = [await here.talk('2027-01-21'), await here.talk('2027-01-22')];
  const { filingId, totalCents } = await prepare(here, (await january(here)).id);
  expect(totalCents).toBe(250_50);
  expect((await line(here, filingId, 'Printing'))?.sources).toEqual([
    expect.objectContaining({
      id: leaflets,
      cents: 250_50,
      who: 'Harrowgate Printing',
      what: 'Leaflets',
      onDate: '2027-01-20',
      href: `/log/expenses/${leaflets}`,
    }),
  ]);
  const effort = await line(here, filingId, 'HB 12');
  expect(effort?.detail).toContain('Against. 2 occasions');
  expect(effort?.sources.map((one) => [one.id, one.who, one.officialName])).toEqual(
    talks.map((id) => [id, 'Theo Brightwater', 'Ada Kestrelman']),
  );
});

test('filed, its copies are frozen under their hashes, and the rows render the same bytes again', async () => {
  const here = await association();
  await here.spend(250_50, { payee: '=cmd()', purpose: '<b>Leaflets</b>' });
  const obligation = await january(here);
  const { filingId } = await prepare(here, obligation.id);
  const { copies } = await file(here, filingId);
  expect(copies.map((one) => one.format)).toEqual(['csv', 'html', 'json', 'pdf', 'xlsx']);
  for (const copy of copies) {
    const stored = good(await filedCopy(here.world, staff, { id: filingId, format: copy.format }));
    expect(await sha256(new Uint8Array(stored.bytes))).toBe(copy.sha256);
    expect(copy.objectKey).toBe(`filings/${filingId}/${copy.sha256}.${copy.format}`);
  }
  expect(good(await verifyFiling(here.world, director, { id: filingId }))).toMatchObject({ proved: true });
  expect(good(await showObligation(here.world, director, { id: obligation.id })).state).toBe('filed');

  // What the log, the rules and the names become later is nothing to the filed copy.
  await here.spend(99_00);
  await write(
    here.world,
    `update organization set name = name || ' renamed' where id = '${here.organizationId}'`,
    `update rule set value = '1' where regime = 'mt' and key = 'payment_threshold'`,
  );
  here.world.passTime(86_400_000);
  await january(here);
  expect(good(await verifyFiling(here.world, director, { id: filingId })).proved).toBe(true);
  await write(here.world, `update rule set value = '300000' where id = 'mt.payment_threshold.2025'`);
});

test('a stored copy or a filed row that was tampered with is found out', async () => {
  const here = await association();
  await here.spend(250_50);
  const { filingId } = await prepare(here, (await january(here)).id);
  const { copies } = await file(here, filingId);
  const csv = copies.find((one) => one.format === 'csv');
  await here.world.files.put(csv?.objectKey ?? '', 'No,Section', 'text/csv');
  const proof = good(await verifyFiling(here.world, director, { id: filingId }));
  expect(proof.proved).toBe(false);
  expect(proof.copies.map((one) => [one.format, one.hashHolds, one.rowsAgree])).toEqual([
    ['csv', false, true],
    ['html', true, true],
    ['json', true, true],
    ['pdf', true, true],
    ['xlsx', true, true],
  ]);
  await write(
    here.world,
    `update filing_line set amount_cents = 1 where filing_id = '${filingId}' and label = 'Printing'`,
  );
  expect(
    good(await verifyFiling(here.world, director, { id: filingId })).copies.some((one) => one.rowsAgree),
  ).toBe(false);
});

test('filing twice is a conflict, and so is preparing again when nothing changed', async () => {
  const here = await association();
  const obligation = await january(here);
  const { filingId } = await prepare(here, obligation.id);
  await file(here, filingId);
  expect(bad(await fileFiling(here.world, director, { filingId })).kind).toBe('conflict');
  const again = bad(await prepareFiling(here.world, staff, { obligationId: obligation.id }));
  expect(again).toMatchObject({ kind: 'conflict' });
  expect(again.message).toContain('nothing to amend');
});

test('of two who file at once, one does', async () => {
  const here = await association();
  const { filingId } = await prepare(here, (await january(here)).id);
  const both = await Promise.all([1, 2].map(() => fileFiling(here.world, director, { filingId })));
  expect(both.filter((one) => one.ok)).toHaveLength(1);
  expect(both.flatMap((one) => (one.ok ? [] : [one.problem.kind]))).toEqual(['conflict']);
});

test('a log that changed since the report was prepared must be prepared again before filing', async () => {
  const here = await association();
  await here.spend(250_50);
  const obligation = await january(here);
  const { filingId } = await prepare(here, obligation.id);
  await here.spend(10_00);
  expect(good(await checkFiling(here.world, staff, { filingId }))).toMatchObject({
    fresh: false,
    mayFile: false,
  });
  const refused = bad(await fileFiling(here.world, director, { filingId }));
  expect(refused).toMatchObject({ kind: 'conflict' });
  expect(refused.message).toContain('Prepare it again');
  const again = await prepare(here, obligation.id);
  expect(again).toMatchObject({ filingId, version: 1, totalCents: 260_50 });
  await file(here, filingId);
});

test('a draft or an estimate in the period keeps the report from being filed, and is named', async () => {
  const here = await association();
  const draft = await here.spend(5_00);
  await write(here.world, `update expense set state = 'draft' where id = '${draft}'`);
  const { filingId, totalCents } = await prepare(here, (await january(here)).id);
  expect(totalCents).toBe(0);
  const { checks, mayFile } = good(await checkFiling(here.world, staff, { filingId }));
  expect(mayFile).toBe(false);
  expect(checks).toContainEqual(
    expect.objectContaining({ kind: 'draft', blocking: true, row: { kind: 'expense', id: draft } }),
  );
  expect(bad(await fileFiling(here.world, director, { filingId }))).toMatchObject({
    kind: 'refused',
    rule: 'open_checks',
  });
  await write(here.world, `update expense set estimated = 1 where id = '${draft}'`);
  expect(bad(await fileFiling(here.world, director, { filingId })).message).toContain('estimate');
});

test('who begins to file in the middle of a year owes no class for contacts before that day', async () => {
  const here = await association();
  await here.spend(30_00, { incurredOn: '2027-01-10' });
  await here.talk('2027-01-12');
  await write(
    here.world,
    `update filer set from_on = '2027-01-15' where organization_id = '${here.organizationId}'`,
    `delete from activity_class where activity_id in (select id from activity where organization_id = '${here.organizationId}')`,
  );
  const { filingId, totalCents } = await prepare(here, (await january(here)).id);
  expect(totalCents).toBe(30_00);
  expect(good(await checkFiling(here.world, staff, { filingId })).mayFile).toBe(true);
  const late = await here.talk('2027-01-20');
  await write(here.world, `delete from activity_class where activity_id = '${late}'`);
  expect(good(await checkFiling(here.world, staff, { filingId })).checks).toContainEqual(
    expect.objectContaining({ kind: 'not_classed', blocking: true, row: { kind: 'activity', id: late } }),
  );
});

test('what a filed report has, no later one of the same filer takes; what came late goes into the next', async () => {
  const here = await association();
  await here.spend(250_50);
  await here.talk();
  await here.talk();
  const first = await prepare(here, (await january(here)).id);
  await file(here, first.filingId);
  await here.spend(40_00, { incurredOn: '2027-01-25' });
  await here.spend(60_00, { incurredOn: '2027-02-03' });
  const february = await here.report('l5-month', '2027-02-28');
  const second = await prepare(here, february.id);
  expect(second.totalCents).toBe(100_00);
  expect((await line(here, second.filingId, 'HB 12'))?.label).toBeUndefined();
  // Mississippi is another report of the same rows.
  const annual = await prepare(here, (await here.report('client-annual', '2027-12-31')).id);
  expect(annual.totalCents).toBe(350_50);
});

test('a change after filing makes an amendment that supersedes the filed version, whose copies stay', async () => {
  const here = await association();
  await here.spend(250_50);
  const obligation = await january(here);
  const first = await prepare(here, obligation.id);
  await file(here, first.filingId);
  await here.spend(9_00);
  const second = good(await amendFiling(here.world, staff, { filingId: first.filingId }));
  expect(second).toMatchObject({ version: 2, amends: true, totalCents: 259_50, amendsId: first.filingId });
  expect(good(await showObligation(here.world, staff, { id: obligation.id })).state).toBe('filed');
  expect(bad(await amendFiling(here.world, staff, { filingId: second.filingId })).kind).toBe('refused');
  await file(here, second.filingId);
  const { versions } = good(await showObligation(here.world, staff, { id: obligation.id }));
  expect(versions.map((one) => [one.version, one.state, one.totalCents])).toEqual([
    [2, 'filed', 259_50],
    [1, 'superseded', 250_50],
  ]);
  expect(good(await verifyFiling(here.world, director, { id: first.filingId })).proved).toBe(true);
});

test('the CSV reads the same before and after filing, and no cell runs as a formula', async () => {
  const here = await association();
  await here.spend(250_50, { officialId: here.officialId, payee: 'Fisher', purpose: '=HYPERLINK("x")' });
  const { filingId } = await prepare(here, (await january(here)).id);
  const before = good(await filingCsv(here.world, staff, { id: filingId }));
  expect(before.name).toBe('l5-january-2027-01-31-v1.csv');
  expect(before.text).toContain('250.50');
  expect(before.text.split('\r\n').some((row) => /(^|,)"?[=+@]/.test(row))).toBe(false);
  await file(here, filingId);
  expect(good(await filingCsv(here.world, staff, { id: filingId })).text).toBe(before.text);
});

test('a report is read as PDF, workbook and JSON before and after filing; once filed, as it was frozen', async () => {
  const here = await association();
  await here.spend(250_50);
  const { filingId } = await prepare(here, (await january(here)).id);
  const before = good(await filingFile(here.world, staff, { id: filingId, format: 'pdf' }));
  expect(before.name).toBe('l5-january-2027-01-31-v1.pdf');
  expect(new TextDecoder().decode(before.bytes.subarray(0, 5))).toBe('%PDF-');
  await file(here, filingId);
  for (const format of ['pdf', 'xlsx', 'json'] as const) {
    const read = good(await filingFile(here.world, staff, { id: filingId, format }));
    const frozen = good(await filedCopy(here.world, staff, { id: filingId, format }));
    expect(await sha256(read.bytes)).toBe(frozen.sha256);
  }
  expect(bad(await filingFile(here.world, staff, { id: 'none', format: 'pdf' })).kind).toBe('missing');
});

test('members’ own contacts are shown beside the report and never in its copies', async () => {
  const here = await association();
  await write(
    here.world,
    `insert into member (id, first_name, last_name, kind, organization_id, created_at, updated_at)
     values ('ned-${here.organizationId}', 'Ned', 'Harrowgate', 'superintendent', '${here.organizationId}', 0, 0)`,
    `insert into activity (id, organization_id, on_date, person_kind, member_id, kind, official_id, bill_id, directed_by, state, created_at, created_by, updated_at)
     values ('call-${here.organizationId}', '${here.organizationId}', '2027-01-15', 'member', 'ned-${here.organizationId}', 'direct_contact',
             '${here.officialId}', '${here.billId}', 'independent', 'confirmed', 0, 'test', 0)`,
    `insert into activity_class (activity_id, regime, class, counts, rule_id, rule_version, by, at, reason)
     values ('call-${here.organizationId}', 'mt', 'not_counted', 0, 'MT-07', '2025', 'rule', 0, 'Not paid to lobby.')`,
  );
  const { filingId } = await prepare(here, (await january(here)).id);
  const shown = good(await showFiling(here.world, staff, { id: filingId }));
  expect(shown.worksheet.map((one) => [one.detail, one.sources[0]?.who])).toEqual([
    ['Not paid to lobby.', 'Ned Harrowgate'],
  ]);
  await file(here, filingId);
  for (const format of ['csv', 'html', 'json'] as const) {
    const { bytes } = good(await filedCopy(here.world, staff, { id: filingId, format }));
    const text = new TextDecoder().decode(bytes);
    expect(text).not.toContain('Harrowgate');
    expect(text).not.toContain('Not paid to lobby');
  }
});

test('every step is in the journal, and holds no words of the report', async () => {
  const here = await association();
  const { filingId } = await prepare(here, (await january(here)).id);
  await file(here, filingId);
  const lines = await here.world.db.all(
    statement({
      params: z.object({ id: z.string() }),
      row: z.object({ action: z.string(), actorId: z.string(), detail: z.string() }),
      sql: `select action, actor_id as actorId, detail from journal where subject_kind = 'filing' and subject_id = :id order by id`,
    }),
    { id: filingId },
  );
  expect(lines.map((one) => [one.action, one.actorId])).toEqual([
    ['filing.prepare', 'staff-staff'],
    ['filing.file', 'staff-director'],
  ]);
  expect(lines.map((one) => one.detail).join()).not.toContain('Theo');
});

test.each(['coordinator', 'regional_president', 'partner', 'board'] as const)(
  '%s prepares and files nothing',
  async (role) => {
    const here = await association();
    const obligation = await january(here);
    const who = staffAs(role);
    expect(bad(await prepareFiling(here.world, who, { obligationId: obligation.id })).kind).toBe('forbidden');
    const { filingId } = await prepare(here, obligation.id);
    expect(bad(await fileFiling(here.world, who, { filingId })).kind).toBe('forbidden');
    expect(bad(await amendFiling(here.world, who, { filingId })).kind).toBe('forbidden');
    if (role !== 'coordinator')
      expect(bad(await showFiling(here.world, who, { id: filingId })).kind).toBe('forbidden');
  },
);

test('staff prepare and do not file; what is not there is missing; what is not filed has no proof', async () => {
  const here = await association();
  const { filingId } = await prepare(here, (await january(here)).id);
  expect(bad(await fileFiling(here.world, staff, { filingId })).kind).toBe('forbidden');
  expect(bad(await fileFiling(here.world, director, { filingId: 'none' })).kind).toBe('missing');
  expect(bad(await prepareFiling(here.world, staff, { obligationId: 'none' })).kind).toBe('missing');
  expect(bad(await verifyFiling(here.world, staff, { id: filingId })).kind).toBe('refused');
  expect(bad(await filedCopy(here.world, staff, { id: filingId, format: 'csv' })).kind).toBe('missing');
});

test('filings are listed newest first, page by page, in the state asked for', async () => {
  const here = await association();
  await here.spend(100_00);
  const first = await prepare(here, (await january(here)).id);
  await file(here, first.filingId);
  await here.spend(50_00);
  const second = await prepare(here, (await january(here)).id);
  const whole = good(await listFilings(here.world, staff, { limit: 200 })).data;
  const ids = whole.map((one) => one.id);
  expect(ids).toEqual(ids.toSorted().toReversed());
  expect(whole.find((one) => one.id === second.filingId)).toMatchObject({
    version: 2,
    state: 'prepared',
    totalCents: 150_00,
  });
  const page = good(await listFilings(here.world, staff, { limit: 1 }));
  expect([page.data[0]?.id, page.nextCursor]).toEqual([ids[0], ids[0]]);
  const next = good(await listFilings(here.world, staff, { limit: 1, cursor: page.nextCursor ?? '' }));
  expect(next.data[0]?.id).toBe(ids[1]);
  const filed = good(await listFilings(here.world, staff, { state: 'filed', limit: 200 })).data;
  expect(filed.map((one) => one.id)).toContain(first.filingId);
  expect(filed.map((one) => one.id)).not.toContain(second.filingId);
  expect(bad(await listFilings(here.world, staffAs('board'), {})).kind).toBe('forbidden');
});
