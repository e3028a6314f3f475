import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createApiKey } from '../../src/staff/create-api-key.ts';
import { revokeApiKey } from '../../src/staff/revoke-api-key.ts';
import { addStaff } from '../../src/staff/add-staff.ts';
import { endRole, grantRole } from '../../src/staff/grant-role.ts';
import {
  oneTimeSignInLink,
  requestSignIn,
  signInWithCode,
  signInWithLink,
  signOut,
} from '../../src/staff/sign-in.ts';
import { whoFromRequest } from '../../src/staff/who-from-request.ts';
import { SYSTEM } from '../../src/platform/who.ts';
import { bad, good, staffAs, testWorld, TUESDAY, type TestWorld } from '../support/world.ts';

const world = testWorld();
const page = (headers: Record<string, string> = {}) => new Request('https://network.example/', { headers });

// The library reads the clock itself, so both clocks stand at the same instant.
beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'], now: TUESDAY }));
afterAll(() => void vi.useRealTimers());
const passTime = (ms: number) => {
  world.passTime(ms);
  vi.setSystemTime(world.clock.now());
};

let people = 0;
const newStaff = async (role: 'owner' | 'staff' | 'coordinator' = 'staff') => {
  people += 1;
  const email = `person${people}@district.example`;
  const { id } = good(await addStaff(world, SYSTEM, { name: `Person ${people}`, email, role }));
  return { id, email };
};
const ask = async (email: string, next = '/') => {
  const { sent } = good(await requestSignIn(world, page(), { email, next }));
  await sent;
};
const lastMail = (w: TestWorld = world) => {
  const text = w.mails.at(-1)?.text ?? '';
  return { code: /\b\d{6}\b/.exec(text)?.[0] ?? '', token: /\/link\/(\w+)/.exec(text)?.[1] ?? '', text };
};
const cookieOf = (cookies: string[]) => cookies.map((one) => one.split(';')[0]).join('; ');

test('a person of the staff asks for a code, gives it, and is known by the cookie', async () => {
  const { id, email } = await newStaff('coordinator');
  await ask(email.toUpperCase());
  expect(world.mails.at(-1)?.to).toBe(email);
  const { cookies, staffId } = good(await signInWithCode(world, page(), { email, code: lastMail().code }));
  expect(staffId).toBe(id);
  expect(cookies.join()).toMatch(
    /^__Secure-sign_in=.*Max-Age=1209600; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
  );
  const who = await whoFromRequest(world, page({ cookie: cookieOf(cookies) }));
  expect(who).toEqual({ kind: 'staff', id, name: `Person ${people}`, role: 'coordinator' });
});

test('a code works once, and takes the link of the same mail with it', async () => {
  const { email } = await newStaff();
  await ask(email);
  const { code, token } = lastMail();
  good(await signInWithCode(world, page(), { email, code }));
  expect(bad(await signInWithCode(world, page(), { email, code })).kind).toBe('invalid');
  expect(bad(await signInWithLink(world, page(), token)).kind).toBe('invalid');
});

test('a link works once, and takes the code of the same mail with it', async () => {
  const { id, email } = await newStaff();
  await ask(email, '/alerts/A1');
  const { code, token, text } = lastMail();
  expect(text).toContain('?next=%2Falerts%2FA1');
  expect(good(await signInWithLink(world, page(), token)).staffId).toBe(id);
  expect(bad(await signInWithLink(world, page(), token)).message).toContain('used already');
  expect(bad(await signInWithCode(world, page(), { email, code })).kind).toBe('invalid');
});

test('a code and a link die after 15 minutes', async () => {
  const { email } = await newStaff();
  await ask(email);
  const { code, token } = lastMail();
  passTime(15 * 60_000 + 1);
  expect(bad(await signInWithCode(world, page(), { email, code })).kind).toBe('invalid');
  expect(bad(await signInWithLink(world, page(), token)).kind).toBe('invalid');
});

test('after five wrong codes the right one is refused too, until the time is over', async () => {
  const { email } = await newStaff();
  await ask(email);
  const { code, token } = lastMail();
  const wrong = code === '000000' ? '111111' : '000000';
  for (let i = 0; i < 5; i += 1)
    expect(bad(await signInWithCode(world, page(), { email, code: wrong })).kind).toBe('invalid');
  expect(bad(await signInWithCode(world, page(), { email, code })).kind).toBe('limited');
  passTime(14 * 60_000);
  expect(bad(await signInWithCode(world, page(), { email, code })).kind).toBe('limited');
  good(await signInWithLink(world, page(), token));
  await ask(email);
  good(await signInWithCode(world, page(), { email, code: lastMail().code }));
});

test('tries before a good code are forgotten, so that nobody is locked out by signing in often', async () => {
  const { email } = await newStaff();
  for (let i = 0; i < 7; i += 1) {
    await ask(email);
    good(await signInWithCode(world, page(), { email, code: lastMail().code }));
  }
});

test('an unknown address hears what a known one hears, gets no mail, and runs into the same limits', async () => {
  const { email } = await newStaff();
  const mails = world.mails.length;
  const stranger = 'stranger@elsewhere.example';
  for (let i = 0; i < 5; i += 1) {
    await ask(stranger);
    const heard = bad(await signInWithCode(world, page(), { email: stranger, code: '123456' }));
    await ask(email);
    expect(heard).toEqual(bad(await signInWithCode(world, page(), { email, code: '123456' })));
  }
  expect(world.mails.slice(mails).map((mail) => mail.to)).toEqual(Array(5).fill(email));
  for (const address of [stranger, email]) {
    expect(bad(await requestSignIn(world, page(), { email: address, next: '/' })).kind).toBe('limited');
    expect(bad(await signInWithCode(world, page(), { email: address, code: '123456' })).kind).toBe('limited');
  }
});

test('one place that tries many addresses is limited as well', async () => {
  const place = page({ 'cf-connecting-ip': '203.0.113.9' });
  const kinds = new Set<string>();
  for (let i = 0; i < 41; i += 1) {
    const heard = await requestSignIn(world, place, { email: `guess${i}@district.example`, next: '/' });
    kinds.add(heard.ok ? 'ok' : heard.problem.kind);
  }
  expect([...kinds]).toEqual(['ok', 'limited']);
});

test('a role that has ended closes every door: code, link, cookie', async () => {
  const { id, email } = await newStaff();
  await ask(email);
  const { cookies } = good(await signInWithCode(world, page(), { email, code: lastMail().code }));
  await ask(email);
  const { code, token } = lastMail();
  good(await endRole(world, staffAs('owner'), { staffId: id }));
  expect(await whoFromRequest(world, page({ cookie: cookieOf(cookies) }))).toBeNull();
  expect(bad(await signInWithCode(world, page(), { email, code })).kind).toBe('invalid');
  expect((await signInWithLink(world, page(), token)).ok).toBe(false);
  const mails = world.mails.length;
  await ask(email);
  expect(world.mails.length).toBe(mails);
});

test('a changed role counts from the next page on', async () => {
  const { id, email } = await newStaff();
  await ask(email);
  const cookie = cookieOf(
    good(await signInWithCode(world, page(), { email, code: lastMail().code })).cookies,
  );
  good(await grantRole(world, staffAs('owner'), { staffId: id, role: 'director' }));
  expect(await whoFromRequest(world, page({ cookie }))).toMatchObject({ role: 'director' });
});

test('a sign-in ends after 14 days, and when the person signs out', async () => {
  const { email } = await newStaff();
  const signIn = async () => {
    await ask(email);
    return page({
      cookie: cookieOf(good(await signInWithCode(world, page(), { email, code: lastMail().code })).cookies),
    });
  };
  const first = await signIn();
  passTime(14 * 86_400_000 - 1000);
  expect(await whoFromRequest(world, first)).not.toBeNull();
  passTime(2000);
  expect(await whoFromRequest(world, first)).toBeNull();
  const second = await signIn();
  await signOut(world, second);
  expect(await whoFromRequest(world, second)).toBeNull();
});

test('a cookie that we did not sign is nobody', async () => {
  const { email } = await newStaff();
  await ask(email);
  const cookie = cookieOf(
    good(await signInWithCode(world, page(), { email, code: lastMail().code })).cookies,
  );
  const [name, value = ''] = cookie.split('=');
  const token = decodeURIComponent(value).split('.')[0];
  const forged = [`${name}=${token}`, `${name}=${token}.${'A'.repeat(43)}=`, `${name}=`, 'sign_in=x', ''];
  for (const one of forged) expect(await whoFromRequest(world, page({ cookie: one }))).toBeNull();
});

test('the link printed by the command line signs its person in, once', async () => {
  const { id } = await newStaff('owner');
  const link = good(await oneTimeSignInLink(world, id));
  expect(link).toMatch(/^https:\/\/network\.example\/sign-in\/link\/\w{32}$/);
  const token = link.split('/').at(-1) ?? '';
  expect(good(await signInWithLink(world, page(), token)).staffId).toBe(id);
  expect((await signInWithLink(world, page(), token)).ok).toBe(false);
  expect(bad(await oneTimeSignInLink(world, 'nobody')).kind).toBe('missing');
});

test('a key acts as its person within its scopes until it is revoked', async () => {
  const { id } = await newStaff('owner');
  const owner = staffAs('owner', { id });
  const { id: keyId, key } = good(
    await createApiKey(world, owner, { name: 'Import', scopes: ['read', 'staff'] }),
  );
  expect(key).toMatch(/^coth_[A-Za-z0-9]{40}$/);
  const withKey = page({ authorization: `Bearer ${key}` });
  const who = await whoFromRequest(world, withKey);
  expect(who).toMatchObject({ id, role: 'owner', scopes: ['read', 'staff'] });
  if (!who) return;
  expect(bad(await createApiKey(world, who, { name: 'More', scopes: ['*'] })).kind).toBe('forbidden');
  good(await addStaff(world, who, { name: 'By key', email: `bykey@district.example`, role: 'board' }));
  good(await revokeApiKey(world, owner, { id: keyId }));
  expect(await whoFromRequest(world, withKey)).toBeNull();
});

test('a wrong Authorization header is nobody, even beside a good cookie', async () => {
  const { email } = await newStaff();
  await ask(email);
  const cookie = cookieOf(
    good(await signInWithCode(world, page(), { email, code: lastMail().code })).cookies,
  );
  for (const authorization of ['', 'Bearer', 'Bearer coth_x', `Bearer coth_${'a'.repeat(40)}`, 'Basic YTpi'])
    expect(await whoFromRequest(world, page({ cookie, authorization }))).toBeNull();
});

test('the last day a key was used is written once a day', async () => {
  const { id } = await newStaff('owner');
  const { key } = good(
    await createApiKey(world, staffAs('owner', { id }), { name: 'Daily', scopes: ['read'] }),
  );
  const withKey = page({ authorization: `Bearer ${key}` });
  const statements = async () => {
    const before = world.db.count();
    await whoFromRequest(world, withKey);
    return world.db.count() - before;
  };
  expect([await statements(), await statements()]).toEqual([2, 1]);
  passTime(86_400_000);
  expect(await statements()).toBe(2);
});

test('where the local clock is moved, codes and sign-ins move with it', async () => {
  const { id, email } = await newStaff();
  const offset = 40 * 86_400_000;
  const moved = testWorld(world.clock.now() + offset);
  moved.settings.clockOffsetMs = offset;
  moved.ids.next = () => `MOVED${moved.db.count()}`;
  good(
    await signInWithLink(
      moved,
      page(),
      good(await oneTimeSignInLink(moved, id))
        .split('/')
        .at(-1) ?? '',
    ),
  );
  const { sent } = good(await requestSignIn(moved, page(), { email, next: '/' }));
  await sent;
  const { cookies } = good(await signInWithCode(moved, page(), { email, code: lastMail(moved).code }));
  const request = page({ cookie: cookieOf(cookies) });
  expect(await whoFromRequest(moved, request)).toMatchObject({ id });
  moved.passTime(14 * 86_400_000);
  expect(await whoFromRequest(moved, request)).toBeNull();
});
