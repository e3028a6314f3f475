import * as z from 'zod';
import { expect, test } from 'vitest';
import {
  consentChanges,
  currentConsentText,
  liftChanges,
  membersAt,
  suppressionChanges,
} from '../../src/people/index.ts';
import { change, statement, type Change } from '../../src/platform/statement.ts';
import { SYSTEM, type Who } from '../../src/platform/who.ts';
import { testWorld, type TestWorld } from '../support/world.ts';
import { addressHash } from '../../src/people/address-hash.ts';

const run = (sql: string) => change(statement({ params: z.object({}), row: z.object({}), sql }), {});
const states = statement({
  params: z.object({ address: z.string() }),
  row: z.object({ memberId: z.string(), state: z.string(), reason: z.string().nullable() }),
  sql: `select member_id as memberId, state, state_reason as reason from contact_point where address = :address order by member_id`,
});
const ledger = statement({
  params: z.object({ hash: z.string() }),
  row: z.object({ memberId: z.string().nullable(), kind: z.string(), textVersion: z.string().nullable() }),
  sql: `select member_id as memberId, kind, text_version as textVersion from consent_event where address_hash = :hash order by id`,
});

const entry = { who: SYSTEM, action: 'test.seed', subject: { kind: 'test', id: 'test' } };
const someone: Who = { kind: 'member', id: 'ada' };
let numbers = 0;

/** Two members, Ada and Ben, on one number; the state of Ada's is `active`, of Ben's `unconsented`. */
const household = async (world: TestWorld) => {
  const address = `+1406555${String((numbers += 1)).padStart(4, '0')}`;
  const hash = await addressHash(world, 'sms', address);
  const point = (member: string, state: string) =>
    run(`insert into contact_point (id, member_id, channel, address, address_hash, is_primary, state, created_at, updated_at)
         values ('${world.ids.next()}-${numbers}', '${member}', 'sms', '${address}', '${hash}', 0, '${state}', 0, 0)`);
  await world.db.commit(entry, [
    run(
      `insert into organization (id, name, short_name, kind, created_at) values ('sam', 'SAM', 'SAM', 'association', 0) on conflict do nothing`,
    ),
    ...['ada', 'ben'].map((id) =>
      run(`insert into member (id, first_name, last_name, kind, organization_id, created_at, updated_at)
           values ('${id}', '${id}', 'Test', 'superintendent', 'sam', 0, 0) on conflict do nothing`),
    ),
    point('ada', 'active'),
    point('ben', 'unconsented'),
  ]);
  return { address, hash };
};
/** Ids of the ledger are shared by the tests of this file, so each world counts on from another place. */
const freshWorld = () => {
  const world = testWorld();
  const prefix = `${(numbers += 1)}`.padStart(4, '0');
  const next = world.ids.next.bind(world.ids);
  world.ids.next = () => `${prefix}${next()}`;
  return world;
};
const act = (world: TestWorld, changes: Change[]) => world.db.commit(entry, changes);
const stop = (
  address: string,
  more: { byCarrier?: boolean; id?: string; reason?: 'stopped' | 'held' | 'wrong_number' } = {},
) => ({
  channel: 'sms' as const,
  address,
  reason: more.reason ?? ('stopped' as const),
  byCarrier: more.byCarrier ?? false,
  evidence: { kind: 'reply', id: more.id ?? `r-${address}` },
  who: someone,
});

test('a STOP closes the number for everybody who has it', async () => {
  const world = freshWorld();
  const { address, hash } = await household(world);
  await act(world, await suppressionChanges(world, stop(address)));
  expect(await world.db.all(states, { address })).toEqual([
    { memberId: 'ada', state: 'suppressed', reason: 'stopped' },
    { memberId: 'ben', state: 'suppressed', reason: 'stopped' },
  ]);
  expect((await world.db.all(ledger, { hash })).map((line) => line.kind)).toEqual(['revoked', 'revoked']);
  expect(await membersAt(world, 'sms', address)).toHaveLength(2);
});

test('the same STOP delivered again, even after a START, changes nothing', async () => {
  const world = freshWorld();
  const { address, hash } = await household(world);
  await act(world, await suppressionChanges(world, stop(address, { byCarrier: true })));
  const start = {
    channel: 'sms' as const,
    address,
    evidence: { kind: 'reply', id: `s-${address}` },
    who: someone,
  };
  await act(world, await liftChanges(world, { ...start, how: 'start', source: 'START by text' }));
  await act(world, await suppressionChanges(world, stop(address, { byCarrier: true })));
  expect((await world.db.all(states, { address })).map((row) => row.state)).toEqual(['active', 'active']);
  expect(await world.db.all(ledger, { hash })).toHaveLength(4);
});

test('what the carrier stopped comes back only by START from the number', async () => {
  const world = freshWorld();
  const { address } = await household(world);
  await act(world, await suppressionChanges(world, stop(address, { byCarrier: true })));
  const ask = { channel: 'sms' as const, address, who: someone };
  const byForm = {
    ...ask,
    evidence: { kind: 'form', id: `f-${address}` },
    how: 'member' as const,
    source: 'form',
  };
  await act(world, await liftChanges(world, byForm));
  await act(
    world,
    await consentChanges(world, {
      ...ask,
      evidence: { kind: 'import', id: 'i1' },
      source: 'membership form',
    }),
  );
  expect((await world.db.all(states, { address })).map((row) => row.state)).toEqual([
    'suppressed',
    'suppressed',
  ]);
});

test('clearing a hold gives back what was there before, and no consent on top', async () => {
  const world = freshWorld();
  const { address } = await household(world);
  const given = { channel: 'sms' as const, address, who: someone, evidence: { kind: 'import', id: 'i2' } };
  await act(world, await suppressionChanges(world, stop(address, { reason: 'held' })));
  expect((await world.db.all(states, { address })).map((row) => row.state)).toEqual(['held', 'held']);
  const cleared = {
    ...given,
    evidence: { kind: 'reply', id: `c-${address}` },
    how: 'staff' as const,
    source: 'inbox',
  };
  await act(world, await liftChanges(world, cleared));
  expect((await world.db.all(states, { address })).map((row) => row.state)).toEqual([
    'unconsented',
    'unconsented',
  ]);
  await act(world, await consentChanges(world, { ...given, source: 'membership form' }));
  expect((await world.db.all(states, { address })).map((row) => row.state)).toEqual(['active', 'active']);
});

test('a hold never weakens a STOP, and staff cannot lift one', async () => {
  const world = freshWorld();
  const { address } = await household(world);
  await act(world, await suppressionChanges(world, stop(address)));
  await act(world, await suppressionChanges(world, stop(address, { reason: 'held', id: `h-${address}` })));
  const cleared = {
    channel: 'sms' as const,
    address,
    who: someone,
    evidence: { kind: 'reply', id: `c-${address}` },
  };
  await act(world, await liftChanges(world, { ...cleared, how: 'staff', source: 'inbox' }));
  expect((await world.db.all(states, { address })).map((row) => row.reason)).toEqual(['stopped', 'stopped']);
});

test('a number nobody has is closed all the same', async () => {
  const world = freshWorld();
  await act(world, await suppressionChanges(world, stop('+14065559999')));
  const hash = await addressHash(world, 'sms', '+14065559999');
  expect(await world.db.all(ledger, { hash })).toEqual([
    { memberId: null, kind: 'revoked', textVersion: null },
  ]);
});

test('consent names the version of the words agreed to, and the words are kept', async () => {
  const world = freshWorld();
  const { address, hash } = await household(world);
  const text = await currentConsentText(world, 'SAM Legislative Network');
  expect(text.body).toContain('texts of SAM Legislative Network');
  const joined = {
    channel: 'sms' as const,
    address,
    who: someone,
    evidence: { kind: 'reply', id: `j-${address}` },
  };
  await act(world, await consentChanges(world, { ...joined, source: 'JOIN by text', text }));
  expect((await world.db.all(ledger, { hash })).map((line) => line.textVersion)).toEqual([
    text.version,
    text.version,
  ]);
  expect((await currentConsentText(world, 'Another name')).version).not.toBe(text.version);
});
