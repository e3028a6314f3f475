import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  addContactPoint,
  addGroup,
  addMember,
  addOrganization,
  addRegion,
  importDistricts,
  leaveMember,
  listDistrictClasses,
  listDistricts,
  listGroups,
  listImports,
  listMembers,
  listOrganizations,
  listRegions,
  listSuppressions,
  memberFigures,
  recordConsent,
  releaseHold,
  removeContactPoint,
  returnMember,
  setDistrictFact,
  showDistrict,
  showImport,
  showMember,
  suppressAddress,
  undoImport,
  updateMember,
  updateOrganization,
} from '../../src/people/index.ts';
import { bad, good, staffAs, testWorld } from '../support/world.ts';

const world = testWorld();
const owner = staffAs('owner');
const staff = staffAs('staff');
let hiLine = '';
let central = '';
let districtsImport = '';

beforeAll(async () => {
  good(
    await addOrganization(world, owner, {
      id: 'sam',
      name: 'School Administrators of Montana',
      shortName: 'SAM',
      kind: 'association',
    }),
  );
  hiLine = good(await addRegion(world, owner, { name: 'Hi-Line' })).id;
  central = good(await addRegion(world, owner, { name: 'Central' })).id;
  const file = JSON.stringify({
    state: 'MT',
    source: 'a public list',
    snapshot: '2026-03-19',
    districts: [
      {
        nces: '3003090',
        state_id: '0006',
        name: 'Beaverhead County HS',
        county: 'Beaverhead',
        kind: 'high',
        ocd: 'x',
      },
      {
        nces: '3008910',
        state_id: '0005',
        name: 'Dillon Elem',
        county: 'Beaverhead',
        kind: 'elementary',
        ocd: 'y',
      },
    ],
  });
  const report = good(await importDistricts(world, staff, { content: file, fileName: 'mt.json' }));
  districtsImport = report.importId ?? '';
});

const add = async (firstName: string, more: object = {}) =>
  good(await addMember(world, staff, { firstName, lastName: 'Test', kind: 'superintendent', ...more })).id;

describe('a member', () => {
  test('is added by hand once, however often the form is sent', async () => {
    const form = {
      id: world.ids.next(),
      firstName: 'Ada',
      lastName: 'Birch',
      kind: 'superintendent' as const,
      regionId: hiLine,
      districtNces: '3003090',
      mobile: '(406) 555-0101',
      email: 'Ada@District.example',
      emailIsPublic: true,
      smsConsentOn: '2027-01-10',
      smsConsentSource: 'membership form',
      groups: ['Rural'],
    };
    expect(good(await addMember(world, staff, form)).id).toBe(form.id);
    expect(good(await addMember(world, staff, form)).id).toBe(form.id);
    const { data } = good(await listMembers(world, owner, { email: 'ada@district.example' }));
    expect(data).toHaveLength(1);
    expect(data[0]).toMatchObject({
      region: 'Hi-Line',
      district: 'Beaverhead County HS',
      groups: [{ name: 'Rural' }],
    });
    expect(data[0]?.contactPoints.map((point) => point.state)).toEqual(['active', 'active']);
    const again = bad(await addMember(world, staff, { ...form, id: undefined }));
    expect(again).toMatchObject({ kind: 'conflict' });
  });

  test('with a bad number, address or day is refused beside the field', async () => {
    const problem = bad(
      await addMember(world, staff, {
        firstName: 'B',
        lastName: 'C',
        kind: 'retired',
        mobile: '12',
        email: 'x',
        smsConsentOn: '2027-01-01',
      }),
    );
    expect(problem.fields?.map((one) => one.field)).toEqual(['mobile', 'email', 'smsConsentSource']);
    expect(
      bad(await addMember(world, staff, { firstName: '', lastName: 'C', kind: 'king' as never })).fields?.map(
        (one) => one.field,
      ),
    ).toEqual(['firstName', 'kind']);
    expect(
      bad(
        await addMember(world, staff, {
          firstName: 'B',
          lastName: 'C',
          kind: 'retired',
          regionId: 'nowhere',
        }),
      ).kind,
    ).toBe('missing');
    expect(
      bad(
        await addMember(world, staff, {
          firstName: 'B',
          lastName: 'C',
          kind: 'retired',
          districtNces: '9999999',
        }),
      ).fields?.[0]?.field,
    ).toBe('districtNces');
  });

  test('is changed by the fields that are given', async () => {
    const id = await add('Bo', { regionId: hiLine, title: 'Chief', groups: ['Rural', 'Budget'] });
    good(
      await updateMember(world, staff, {
        id,
        kind: 'retired',
        regionId: null,
        groups: ['budget', 'New group'],
      }),
    );
    expect(good(await showMember(world, owner, { id }))).toMatchObject({
      kind: 'retired',
      title: 'Chief',
      region: null,
      groups: [{ name: 'Budget' }, { name: 'New group' }],
    });
    expect(bad(await updateMember(world, staff, { id: 'nobody' })).kind).toBe('missing');
    expect(bad(await updateMember(world, staff, { id, colour: 'red' } as never)).kind).toBe('invalid');
  });

  test('leaves and comes back, once each', async () => {
    const id = await add('Cy');
    good(await leaveMember(world, staff, { id }));
    expect(bad(await leaveMember(world, staff, { id })).kind).toBe('conflict');
    expect(good(await listMembers(world, owner, { state: 'left' })).data.map((one) => one.id)).toContain(id);
    expect(bad(await returnMember(world, { kind: 'member', id: 'other' }, { id })).kind).toBe('missing');
    good(await returnMember(world, { kind: 'member', id }, { id }));
    expect(good(await showMember(world, owner, { id })).state).toBe('active');
  });

  test('of another region is not there for a regional president', async () => {
    const id = await add('Dee', { regionId: central });
    const president = staffAs('regional_president', { regionId: hiLine });
    expect(bad(await showMember(world, president, { id })).kind).toBe('missing');
    const { data } = good(await listMembers(world, president, {}));
    expect(data.map((one) => one.region)).toEqual(data.map(() => 'Hi-Line'));
    expect(good(await listMembers(world, president, { region: central })).data).toEqual([]);
    expect(good(await listMembers(world, president, { region: 'Central' })).data).toEqual([]);
    expect(good(await listMembers(world, president, { region: 'hi-line' })).data).toEqual(data);
    expect(good(await memberFigures(world, president, {})).members).toBe(data.length);
    expect(bad(await updateMember(world, president, { id, firstName: 'X' })).kind).toBe('forbidden');
    for (const role of ['partner', 'board'] as const)
      expect(bad(await listMembers(world, staffAs(role), {})).kind).toBe('forbidden');
  });

  test('is found by words, kind, group and page by page', async () => {
    for (let n = 0; n < 7; n += 1) await add(`Page${n}`, { groups: ['Pages'], kind: 'associate' });
    const group = good(await listGroups(world, owner, {})).find((one) => one.name === 'Pages');
    expect(group?.members).toBe(7);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = good(
        await listMembers(world, owner, { group: group?.id, kind: 'associate', limit: 3, cursor }),
      );
      seen.push(...page.data.map((one) => one.firstName));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual(['Page0', 'Page1', 'Page2', 'Page3', 'Page4', 'Page5', 'Page6']);
    expect(
      good(await listMembers(world, owner, { q: 'beaverhead' })).data.map((one) => one.firstName),
    ).toEqual(['Ada']);
    expect(bad(await listMembers(world, owner, { cursor: 'nobody' })).kind).toBe('missing');
  });
});

describe('a number or address', () => {
  test('waits for consent, which is written down with day and place', async () => {
    const id = await add('Eve');
    const point = good(
      await addContactPoint(world, staff, { memberId: id, channel: 'sms', address: '406-555-0120' }),
    );
    expect(
      good(await listMembers(world, owner, { reach: 'no-consent' })).data.map((one) => one.id),
    ).toContain(id);
    expect(
      bad(
        await recordConsent(world, staff, {
          memberId: id,
          contactPointId: point.id,
          on: '2028-01-01',
          source: 'form',
        }),
      ).fields?.[0]?.field,
    ).toBe('on');
    good(
      await recordConsent(world, staff, {
        memberId: id,
        contactPointId: point.id,
        on: '2027-02-01',
        source: 'phone call',
      }),
    );
    const eve = good(await showMember(world, owner, { id }));
    expect(eve.contactPoints[0]?.state).toBe('active');
    expect(eve.consent[0]).toMatchObject({
      kind: 'granted',
      onDate: '2027-02-01',
      source: 'phone call',
      actorId: 'staff-staff',
    });
  });

  test('that was stopped stays stopped for whoever gets it next, and staff cannot open it', async () => {
    const id = await add('Flo', {
      mobile: '406-555-0121',
      smsConsentOn: '2027-01-01',
      smsConsentSource: 'form',
    });
    good(await suppressAddress(world, staff, { channel: 'sms', address: '(406) 555-0121' }));
    const flo = good(await showMember(world, owner, { id }));
    const first = flo.contactPoints[0];
    expect(first).toMatchObject({ state: 'suppressed', reason: 'staff' });
    expect(
      bad(
        await recordConsent(world, staff, {
          memberId: id,
          contactPointId: first?.id ?? '',
          on: '2027-02-01',
          source: 'x',
        }),
      ).kind,
    ).toBe('refused');
    expect(bad(await releaseHold(world, staff, { channel: 'sms', address: '406-555-0121' })).kind).toBe(
      'refused',
    );
    expect(
      bad(
        await addContactPoint(world, staff, {
          memberId: id,
          channel: 'sms',
          address: '406-555-0122',
          isPrimary: true,
        }),
      ).rule,
    ).toBe('consent.moved');
    good(await addContactPoint(world, staff, { memberId: id, channel: 'sms', address: '406-555-0122' }));
    good(await removeContactPoint(world, staff, { memberId: id, id: first?.id ?? '' }));
    expect(
      good(await showMember(world, owner, { id })).contactPoints.map((point) => point.isPrimary),
    ).toEqual([false]);
    const other = await add('Gus', {
      mobile: '4065550121',
      smsConsentOn: '2027-02-01',
      smsConsentSource: 'form',
    });
    expect(good(await showMember(world, owner, { id: other })).contactPoints[0]?.state).toBe('suppressed');
    const list = good(await listSuppressions(world, owner, { channel: 'sms' })).data;
    expect(list.find((one) => one.memberId === other)).toMatchObject({
      reason: 'staff',
      byCarrier: false,
      memberName: 'Gus Test',
    });
  });

  test('on hold is opened by staff, with the consent it had', async () => {
    const id = await add('Hal', {
      mobile: '406-555-0123',
      smsConsentOn: '2027-01-01',
      smsConsentSource: 'form',
    });
    good(await suppressAddress(world, staff, { channel: 'sms', address: '4065550123', reason: 'held' }));
    expect(good(await showMember(world, owner, { id })).contactPoints[0]?.state).toBe('held');
    good(await releaseHold(world, staff, { channel: 'sms', address: '4065550123' }));
    expect(good(await showMember(world, owner, { id })).contactPoints[0]?.state).toBe('active');
    expect(bad(await releaseHold(world, staff, { channel: 'sms', address: '4065550123' })).kind).toBe(
      'missing',
    );
  });

  test('another one may take the first place, and the oldest follows when it goes', async () => {
    const id = await add('Ida', { email: 'ida@one.example' });
    const second = good(
      await addContactPoint(world, staff, {
        memberId: id,
        channel: 'email',
        address: 'ida@two.example',
        isPrimary: true,
      }),
    );
    const places = async () =>
      good(await showMember(world, owner, { id })).contactPoints.map((point) => [
        point.address,
        point.isPrimary,
      ]);
    expect(await places()).toEqual([
      ['ida@two.example', true],
      ['ida@one.example', false],
    ]);
    good(await removeContactPoint(world, staff, { memberId: id, id: second.id }));
    expect(await places()).toEqual([['ida@one.example', true]]);
    expect(
      bad(await addContactPoint(world, staff, { memberId: id, channel: 'email', address: 'nonsense' }))
        .fields?.[0]?.field,
    ).toBe('address');
    expect(bad(await removeContactPoint(world, staff, { memberId: id, id: second.id })).kind).toBe('missing');
  });
});

describe('organizations and places', () => {
  test('have one name each', async () => {
    expect(
      bad(
        await addOrganization(world, owner, {
          name: 'school administrators of montana',
          shortName: 'X',
          kind: 'affiliate',
        }),
      ).fields?.[0]?.field,
    ).toBe('name');
    const { id } = good(
      await addOrganization(world, owner, {
        name: 'Montana Rural Schools',
        shortName: 'MRS',
        kind: 'affiliate',
      }),
    );
    good(
      await updateOrganization(world, owner, {
        id,
        name: 'Montana Rural Schools',
        shortName: 'Rural',
        kind: 'partner',
        taxStatus: '501c6',
      }),
    );
    expect(good(await listOrganizations(world, owner, {})).map((one) => [one.shortName, one.kind])).toEqual([
      ['SAM', 'association'],
      ['Rural', 'partner'],
    ]);
    const spans = async () =>
      good(await listOrganizations(world, owner, {})).find((one) => one.id === id)?.taxHistory;
    const rural = { id, name: 'Montana Rural Schools', shortName: 'Rural', kind: 'partner' } as const;
    expect(await spans()).toEqual([{ from: '0001-01-01', status: '501c6' }]);
    good(await updateOrganization(world, owner, { ...rural, taxStatus: '501c3', taxFrom: '2026-07-01' }));
    good(await updateOrganization(world, owner, { ...rural, taxStatus: '501c3' }));
    expect(await spans()).toEqual([
      { from: '0001-01-01', status: '501c6' },
      { from: '2026-07-01', status: '501c3' },
    ]);
    // One recorded for a day before leaves the newest as it is.
    good(await updateOrganization(world, owner, { ...rural, taxStatus: '501c4', taxFrom: '2025-01-01' }));
    expect(good(await listOrganizations(world, owner, {})).find((one) => one.id === id)?.taxStatus).toBe(
      '501c3',
    );
    const future = { ...rural, taxStatus: '501c6', taxFrom: '2099-01-01' } as const;
    expect(bad(await updateOrganization(world, owner, future)).fields?.[0]?.field).toBe('taxFrom');
    expect(
      bad(await updateOrganization(world, owner, { ...rural, taxStatus: null })).fields?.[0]?.field,
    ).toBe('taxStatus');
    expect(good(await addRegion(world, staff, { name: 'hi-line' })).id).toBe(hiLine);
    expect(good(await addGroup(world, staff, { name: 'rural' })).id).toBe(
      good(await listGroups(world, owner, {})).find((one) => one.name === 'Rural')?.id,
    );
    expect(good(await listRegions(world, owner, {})).map((one) => one.name)).toEqual(['Central', 'Hi-Line']);
  });

  test('districts come from JSON or the NCES directory, and keep what a file leaves out', async () => {
    expect(good(await listDistrictClasses(world, owner, {}))).toEqual([
      { class: 'elementary', districts: 1 },
      { class: 'high', districts: 1 },
    ]);
    const directory =
      'LEAID,LEA_NAME,ST,ST_LEAID,LZIP\n3008910,Dillon Elem,MT,MT-0005,59725-1234\n3099999,New Elem,MT,MT-1,590\n';
    const report = good(await importDistricts(world, staff, { content: directory, fileName: 'ccd.csv' }));
    expect(report).toMatchObject({ created: 1, updated: 1, rejected: [] });
    expect(good(await showDistrict(world, owner, { nces: '3008910' }))).toMatchObject({
      class: 'elementary',
      county: 'Beaverhead',
      zip: '59725',
      source: 'ccd.csv',
    });
    expect(good(await importDistricts(world, staff, { content: directory }))).toMatchObject({
      unchanged: 2,
      importId: report.importId,
    });
    expect(
      good(await showImport(world, owner, { id: report.importId ?? '' })).lines.map((row) => row.outcome),
    ).toEqual(['updated', 'created']);
    good(await undoImport(world, staff, { id: report.importId ?? '' }));
    expect(good(await showDistrict(world, owner, { nces: '3008910' }))).toMatchObject({
      zip: null,
      source: 'a public list',
    });
    expect(bad(await showDistrict(world, owner, { nces: '3099999' })).kind).toBe('missing');
    const wrong =
      'nces,name,state,zip\n12,Short,MT,\n3000001,,Montana,x\n3000002,Twice,MT,\n3000002,Twice,MT,\n';
    expect(
      good(await importDistricts(world, staff, { content: wrong, dryRun: true })).rejected.map(
        ({ line, field }) => `${line} ${field}`,
      ),
    ).toEqual(['2 nces', '3 name', '3 state', '3 zip', '5 nces']);
  });

  test('a figure about a district is kept with its day and source', async () => {
    const fact = {
      nces: '3003090',
      key: 'enrollment',
      value: '412',
      asOf: '2026-10-01',
      source: 'state report',
    };
    good(await setDistrictFact(world, staff, fact));
    good(await setDistrictFact(world, staff, { ...fact, value: '415' }));
    expect(good(await showDistrict(world, owner, { nces: '3003090' })).facts).toEqual([
      { ...fact, value: '415' },
    ]);
    expect(bad(await setDistrictFact(world, staff, { ...fact, nces: '1' })).kind).toBe('missing');
  });

  test('a district that other records refer to outlasts the undo of its import', async () => {
    expect(good(await listImports(world, owner, {})).data.at(-1)?.id).toBe(districtsImport);
    const report = good(await undoImport(world, staff, { id: districtsImport }));
    expect(report.kept).toEqual(
      [{ nces: '3003090' }].map(({ nces }) => ({ id: nces, reason: 'members or figures refer to it' })),
    );
    expect(good(await listDistricts(world, owner, {})).data.map((one) => one.nces)).toEqual(['3003090']);
  });

  test('every change stands in the journal without a name, number or address', async () => {
    const { results } = await env.DB.prepare('select action, detail from journal').all<{
      action: string;
      detail: string;
    }>();
    expect(results.length).toBeGreaterThan(20);
    expect(JSON.stringify(results)).not.toMatch(/Ada|Birch|555-?0|@/);
  });
});
