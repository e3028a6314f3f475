import { expect, test } from 'vitest';
import {
  addOrganization,
  importDistricts,
  importMembers,
  listMembers,
  memberFigures,
  undoImport,
} from '../../src/people/index.ts';
import { good, staffAs, testWorld } from '../support/world.ts';

type Files = Record<string, string>;
const rosters = import.meta.glob<string>('../../../shared/data/rosters/*.csv', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const districts = import.meta.glob<string>('../../../shared/data/school-districts/*.json', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const fileOf = (files: Files, name: string) =>
  Object.entries(files).find(([path]) => path.endsWith(`/${name}`))?.[1];

const FIGURES = [
  {
    state: 'mt',
    districts: 483,
    members: 212,
    byEmail: 203,
    byText: 181,
    withoutConsent: 18,
    withoutNumber: 13,
    byNeither: 1,
  },
  {
    state: 'ms',
    districts: 164,
    members: 164,
    byEmail: 157,
    byText: 140,
    withoutConsent: 14,
    withoutNumber: 10,
    byNeither: 0,
  },
  {
    state: 'ma',
    districts: 394,
    members: 304,
    byEmail: 291,
    byText: 260,
    withoutConsent: 27,
    withoutNumber: 17,
    byNeither: 1,
  },
];
const owner = staffAs('owner');
if (Object.keys(rosters).length === 0)
  console.log('The rosters are not beside this checkout; their figures are not tested.');

test.each(FIGURES.filter(({ state }) => fileOf(rosters, `${state}.csv`)))(
  'the roster of $state imports whole, twice, and comes out in its figures',
  async ({ state, districts: howMany, ...figures }) => {
    const world = testWorld();
    const next = world.ids.next.bind(world.ids);
    world.ids.next = () => state + next();
    await addOrganization(world, owner, {
      id: 'sa',
      name: 'School Administrators',
      shortName: 'SA',
      kind: 'association',
    });
    const list = good(
      await importDistricts(world, owner, {
        content: fileOf(districts, `${state}.json`) ?? '',
        fileName: `${state}.json`,
      }),
    );
    expect(list).toMatchObject({ created: howMany, rejected: [] });
    expect(
      good(await importDistricts(world, owner, { content: fileOf(districts, `${state}.json`) ?? '' })),
    ).toMatchObject({ unchanged: howMany });
    const content = fileOf(rosters, `${state}.csv`) ?? '';
    const report = good(await importMembers(world, owner, { content, fileName: `${state}.csv` }));
    expect(report).toMatchObject({ created: figures.members, rejected: [], notes: [], ignored: [] });
    expect(good(await memberFigures(world, owner, {}))).toEqual({ ...figures, closed: 0 });
    expect(good(await listMembers(world, owner, { reach: 'neither' })).data).toHaveLength(figures.byNeither);
    expect(good(await importMembers(world, owner, { content }))).toMatchObject({
      created: 0,
      updated: 0,
      unchanged: figures.members,
      importId: report.importId,
    });
    expect(good(await undoImport(world, owner, { id: report.importId ?? '' }))).toEqual({
      removed: figures.members,
      restored: 0,
      kept: [],
    });
  },
);
