import { Hono } from 'hono';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  addOrganization,
  listMembers,
  listOrganizations,
  peopleRoutes,
  showMember,
} from '../../src/people/index.ts';
import { UPLOAD_MAX_BYTES } from '../../src/people/upload.ts';
import { MAX_BODY_BYTES } from '../../src/platform/form.ts';
import type { Who } from '../../src/platform/who.ts';
import type { AppEnv } from '../../src/ui/index.ts';
import { good, staffAs, testWorld } from '../support/world.ts';

const world = testWorld();
const owner = staffAs('owner');
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
  app.route('/', peopleRoutes);
  return app;
};
const office = appFor(owner);
const send = (path: string, fields: Record<string, string | File>, app = office) => {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  return app.request(path, { method: 'POST', body });
};
const csv = (text: string) => new File([text], 'list.csv', { type: 'text/csv' });
const ROSTER =
  'first_name,last_name,kind,email\nAda,Birch,superintendent,ada@x.example\nBen,Cole,retired,ben@x.example\n';
const contentOf = (page: string) => /name="content" value="([^"]+)"/.exec(page)?.[1] ?? '';

beforeAll(async () => {
  good(
    await addOrganization(world, owner, {
      name: 'School Administrators',
      shortName: 'SA',
      kind: 'association',
    }),
  );
});

describe('the pages of people', () => {
  test('teach the next step while there is nobody', async () => {
    const page = await (await office.request('/members')).text();
    expect(page).toContain('No members yet');
    expect(page).toContain('/members/imports');
  });

  test('show what a file would do before it is written, then write it once', async () => {
    const check = await send('/members/imports', { kind: 'members', file: csv(ROSTER) });
    expect(check.status).toBe(200);
    const page = await check.text();
    expect(page).toContain('Nothing has been written yet.');
    expect(page).toContain('Import 2 rows');
    expect(good(await listMembers(world, owner, {})).data).toEqual([]);
    const fields = { kind: 'members', fileName: 'list.csv', content: contentOf(page), act: 'import' };
    const done = await send('/members/imports', fields);
    expect(done.status).toBe(303);
    const again = await send('/members/imports', fields);
    expect(again.headers.get('location')).toBe(done.headers.get('location'));
    expect(good(await listMembers(world, owner, {})).data).toHaveLength(2);
    const list = await (await office.request('/members?q=birch')).text();
    expect(list).toContain('Ada Birch');
    expect(list).toContain('2 by email');
    expect(list).not.toContain('Ben Cole');
  });

  test('list every refused row, and import the good ones when told', async () => {
    const page = await (
      await send('/members/imports', {
        kind: 'members',
        file: csv(`${ROSTER}Cy,Dahl,king,cy@x.example\nDee,Eck,retired,dee@x.example\n`),
      })
    ).text();
    expect(page).toContain('is not a kind of member');
    expect(page).toContain('Import 1 good row, leave out 1 row');
    const done = await send('/members/imports', {
      kind: 'members',
      fileName: 'list.csv',
      content: contentOf(page),
      act: 'good-rows',
    });
    const made = await office.request(done.headers.get('location') ?? '');
    expect(await made.text()).toContain('Undo this import');
    const undone = await send(`${(done.headers.get('location') ?? '').split('?')[0]}/undo`, {});
    expect(await undone.text()).toContain('Undone: 1 removed');
  });

  test('ask which column is which when they cannot tell', async () => {
    const strange = csv('Vorname,Nachname,Art\nEve,Fox,retired\n');
    const check = await send('/members/imports', { kind: 'members', file: strange });
    expect(check.status).toBe(422);
    const page = await check.text();
    expect(page).toContain('name="mapping.first_name"');
    const mapped = await send('/members/imports', {
      kind: 'members',
      fileName: 'list.csv',
      content: contentOf(page),
      act: 'check',
      'mapping.first_name': 'vorname',
      'mapping.last_name': 'nachname',
      'mapping.kind': 'art',
    });
    expect(await mapped.text()).toContain('Import 1 row');
    expect((await send('/members/imports', { kind: 'members' })).status).toBe(422);
    expect((await send('/members/imports', { kind: 'members', content: '%%%', act: 'import' })).status).toBe(
      422,
    );
  });

  test('take a file only as large as the page that asks for confirmation can send again', async () => {
    const largest = 'first_name,last_name,kind,note\nZoe,Zimmer,retired,'.padEnd(UPLOAD_MAX_BYTES, 'x');
    const check = await send('/members/imports', { kind: 'members', file: csv(largest) });
    expect(check.status).toBe(200);
    const page = await check.text();
    expect(page).toContain('Import 1 row');
    // In any other encoding the plus signs and slashes of base64 become three times as long.
    expect(page).toMatch(/<form[^>]* action="\/members\/imports"[^>]* enctype="multipart\/form-data"/);
    const fields = { kind: 'members', fileName: 'list.csv', content: contentOf(page), act: 'import' };
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    const size = (await new Response(body).arrayBuffer()).byteLength;
    expect(size).toBeGreaterThan(UPLOAD_MAX_BYTES);
    expect(size).toBeLessThan(MAX_BODY_BYTES - 256 * 1024);
    const done = await send('/members/imports', fields);
    expect(done.status).toBe(303);
    await send(`${(done.headers.get('location') ?? '').split('?')[0]}/undo`, {});

    const larger = await send('/members/imports', { kind: 'members', file: csv(`${largest}x`) });
    expect(larger.status).toBe(422);
    const refusal = await larger.text();
    expect(refusal).toContain('This file is larger than 7 MB');
    expect(refusal).toContain('Up to 7 MB');
    expect(refusal).not.toContain('name="content"');
  });

  test('add and change a member, with errors beside the fields', async () => {
    const wrong = await send('/members', {
      firstName: 'Flo',
      lastName: 'Gray',
      kind: 'retired',
      mobile: '12',
    });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain('value="Flo"');
    const made = await send('/members', {
      firstName: 'Flo',
      lastName: 'Gray',
      kind: 'retired',
      mobile: '406-555-0130',
    });
    expect(made.status).toBe(303);
    const id = /members\/([^?]+)/.exec(made.headers.get('location') ?? '')?.[1] ?? '';
    const edit = await (await office.request(`/members/${id}/edit`)).text();
    expect(edit).toContain('(406) 555-0130');
    expect(edit).toContain('waits for consent');
    const point = good(await showMember(world, owner, { id })).contactPoints[0]?.id ?? '';
    expect(
      (await send(`/members/${id}/contact-points/${point}/consent`, { on: '2027-02-01', source: 'form' }))
        .status,
    ).toBe(303);
    expect((await send(`/members/${id}/contact-points`, { address: 'flo@x.example' })).status).toBe(303);
    expect((await send(`/members/${id}/contact-points`, { address: 'flo@' })).status).toBe(422);
    expect(
      (await send(`/members/${id}`, { firstName: 'Florence', lastName: 'Gray', kind: 'retired' })).status,
    ).toBe(303);
    expect(good(await showMember(world, owner, { id }))).toMatchObject({
      firstName: 'Florence',
      contactPoints: [{ state: 'active' }, { state: 'active' }],
    });
    expect((await send(`/members/${id}/leave`, {})).status).toBe(303);
    expect((await office.request('/members/nobody/edit')).status).toBe(404);
  });

  test('fold the filters away, and say how many are in force', async () => {
    const summaryOf = async (path: string) =>
      /<details class="fold"><summary>([^<]*)<\/summary>/.exec(
        await (await office.request(path)).text(),
      )?.[1];
    expect(await summaryOf('/members')).toBe('Filters');
    expect(await summaryOf('/members?q=birch&state=active&region=')).toBe('Filters');
    expect(await summaryOf('/members?kind=retired&reach=email')).toBe('Filters (2 in force)');
    expect(await summaryOf('/members?state=left')).toBe('Filters (1 in force)');
  });

  test('export personal numbers only when asked', async () => {
    const plain = await (await office.request('/members.csv')).text();
    expect(plain).toContain('Ada,Birch');
    expect(plain).not.toContain('ada@x.example');
    expect(await (await office.request('/members.csv?with=addresses')).text()).toContain('ada@x.example');
  });

  test('are all there', async () => {
    for (const path of [
      '/members/new',
      '/members/imports',
      '/members/imports/template.csv',
      '/members/imports/districts.csv',
      '/members/districts',
      '/members/organizations',
      '/members/suppressions',
    ]) {
      expect((await office.request(path)).status, path).toBe(200);
    }
    const { id } = good(await listOrganizations(world, owner, {}))[0] ?? { id: '' };
    expect((await office.request(`/members/organizations/${id}`)).status).toBe(200);
    const later = { name: 'X', shortName: 'X', kind: 'affiliate', taxStatus: '501c4', taxFrom: '2099-01-01' };
    expect((await send(`/members/organizations/${id}`, later)).status).toBe(422);
    expect(
      (await send('/members/organizations', { name: '', shortName: 'x', kind: 'affiliate' })).status,
    ).toBe(422);
    expect((await send('/members/suppressions', { address: '406-555-0199' })).status).toBe(303);
    expect(await (await office.request('/members/suppressions')).text()).toContain('Nobody in the network');
  });

  test('refuse who may not', async () => {
    const board = appFor(staffAs('board'));
    expect((await board.request('/members')).status).toBe(403);
    expect((await board.request('/members.csv')).status).toBe(403);
    const president = appFor(staffAs('regional_president', { regionId: 'r1' }));
    expect((await president.request('/members')).status).toBe(200);
    expect((await send('/members/imports', { kind: 'members', file: csv(ROSTER) }, president)).status).toBe(
      403,
    );
    expect((await president.request('/members/suppressions')).status).toBe(403);
  });
});
