import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { applyStatuses, launchAlert, sendPage } from '../../src/delivery/index.ts';
import { openDb } from '../../src/platform/db.ts';
import type { World } from '../../src/platform/world.ts';
import { countedDb, type Counts } from '../support/counted-db.ts';
import { good, staffAs, testWorld } from '../support/world.ts';
import { addPeople, approvedAlert, buildNetwork, crowd, rowsOf } from './network.ts';

/** Exact on this database, so steadier than any time: what a thousand texts cost in statements and in rows. */
const PEOPLE = 1_000;
const PAGES_OF_EVENTS = 100;

const world = testWorld();
const counts: Counts = { statements: 0, rowsWritten: 0, rowsRead: 0 };
const counted: World = {
  ...world,
  db: openDb(countedDb(env.DB, counts), {
    now: world.clock.now,
    ids: world.ids,
    enqueue: () => Promise.resolve(),
  }),
};
const costOf = async (work: () => Promise<unknown>): Promise<Counts> => {
  const before = { ...counts };
  await work();
  return {
    statements: counts.statements - before.statements,
    rowsWritten: counts.rowsWritten - before.rowsWritten,
    rowsRead: counts.rowsRead - before.rowsRead,
  };
};

beforeAll(buildNetwork);

test('a thousand texts with two reports each: at most 30 statements to send, 60 in all, and 8 rows written a person with one report', async () => {
  const people = crowd('budget', PEOPLE);
  await addPeople(world, people);
  const { id } = await approvedAlert(
    world,
    people.map((one) => one.id),
    { sendEmail: false },
  );
  const launch = await costOf(() => launchAlert(counted, staffAs('director'), { id }).then(good));
  const pages = world.pages.splice(0);
  const send = await costOf(async () => {
    for (const page of pages) await sendPage(counted, page);
  });
  expect(world.texts).toHaveLength(PEOPLE);

  const rows = await rowsOf(id);
  const told = (status: string) =>
    costOf(async () => {
      for (let at = 0; at < rows.length; at += PAGES_OF_EVENTS)
        await applyStatuses(
          counted,
          rows.slice(at, at + PAGES_OF_EVENTS).map((row) => ({
            deliveryId: row.id,
            attempt: 1,
            providerId: row.provider_id,
            status,
            errorCode: null,
          })),
        );
    });
  const sent = await told('sent');
  const delivered = await told('delivered');
  expect((await rowsOf(id)).every((row) => row.state === 'delivered')).toBe(true);

  expect(send.statements).toBeLessThanOrEqual(30);
  expect(send.statements + sent.statements + delivered.statements).toBeLessThanOrEqual(60);
  const written = launch.rowsWritten + send.rowsWritten + delivered.rowsWritten;
  expect(written / PEOPLE).toBeLessThanOrEqual(8);
});
