import * as z from 'zod';
import { expect, test } from 'vitest';
import { change, must, statement } from '../../src/platform/statement.ts';
import { SYSTEM } from '../../src/platform/who.ts';
import { read } from '../../src/platform/together.ts';
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

const named = statement({
  params: z.object({ name: z.string(), least: z.number() }),
  row: z.object({
    id: z.string(),
    name: z.string(),
    size: z.number(),
    word: z.string().nullable(),
    list: z.string(),
  }),
  sql: `with found as (select id, name from region where name <> :name or name = '?1')
        select id, name, length(name) as size, nullif(name, 'b''s ?2') as word,
          (select json_group_array(x.id) from region x where x.id <= found.id) as list -- ?2 stays
        from found where length(name) >= :least order by id desc`,
});

test('reads asked together answer as each would alone, in one statement', async () => {
  const world = testWorld();
  await world.db.record([
    change(addRegion, { id: 't1', name: '?1' }),
    change(addRegion, { id: 't2', name: "b's ?2" }),
    change(addRegion, { id: 't3', name: 'c "quoted"\n' }),
  ]);
  const asked = [
    [regions, {}],
    [named, { name: 'c', least: 2 }],
    [named, { name: "b's ?2", least: 3 }],
    [named, { name: 'c', least: 99 }],
  ] as const;
  const alone = await Promise.all(asked.map(([s, params]) => world.db.all(s, params as never)));
  const before = world.db.count();
  const [all, unwanted, ...rest] = await world.db.together(
    read(regions, {}),
    null,
    read(named, { name: 'c', least: 2 }),
    read(named, { name: "b's ?2", least: 3 }),
    read(named, { name: 'c', least: 99 }),
  );
  expect(world.db.count() - before).toBe(1);
  expect(unwanted).toEqual([]);
  expect([all, ...rest]).toEqual(alone);
  expect(rest[0][0]?.size).toBeTypeOf('number');
});

const wide = statement({
  params: z.object({}),
  row: z.object(Object.fromEntries(Array.from({ length: 40 }, (_, no) => [`c${no}`, z.number()]))),
  sql: `select ${Array.from({ length: 40 }, (_, no) => `${no} as c${no}`).join(', ')}`,
});
const long = statement({
  params: z.object({ rows: z.number(), size: z.number() }),
  row: z.object({ no: z.number(), words: z.string() }),
  sql: `with recursive line(no) as (select 1 union all select no + 1 from line where no < :rows)
        select no, printf('%.*c', :size, 'x') as words from line order by no desc`,
});

test('thirty reads, a wide one and one of three megabytes among them, are asked as one statement', async () => {
  const world = testWorld();
  const many = Array.from({ length: 28 }, () => read(long, { rows: 3, size: 2 }));
  const before = world.db.count();
  const [[cells], lines, ...rest] = await world.db.together(
    read(wide, {}),
    read(long, { rows: 300, size: 10_000 }),
    ...many,
  );
  expect(world.db.count() - before).toBe(1);
  expect(Object.values(cells ?? {})).toEqual(Array.from({ length: 40 }, (_, no) => no));
  expect(lines.map(({ no }) => no)).toEqual(Array.from({ length: 300 }, (_, at) => 300 - at));
  expect(rest.every((rows) => rows.map(({ no }) => no).join() === '3,2,1')).toBe(true);
});

test('reads with more values than a statement takes are asked as two', async () => {
  const world = testWorld();
  const many = Array.from({ length: 120 }, (_, no) => read(long, { rows: 1, size: no + 1 }));
  const before = world.db.count();
  const found = await world.db.together(...many);
  expect(world.db.count() - before).toBe(2);
  expect(found.map(([row]) => row?.words.length)).toEqual(many.map((_, no) => no + 1));
});
