import { Hono } from 'hono';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  addMember,
  addOrganization,
  importDistricts,
  importFigures,
  importMembers,
  listDistricts,
  listFigures,
  listMembers,
  peopleRoutes,
  removeDistrictFact,
  setDistrictFact,
  showDistrict,
  showImport,
  undoImport,
} from '../../src/people/index.ts';
import { readCsv } from '../../src/platform/csv.ts';
import { change, statement } from '../../src/platform/statement.ts';
import type { Who } from '../../src/platform/who.ts';
import type { AppEnv } from '../../src/ui/index.ts';
import * as z from 'zod';
import { bad, good, staffAs, testWorld } from '../support/world.ts';

const world = testWorld();
const owner = staffAs('owner');
const staff = staffAs('staff');
const DRUMMOND = '3009090';
const EKALAKA = '3009750';
const ALDER = '0100005';
const ORIGIN = { source: 'Fall enrollment report', asOf: '2026-10-01' };

const clearFigures = ['district_fact', 'district_fact_past'].map((table) =>
  statement({ params: z.object({}), row: z.object({}), sql: `delete from ${table}` }),
);

beforeAll(async () => {
  good(
    await addOrganization(world, owner, {
      id: 'sam',
      name: 'School Administrators',
      shortName: 'SAM',
      kind: 'association',
    }),
  );
  good(
    await importDistricts(world, owner, {
      content: `nces,name,state\n${DRUMMOND},Drummond,MT\n${EKALAKA},Ekalaka,MT\n${ALDER},Alder,MT\n3000001,Twin,MT\n3000002,Twin,MT\n`,
    }),
  );
  for (const [firstName, districtNces] of [
    ['Ada', DRUMMOND],
    ['Ben', EKALAKA],
  ] as const)
    good(
      await addMember(world, staff, {
        firstName,
        lastName: 'Birch',
        kind: 'superintendent',
        organizationId: 'sam',
        districtNces,
      }),
    );
});
beforeEach(() => world.db.record(clearFigures.map((one) => change(one, {}))));

const put = async (nces: string, key: string, value: string, origin = ORIGIN) =>
  good(await setDistrictFact(world, staff, { nces, key, value, ...origin }));
const figuresOf = async (nces: string) =>
  Object.fromEntries(
    good(await showDistrict(world, owner, { nces })).facts.map(({ key, value }) => [key, value]),
  );
const pastOf = async (nces: string) =>
  good(await showDistrict(world, owner, { nces })).past.map(({ key, value }) => `${key} ${value}`);

describe('a figure of a district', () => {
  test('is kept under one name however it is typed, and what it replaces stays in the history', async () => {
    await put(DRUMMOND, 'Title I_dollars', '$84,000');
    await put(DRUMMOND, ' title i-dollars ', '$86,000');
    await put(DRUMMOND, 'title i dollars', '$86,000');
    expect(await figuresOf(DRUMMOND)).toEqual({ 'title i dollars': '$86,000' });
    expect(await pastOf(DRUMMOND)).toEqual(['title i dollars $84,000']);
    expect(good(await showDistrict(world, owner, { nces: DRUMMOND })).past[0]).toMatchObject({
      ...ORIGIN,
      untilAt: world.clock.now(),
    });
  });

  test('is taken off, and can be put back from the history', async () => {
    await put(DRUMMOND, 'enrollment', '164');
    good(await removeDistrictFact(world, staff, { nces: DRUMMOND, key: 'Enrollment' }));
    expect(await figuresOf(DRUMMOND)).toEqual({});
    expect(await pastOf(DRUMMOND)).toEqual(['enrollment 164']);
    expect(bad(await removeDistrictFact(world, staff, { nces: DRUMMOND, key: 'enrollment' })).kind).toBe(
      'missing',
    );
    expect(
      bad(await removeDistrictFact(world, staffAs('coordinator'), { nces: DRUMMOND, key: 'x' })).kind,
    ).toBe('forbidden');
  });

  test.each(['=1+2', '=HYPERLINK("http://x.example")', '+cmd', '-2+3', '@SUM(A1)', '#REF!', '#N/A'])(
    'is no formula and no error of a spreadsheet: %s',
    async (value) => {
      const problem = bad(
        await setDistrictFact(world, staff, { nces: DRUMMOND, key: 'enrollment', value, ...ORIGIN }),
      );
      expect(problem.fields?.map((one) => one.field)).toEqual(['value']);
    },
  );

  test.each(['-4.1%', '+3', '-$1,200', '1,240', '$84,000.50', '3 of 5 schools'])(
    'may be %s',
    async (value) => {
      await put(DRUMMOND, 'change', value);
      expect(await figuresOf(DRUMMOND)).toEqual({ change: value });
    },
  );

  test('has no name that talking points use for something else', async () => {
    for (const key of ['District', 'a|b', '{{x}}', ' _ '])
      expect(
        bad(await setDistrictFact(world, staff, { nces: DRUMMOND, key, value: '1', ...ORIGIN })).fields,
      ).toMatchObject([{ field: 'key' }]);
  });

  test('is counted over the districts, and those that lack it are found', async () => {
    await put(DRUMMOND, 'enrollment', '164');
    await put(ALDER, 'enrollment', '90', { source: 'OPI', asOf: '2025-10-01' });
    expect(good(await listFigures(world, staffAs('coordinator'), {}))).toEqual({
      homes: 2,
      figures: [{ key: 'enrollment', districts: 2, homes: 1, oldest: '2025-10-01', newest: '2026-10-01' }],
    });
    const lacking = async (withMembers: boolean) =>
      good(await listDistricts(world, owner, { lacks: 'Enrollment', withMembers })).data.map(
        (one) => one.name,
      );
    expect(await lacking(false)).toEqual(['Ekalaka', 'Twin', 'Twin']);
    expect(await lacking(true)).toEqual(['Ekalaka']);
  });
});

const FILE = `district_nces,district,Enrollment,Dollars at stake\n${DRUMMOND},,164,"$12,464"\n,ekalaka,98,\n100005,,,\n`;
const bring = (content: string, more = {}) => importFigures(world, staff, { content, ...ORIGIN, ...more });

describe('a file of figures', () => {
  test('is looked at without a trace, then put in by NCES id or name; empty cells leave what is there', async () => {
    await put(EKALAKA, 'enrollment', '90');
    await put(EKALAKA, 'dollars at stake', '$7,000');
    const look = good(await bring(FILE, { dryRun: true }));
    expect(look).toMatchObject({
      importId: null,
      rows: 3,
      created: 1,
      updated: 1,
      unchanged: 1,
      rejected: [],
    });
    expect(
      look.changes.map(({ district, now, before }) => [district, now.key, before?.value, now.value]),
    ).toEqual([
      ['Drummond', 'enrollment', undefined, '164'],
      ['Drummond', 'dollars at stake', undefined, '$12,464'],
      ['Ekalaka', 'enrollment', '90', '98'],
    ]);
    expect(await figuresOf(DRUMMOND)).toEqual({});
    const made = good(await bring(FILE));
    expect(await figuresOf(DRUMMOND)).toEqual({ enrollment: '164', 'dollars at stake': '$12,464' });
    expect(await figuresOf(EKALAKA)).toEqual({ enrollment: '98', 'dollars at stake': '$7,000' });
    expect(await pastOf(EKALAKA)).toEqual(['enrollment 90']);
    expect(good(await bring(FILE))).toMatchObject({ importId: made.importId, unchanged: 3, changes: [] });
    expect(good(await showImport(world, owner, { id: made.importId ?? '' }))).toMatchObject({
      kind: 'figures',
      lines: [
        { line: 2, outcome: 'created', name: 'Drummond' },
        { line: 3, outcome: 'updated', name: 'Ekalaka' },
      ],
    });
  });

  test('tells source and day row by row where it has columns for them', async () => {
    good(await bring(`nces,enrollment,source,as_of\n${DRUMMOND},164,Audit,9/30/2026\n${EKALAKA},98,,\n`));
    expect(good(await showDistrict(world, owner, { nces: DRUMMOND })).facts).toMatchObject([
      { source: 'Audit', asOf: '2026-09-30' },
    ]);
    expect(good(await showDistrict(world, owner, { nces: EKALAKA })).facts).toMatchObject([ORIGIN]);
  });

  test('with a row that cannot be taken changes nothing, and says of each row why', async () => {
    const content = `nces,name,enrollment\n${DRUMMOND},,164\n3999999,,1\n,Nowhere,2\n,Twin,3\n,,4\n,Drummond,5\n${EKALAKA},,=1+2\n`;
    const problem = bad(await bring(content));
    expect(problem.fields?.map(({ field }) => field)).toEqual([
      'line 3: district_nces',
      'line 4: district',
      'line 5: district',
      'line 6: district',
      'line 7: district',
      'line 8: enrollment',
    ]);
    expect(await figuresOf(DRUMMOND)).toEqual({});
    expect(good(await bring(content, { acceptGoodRows: true }))).toMatchObject({
      created: 1,
      rejectedRows: 6,
    });
    expect(await figuresOf(DRUMMOND)).toEqual({ enrollment: '164' });
    const nothing = bad(await importFigures(world, staff, { content: `nces,enrollment\n${EKALAKA},98\n` }));
    expect(nothing.fields?.map(({ field }) => field)).toEqual(['line 2: source', 'line 2: as_of']);
  });

  test.each([
    ['enrollment\n5\n', 'nothing tells whose'],
    [`nces,county\n${DRUMMOND},Granite\n`, 'no column of figures'],
    [`nces,a_b,a-b\n${DRUMMOND},1,2\n`, 'are the same figure'],
    [`nces,{{x}}\n${DRUMMOND},1\n`, 'braces'],
    ['', 'empty'],
  ])('is refused whole where its columns cannot be told: %j', async (content, reason) => {
    expect(bad(await bring(content)).message).toContain(reason);
  });

  test('is undone: new figures go, replaced ones come back, and one changed since stays', async () => {
    await put(EKALAKA, 'enrollment', '90');
    const { importId } = good(await bring(FILE));
    await put(DRUMMOND, 'enrollment', '165');
    expect(good(await undoImport(world, staff, { id: importId ?? '' }))).toEqual({
      removed: 1,
      restored: 1,
      kept: [{ id: DRUMMOND, reason: 'enrollment was changed since the import' }],
    });
    expect(await figuresOf(DRUMMOND)).toEqual({ enrollment: '165' });
    expect(await figuresOf(EKALAKA)).toEqual({ enrollment: '90' });
    expect(bad(await undoImport(world, staff, { id: importId ?? '' })).kind).toBe('conflict');
    expect(good(await bring(FILE)).importId).not.toBe(importId);
  });

  test('is the desk’s to bring', async () => {
    expect(bad(await importFigures(world, staffAs('coordinator'), { content: FILE })).kind).toBe('forbidden');
  });
});

describe('cells that begin as a formula', () => {
  test('stay text in names of members and districts, and leave guarded', async () => {
    good(await importDistricts(world, owner, { content: 'nces,name,state\n3000009,=1+2 Elementary,MT\n' }));
    good(
      await importMembers(world, staff, {
        content: 'first_name,last_name,kind,title,email\n=cmd|x,+Vale,retired,@SUM(A1),eve@x.example\n',
      }),
    );
    const [eve] = good(await listMembers(world, owner, { q: '+Vale' })).data;
    expect(eve).toMatchObject({ firstName: '=cmd|x', lastName: '+Vale', title: '@SUM(A1)' });
    const file = await (await office.request('/members.csv')).text();
    expect(file).toContain(`'=cmd|x,'+Vale,retired,'@SUM(A1)`);
    const template = await (await office.request('/members/districts/figures.csv')).text();
    expect(template).toContain(`3000009,'=1+2 Elementary,`);
  });

  test('are refused where a number, an address or an NCES id is due', async () => {
    const problem = bad(
      await importMembers(world, staff, {
        content: 'first_name,last_name,kind,mobile,email\nEve,Fox,retired,=1+2,@x\n',
      }),
    );
    expect(problem.fields?.map(({ field }) => field)).toEqual(['line 2: mobile', 'line 2: email']);
    const districts = bad(await importDistricts(world, owner, { content: 'nces,name,state\n=1,X,MT\n' }));
    expect(districts.fields?.map(({ field }) => field)).toEqual(['line 2: nces']);
  });
});

const appFor = (who: Who) => {
  const app = new Hono<AppEnv>();
  app.use(async (c, next) => {
    c.set('world', world);
    c.set('who', who);
    c.set('frame', {
      network: 'SAM',
      nav: [],
      person: { name: 'Test', role: 'Owner' },
      zone: 'America/Denver',
    });
    await next();
  });
  return app.route('/', peopleRoutes);
};
const office = appFor(staff);
const send = (path: string, fields: Record<string, string | File>, app = office) => {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  return app.request(path, { method: 'POST', body });
};

describe('the pages of figures', () => {
  test('put in, correct, take off and put back', async () => {
    const here = `/members/districts/${DRUMMOND}`;
    const fields = { key: 'Enrollment', value: '164', ...ORIGIN };
    const refused = await send(`${here}/figures`, { ...fields, value: '=1', source: '' });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('Say where the figure is from');
    expect((await send(`${here}/figures`, fields)).headers.get('location')).toBe(`${here}?done=figure`);
    const form = await (await office.request(`${here}?figure=enrollment`)).text();
    expect(form).toContain('Correct enrollment');
    expect(form).toContain('value="Fall enrollment report"');
    await send(`${here}/figures/removal`, { key: 'enrollment' });
    const after = await (await office.request(here)).text();
    expect(after).toContain('No figures yet');
    expect(after).toContain('Put back');
    expect((await office.request('/members/districts/1')).status).toBe(404);
    const president = await (
      await appFor(staffAs('regional_president', { regionId: 'hi' })).request(here)
    ).text();
    expect(president).toContain('Drummond');
    expect(president).not.toContain('Put back');
  });

  test('lead from a figure that is lacking to the districts that lack it, and to a file of them', async () => {
    await put(DRUMMOND, 'enrollment', '164');
    const figures = await (await office.request('/members/districts/figures')).text();
    expect(figures).toContain('1 of 2');
    expect(figures).toContain('/members/districts?lacks=enrollment&amp;members=some');
    const list = await (await office.request('/members/districts?lacks=enrollment&members=some')).text();
    expect(list).toContain(`/members/districts/${EKALAKA}?figure=enrollment#put`);
    expect(list).not.toContain('>Drummond<');
    const file = readCsv(
      await (await office.request('/members/districts/figures.csv?lacks=enrollment')).text(),
    );
    expect(file).toMatchObject({
      header: ['district_nces', 'district', 'enrollment', 'source', 'as_of'],
      rows: [{ cells: { district_nces: EKALAKA, district: 'Ekalaka', enrollment: '' } }],
    });
  });

  test('take the file they gave: looked at first, then written, then undone', async () => {
    const template = await (await office.request('/members/districts/figures.csv')).text();
    const filled = template.replace('Drummond,,', 'Drummond,164,');
    const file = new File([filled], 'figures.csv', { type: 'text/csv' });
    expect((await send('/members/districts/figures', ORIGIN)).status).toBe(422);
    const look = await (await send('/members/districts/figures', { file, ...ORIGIN })).text();
    expect(look).toContain('Put in 1 figure');
    expect(await figuresOf(DRUMMOND)).toEqual({});
    const carried = Object.fromEntries(
      [...look.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [
        name ?? '',
        value ?? '',
      ]),
    );
    const done = await send('/members/districts/figures', { ...carried, act: 'import' });
    expect(await figuresOf(DRUMMOND)).toEqual({ enrollment: '164' });
    const made = done.headers.get('location') ?? '';
    expect(await (await office.request(made)).text()).toContain('Districts with new figures');
    expect(await (await send(`${made.split('?')[0]}/undo`, {})).text()).toContain('Undone: 1 removed');
    expect(await figuresOf(DRUMMOND)).toEqual({});
  });
});
