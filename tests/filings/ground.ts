import * as z from 'zod';
import { addActivity } from '../../src/lobbying/add-activity.ts';
import { addExpense } from '../../src/lobbying/add-expense.ts';
import { addLobbyist } from '../../src/lobbying/lobbyists.ts';
import { setFiler } from '../../src/lobbying/set-filer.ts';
import { listObligations } from '../../src/filings/list-obligations.ts';
import { refreshObligations } from '../../src/filings/refresh-obligations.ts';
import { change, statement } from '../../src/platform/statement.ts';
import { SYSTEM } from '../../src/platform/who.ts';
import { good, staffAs, testWorld, type TestWorld } from '../support/world.ts';

const run = (sql: string) => change(statement({ params: z.object({}), row: z.object({}), sql }), {});
export const write = (world: TestWorld, ...statements: string[]) =>
  world.db.commit(
    { who: SYSTEM, action: 'test.seed', subject: { kind: 'test', id: 'test' } },
    statements.map(run),
  );

let networks = 0;

/**
 * An association that files in both states from January 1, 2027, with one staff lobbyist in each, two bills and an
 * official. Each call is another association, in a World whose ids are its own.
 */
export const association = async () => {
  const world = testWorld();
  const at = (networks += 1);
  const next = world.ids.next.bind(world.ids);
  world.ids.next = () => next().replace('01TEST', `0${at}TEST`);
  const id = (kind: string) => `${kind}-${at}`;
  await write(
    world,
    `insert into organization (id, name, short_name, kind, created_at) values ('${id('org')}', 'Association ${at}', 'A${at}', 'association', 0)`,
    `insert into staff (id, name, email, created_at, updated_at) values ('${id('theo')}', 'Theo Brightwater', 'theo${at}@example.org', 0, 0)`,
    `insert into official (id, name, given, family, source, as_of) values ('${id('official')}', 'Ada Kestrelman', 'Ada', 'Kestrelman', 'test', '2027-01-01')`,
    `insert into legislative_session (id, jurisdiction, name, kind, starts_on) values ('${id('session')}', 'MT', 'Session ${at}', 'regular', '2027-01-04')`,
    `insert into bill (id, legislative_session_id, number, title, status, status_on, source, created_at)
     values ('${id('bill')}', '${id('session')}', 'HB 12', 'Voucher expansion', 'introduced', '2027-01-05', 'test', 0)`,
  );
  const organizationId = id('org');
  for (const regime of ['mt', 'ms'] as const) {
    good(await setFiler(world, SYSTEM, { organizationId, regime, fromOn: '2027-01-01' }));
    good(
      await addLobbyist(world, SYSTEM, {
        organizationId,
        regime,
        name: 'Theo Brightwater',
        kind: 'staff',
        staffId: id('theo'),
        fromOn: '2027-01-01',
      }),
    );
  }
  const theo = staffAs('staff', { id: id('theo') });
  return {
    world,
    organizationId,
    officialId: id('official'),
    billId: id('bill'),
    theo,
    spend: async (amountCents: number, more: Partial<Parameters<typeof addExpense>[2]> = {}) =>
      good(
        await addExpense(world, staffAs('staff'), {
          organizationId,
          incurredOn: '2027-01-20',
          amountCents,
          payee: 'Harrowgate Printing',
          purpose: 'Leaflets',
          mtCategory: 'printing',
          msCategory: 'e',
          ...more,
        }),
      ).id,
    talk: async (onDate = '2027-01-21') =>
      good(
        await addActivity(world, theo, {
          organizationId,
          onDate,
          kind: 'direct_contact',
          method: 'phone',
          officialId: id('official'),
          billId: id('bill'),
          position: 'oppose',
        }),
      ).id,
    /** The report of a form whose period ends on a day, after the due dates were worked out. */
    report: async (form: string, periodTo: string) => {
      good(await refreshObligations(world, SYSTEM, {}));
      const { data } = good(await listObligations(world, staffAs('staff'), { limit: 200 }));
      const found = data.find(
        (one) => one.organizationId === organizationId && one.form === form && one.periodTo === periodTo,
      );
      if (!found) throw new Error(`No ${form} to ${periodTo}`);
      return found;
    },
  };
};
