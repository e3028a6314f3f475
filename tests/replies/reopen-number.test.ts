import { describe, expect, test } from 'vitest';
import { sendPage } from '../../src/delivery/index.ts';
import { currentConsentText, recordConsent, releaseHold, returnMember } from '../../src/people/index.ts';
import { reopenNumber } from '../../src/replies/index.ts';
import { networkSettings } from '../../src/staff/index.ts';
import { bad, good, staffAs, type TestWorld } from '../support/world.ts';
import { arrives, freshWorld, member, pointState, rows, told, type Person } from './network.ts';

const shown = async (world: TestWorld) =>
  (await currentConsentText(world, (await networkSettings(world)).networkName)).version;
const asks = async (world: TestWorld, ned: Person, as = ned.id) =>
  reopenNumber(
    world,
    { kind: 'member', id: as },
    {
      contactPointId: ned.smsPoint,
      version: await shown(world),
    },
  );

test('a number that we alone stopped opens on the member’s page, and a text to it confirms', async () => {
  const world = freshWorld();
  const ned = await member(world);
  await arrives(world, ned.phone, 'please stop texting me');
  world.passTime(24 * 3_600_000);
  world.pages.length = 0;
  expect(good(await asks(world, ned))).toEqual({ reopened: true });
  expect(await pointState(world, ned.smsPoint)).toMatchObject({ state: 'active' });
  const [line] = await rows(
    world,
    `select kind, source, text_version as version, evidence_kind as evidence from consent_event where member_id = '${ned.id}' order by id desc limit 1`,
  );
  expect(line).toMatchObject({ kind: 'granted', source: 'member page', evidence: 'member_page' });
  expect(line?.version).toBe(await shown(world));
  for (const page of world.pages) await sendPage(world, page);
  expect(world.texts.map(({ to, body }) => [to, body.includes('You get our texts again')])).toEqual([
    [ned.phone, true],
  ]);
  expect(good(await asks(world, ned))).toEqual({ reopened: false });
});

describe('a number that the carrier stopped', () => {
  const stopped = async () => {
    const world = freshWorld();
    const ned = await member(world);
    await arrives(world, ned.phone, 'STOP', { optOutType: 'STOP' });
    return { world, ned };
  };

  test('does not open on the page, which says how it does', async () => {
    const { world, ned } = await stopped();
    expect(bad(await asks(world, ned)).message).toContain('Text START from it');
    expect(await pointState(world, ned.smsPoint)).toMatchObject({ state: 'suppressed' });
    expect(await told(world, ned.id)).toEqual([]);
  });

  test('is lifted by no staff: not as a hold, not by consent on paper, not by leaving and coming back', async () => {
    const { world, ned } = await stopped();
    const owner = staffAs('owner');
    expect(bad(await releaseHold(world, owner, { channel: 'sms', address: ned.phone })).message).toContain(
      'Only the person at this number',
    );
    const paper = { memberId: ned.id, contactPointId: ned.smsPoint, on: '2027-02-09', source: 'form' };
    expect(bad(await recordConsent(world, owner, paper)).message).toContain('Only the member');
    await rows(world, `update member set state = 'left' where id = '${ned.id}' returning id`);
    await returnMember(world, owner, { id: ned.id });
    expect(await pointState(world, ned.smsPoint)).toMatchObject({ state: 'suppressed' });
    await arrives(world, ned.phone, 'START', { optOutType: 'START' });
    expect(await pointState(world, ned.smsPoint)).toMatchObject({ state: 'active' });
  });

  test('stays stopped by the carrier where we were told in words before', async () => {
    const world = freshWorld();
    const ned = await member(world);
    await arrives(world, ned.phone, 'stop texting me please');
    await arrives(world, ned.phone, 'STOP', { optOutType: 'STOP' });
    expect(bad(await asks(world, ned)).message).toContain('Text START');
  });
});

test('a wrong number, and a number of somebody else, do not open', async () => {
  const world = freshWorld();
  const [ned, ann] = [await member(world), await member(world)];
  await arrives(world, ned.phone, 'wrong number');
  expect(bad(await asks(world, ned)).kind).toBe('refused');
  expect(bad(await asks(world, ned, ann.id)).kind).toBe('missing');
});
