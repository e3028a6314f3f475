import * as z from 'zod';
import { cutPage } from '../platform/cut-page.ts';
import { missing, ok } from '../platform/problem.ts';
import { read } from '../platform/together.ts';
import { view } from '../platform/verb.ts';
import type { World } from '../platform/world.ts';
import { districtClasses, districtsByNces, districtsPage } from './district-queries.ts';
import { factsOf, figuresKnown, homesCount, pastFactsOf } from './figure-queries.ts';
import { figureKey } from './figure.ts';

const READERS = ['owner', 'director', 'coordinator', 'staff', 'regional_president', 'system'] as const;

/**
 * A page of districts by name, each with its active members and how many figures are known. `lacks` narrows it to those
 * without a figure, `withMembers` to those with active members. `cursor` is the last district's NCES id.
 */
export const listDistricts = view({
  name: 'district.list',
  by: READERS,
  input: z.strictObject({
    q: z.string().trim().max(100).optional(),
    class: z.string().max(200).optional(),
    lacks: figureKey.optional(),
    withMembers: z.boolean().default(false),
    cursor: z.string().max(20).optional(),
    limit: z.number().int().min(1).max(2000).default(50),
  }),
  async run(world, _who, { q, cursor, limit, withMembers, ...filter }) {
    const [after] = cursor ? await world.db.all(districtsByNces, { ids: [cursor] }) : [];
    if (cursor && !after) return missing('This page of the list');
    const rows = await world.db.all(districtsPage, {
      afterName: after?.name ?? '',
      afterNces: after?.nces ?? '',
      q: q || null,
      class: filter.class || null,
      lacks: filter.lacks ?? null,
      withMembers,
      limit: limit + 1,
    });
    return ok(cutPage(rows, limit, (row) => row.nces));
  },
});

/** The classes of districts that occur (elementary, high, k12 …), with how many districts each has. */
export const listDistrictClasses = view({
  name: 'district.classes',
  by: READERS,
  input: z.strictObject({}),
  run: async (world) => ok(await world.db.all(districtClasses, {})),
});

/** One district with its figures, and those that were replaced or taken off, the latest first. */
export const showDistrict = view({
  name: 'district.show',
  by: READERS,
  input: z.strictObject({ nces: z.string() }),
  async run(world, _who, { nces }) {
    const [[district], facts, past] = await Promise.all([
      world.db.all(districtsByNces, { ids: [nces] }),
      world.db.all(factsOf, { ids: [nces] }),
      world.db.all(pastFactsOf, { nces }),
    ]);
    return district ? ok({ ...district, facts, past }) : missing('This district');
  },
});

/** The figures that any district has, each with how many districts have it; beside it how many have active members. */
export const figuresOf = async (world: World) => {
  const [[homes], figures] = await world.db.together(read(homesCount, {}), read(figuresKnown, {}));
  return { homes: homes?.count ?? 0, figures };
};

/** As `figuresOf`, for people. `homes`: the districts that have active members. */
export const listFigures = view({
  name: 'district.figures',
  by: READERS,
  input: z.strictObject({}),
  run: async (world) => ok(await figuresOf(world)),
});
