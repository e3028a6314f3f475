import * as z from 'zod';
import { expect, test } from 'vitest';
import { change, must, statement } from '../../src/platform/statement.ts';
import { SYSTEM } from '../../src/platform/who.ts';
import { testWorld } from '../support/world.ts';

const addRegion = statement({
  params: z.object({ id: z.string(), name: z.string() }),
  row: z.object({}),
  sql: `insert into region (id, name) values (:id, :name)`,
});
const renameRegion = statement({
  params: z.object({ id: z.string(), name: z.string() }),
  row: z.object({ id: z.string() }),
  sql: `update region set name = :name where id = :id returning id`,
});
const regions = statement({
  params: z.object({}),
  row: z.object({ id: z.string(), name: z.string() }),
  sql: `select id, name from region order by id`,
});
const entry = { who: SYSTEM, action: 'region.rename', subject: { kind: 'region', id: 'r1' } };

test('a commit whose precondition fails writes nothing, journal included', async () => {
  const world = testWorld();
  await world.db.commit(entry, [change(addRegion, { id: 'r1', name: 'Hi-Line' })]);
  const lost = await world.db.commit(entry, [
    change(addRegion, { id: 'r2', name: 'Central' }),
    must(renameRegion, { id: 'nowhere', name: 'X' }),
  ]);
  expect(lost).toBeNull();
  expect(await world.db.all(regions, {})).toEqual([{ id: 'r1', name: 'Hi-Line' }]);
  const won = await world.db.commit(
    entry,
    [must(renameRegion, { id: 'r1', name: 'High Line' })],
    [{ kind: 'region.renamed', body: { regionId: 'r1' } }],
  );
  expect(won?.[0]).toMatchObject({ rows: [{ id: 'r1' }], changed: 1 });
  expect(world.jobs).toHaveLength(1);
});
