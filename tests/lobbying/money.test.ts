import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  addAttachment,
  addCompensation,
  addDues,
  addExpense,
  addActivity,
  changeExpense,
  confirmExpense,
  listAttachments,
  listCompensation,
  listDues,
  logClosedAlert,
  listExpenses,
  removeAttachment,
  removeCompensation,
  removeDues,
  showActivity,
  showAttachment,
  showExpense,
  splitActivity,
  splitExpense,
} from '../../src/lobbying/index.ts';
import { SYSTEM } from '../../src/platform/who.ts';
import { bad, good, staffAs } from '../support/world.ts';
import { alert, delivery, freshWorld, rows, run, settle } from './cast.ts';

const world = freshWorld();
const staff = staffAs('staff');
const EXPENSE = {
  incurredOn: '2027-02-08',
  amountCents: 100_00,
  payee: 'Harrowgate Printing',
  purpose: 'Leaflets',
  mtCategory: 'printing',
  msCategory: 'c',
} as const;
const PAY = { lobbyistId: 'theo', fromOn: '2027-01-01', toOn: '2027-01-31', payCents: 5_000_00 };
const PHOTO = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);
const fieldOf = (problem: { fields?: { field: string }[] }) => problem.fields?.[0]?.field;

beforeAll(settle);

describe('pay', () => {
  test('of two spans of one person that share a day is refused, whatever regime they lobby in', async () => {
    await run(
      `insert into lobbyist (id, organization_id, regime, name, kind, staff_id, from_on) values ('theo-ms', 'sam', 'ms', 'Theo Brightwater', 'staff', 'staff-lobbyist', '2027-01-01')`,
    );
    const { id } = good(
      await addCompensation(world, staff, {
        ...PAY,
        benefitCents: 900_00,
        counted: ['health'],
        totalMinutes: 9600,
      }),
    );
    const refused = bad(
      await addCompensation(world, staff, {
        ...PAY,
        lobbyistId: 'theo-ms',
        fromOn: '2027-01-31',
        toOn: '2027-02-05',
      }),
    );
    expect(fieldOf(refused)).toBe('fromOn');
    expect(refused.fields?.[0]?.message).toContain('Jan 1, 2027');
    good(
      await addCompensation(world, staff, {
        ...PAY,
        lobbyistId: 'theo-ms',
        fromOn: '2027-02-01',
        toOn: '2027-02-05',
      }),
    );
    good(await addCompensation(world, staff, { ...PAY, lobbyistId: 'lou' }));
    expect(
      good(await listCompensation(world, staff, { from: '2027-01-05', to: '2027-01-06' })),
    ).toMatchObject([
      { personName: 'Lou Harrowgate' },
      { personName: 'Theo Brightwater', payCents: 5_000_00, benefitCents: 900_00, loggedMinutes: 0 },
    ]);
    good(await removeCompensation(world, staff, { id }));
    expect(bad(await removeCompensation(world, staff, { id })).kind).toBe('missing');
    good(await addCompensation(world, staff, PAY));
  });

  test('has limits, each said beside its field', async () => {
    const field = async (more: object) =>
      fieldOf(
        bad(
          await addCompensation(world, staff, { ...PAY, fromOn: '2026-01-01', toOn: '2026-01-31', ...more }),
        ),
      );
    expect(await field({ toOn: '2025-12-31' })).toBe('toOn');
    expect(await field({ toOn: '2027-03-01' })).toBe('toOn');
    expect(await field({ fromOn: '2027-03-01', toOn: '2027-03-02' })).toBe('fromOn');
    expect(await field({ payCents: -1 })).toBe('payCents');
    expect(await field({ payCents: 1.5 })).toBe('payCents');
    expect(await field({ totalMinutes: 31 * 1440 + 1 })).toBe('totalMinutes');
    expect(await field({ benefitCents: 1 })).toBe('counted');
    expect(await field({ lobbyistId: 'nobody' })).toBe('lobbyistId');
    expect(await field({ paidBy: [{ name: 'SAM', basisPoints: 9_999 }] })).toBe('paidBy');
  });
});

describe('dues', () => {
  const DUES = {
    receivedOn: '2027-02-01',
    amountCents: 300_00,
    payerKind: 'district',
    payer: 'Drummond Schools',
  } as const;
  test('given for lobbying need the payer’s address and what for', async () => {
    expect(fieldOf(bad(await addDues(world, staff, { ...DUES, earmarked: true })))).toBe('payerAddress');
    expect(
      fieldOf(bad(await addDues(world, staff, { ...DUES, earmarked: true, payerAddress: 'Main St 1' }))),
    ).toBe('earmark');
    expect(fieldOf(bad(await addDues(world, staff, { ...DUES, amountCents: 0 })))).toBe('amountCents');
    expect(fieldOf(bad(await addDues(world, staff, { ...DUES, receivedOn: '2027-05-01' })))).toBe(
      'receivedOn',
    );
    expect(fieldOf(bad(await addDues(world, staff, { ...DUES, noticeCents: 400_00 })))).toBe('noticeCents');
    const { id } = good(
      await addDues(world, staff, {
        ...DUES,
        earmarked: true,
        payerAddress: 'Main St 1',
        issueId: 'vouchers',
      }),
    );
    good(await addDues(world, staff, { ...DUES, amountCents: 50_00, receivedOn: '2027-01-02' }));
    expect(good(await listDues(world, staff, {})).data).toMatchObject([
      { amountCents: 50_00, earmarked: 0, payerYearCents: 350_00 },
      { amountCents: 300_00, earmarked: 1, issueName: 'Vouchers' },
    ]);
    good(await removeDues(world, staff, { id }));
    expect(bad(await removeDues(world, staff, { id })).kind).toBe('missing');
  });
});

describe('an expense', () => {
  test('is logged with a category, or the decision that there is none, wherever the organization files', async () => {
    const { mtCategory: _, ...open } = EXPENSE;
    expect(bad(await addExpense(world, staff, open)).fields).toMatchObject([{ field: 'mtCategory' }]);
    const { id } = good(
      await addExpense(world, staff, { ...open, mtCategory: 'not_reported', categories: { irs: 'direct' } }),
    );
    const shown = good(await showExpense(world, staff, { id }));
    expect(shown).toMatchObject({ mtCategory: null, msCategory: 'c' });
    expect(JSON.parse(shown.classes)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ regime: 'mt', class: 'not_reported', by: 'staff-staff' }),
        expect.objectContaining({ regime: 'ms', class: 'c' }),
        expect.objectContaining({ regime: 'irs', class: 'direct' }),
      ]),
    );
    expect(
      bad(await addExpense(world, staff, { ...EXPENSE, categories: { ma: 'golf' } })).fields,
    ).toMatchObject([{ field: 'categories.ma' }]);
  });

  test('of an alert is confirmed only once somebody has said what Montana makes of it', async () => {
    const alertId = await alert(world);
    await delivery(alertId, 'ned', { price: 8_300 });
    good(await logClosedAlert(world, SYSTEM, { alertId }));
    const id =
      good(await listExpenses(world, staff, { limit: 200 })).data.find((one) => one.alertId === alertId)
        ?.id ?? '';
    expect(bad(await confirmExpense(world, staff, { id })).fields).toMatchObject([{ field: 'mtCategory' }]);
    good(await confirmExpense(world, staff, { id, mtCategory: null }));
    expect(good(await showExpense(world, staff, { id }))).toMatchObject({
      state: 'confirmed',
      mtCategory: null,
      msCategory: 'e',
    });
    expect(bad(await splitExpense(world, staff, { id, parts: [{ share: 1 }, { share: 1 }] })).rule).toBe(
      'carrier_cost',
    );
    expect(fieldOf(bad(await changeExpense(world, staff, { ...EXPENSE, id })))).toBe('amountCents');
  });

  test('changed keeps what was decided; a day to come and a locked one are refused', async () => {
    const { id } = good(await addExpense(world, staff, EXPENSE));
    const { mtCategory: _mt, msCategory: _ms, ...rest } = EXPENSE;
    good(await changeExpense(world, staff, { ...rest, id, amountCents: 90_00 }));
    expect(good(await showExpense(world, staff, { id }))).toMatchObject({
      amountCents: 90_00,
      mtCategory: 'printing',
    });
    expect(
      fieldOf(bad(await changeExpense(world, staff, { ...EXPENSE, id, incurredOn: '2027-06-01' }))),
    ).toBe('incurredOn');
    world.filedRows = () => Promise.resolve([{ filingId: 'f', name: 'L-5' }]);
    expect(bad(await changeExpense(world, staff, { ...EXPENSE, id })).rule).toBe('filed');
    good(await changeExpense(world, staff, { ...EXPENSE, id, amends: true }));
    world.filedRows = () => Promise.resolve([]);
    expect(bad(await changeExpense(world, staff, { ...EXPENSE, id: 'none' })).kind).toBe('missing');
  });
});

describe('a split', () => {
  test('of any amount by any shares adds up to the cent', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 1_000_00 }),
        fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 2, maxLength: 4 }),
        async (amountCents, shares) => {
          const { id } = good(await addExpense(world, staff, { ...EXPENSE, amountCents }));
          const { cents, ids } = good(
            await splitExpense(world, staff, { id, parts: shares.map((share) => ({ share })) }),
          );
          expect(cents.reduce((sum, one) => sum + one, 0)).toBe(amountCents);
          const [kept] = await rows(
            `select sum(amount_cents) as n, count(*) as c, count(distinct mt_category) as m from expense where id = '${id}' or split_of = '${id}'`,
          );
          expect(kept).toEqual({ n: amountCents, c: ids.length, m: 1 });
        },
      ),
      { numRuns: 12 },
    );
  });

  test('of a line across bills, days and people keeps its minutes and classes each part', async () => {
    const { id } = good(
      await addActivity(world, staff, {
        onDate: '2027-02-05',
        kind: 'research',
        minutes: 100,
        billId: 'hb203',
      }),
    );
    const { ids, minutes } = good(
      await splitActivity(world, staff, {
        id,
        parts: [
          { share: 1 },
          { share: 1, billId: 'sb12' },
          { share: 1, onDate: '2027-02-04', staffId: 'staff-lobbyist' },
        ],
      }),
    );
    expect(minutes).toEqual([34, 33, 33]);
    expect(good(await showActivity(world, staff, { id: ids[2] ?? '' }))).toMatchObject({
      onDate: '2027-02-04',
      personKind: 'staff_lobbyist',
      lobbyistId: 'theo',
      minutes: 33,
      splitOf: id,
    });
    expect(good(await showActivity(world, staff, { id: ids[1] ?? '' }))).toMatchObject({
      billNumber: 'SB 12',
    });
    expect(
      fieldOf(
        bad(await splitActivity(world, staff, { id, parts: [{ share: 1 }, { share: 1, billId: 'none' }] })),
      ),
    ).toBe('parts.1');
    expect(fieldOf(bad(await splitActivity(world, staff, { id, parts: [{ share: 1 }] })))).toBe('parts');
    expect(
      fieldOf(
        bad(
          await splitActivity(world, staff, {
            id,
            parts: [{ share: 1 }, { share: 1, onDate: '2028-01-01' }],
          }),
        ),
      ),
    ).toBe('parts.1');
  });
});

describe('a file', () => {
  test('is kept by its hash, shown as it came, and removed by a person alone', async () => {
    const { id: expenseId } = good(await addExpense(world, staff, EXPENSE));
    const beside = { subjectKind: 'expense', subjectId: expenseId } as const;
    const { id } = good(await addAttachment(world, staff, { ...beside, name: 'IMG <1>.jpg', file: PHOTO }));
    expect(good(await addAttachment(world, staff, { ...beside, file: PHOTO })).id).toBe(id);
    const [file] = good(await listAttachments(world, staff, beside));
    expect(file).toMatchObject({ id, type: 'image/jpeg', size: 7, name: 'IMG _1_.jpg' });
    expect(good(await showAttachment(world, staff, { id })).bytes).toEqual(PHOTO);
    world.filedRows = () => Promise.resolve([{ filingId: 'f', name: 'L-5' }]);
    expect(bad(await removeAttachment(world, staff, { id })).rule).toBe('filed');
    world.filedRows = () => Promise.resolve([]);
    good(await removeAttachment(world, staff, { id }));
    expect(await world.files.get(`attachments/${file?.sha256}`)).toBeNull();
    expect(bad(await showAttachment(world, staff, { id })).kind).toBe('missing');
  });

  test('of another kind, empty, too large or beside nothing is refused', async () => {
    const { id: subjectId } = good(await addExpense(world, staff, EXPENSE));
    const add = async (file: Uint8Array<ArrayBuffer>, more: object = {}) =>
      bad(await addAttachment(world, staff, { subjectKind: 'expense', subjectId, file, ...more }));
    expect(fieldOf(await add(Uint8Array.from(new TextEncoder().encode('<svg onload=alert(1)>'))))).toBe(
      'file',
    );
    expect(fieldOf(await add(new Uint8Array(0)))).toBe('file');
    const large = new Uint8Array(8 * 1024 * 1024 + 1);
    large.set(PHOTO);
    expect(fieldOf(await add(large))).toBe('file');
    expect((await add(PHOTO, { subjectId: 'none' })).kind).toBe('missing');
  });
});
