import { describe, expect, test } from 'vitest';
import { sendPage } from '../../src/delivery/index.ts';
import { responseOf, understandReply } from '../../src/replies/index.ts';
import type { World } from '../../src/platform/world.ts';
import { good } from '../support/world.ts';
import { alert, arrives, freshWorld, member, pointState, replyRow, rows, threadOf } from './network.ts';

const FIRST =
  "1 and I called Senator Hill's office this morning, spoke to her aide, who said that she is leaning n";
const SECOND = 'o on HB 203 for now';

const understand = async (world: World, { replyId }: { replyId: string }) =>
  good(await understandReply(world, { replyId }));
const scene = async () => {
  const world = freshWorld();
  const ned = await member(world);
  const hb = await alert(world, [ned]);
  return { world, ned, hb };
};

describe('a long text that comes in two parts', () => {
  test('is one answer with one note, understood once, whichever job runs first', async () => {
    for (const secondFirst of [false, true]) {
      const { world, ned, hb } = await scene();
      const one = await arrives(world, ned.phone, FIRST);
      world.passTime(4_000);
      const two = await arrives(world, ned.phone, SECOND);
      const [a, b] = secondFirst ? [two, one] : [one, two];
      await understand(world, a);
      await understand(world, b);
      expect(await responseOf(world, hb.id, ned.id)).toMatchObject({ no: 1 });
      expect(await replyRow(world, one.replyId)).toMatchObject({ state: 'answered', body: FIRST + SECOND });
      expect(await replyRow(world, two.replyId)).toMatchObject({
        state: 'handled',
        meaning: 'part',
        body: SECOND,
      });
      expect(await threadOf(world, ned.id)).toMatchObject({ unread: 1 });
      expect(world.jobs.filter(({ kind }) => kind === 'reply.about_contact').map(({ body }) => body)).toEqual(
        [{ replyId: one.replyId }],
      );
    }
  });

  test('waits ten seconds in the queue; a short answer does not wait', async () => {
    const { world, ned } = await scene();
    await arrives(world, ned.phone, FIRST);
    await arrives(world, ned.phone, '1');
    expect(
      world.jobs.filter(({ kind }) => kind === 'reply.understand').map(({ delaySeconds }) => delaySeconds),
    ).toEqual([10, undefined]);
  });

  test('whose second part never comes is understood alone, and a second part whose first is stuck too', async () => {
    const { world, ned, hb } = await scene();
    const one = await arrives(world, ned.phone, FIRST);
    await understand(world, one);
    expect(await responseOf(world, hb.id, ned.id)).toMatchObject({ no: 1 });

    const stuck = await arrives(world, ned.phone, FIRST);
    const two = await arrives(world, ned.phone, SECOND);
    expect((await understand(world, two)).meaning).toBe('part');
    world.passTime(61_000);
    expect((await understand(world, two)).meaning).not.toBe('part');
    expect(await replyRow(world, stuck.replyId)).toMatchObject({ state: 'new' });
  });

  test('that says only as a whole to take somebody off closes the number', async () => {
    const { world, ned } = await scene();
    const one = await arrives(
      world,
      ned.phone,
      'Good morning to all of you there, it is a busy winter over here and I wonder if you would take me',
    );
    const two = await arrives(world, ned.phone, ' off your list');
    expect(await pointState(world, ned.smsPoint)).toMatchObject({ state: 'active' });
    await understand(world, one);
    await understand(world, two);
    expect((await pointState(world, ned.smsPoint))?.state).not.toBe('active');
  });
});

test('"Stop" and then " HB 203": the first is a keyword, as it is for the carrier, and closes the number at once', async () => {
  const { world, ned, hb } = await scene();
  const one = await arrives(world, ned.phone, 'Stop');
  expect(await pointState(world, ned.smsPoint)).toEqual({ state: 'suppressed', reason: 'stopped' });
  world.passTime(3_000);
  const two = await arrives(world, ned.phone, ' HB 203');
  await understand(world, two);
  expect(await replyRow(world, one.replyId)).toMatchObject({ meaning: 'stop' });
  expect(await threadOf(world, ned.id)).toMatchObject({ state: 'open' });
  expect(await responseOf(world, hb.id, ned.id)).toBeNull();
  for (const page of world.pages) await sendPage(world, page);
  expect(world.texts.map(({ body }) => body)).toEqual([expect.stringContaining('no more texts')]);
});

test('when a STOP was answered with 200 nothing more can be claimed to that number', async () => {
  const { world, ned, hb } = await scene();
  const planned = (
    await rows(
      world,
      `insert into delivery (source_kind, source_id, round, recipient_id, channel, contact_point_id, wording_id, state, due_at, updated_at)
       values ('alert', '${hb.id}', 1, '${ned.id}', 'sms', '${ned.smsPoint}', '${hb.id}-w', 'planned', 0, 0) returning id`,
    )
  )[0];
  await arrives(world, ned.phone, 'please stop texting me');
  const id = Number(planned?.id);
  await sendPage(world, { fromId: id, toId: id, channel: 'sms' });
  expect(world.texts.filter(({ body }) => body.startsWith('Please call'))).toEqual([]);
  expect((await rows(world, `select claim_id as claim from delivery where id = ${id}`))[0]).toEqual({
    claim: null,
  });
});
