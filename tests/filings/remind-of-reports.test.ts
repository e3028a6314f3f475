import * as z from 'zod';
import { expect, test } from 'vitest';
import { amendFiling } from '../../src/filings/amend-filing.ts';
import { compareFiling } from '../../src/filings/compare-filing.ts';
import { fileFiling } from '../../src/filings/file-filing.ts';
import { prepareFiling } from '../../src/filings/prepare-filing.ts';
import { remindOfReports } from '../../src/filings/remind-of-reports.ts';
import { statement } from '../../src/platform/statement.ts';
import { bad, good, staffAs } from '../support/world.ts';
import { association, write } from './ground.ts';

const DAY = 86_400_000;
const planned = statement({
  params: z.object({ id: z.string() }),
  row: z.object({ recipientId: z.string(), round: z.number(), subject: z.string(), words: z.string() }),
  sql: `select d.recipient_id as recipientId, d.round, w.email_subject as subject, w.email_text as words
          from delivery d join wording w on w.id = d.wording_id
         where d.source_kind = 'notice' and d.source_id = :id order by d.id`,
});

test('a report that falls due is told by mail to those who work on it, once each step, and not once it is filed', async () => {
  const here = await association();
  await here.spend(250_50);
  const { id, internalDueOn } = await here.report('l5-january', '2027-01-31');
  const people = ['director', 'staff', 'board'] as const;
  await write(
    here.world,
    ...people.flatMap((role) => [
      `insert into staff (id, name, email, created_at, updated_at) values ('r-${role}', 'R ${role}', 'r-${role}@example.org', 0, 0)`,
      `insert into role (id, staff_id, role, granted_at, granted_by) values ('role-r-${role}', 'r-${role}', '${role}', 0, 'test')`,
    ]),
  );
  expect(await remindOfReports(here.world)).toMatchObject({ reminded: expect.any(Number) });
  const first = await here.world.db.all(planned, { id });
  expect(first.map((one) => one.recipientId)).toEqual(['r-director', 'r-staff']);
  expect(first[0]?.subject).toContain('L-5, January 2027');
  expect(first[0]?.words).toContain(`/filings/${id}`);
  expect(first[0]?.words).toContain('It is not prepared yet.');
  expect(await remindOfReports(here.world)).toEqual({ reminded: 0 });
  expect(internalDueOn < '2027-03-01').toBe(true);

  here.world.setNow(Date.UTC(2027, 2, 1, 18));
  await remindOfReports(here.world);
  const late = await here.world.db.all(planned, { id });
  expect(late).toHaveLength(4);
  expect(late[3]?.subject).toContain('overdue');

  const { filingId } = good(await prepareFiling(here.world, staffAs('staff'), { obligationId: id }));
  good(await fileFiling(here.world, staffAs('director'), { filingId }));
  here.world.passTime(30 * DAY);
  await remindOfReports(here.world);
  expect(await here.world.db.all(planned, { id })).toHaveLength(4);
});

test('an amendment says what it changes of the filed version', async () => {
  const here = await association();
  await here.spend(250_50);
  const { id } = await here.report('l5-january', '2027-01-31');
  const { filingId } = good(await prepareFiling(here.world, staffAs('staff'), { obligationId: id }));
  expect(good(await compareFiling(here.world, staffAs('staff'), { id: filingId }))).toMatchObject({
    before: null,
    changes: [],
  });
  good(await fileFiling(here.world, staffAs('director'), { filingId }));
  await here.spend(9_00);
  const second = good(await amendFiling(here.world, staffAs('staff'), { filingId }));
  const compared = good(await compareFiling(here.world, staffAs('staff'), { id: second.filingId }));
  expect([compared.before?.totalCents, compared.after.totalCents]).toEqual([250_50, 259_50]);
  expect(compared.changes).toContainEqual(
    expect.objectContaining({
      kind: 'changed',
      before: expect.objectContaining({ amountCents: 250_50 }),
      after: expect.objectContaining({ amountCents: 259_50 }),
    }),
  );
  expect(bad(await compareFiling(here.world, staffAs('board'), { id: filingId })).kind).toBe('forbidden');
});
