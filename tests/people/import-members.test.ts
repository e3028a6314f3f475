import { env } from 'cloudflare:workers';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  addOrganization,
  importDistricts,
  importMembers,
  leaveMember,
  listMembers,
  memberFigures,
  showImport,
  showMember,
  suppressAddress,
  undoImport,
} from '../../src/people/index.ts';
import { bad, good, staffAs, testWorld, type TestWorld } from '../support/world.ts';

const owner = staffAs('owner');
const HEADER =
  'first_name,last_name,kind,title,organization,region,district_nces,district,mobile,email,email_is_public,zone,sms_consent_on,sms_consent_source,groups';
const FILE = [
  HEADER,
  'Ada,Birch,superintendent,Superintendent,,Hi-Line,3003090,,(406) 555-0101,ada@beaver.example,yes,America/Denver,2026-09-03,membership form,Legislative committee; Rural',
  'Ben,Cole,retired,,,,,,(406) 555-0102,ben@home.example,no,,,,',
  'Cy,Dahl,assistant superintendent,,,Central,,Dillon Elem,,cy@dillon.example,yes,,,,Rural',
].join('\r\n');

const TABLES = [
  'member',
  'contact_point',
  'group_member',
  'membership',
  'region',
  'member_group',
  'district',
  'suppression',
];
/** Every row of the tables an import may touch, as text. */
const everything = async (tables = TABLES) => {
  const all: Record<string, unknown[]> = {};
  for (const table of tables) {
    const { results } = await env.DB.prepare(`select * from ${table}`).all();
    all[table] = results.map((row) => JSON.stringify(row)).toSorted();
  }
  return all;
};
const withoutStamps = (rows: Record<string, unknown[]>) =>
  JSON.stringify(rows).replaceAll(/\\"updated_at\\":\d+/g, '');

const ottoWith = (mobile: string) =>
  [HEADER, `Otto,Pike,superintendent,,,,,,${mobile},otto@x.example,,,2026-09-03,form,`].join('\n');
const TWIN = [HEADER, 'Ann,Twin,superintendent,,,,,,,twin@x.example,,,,,'].join('\n');

let shared = 0;
/** Ids of a world of its own, since all tests of this file share one database. */
const freshWorld = (): TestWorld => {
  const world = testWorld();
  const prefix = String((shared += 1)).padStart(3, '0');
  const next = world.ids.next.bind(world.ids);
  world.ids.next = () => prefix + next();
  world.passTime(shared * 1000);
  return world;
};
const imported = async (
  world: TestWorld,
  content: string,
  more: { acceptGoodRows?: boolean; dryRun?: boolean } = {},
) => good(await importMembers(world, owner, { fileName: 'members.csv', content, ...more }));
const wipe = async () => {
  for (const table of [
    'import_row',
    'import',
    'group_member',
    'membership',
    'contact_point',
    'member',
    'member_group',
    'region',
    'suppression',
  ]) {
    await env.DB.prepare(`delete from ${table}`).run();
  }
};

beforeAll(async () => {
  const world = freshWorld();
  good(
    await addOrganization(world, owner, {
      name: 'School Administrators of Montana',
      shortName: 'SAM',
      kind: 'association',
    }),
  );
  good(
    await addOrganization(world, owner, {
      name: 'Montana Rural Schools',
      shortName: 'MRS',
      kind: 'affiliate',
    }),
  );
  const districts =
    'nces,name,county,state,class\n3003090,Beaverhead County HS,Beaverhead,MT,high\n3008910,Dillon Elem,Beaverhead,MT,elementary\n3000001,Grant Elem,A,MT,elementary\n3000002,Grant Elem,B,MT,elementary\n';
  good(await importDistricts(world, owner, { content: districts, source: 'a test' }));
});

describe('a members file', () => {
  test('becomes members, numbers with and without consent, regions and groups', async () => {
    const world = freshWorld();
    const dry = await imported(world, FILE, { dryRun: true });
    expect(dry).toMatchObject({
      created: 3,
      updated: 0,
      rejected: [],
      newRegions: ['Hi-Line', 'Central'],
      newGroups: ['Legislative committee', 'Rural'],
    });
    expect(good(await memberFigures(world, owner, {})).members).toBe(0);
    const report = await imported(world, FILE);
    expect(report).toMatchObject({ created: 3, importId: expect.any(String) });
    expect(good(await memberFigures(world, owner, {}))).toMatchObject({
      members: 3,
      byEmail: 3,
      byText: 1,
      withoutConsent: 1,
      withoutNumber: 1,
      byNeither: 0,
    });
    const { data } = good(await listMembers(world, owner, { phone: '406-555-0101' }));
    expect(data[0]).toMatchObject({
      firstName: 'Ada',
      region: 'Hi-Line',
      district: 'Beaverhead County HS',
      organization: 'School Administrators of Montana',
    });
    expect(data[0]?.contactPoints.map((point) => [point.channel, point.state, point.isPublic])).toEqual(
      expect.arrayContaining([
        ['sms', 'active', false],
        ['email', 'active', true],
      ]),
    );
    const ada = good(await showMember(world, owner, { id: data[0]?.id ?? '' }));
    expect(ada.consent[0]).toMatchObject({
      kind: 'granted',
      onDate: '2026-09-03',
      source: 'membership form',
      evidenceKind: 'import',
      evidenceId: report.importId,
    });
    expect(good(await showImport(world, owner, { id: report.importId ?? '' })).lines).toHaveLength(3);
  });

  test('the same file twice changes nothing and names the first import', async () => {
    const world = freshWorld();
    const before = await everything([...TABLES, 'import', 'journal', 'consent_event']);
    const again = await imported(world, FILE);
    expect(again).toMatchObject({ created: 0, updated: 0, unchanged: 3, importId: expect.any(String) });
    expect(await everything([...TABLES, 'import', 'journal', 'consent_event'])).toEqual(before);
  });

  test('finds its members again by address, by number and name, by name and district', async () => {
    const world = freshWorld();
    const changed = [
      HEADER,
      'Ada,Birch-Lund,superintendent,,,,,,,ada@beaver.example,,,,,',
      'Ben,Cole,retired,,,,,,4065550102,ben@new.example,,,,,',
      'Cy,Dahl,assistant superintendent,Deputy,,,3008910,,4065550103,,,,2026-10-01,form,',
    ].join('\n');
    const report = await imported(world, changed);
    expect(report).toMatchObject({ created: 0, updated: 3 });
    expect(report.changes.map((one) => one.fields)).toEqual([['last_name'], ['email'], ['title', 'mobile']]);
    const ben = good(await listMembers(world, owner, { email: 'ben@new.example' })).data[0];
    expect(
      ben?.contactPoints
        .filter((point) => point.channel === 'email')
        .map((point) => [point.address, point.isPrimary]),
    ).toEqual([
      ['ben@new.example', true],
      ['ben@home.example', false],
    ]);
    expect(good(await memberFigures(world, owner, {}))).toMatchObject({
      members: 3,
      byText: 2,
      withoutConsent: 1,
    });
    const undone = good(await undoImport(world, owner, { id: report.importId ?? '' }));
    expect(undone).toEqual({ removed: 0, restored: 3, kept: [] });
    expect(good(await listMembers(world, owner, { q: 'birch' })).data[0]?.lastName).toBe('Birch');
    expect(good(await memberFigures(world, owner, {}))).toMatchObject({ byText: 1 });
    expect(bad(await undoImport(world, owner, { id: report.importId ?? '' })).kind).toBe('conflict');
  });

  test('every row that cannot be taken is listed with its line, column and reason, and nothing is imported', async () => {
    const world = freshWorld();
    const before = await everything();
    const wrong = [
      HEADER,
      'Dee,Eck,superintendent,,,,,,555-12,dee@x.example,,,,,',
      'Eve,Fox,superintendent,,,,,,,eve-at-x.example,,,,,',
      'Flo,Gray,superintendent,,,,9999999,,,flo@x.example,,,,,',
      'Gus,Hall,janitor,,,,,,,gus@x.example,,,,,',
      'Hal,Ives,superintendent,,,,,,4065550110,hal@x.example,,Mars/Olympus,31/31/2026,form,',
      'Ida,Jory,superintendent,,,,,,,ida@x.example,,,,,',
      'Ida,Jory,superintendent,,,,,,,ida@x.example,,,,,',
      'Jon,Kerr,superintendent,,,,,,,ada@beaver.example,,,,,',
      'Kim,Lund,superintendent,,Unheard Of,,,Grant Elem,,,maybe,,,,',
      ',,superintendent',
      'Lea,Moss,superintendent,,,,,,4065550111,lea@x.example,,,2028-01-01,form,',
      'Max,Nye,superintendent,,,,,,4065550112,max@x.example,,,2026-01-01,,',
      'Good,Row,superintendent,,,,,,,good@x.example,,,,,',
    ].join('\n');
    const report = await imported(world, wrong, { dryRun: true });
    expect(report.rejected.map(({ line, field }) => `${line} ${field}`)).toEqual([
      '2 mobile',
      '3 email',
      '4 district_nces',
      '5 kind',
      '6 zone',
      '6 sms_consent_on',
      '8 email',
      '9 email',
      '10 email_is_public',
      '11 row',
      '12 sms_consent_on',
      '13 sms_consent_source',
    ]);
    const reason = (line: number) => report.rejected.find((one) => one.line === line)?.reason;
    expect(reason(8)).toBe('Duplicate of line 7 of this file.');
    expect(reason(9)).toContain('Duplicate of a member: this address belongs to Ada Birch');
    const problem = bad(await importMembers(world, owner, { content: wrong }));
    expect(problem).toMatchObject({ kind: 'invalid' });
    expect(problem.fields).toHaveLength(report.rejected.length);
    expect(problem.fields?.[0]?.field).toBe('line 2: mobile');
    expect(await everything()).toEqual(before);
    const accepted = await imported(world, wrong, { acceptGoodRows: true });
    expect(accepted).toMatchObject({ created: 2, rejectedRows: 11 });
    expect(good(await undoImport(world, owner, { id: accepted.importId ?? '' }))).toMatchObject({
      removed: 2,
      kept: [],
    });
    expect(await everything()).toEqual(before);
  });

  test('an unknown organization and an ambiguous district are refused', async () => {
    const world = freshWorld();
    const file = [
      HEADER,
      'Kim,Lund,superintendent,,Unheard Of,,,Grant Elem,,kim@x.example,,,,,',
      'Lee,Moss,superintendent,,mrs,,,,,lee@x.example,,,,,',
    ].join('\n');
    const report = await imported(world, file, { dryRun: true });
    expect(report.rejected.map((one) => one.field)).toEqual(['organization', 'district']);
    expect(report.created).toBe(1);
  });

  test('a suppressed address is imported as suppressed and reported, consent on paper or not', async () => {
    const world = freshWorld();
    good(await suppressAddress(world, owner, { channel: 'sms', address: '(406) 555-0150' }));
    good(
      await suppressAddress(world, owner, {
        channel: 'email',
        address: 'Nell@x.example',
        reason: 'unsubscribed',
      }),
    );
    const file = [
      HEADER,
      'Nell,Orr,superintendent,,,,,,406.555.0150,nell@x.example,yes,,2026-09-03,form,',
    ].join('\n');
    const report = await imported(world, file);
    expect(report.notes.map((note) => note.field).toSorted()).toEqual(['email', 'mobile']);
    const nell = good(await listMembers(world, owner, { q: 'nell' })).data[0];
    expect(nell?.contactPoints.map((point) => point.state)).toEqual(['suppressed', 'suppressed']);
    expect((await imported(world, file)).unchanged).toBe(1);
    good(await undoImport(world, owner, { id: report.importId ?? '' }));
    expect((await imported(world, file)).notes).toHaveLength(2);
    expect(good(await listMembers(world, owner, { q: 'nell', reach: 'closed' })).data).toHaveLength(1);
  });

  test('a stop never moves to another number of the member', async () => {
    const world = freshWorld();
    await imported(world, ottoWith('4065550160'));
    good(await suppressAddress(world, owner, { channel: 'sms', address: '4065550160' }));
    const report = await imported(world, ottoWith('4065550161'));
    expect(report.notes[0]?.reason).toContain('has stopped messages');
    const otto = good(await listMembers(world, owner, { q: 'otto' })).data[0];
    expect(
      otto?.contactPoints
        .filter((point) => point.channel === 'sms')
        .map((point) => [point.address, point.isPrimary, point.state]),
    ).toEqual([
      ['+14065550160', true, 'suppressed'],
      ['+14065550161', false, 'active'],
    ]);
    expect((await imported(world, ottoWith('4065550161'))).unchanged).toBe(1);
  });

  test('of several numbers in a cell the first usable one comes first', async () => {
    const world = freshWorld();
    await imported(
      world,
      [
        HEADER,
        'Pam,Quill,superintendent,,,,,,"office 555-12; cell (406) 555-0171 or 406-555-0172",pam@x.example,,,,,',
      ].join('\n'),
    );
    const pam = good(await listMembers(world, owner, { q: 'pam q' })).data[0];
    expect(
      pam?.contactPoints.filter((point) => point.channel === 'sms').map((point) => point.address),
    ).toEqual(['+14065550171', '+14065550172']);
  });

  test('two members may share a number', async () => {
    const world = freshWorld();
    await imported(
      world,
      [
        HEADER,
        'Rae,Stone,superintendent,,,,,,4065550180,rae@x.example,,,2026-01-02,form,',
        'Sam,Stone,retired,,,,,,4065550180,sam@x.example,,,,,',
      ].join('\n'),
    );
    expect(
      good(await listMembers(world, owner, { phone: '(406) 555-0180' })).data.map((one) => one.firstName),
    ).toEqual(['Rae', 'Sam']);
  });

  test('a member who left is not brought back by a file', async () => {
    const world = freshWorld();
    const file = [HEADER, 'Tess,Urban,superintendent,,,,,,,tess@x.example,,,,,'].join('\n');
    await imported(world, file);
    const tess = good(await listMembers(world, owner, { q: 'tess' })).data[0];
    good(await leaveMember(world, owner, { id: tess?.id ?? '' }));
    expect((await imported(world, file, { dryRun: true })).rejected[0]?.reason).toContain(
      'has left the network',
    );
  });

  test('an import is undone whole while the clock runs, the later one before the earlier', async () => {
    const world = freshWorld();
    const { now } = world.clock;
    let ticks = 0;
    world.clock.now = () => now() + (ticks += 1);
    const file = (title: string) =>
      [HEADER, `Una,Tick,superintendent,${title},,,,,406-555-0197,una@x.example,,,,,`].join('\n');
    const first = await imported(world, file('Superintendent'));
    const second = await imported(world, file('Interim'));
    const undo = async (id: string | null) => good(await undoImport(world, owner, { id: id ?? '' }));
    expect(await undo(second.importId)).toEqual({ removed: 0, restored: 1, kept: [] });
    expect(await undo(first.importId)).toEqual({ removed: 1, restored: 0, kept: [] });
  });

  test('an undo leaves, and names, members who were changed or written to since', async () => {
    const world = freshWorld();
    const file = [
      HEADER,
      'Uma,Vale,superintendent,,,,,,,uma@x.example,,,,,',
      'Vic,West,superintendent,,,,,,,vic@x.example,,,,,',
    ].join('\n');
    const first = await imported(world, file);
    const uma = good(await listMembers(world, owner, { q: 'uma' })).data[0]?.id ?? '';
    world.memberTraces = () => Promise.resolve([{ memberId: uma, trace: 'has answered an alert' }]);
    expect(good(await undoImport(world, owner, { id: first.importId ?? '' }))).toEqual({
      removed: 1,
      restored: 0,
      kept: [{ id: uma, reason: 'has answered an alert' }],
    });
    expect(good(await listMembers(world, owner, { q: 'vic west' })).data).toEqual([]);
  });

  test('headers of other spreadsheets are guessed, and may be mapped by hand', async () => {
    const world = freshWorld();
    const file =
      '\ufeffFirst Name;Last Name;Cell Phone;E-mail;Job Title;Shoe size;\r\n"Wes";"Xu";(406) 555-0190;wes@x.example;Superintendent;9;\r\n';
    const dry = await imported(world, file, { dryRun: true });
    expect(dry.mapping).toMatchObject({
      first_name: 'first_name',
      mobile: 'cell_phone',
      email: 'e-mail',
      title: 'job_title',
    });
    expect(dry.ignored).toEqual(['shoe_size']);
    expect(dry).toMatchObject({ created: 1, rejected: [] });
    const strange = 'Vorname,Nachname,Mail\nYan,Zorn,yan@x.example\n';
    expect(bad(await importMembers(world, owner, { content: strange })).fields?.[0]?.field).toBe(
      'mapping.first_name',
    );
    const mapping = { first_name: 'Vorname', last_name: 'Nachname', title: '' };
    expect(
      good(await importMembers(world, owner, { content: strange, mapping, dryRun: true })).rejected[0]?.field,
    ).toBe('kind');
    expect(
      bad(await importMembers(world, owner, { content: strange, mapping: { ...mapping, kind: 'Rang' } }))
        .fields?.[0]?.message,
    ).toContain('no column "rang"');
  });

  test('malformed files are refused with the line', async () => {
    const world = freshWorld();
    expect(bad(await importMembers(world, owner, { content: `${HEADER}\n"Ada,Birch` })).message).toMatch(
      /^Line 2: /,
    );
    expect(
      bad(await importMembers(world, owner, { content: 'x'.repeat(10 * 1024 * 1024 + 1) })).message,
    ).toContain('10 MB');
    expect(bad(await importMembers(world, owner, { content: 5 as never })).fields?.[0]?.field).toBe(
      'content',
    );
    expect(
      bad(await importMembers(world, owner, { content: FILE, colour: 'red' } as never)).fields?.[0]?.field,
    ).toBe('colour');
    expect(
      bad(await importMembers(world, staffAs('regional_president', { regionId: 'r' }), { content: FILE }))
        .kind,
    ).toBe('forbidden');
  });

  test('two imports at once: one waits for the other to be seen', async () => {
    const world = freshWorld();
    const results = await Promise.all([
      importMembers(world, owner, { content: TWIN }),
      importMembers(world, owner, { content: TWIN }),
    ]);
    expect(results.filter((one) => one.ok)).toHaveLength(1);
    expect(results.find((one) => !one.ok)).toMatchObject({ problem: { kind: 'conflict' } });
    expect(good(await listMembers(world, owner, { q: 'twin' })).data).toHaveLength(1);
  });
});

describe('whatever the file', () => {
  const name = fc.constantFrom('Ada', 'Ben', 'Cy', 'Dee', 'Eve');
  const row = fc.record({
    first: name,
    last: fc.constantFrom('Birch', 'Cole', "O'Dahl", 'Müller'),
    kind: fc.constantFrom('superintendent', 'retired', 'associate'),
    title: fc.constantFrom('', 'Superintendent', 'Chief'),
    region: fc.constantFrom('', 'Hi-Line', 'Central', 'Delta'),
    nces: fc.constantFrom('', '3003090', '3008910', '3000001'),
    mobile: fc.constantFrom('', '4065550101', '4065550102', '(406) 555-0103 / 406 555 0104'),
    email: fc.constantFrom('', 'a@x.example', 'b@x.example', 'c@x.example', 'd@x.example'),
    isPublic: fc.constantFrom('', 'yes', 'no'),
    consent: fc.boolean(),
    groups: fc.constantFrom('', 'Rural', 'Rural; Women', 'Budget'),
  });
  const csvOf = (rows: (typeof row extends fc.Arbitrary<infer R> ? R : never)[]) =>
    [
      HEADER,
      ...rows.map((one) =>
        [
          one.first,
          one.last,
          one.kind,
          one.title,
          '',
          one.region,
          one.nces,
          '',
          one.mobile,
          one.email,
          one.isPublic,
          '',
          one.consent && one.mobile ? '2026-05-01' : '',
          one.consent && one.mobile ? 'form' : '',
          one.groups,
        ].join(','),
      ),
    ].join('\n');
  // A line that renames a member by address, and another that means the same member by name and district.
  const SAME_ADDRESS = `${HEADER}\nDee,Müller,superintendent,,,,3003090,,,a@x.example,,,,,`;
  const RENAMED_AND_PRESENT = `${HEADER}\nAda,Müller,superintendent,,,,,,,a@x.example,,,,,\nDee,Müller,superintendent,,,,3003090,,,,,,,,`;
  const files = fc.array(row, { minLength: 1, maxLength: 6 }).map(csvOf);

  test('importing it twice changes nothing, and an undo restores the earlier state exactly', async () => {
    await fc.assert(
      fc.asyncProperty(files, files, async (first, second) => {
        await wipe();
        const world = freshWorld();
        await imported(world, first, { acceptGoodRows: true });
        const before = await everything();
        world.passTime(1000);
        const report = await imported(world, second, { acceptGoodRows: true });
        const after = await everything();
        world.passTime(1000);
        const again = await imported(world, second, { acceptGoodRows: true });
        expect([again.created, again.updated]).toEqual([0, 0]);
        expect(await everything()).toEqual(after);
        if (report.created + report.updated > 0) {
          const undone = good(await undoImport(world, owner, { id: report.importId ?? '' }));
          expect(undone.kept).toEqual([]);
        }
        expect(withoutStamps(await everything())).toEqual(withoutStamps(before));
        expect(await everything()).toEqual(before);
        const { results } = await env.DB.prepare(
          `select count(*) as n from contact_point where is_primary = 1 group by member_id, channel having n > 1`,
        ).all();
        expect(results).toEqual([]);
      }),
      { numRuns: 25, examples: [[SAME_ADDRESS, RENAMED_AND_PRESENT]] },
    );
  }, 60_000);

  test('arbitrary bytes are answered, never thrown at', async () => {
    const world = freshWorld();
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc.string({ unit: 'binary', maxLength: 200 }).map((text) => `${HEADER}\n${text}`),
      fc.string({ maxLength: 200 }).map((text) => `first_name,last_name,${text}\nAda,Birch,${text}\n`),
    );
    await fc.assert(
      fc.asyncProperty(bytes, async (content) => {
        const members = await importMembers(world, owner, { content, dryRun: true });
        const districts = await importDistricts(world, owner, { content, dryRun: true });
        expect([typeof members.ok, typeof districts.ok]).toEqual(['boolean', 'boolean']);
      }),
      { numRuns: 150 },
    );
  });

  test('five thousand rows take a few dozen statements', async () => {
    await wipe();
    const world = freshWorld();
    const rows = Array.from(
      { length: 5000 },
      (_, n) =>
        `First${n},Last${n % 700},superintendent,Superintendent,,Region ${n % 9},${n % 2 ? 3003090 : 3008910},,406555${String(n).padStart(4, '0')},m${n}@x.example,yes,America/Denver,2026-09-03,membership form,Group ${n % 30}`,
    );
    const before = world.db.count();
    const report = await imported(world, [HEADER, ...rows].join('\n'), { acceptGoodRows: true });
    expect(report.created).toBeGreaterThan(4900);
    expect(world.db.count() - before).toBeLessThan(80);
    const undone = good(await undoImport(world, owner, { id: report.importId ?? '' }));
    expect(undone.removed).toBe(report.created);
  });
});
