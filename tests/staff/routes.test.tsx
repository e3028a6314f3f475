import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { Hono } from 'hono';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { SYSTEM } from '../../src/platform/who.ts';
import {
  addStaff,
  inviteStaff,
  networkSettings,
  oneTimeSignInLink,
  requireWho,
  signInRoutes,
  staffClocks,
  staffRoutes,
} from '../../src/staff/index.ts';
import type { AppEnv } from '../../src/ui/index.ts';
import { good, staffAs, testWorld, TUESDAY } from '../support/world.ts';

const world = Object.assign(testWorld(), {
  places: {
    regions: () => Promise.resolve([{ id: 'R1', name: 'Hi-Line' }]),
    organizations: () => Promise.resolve([{ id: 'O1', name: 'Rural Schools' }]),
  },
});
const app = new Hono<AppEnv>();
app.use(async (c, next) => {
  c.set('world', world);
  await next();
});
app.route('/', signInRoutes);
app.use(requireWho);
app.use(async (c, next) => {
  const { networkName, zone } = await networkSettings(world);
  c.set('frame', { network: networkName, nav: [], person: { name: 'Test', role: 'owner' }, zone });
  await next();
});
app.get('/', (c) => c.text(`home of ${c.var.who.id}`));
app.route('/', staffRoutes);

beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'], now: TUESDAY }));
afterAll(() => void vi.useRealTimers());

/** A browser: keeps cookies, follows nothing by itself. */
const browser = () => {
  const jar = new Map<string, string>();
  const go = async (path: string, form?: Record<string, string> | [string, string][]) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const ctx = createExecutionContext();
    const answer = await app.request(
      `https://network.example${path}`,
      { method: form ? 'POST' : 'GET', headers: { cookie }, body: form && new URLSearchParams(form) },
      env,
      ctx,
    );
    await waitOnExecutionContext(ctx);
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/max-age=0/i.test(line)) jar.delete(name);
      else jar.set(name, value);
    }
    return { status: answer.status, to: answer.headers.get('location'), text: await answer.text(), answer };
  };
  return { go, jar };
};
const lastMail = () => {
  const text = world.mails.at(-1)?.text ?? '';
  const link = /https:\/\/network\.example(\/\S+)/.exec(text)?.[1] ?? '';
  return { code: /\b\d{6}\b/.exec(text)?.[0] ?? '', link };
};
const hidden = (text: string) => /name="shown" value="([^"]*)"/.exec(text)?.[1] ?? '';
/** Time for the network and for the library that keeps sign-ins. */
const pass = (ms: number) => {
  world.passTime(ms);
  vi.setSystemTime(Date.now() + ms);
};
/** A form that stood open for as long as people read. */
const readOf = async (path: string) => {
  const { text } = await browser().go(path);
  pass(3_500);
  return hidden(text);
};
let people = 0;
const newStaff = async (role: 'owner' | 'staff' | 'board' = 'owner') => {
  people += 1;
  const email = `person${people}@district.example`;
  return { ...good(await addStaff(world, SYSTEM, { name: `Person ${people}`, email, role })), email };
};
const signedIn = async (role: 'owner' | 'staff' | 'board' = 'owner') => {
  const person = await newStaff(role);
  const { go, jar } = browser();
  const link = good(await oneTimeSignInLink(world, person.id)).replace('https://network.example', '');
  await go(link, { shown: await readOf(link) });
  return { go, jar, ...person };
};

test('a stranger is led to sign in and then to the page they wanted', async () => {
  const { id, email } = await newStaff();
  const { go } = browser();
  const first = await go('/settings?x=1');
  expect([first.status, first.to]).toEqual([303, '/sign-in?next=%2Fsettings%3Fx%3D1']);
  expect((await go(first.to ?? '')).text).toContain('value="/settings?x=1"');
  const asked = await go('/sign-in', { email, next: '/settings?x=1' });
  expect([asked.status, asked.to]).toEqual([303, '/sign-in/code?next=%2Fsettings%3Fx%3D1']);
  expect((await go(asked.to ?? '')).text).toContain(email);
  const done = await go('/sign-in/code', { email, code: lastMail().code, next: '/settings?x=1' });
  expect([done.status, done.to]).toEqual([303, '/settings?x=1']);
  expect((await go('/')).text).toBe(`home of ${id}`);
  expect((await go('/sign-in')).to).toBe('/');
  expect((await go('/sign-out', {})).to).toBe('/sign-in?done=signed-out');
  expect((await go('/')).to).toBe('/sign-in');
});

test('opening the link of a mail signs nobody in; pressing Continue does', async () => {
  const { id, email } = await newStaff();
  const { go, jar } = browser();
  await go('/sign-in', { email, next: '/' });
  const { link } = lastMail();
  for (let i = 0; i < 3; i += 1) {
    const page = await go(link);
    expect(page.text).toContain('Continue');
    expect(page.answer.headers.get('cache-control')).toBe('no-store');
  }
  expect([...jar.keys()]).toEqual(['sign_in_address']);
  const first = hidden((await go(link)).text);
  for (const shown of ['', first]) {
    const quick = await go(link, { shown });
    expect(quick.text).toContain('Press once more to confirm');
    expect([...jar.keys()]).toEqual(['sign_in_address']);
  }
  pass(3_500);
  expect((await go(link, { shown: first })).to).toBe('/');
  expect((await go('/')).text).toBe(`home of ${id}`);
  const again = await browser().go(link, { shown: first });
  expect([again.status, again.text.includes('Ask for a new')]).toEqual([422, true]);
});

test('the answer to an unknown address is the answer to a known one', async () => {
  const { email } = await newStaff();
  const mails = world.mails.length;
  const answers = [];
  for (const address of [email, 'nobody@district.example']) {
    const { go } = browser();
    const { status, to } = await go('/sign-in', { email: address, next: '/' });
    const page = (await go(to ?? '')).text.replaceAll(address, 'ADDRESS');
    const wrong = await go('/sign-in/code', { email: address, code: '00000a', next: '/' });
    answers.push([status, to, page, wrong.status, wrong.text.replaceAll(address, 'ADDRESS')]);
  }
  expect(answers[0]).toEqual(answers[1]);
  expect(world.mails.length).toBe(mails + 1);
});

test('a wrong code is said beside the field, too many are a 429', async () => {
  const { email } = await newStaff();
  const { go } = browser();
  await go('/sign-in', { email, next: '/' });
  const wrong = lastMail().code === '000000' ? '111111' : '000000';
  for (let i = 0; i < 5; i += 1) {
    const { status, text } = await go('/sign-in/code', { email, code: wrong, next: '/' });
    expect([status, text.includes('id="field-code-error"')]).toEqual([422, true]);
  }
  expect((await go('/sign-in/code', { email, code: wrong, next: '/' })).status).toBe(429);
});

test('a browser that forgot the address is asked for it, and hears of it beside that field', async () => {
  const { status, text } = await browser().go('/sign-in/code', { code: '123456', next: '/' });
  expect(status).toBe(422);
  expect(text).toMatch(/id="field-email-error">[^]*?Enter an email address\./);
  expect(text).not.toContain('field-code-error');
});

test('signing in never leads away from the network', async () => {
  const { id } = await newStaff();
  const link = good(await oneTimeSignInLink(world, id)).replace('https://network.example', '');
  expect((await browser().go(link, { next: '//evil.example', shown: await readOf(link) })).to).toBe('/');
});

test('the API gets a problem instead of a page, live parts a redirect of the whole page', async () => {
  const api = await app.request('https://network.example/api/v1/members', {}, env);
  expect([api.status, api.headers.get('content-type')]).toEqual([401, 'application/problem+json']);
  expect(await api.json()).toMatchObject({ status: 401, title: 'Not signed in' });
  const headers = { 'hx-request': 'true', 'hx-current-url': 'https://network.example/alerts/A1' };
  const live = await app.request('https://network.example/alerts/A1/tally', { headers }, env);
  expect(live.headers.get('hx-redirect')).toBe('/sign-in?next=%2Falerts%2FA1');
});

test('an invitation is accepted on its page and signs in', async () => {
  const owner = staffAs('owner');
  good(
    await inviteStaff(world, owner, {
      name: 'Lena Marsh',
      email: 'lena@district.example',
      role: 'partner',
      organizationId: 'O1',
    }),
  );
  const { link } = lastMail();
  const { go } = browser();
  const page = await go(link);
  expect(page.text).toContain('Lena Marsh, you are asked to join as partner.');
  expect((await go('/')).to).toBe('/sign-in');
  expect((await go(link, { shown: hidden(page.text) })).text).toContain('Press once more to confirm');
  expect((await go('/')).to).toBe('/sign-in');
  const shown = await readOf(link);
  expect((await go(link, { shown })).to).toBe('/');
  expect((await go('/')).text).toContain('home of');
  expect([(await go(link)).status, (await go(link, { shown })).status]).toEqual([404, 404]);
});

test('an owner invites, changes a role, sets a phone and takes a person off the staff', async () => {
  const { go } = await signedIn();
  const form = (await go('/settings/staff/new')).text;
  const id = /name="id" value="(\w+)"/.exec(form)?.[1] ?? '';
  const input = { id, name: 'Ned Harrow', email: 'ned@district.example', role: 'staff' };
  const mails = world.mails.length;
  const twice = await Promise.all([
    go('/settings/staff/invitations', input),
    go('/settings/staff/invitations', input),
  ]);
  expect(twice.map((one) => one.to)).toEqual(Array(2).fill('/settings/staff?done=invited'));
  expect(world.mails.length).toBe(mails + 1);
  const roster = (await go('/settings/staff')).text;
  expect(roster).toContain('ned<wbr/>@district.example');
  const first = lastMail().link;
  expect((await go(`/settings/staff/invitations/${id}/mail`, {})).to).toBe('/settings/staff?done=again');
  expect(lastMail().link).not.toBe(first);
  expect([(await go(first)).status, (await go(lastMail().link)).status]).toEqual([404, 200]);
  expect((await go(`/settings/staff/invitations/${id}/withdrawal`, {})).to).toBe(
    '/settings/staff?done=withdrawn',
  );
  const other = await newStaff('staff');
  const at = `/settings/staff/${other.id}`;
  expect((await go(`${at}/role`, { role: 'partner', organizationId: '' })).text).toContain(
    'Choose the organization of this partner.',
  );
  expect((await go(`${at}/role`, { role: 'partner', organizationId: 'O1' })).to).toBe(`${at}?done=role`);
  expect((await go('/settings/staff')).text).toContain('Partner, Rural Schools');
  expect((await go(`${at}/phone`, { phone: '406-443-2533' })).status).toBe(303);
  expect((await go(at)).text).toContain('(406) 443-2533');
  expect((await go(`${at}/departure`, {})).to).toBe('/settings/staff?done=left');
  expect((await go('/settings/staff')).text).toContain('Left the staff');
  expect((await go('/settings/staff/nobody')).status).toBe(404);
});

test('bad input to the invitation form comes back with what was typed and what is wrong', async () => {
  const { go } = await signedIn();
  const { status, text } = await go('/settings/staff/invitations', { name: '<b>Ned</b>', email: 'ned' });
  expect(status).toBe(422);
  expect(text).toContain('&lt;b&gt;Ned&lt;/b&gt;');
  expect(text).toContain('id="field-role-error"');
});

test('a key is shown once, on the answer that makes it', async () => {
  const { go } = await signedIn();
  const made = await go('/settings/keys', [
    ['name', 'Roster sync'],
    ['scopes', 'read'],
    ['scopes', 'import'],
  ]);
  const key = /coth_\w{40}/.exec(made.text)?.[0] ?? '';
  expect(key).toHaveLength(45);
  const page = (await go('/settings/keys')).text;
  expect(page).not.toContain(key);
  expect(page).toContain('read, import');
  const id = /keys\/(\w+)\/revocation/.exec(page)?.[1] ?? '';
  expect((await go(`/settings/keys/${id}/revocation`, {})).to).toBe('/settings/keys?done=revoked');
  expect((await go('/settings/keys', { name: '' })).status).toBe(422);
});

test('an owner saves the network; others read it and set their own phone', async () => {
  const { go } = await signedIn();
  const all = {
    networkName: 'Prairie Network',
    shortName: 'Prairie',
    mailFromName: 'Prairie Network',
    state: 'mt',
    zone: 'America/Denver',
    postalAddress: '1 Main Street',
    helpText: 'Ring us.',
  };
  expect((await go('/settings/network', { ...all, zone: 'Nowhere' })).status).toBe(422);
  expect((await go('/settings/network', all)).to).toBe('/settings/network?done=saved');
  expect(await networkSettings(world)).toMatchObject({ networkName: 'Prairie Network', state: 'MT' });
  const board = await signedIn('board');
  const page = (await board.go('/settings/network')).text;
  expect(page).toContain('An owner can change these.');
  expect((await board.go('/settings/network', all)).status).toBe(403);
  expect((await board.go('/settings/phone', { phone: '406-443-2540' })).to).toBe(
    '/settings/phone?done=phone',
  );
  expect((await board.go('/settings/phone', { phone: '1' })).status).toBe(422);
  for (const path of ['/settings/staff', '/settings/keys', '/settings/journal'])
    expect((await board.go(path)).status).toBe(403);
});

test('the journal page narrows to one thing and says what it shows', async () => {
  const { go, id } = await signedIn();
  expect((await go('/journal')).to).toBe('/settings/journal');
  const page = (await go(`/settings/journal?subject=staff:${id}`)).text;
  expect(page).toContain('Only what happened to');
  expect(page).toContain('Staff: add');
  expect((await go('/settings/journal?from=soon')).status).toBe(422);
});

test('the daily clock clears what has run out and keeps what has not', async () => {
  const { go, id } = await signedIn();
  await oneTimeSignInLink(world, id);
  await staffClocks.daily['sign-in.sweep'](world);
  expect((await go('/')).text).toContain(id);
  world.passTime(15 * 86_400_000);
  const counts = await staffClocks.daily['sign-in.sweep'](world);
  expect(counts.signIns).toBeGreaterThan(0);
  expect(counts.codes).toBeGreaterThan(0);
  expect(await staffClocks.daily['sign-in.sweep'](world)).toEqual({ signIns: 0, codes: 0, tries: 0 });
});
