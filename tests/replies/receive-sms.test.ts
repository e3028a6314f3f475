import { beforeAll, describe, expect, test } from 'vitest';
import { sendPage } from '../../src/delivery/index.ts';
import { addressHash } from '../../src/people/index.ts';
import { SYSTEM } from '../../src/platform/who.ts';
import { inboundSms, receiveSms } from '../../src/replies/index.ts';
import { saveNetworkSettings } from '../../src/staff/index.ts';
import { bad, good, staffAs } from '../support/world.ts';
import {
  arrives,
  freshWorld,
  member,
  pointState,
  replyRow,
  rows,
  texts,
  threadOf,
  told,
  TWILIO,
} from './network.ts';

beforeAll(async () => {
  good(
    await saveNetworkSettings(freshWorld(), SYSTEM, {
      shortName: 'TSLN',
      networkName: 'Treasure State Legislative Network',
      helpText: 'TSLN help: call 406-555-0100.',
    }),
  );
});
const suppression = async (world: ReturnType<typeof freshWorld>, phone: string) =>
  (
    await rows(
      world,
      `select reason, by_carrier as byCarrier from suppression where address_hash = '${await addressHash(world, 'sms', phone)}'`,
    )
  )[0];
const ledger = async (world: ReturnType<typeof freshWorld>, memberId: string) =>
  rows(
    world,
    `select kind, source, text_version as version, evidence_id as evidence from consent_event where member_id = '${memberId}' order by id`,
  );

describe('STOP', () => {
  test('closes the number before anything is understood, with the reply as evidence', async () => {
    const world = freshWorld();
    const ned = await member(world);
    const { replyId } = await arrives(world, ned.phone, 'STOP', { optOutType: 'STOP' });
    expect(await pointState(world, ned.smsPoint)).toEqual({ state: 'suppressed', reason: 'stopped' });
    expect(await suppression(world, ned.phone)).toEqual({ reason: 'stopped', byCarrier: 1 });
    expect(await ledger(world, ned.id)).toMatchObject([{ kind: 'revoked', evidence: replyId }]);
    expect(await pointState(world, ned.emailPoint)).toMatchObject({ state: 'active' });
    expect(world.jobs).toEqual([]);
  });

  test('that the carrier confirmed leaves us silent; one that it did not gets one text', async () => {
    const world = freshWorld();
    const [ned, clara] = [await member(world), await member(world)];
    await arrives(world, ned.phone, 'STOP', { optOutType: 'STOP' });
    expect(await told(world, ned.id)).toEqual([]);
    await arrives(world, clara.phone, 'stpo');
    await arrives(world, clara.phone, 'Stop please');
    expect((await told(world, clara.id))[0]).toContain('no more texts');
    expect(world.pages[0]).toMatchObject({ channel: 'sms', urgent: true });
  });

  test.each(['Please stop texting me', 'remove me from this list'])(
    'in other words closes too, and staff see it: %s',
    async (body) => {
      const world = freshWorld();
      const ned = await member(world);
      await arrives(world, ned.phone, body);
      expect(await pointState(world, ned.smsPoint)).toMatchObject({ state: 'suppressed' });
      expect(await threadOf(world, ned.id)).toMatchObject({ state: 'open', unread: 1 });
    },
  );

  test('of a bill is no opt-out', async () => {
    const world = freshWorld();
    const ned = await member(world);
    await texts(world, ned.phone, 'Stop HB 203');
    expect(await pointState(world, ned.smsPoint)).toMatchObject({ state: 'active' });
    expect(await suppression(world, ned.phone)).toBeUndefined();
  });

  test('words that may mean it hold the number and go to a person', async () => {
    const world = freshWorld();
    const ned = await member(world);
    const { replyId } = await arrives(world, ned.phone, 'enough already');
    expect(await pointState(world, ned.smsPoint)).toMatchObject({ state: 'held' });
    expect(await replyRow(world, replyId)).toMatchObject({ state: 'waiting', meaning: 'unclear_opt_out' });
    expect(await threadOf(world, ned.id)).toMatchObject({ state: 'open', unread: 1 });
    expect(await told(world, ned.id)).toEqual([]);
  });

  test('a wrong number is closed as one, and START does not open it', async () => {
    const world = freshWorld();
    const ned = await member(world);
    await arrives(world, ned.phone, 'Wrong number');
    expect(await pointState(world, ned.smsPoint)).toEqual({ state: 'invalid', reason: 'wrong_number' });
    await arrives(world, ned.phone, 'START');
    expect(await pointState(world, ned.smsPoint)).toMatchObject({ state: 'invalid' });
  });

  test('on a shared number closes it for everybody who has it', async () => {
    const world = freshWorld();
    const ned = await member(world);
    const ann = await member(world, { phone: ned.phone });
    await arrives(world, ned.phone, 'STOP', { optOutType: 'STOP' });
    expect(await pointState(world, ned.smsPoint)).toMatchObject({ state: 'suppressed' });
    expect(await pointState(world, ann.smsPoint)).toMatchObject({ state: 'suppressed' });
  });
});

test('the one text that confirms a STOP goes out, and nothing after it', async () => {
  const world = freshWorld();
  const ned = await member(world);
  await arrives(world, ned.phone, 'stop please');
  for (const body of ['help', 'STOP', 'stop texting me']) await arrives(world, ned.phone, body);
  for (const page of world.pages) await sendPage(world, page);
  expect(world.texts.map(({ to, body }) => [to, body.includes('no more texts')])).toEqual([
    [ned.phone, true],
  ]);
});

describe('coming back', () => {
  test('START opens a number, stopped by the carrier or by us', async () => {
    const world = freshWorld();
    for (const optOutType of ['STOP', undefined] as const) {
      const ned = await member(world);
      await arrives(world, ned.phone, 'STOP', { optOutType });
      await arrives(world, ned.phone, 'START', optOutType ? { optOutType: 'START' } : {});
      expect(await pointState(world, ned.smsPoint)).toMatchObject({ state: 'active' });
      expect((await told(world, ned.id)).filter((words) => words.includes('again'))).toHaveLength(
        optOutType ? 1 - 1 : 2,
      );
    }
  });

  test('JOIN does not open what the carrier stopped', async () => {
    const world = freshWorld();
    const ned = await member(world);
    await arrives(world, ned.phone, 'STOP', { optOutType: 'STOP' });
    await arrives(world, ned.phone, 'JOIN');
    expect(await pointState(world, ned.smsPoint)).toMatchObject({ state: 'suppressed' });
  });
});

describe('enrolment by text', () => {
  test('JOIN gives consent to the wording in force, with the reply as evidence, and is confirmed', async () => {
    const world = freshWorld();
    const ned = await member(world, { state: 'unconsented' });
    const { replyId } = await arrives(world, ned.phone, 'Join');
    expect(await pointState(world, ned.smsPoint)).toMatchObject({ state: 'active' });
    const [line] = await ledger(world, ned.id);
    expect(line).toMatchObject({ kind: 'granted', evidence: replyId, source: 'JOIN by text' });
    expect(String(line?.version)).toMatch(/^built-in-/);
    expect(
      await rows(world, `select version from consent_text where version = '${String(line?.version)}'`),
    ).toHaveLength(1);
    expect(await told(world, ned.id)).toEqual([expect.stringContaining('Reply HELP for help, STOP to end')]);
  });

  test('JOIN from an unknown number waits in the inbox', async () => {
    const world = freshWorld();
    const { replyId } = await arrives(world, '+14065559999', 'JOIN');
    expect(await replyRow(world, replyId)).toMatchObject({
      state: 'waiting',
      meaning: 'join_unknown',
      member_id: null,
    });
  });
});

test('HELP is answered with the network’s words, unless the carrier did', async () => {
  const world = freshWorld();
  const [ned, clara] = [await member(world), await member(world)];
  await arrives(world, ned.phone, 'help');
  await arrives(world, clara.phone, 'HELP', { optOutType: 'HELP' });
  expect(await told(world, ned.id)).toEqual(['TSLN help: call 406-555-0100.']);
  expect(await told(world, clara.id)).toEqual([]);
});

test('the same text delivered again changes nothing', async () => {
  const world = freshWorld();
  const ned = await member(world);
  const first = await arrives(world, ned.phone, 'stop pls', { providerId: 'SMagain' });
  const counts = async () =>
    rows(
      world,
      'select (select count(*) from reply) as replies, (select count(*) from consent_event) as events, (select count(*) from delivery) as deliveries, (select count(*) from journal) as journal',
    );
  const before = await counts();
  const again = await arrives(world, ned.phone, 'stop pls', { providerId: 'SMagain' });
  expect(again).toEqual({ replyId: first.replyId, known: true });
  expect(await counts()).toEqual(before);
});

test('only the provider brings texts, and the webhook’s door throws where nothing was stored', async () => {
  const world = freshWorld();
  const text = {
    providerId: 'SMx',
    from: '+14065551111',
    to: '',
    body: '1',
    optOutType: null,
    media: [],
    at: 1,
  };
  expect(bad(await receiveSms(world, staffAs('owner'), text)).kind).toBe('forbidden');
  await expect(inboundSms.receive(world, { ...text, providerId: '' })).rejects.toThrow('not taken');
  await inboundSms.receive(world, text);
  expect(good(await receiveSms(world, TWILIO, text)).known).toBe(true);
});
