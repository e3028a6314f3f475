import { describe, expect, test } from 'vitest';
import { answerOnPage, responseOf } from '../../src/replies/index.ts';
import { good } from '../support/world.ts';
import { alert, freshWorld, member, pointState, rows, threadOf } from './network.ts';

/** A member opens the page that came with a text or a mail, chooses the second answer and writes a note. */
const writes = async (note: string, channel: 'sms' | 'email' = 'sms') => {
  const world = freshWorld();
  const ned = await member(world);
  const hb = await alert(world, [ned]);
  const deliveryId = hb.delivery(ned, channel);
  good(
    await answerOnPage(world, { kind: 'member', id: ned.id }, { deliveryId, optionId: hb.option(2), note }),
  );
  const [reply] = await rows(
    world,
    `select meaning, state from reply where member_id = '${ned.id}' and channel = 'web'`,
  );
  return { world, ned, hb, reply };
};

describe('a note on the page', () => {
  test('that asks to be taken off closes what the page came by; the answer counts, and staff see it', async () => {
    const { world, ned, hb, reply } = await writes('Please take me off your list');
    expect(await pointState(world, ned.smsPoint)).toEqual({ state: 'suppressed', reason: 'stopped' });
    expect(await pointState(world, ned.emailPoint)).toMatchObject({ state: 'active' });
    expect(reply).toEqual({ meaning: 'stop', state: 'answered' });
    expect(await responseOf(world, hb.id, ned.id)).toMatchObject({ no: 2, door: 'web' });
    expect(await threadOf(world, ned.id)).toMatchObject({ state: 'open', unread: 1 });
  });

  test('closes email where the page came by mail', async () => {
    const { world, ned } = await writes('unsubscribe me', 'email');
    expect(await pointState(world, ned.emailPoint)).toEqual({ state: 'suppressed', reason: 'unsubscribed' });
    expect(await pointState(world, ned.smsPoint)).toMatchObject({ state: 'active' });
  });

  test('that may mean it holds the number', async () => {
    const { world, ned, reply } = await writes('too many texts');
    expect(await pointState(world, ned.smsPoint)).toMatchObject({ state: 'held' });
    expect(reply).toMatchObject({ meaning: 'unclear_opt_out' });
  });

  test('that asks for the other channel changes it', async () => {
    const { world, ned } = await writes('Please turn off texts and send me email');
    expect(await pointState(world, ned.smsPoint)).toMatchObject({ state: 'suppressed' });
    expect(await pointState(world, ned.emailPoint)).toMatchObject({ state: 'active' });
  });

  test('about a bill closes nothing', async () => {
    const { world, ned, reply } = await writes('Stop HB 203 before it reaches the floor');
    expect(await pointState(world, ned.smsPoint)).toMatchObject({ state: 'active' });
    expect(reply).toMatchObject({ meaning: 'answer' });
  });
});
