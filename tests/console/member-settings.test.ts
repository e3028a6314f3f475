import { env } from 'cloudflare:workers';
import { Hono } from 'hono';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { memberPageRoutes } from '../../src/console/index.ts';
import { openSettings } from '../../src/console/open-settings.ts';
import { sendCode } from '../../src/console/send-code.ts';
import { setChannel } from '../../src/console/set-channel.ts';
import { verifyContactPoint } from '../../src/console/verify-contact-point.ts';
import { sendPage } from '../../src/delivery/index.ts';
import { settingsToken } from '../../src/people/index.ts';
import type { Who } from '../../src/platform/who.ts';
import { receiveSms } from '../../src/replies/index.ts';
import type { AppEnv } from '../../src/ui/index.ts';
import { bad, good, type TestWorld } from '../support/world.ts';
import { CLARA, contents, hidden, NED, settle } from './ground.ts';

const HOUR = 3_600_000;
const MINUTE = 60_000;
const ned: Who = { kind: 'member', id: NED };
let world: TestWorld;
let path: string;

/** A browser that keeps the cookie of the page. */
const browser = () => {
  const app = new Hono<AppEnv>();
  app.use(async (c, next) => {
    c.set('world', world);
    await next();
  });
  app.route('/', memberPageRoutes);
  let cookie = '';
  const ask = async (to: string, init: RequestInit = {}) => {
    const response = await app.request(to, { ...init, headers: cookie ? { cookie } : {} });
    const set = response.headers.get('set-cookie');
    if (set) cookie = set.split(';')[0] ?? '';
    return {
      status: response.status,
      to: response.headers.get('location'),
      page: await response.text(),
      set,
    };
  };
  return {
    get: (to = path) => ask(to),
    post: (to: string, fields: Record<string, string> = {}) => {
      const body = new FormData();
      for (const [name, value] of Object.entries(fields)) body.append(name, value);
      return ask(path + to, { method: 'POST', body });
    },
  };
};
type Browser = ReturnType<typeof browser>;

let sentPages = 0;
const deliver = async () => {
  for (const page of world.pages.slice(sentPages)) await sendPage(world, page);
  sentPages = world.pages.length;
};
const newestCode = () => /code is (\d{6})/.exec(world.texts.at(-1)?.body ?? '')?.[1] ?? '';
const askFor = async (at: Browser, way = 'sms') => {
  const { page } = await at.get();
  world.passTime(5_000);
  const asked = await at.post('/code', { way, csrf: hidden(page, 'csrf') });
  await deliver();
  return asked;
};
const opened = async () => {
  const at = browser();
  await askFor(at);
  expect((await at.post('/open', { code: newestCode() })).to).toBe(`${path}?done=open`);
  return at;
};
const pointOf = async (address: string) =>
  env.DB.prepare(
    'select id, state, is_primary as isPrimary from contact_point where address = ? and member_id = ?',
  )
    .bind(address, NED)
    .first<{ id: string; state: string; isPrimary: number }>();

beforeAll(async () => {
  world = await settle();
  path = `/me/${await settingsToken(world, NED)}`;
});
beforeEach(() => world.passTime(2 * HOUR));

describe('before the code', () => {
  test('the link alone shows nothing personal and changes nothing', async () => {
    const before = await contents();
    const { status, page } = await browser().get();
    expect(status).toBe(200);
    for (const own of ['Ned', 'Harrowgate', 'Drummond', '555', 'district.example'])
      expect(page).not.toContain(own);
    expect(page).toContain('Text me a code');
    expect(await contents()).toEqual(before);
  });

  test('a link that is not ours leads nowhere', async () => {
    expect((await browser().get(`${path.slice(0, -2)}xx`)).status).toBe(404);
    expect((await browser().get(`/me/${NED}`)).status).toBe(404);
  });

  test('no act is taken, whatever is posted', async () => {
    const before = await contents();
    const id = (await pointOf('+14065550101'))?.id ?? '';
    for (const act of ['/leave', '/points', `/points/${id}/stop`, `/points/${id}/removal`, '/return'])
      expect((await browser().post(act, { address: '+14065550177' })).page).toContain('Text me a code');
    expect(await contents()).toEqual(before);
  });

  test('a program that posts at once, or without the form, sends no code', async () => {
    const before = world.pages.length;
    const at = browser();
    const { page } = await at.get();
    expect((await at.post('/code', { way: 'sms', csrf: hidden(page, 'csrf') })).status).toBe(422);
    expect((await at.post('/code', { way: 'sms' })).status).toBe(422);
    expect(world.pages.length).toBe(before);
  });

  test('the code goes to the member’s own number, and stands in no table', async () => {
    await askFor(browser());
    expect(world.texts.at(-1)?.to).toBe('+14065550101');
    const code = newestCode();
    expect(code).toMatch(/^\d{6}$/);
    expect(JSON.stringify(await contents())).not.toContain(code);
  });

  test('by email it comes by email', async () => {
    await askFor(browser(), 'email');
    expect(world.mails.at(-1)?.to).toBe('ned@district.example');
    expect(world.mails.at(-1)?.text).toMatch(/code is \d{6}/);
  });

  test('five wrong tries end a code, and ten minutes do', async () => {
    const at = browser();
    await askFor(at);
    const code = newestCode();
    const wrong = code === '000000' ? '000001' : '000000';
    for (let no = 0; no < 5; no += 1)
      expect((await at.post('/open', { code: wrong })).page).toContain('not the code');
    expect((await at.post('/open', { code })).page).toContain('tried five times');
    await askFor(at);
    const second = newestCode();
    expect(second).not.toBe(code);
    world.passTime(10 * MINUTE);
    expect((await at.post('/open', { code: second })).page).toContain('has run out');
  });

  test('a code opens once, only for its member, and only for what it was sent for', async () => {
    await askFor(browser());
    const code = newestCode();
    expect(bad(await openSettings(world, { kind: 'member', id: CLARA }, { code })).kind).toBe('limited');
    expect(bad(await verifyContactPoint(world, ned, { contactPointId: `${NED}-s`, code })).kind).toBe(
      'limited',
    );
    good(await openSettings(world, ned, { code: ` ${code.slice(0, 3)} ${code.slice(3)} ` }));
    expect(bad(await openSettings(world, ned, { code })).kind).toBe('limited');
  });

  test('the sixth code within an hour is refused', async () => {
    const ask = () => sendCode(world, ned, { contactPointId: `${NED}-s`, purpose: 'open' });
    for (let no = 0; no < 5; no += 1) good(await ask());
    expect(bad(await ask()).kind).toBe('limited');
    world.passTime(HOUR + 1);
    good(await ask());
  });
});

describe('once it is open', () => {
  test('it shows the member’s own numbers and addresses, for half an hour and to this browser alone', async () => {
    const at = await opened();
    const { page } = await at.get();
    expect(page).toContain('Ned Harrowgate');
    expect(page).toContain('(406) 555-0101');
    expect(page).toContain('ned@district.example');
    expect((await browser().get()).page).not.toContain('Harrowgate');
    world.passTime(31 * MINUTE);
    expect((await at.get()).page).not.toContain('Harrowgate');
  });

  test('the cookie of one member opens no other’s page', async () => {
    const at = await opened();
    const other = await at.get(`/me/${await settingsToken(world, CLARA)}`);
    expect(other.page).not.toContain('Underhill');
  });

  test('a new number waits until the code sent there is typed, and then has consent on record', async () => {
    const at = await opened();
    expect((await at.post('/points', { address: '406-555-0188' })).to).toContain('done=added');
    await deliver();
    expect(world.texts.at(-1)?.to).toBe('+14065550188');
    const point = await pointOf('+14065550188');
    expect(point?.state).toBe('unconsented');
    expect((await at.post(`/points/${point?.id}/proof`, { [`code-${point?.id}`]: '12' })).status).toBe(422);
    expect(
      (await at.post(`/points/${point?.id}/proof`, { [`code-${point?.id}`]: newestCode() })).to,
    ).toContain('done=verified');
    expect((await pointOf('+14065550188'))?.state).toBe('active');
    const line = await env.DB.prepare(
      `select source, text_version as version, evidence_kind as proof from consent_event where contact_point_id = ?`,
    )
      .bind(point?.id)
      .first();
    expect(line).toMatchObject({ source: 'member page', proof: 'code' });
    expect(line?.version).toMatch(/^built-in-/);
    expect((await at.post(`/points/${point?.id}/first`)).to).toContain('done=first');
    expect((await pointOf('+14065550188'))?.isPrimary).toBe(1);
    expect((await pointOf('+14065550101'))?.isPrimary).toBe(0);
    expect((await at.post(`/points/${point?.id}/removal`)).to).toContain('done=removed');
    expect((await pointOf('+14065550101'))?.isPrimary).toBe(1);
  });

  test('a new address is not written to before it is proved', async () => {
    const at = await opened();
    await at.post('/points', { address: 'Ned@home.example' });
    await deliver();
    expect((await pointOf('ned@home.example'))?.state).toBe('unconsented');
    const point = await pointOf('ned@home.example');
    const code = /code is (\d{6})/.exec(world.mails.at(-1)?.text ?? '')?.[1] ?? '';
    expect((await at.post(`/points/${point?.id}/proof`, { [`code-${point?.id}`]: code })).to).toContain(
      'done=verified',
    );
    expect((await pointOf('ned@home.example'))?.state).toBe('active');
    await at.post(`/points/${point?.id}/removal`);
  });

  test('email is stopped and opened again, each with a line in the ledger', async () => {
    const at = await opened();
    const point = await pointOf('ned@district.example');
    await at.post(`/points/${point?.id}/stop`);
    expect((await pointOf('ned@district.example'))?.state).toBe('suppressed');
    await at.post(`/points/${point?.id}/start`);
    expect((await pointOf('ned@district.example'))?.state).toBe('active');
    const { results } = await env.DB.prepare(
      `select kind from consent_event where contact_point_id = ? and channel = 'email' order by id`,
    )
      .bind(point?.id)
      .all();
    expect(results.map(({ kind }) => kind)).toEqual(['revoked', 'granted']);
  });

  test('texts stopped here come back here, by agreeing to the words, and a text confirms it', async () => {
    const at = await opened();
    const point = await pointOf('+14065550101');
    await at.post(`/points/${point?.id}/stop`);
    const { page } = await at.get();
    expect(page).toContain('I agree, text me again');
    expect((await at.post(`/points/${point?.id}/start`, { version: 'old' })).page).toContain(
      'wording has changed',
    );
    expect((await at.post(`/points/${point?.id}/start`, { version: hidden(page, 'version') })).to).toContain(
      'started',
    );
    expect((await pointOf('+14065550101'))?.state).toBe('active');
    await deliver();
    expect(world.texts.at(-1)?.body).toContain('You get our texts again');
  });

  test('a member chooses between which hours texts come, is told what is wrong with others, and takes them back', async () => {
    const at = await opened();
    expect((await at.get()).page).toContain('as all members');
    expect((await at.post('/hours', { opens: '12:00', closes: '13:00', hours: 'own' })).page).toContain(
      'at least two hours',
    );
    expect((await at.post('/hours', { opens: '12:00', closes: '15:30', hours: 'own' })).to).toContain(
      'done=hours',
    );
    expect((await at.get()).page).toContain('We text you between noon and 3:30 pm.');
    const stored = () =>
      env.DB.prepare('select texts_from as opens, texts_to as closes from member where id = ?')
        .bind(NED)
        .first();
    expect(await stored()).toEqual({ opens: '12:00', closes: '15:30' });
    await at.post('/hours', { opens: '12:00', closes: '15:30', hours: 'all' });
    expect(await stored()).toEqual({ opens: null, closes: null });
  });

  test('a member leaves, and comes back', async () => {
    const at = await opened();
    expect((await at.get(`${path}/leave`)).page).toContain('Leave the network?');
    await at.post('/leave');
    expect((await at.get()).page).toContain('You have left the network');
    await at.post('/return');
    expect((await at.get()).page).not.toContain('You have left the network');
  });

  test('nobody acts on what is not theirs', async () => {
    const at = await opened();
    for (const act of ['stop', 'removal', 'code', 'start'])
      expect((await at.post(`/points/${CLARA}-e/${act}`)).status).toBe(422);
    expect(bad(await setChannel(world, ned, { contactPointId: `${CLARA}-e`, on: false })).kind).toBe(
      'missing',
    );
  });

  test('a number that the carrier stopped gets no code and no button, but the text that opens it', async () => {
    const at = await opened();
    good(
      await receiveSms(
        world,
        { kind: 'provider', id: 'twilio' },
        {
          providerId: `SM${'5'.repeat(32)}`,
          from: '+14065550101',
          to: '+14065550199',
          body: 'STOP',
          optOutType: 'STOP',
          media: [],
          at: world.clock.now(),
        },
      ),
    );
    const { page } = await at.get();
    expect(page).toContain('href="sms:+14065550199?&amp;body=START"');
    expect(page).not.toContain('I agree, text me again');
    const point = await pointOf('+14065550101');
    expect((await at.post(`/points/${point?.id}/start`, { version: hidden(page, 'version') })).status).toBe(
      422,
    );
    expect((await pointOf('+14065550101'))?.state).toBe('suppressed');
    const before = world.texts.length;
    expect(bad(await sendCode(world, ned, { contactPointId: point?.id ?? '', purpose: 'open' })).kind).toBe(
      'refused',
    );
    expect((await browser().get()).page).not.toContain('Text me a code');
    expect(world.texts.length).toBe(before);
  });
});
