import { describe, expect, test } from 'vitest';
import { enrol, inviteToConsent } from '../../src/replies/index.ts';
import { bad, good, staffAs } from '../support/world.ts';
import { browserOf, hidden } from './app.ts';
import { arrives, freshWorld, member, MINUTE, pointState, rows, told } from './network.ts';

const HOUR = 60 * MINUTE;
const linkIn = (words: string) => /https:\/\/network\.example(\/join\/\S+)/.exec(words)?.[1] ?? '';

test('members with an email and an unconsented number get one mail with a link of their own, not twice a day', async () => {
  const world = freshWorld();
  const [ned, clara] = [await member(world, { state: 'unconsented' }), await member(world)];
  expect(good(await inviteToConsent(world, staffAs('staff'), {}))).toEqual({ invited: 1, already: 0 });
  expect(good(await inviteToConsent(world, staffAs('staff'), {}))).toEqual({ invited: 0, already: 1 });
  const mails = await told(world, ned.id);
  expect(mails).toHaveLength(1);
  expect(linkIn(mails[0] ?? '')).not.toBe('');
  expect(mails[0]).toContain('STOP to end');
  expect(await told(world, clara.id)).toEqual([]);
  expect(world.pages).toMatchObject([{ channel: 'email' }]);
  world.passTime(25 * HOUR);
  expect(good(await inviteToConsent(world, staffAs('staff'), { memberIds: [ned.id] }))).toEqual({
    invited: 1,
    already: 0,
  });
  expect(bad(await inviteToConsent(world, staffAs('regional_president'), {})).kind).toBe('forbidden');
});

test('an invitation names the number to text JOIN to, once it is known', async () => {
  const wordsOf = async (world: ReturnType<typeof freshWorld>) => {
    const { id } = await member(world, { state: 'unconsented' });
    good(await inviteToConsent(world, staffAs('staff'), { memberIds: [id] }));
    return (await told(world, id))[0] ?? '';
  };
  const world = freshWorld();
  expect(await wordsOf(world)).not.toContain('messaging');
  await arrives(world, (await member(world)).phone, 'hello');
  expect(await wordsOf(world)).toMatch(/text JOIN from that phone to \(406\) 555-\d{4}/);
  await rows(world, `update sender set address = '+14065550177' where id = 'main' returning id`);
  expect(await wordsOf(world)).toContain('(406) 555-0177');
});

/** A member who was invited, and the path of their page. */
const invited = async () => {
  const world = freshWorld();
  const ned = await member(world, { state: 'unconsented' });
  good(await inviteToConsent(world, staffAs('owner'), { memberIds: [ned.id] }));
  return { world, ned, path: linkIn((await told(world, ned.id))[0] ?? ''), browser: browserOf(world, null) };
};

describe('the page of an invitation', () => {
  test('shows the wording and two digits, and looking at it agrees to nothing', async () => {
    const { world, ned, path, browser } = await invited();
    const seen = await browser.get(path);
    expect(seen.status).toBe(200);
    expect(seen.page).toContain('Message and data rates may apply');
    expect(seen.page).not.toContain(ned.phone);
    expect(seen.page).not.toContain('Harrowgate');
    expect(await pointState(world, ned.smsPoint)).toMatchObject({ state: 'unconsented' });
  });

  test('its button gives consent once, keeps the wording, and a text confirms it', async () => {
    const { world, ned, path, browser } = await invited();
    const { page } = await browser.get(path);
    const [version, shown] = [hidden(page, 'version'), hidden(page, 'shown')];
    const quick = await browser.post(path, { version, shown });
    expect(quick.page).toContain('Press once more to confirm');
    expect(await pointState(world, ned.smsPoint)).toMatchObject({ state: 'unconsented' });
    world.passTime(2_000);
    const more = { version, shown: hidden(quick.page, 'shown') };
    expect(await browser.post(path, more)).toMatchObject({ status: 303, to: path });
    await browser.post(path, more);
    expect(await pointState(world, ned.smsPoint)).toMatchObject({ state: 'active' });
    expect(
      await rows(
        world,
        `select kind, text_version as version, source from consent_event where member_id = '${ned.id}'`,
      ),
    ).toEqual([{ kind: 'granted', version, source: 'invitation page' }]);
    expect(
      (await told(world, ned.id)).filter((words) => words.includes('You now get our texts')),
    ).toHaveLength(1);
    expect((await browser.get(path)).page).toContain('You get our texts');
  });

  test('refuses an altered link, one that is too old, and a wording that has changed', async () => {
    const { world, ned, path, browser } = await invited();
    const altered = `${path.slice(0, -1)}${path.endsWith('A') ? 'B' : 'A'}`;
    expect((await browser.get(altered)).status).toBe(404);
    expect((await browser.post(altered, { version: 'x' })).status).toBe(404);
    const shown = hidden((await browser.get(path)).page, 'shown');
    world.passTime(5_000);
    expect((await browser.post(path, { version: 'another', shown })).page).toContain('wording has changed');
    world.passTime(61 * 24 * HOUR);
    expect((await browser.get(path)).page).toContain('not good any more');
    expect(await pointState(world, ned.smsPoint)).toMatchObject({ state: 'unconsented' });
  });

  test('does not open a number that was stopped', async () => {
    const { world, ned, path, browser } = await invited();
    const { page } = await browser.get(path);
    const [version, shown] = [hidden(page, 'version'), hidden(page, 'shown')];
    world.passTime(5_000);
    await arrives(world, ned.phone, 'STOP', { optOutType: 'STOP' });
    expect((await browser.post(path, { version, shown })).status).toBe(422);
    expect((await browser.get(path)).page).toContain('START');
    expect(await pointState(world, ned.smsPoint)).toMatchObject({ state: 'suppressed' });
  });

  test('is for one member’s own number only', async () => {
    const { world, ned } = await invited();
    const clara = await member(world, { state: 'unconsented' });
    expect(
      bad(
        await enrol(world, { kind: 'member', id: clara.id }, { contactPointId: ned.smsPoint, version: 'x' }),
      ).kind,
    ).toBe('missing');
    expect(
      bad(await enrol(world, staffAs('owner'), { contactPointId: ned.smsPoint, version: 'x' })).kind,
    ).toBe('forbidden');
  });
});
