import { beforeAll, expect, test } from 'vitest';
import { asksAndPoints, endAsk, setAsk } from '../../src/alerts/index.ts';
import { bad, good, staffAs, type TestWorld } from '../support/world.ts';
import { coordinator, settle } from './cast.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await settle();
});
const ask = { officialIds: ['kes', 'old', 'kes'], issueId: 'vouchers', words: 'Vote no.' };

test('an ask stands for each official until it is ended, and once however often it is sent', async () => {
  const id = world.ids.next();
  const { ids } = good(await setAsk(world, coordinator, { id, ...ask }));
  good(await setAsk(world, coordinator, { id, ...ask }));
  expect((await asksAndPoints(world, ['kes', 'old'])).asks.map((one) => one.officialId).toSorted()).toEqual([
    'kes',
    'old',
  ]);
  good(await endAsk(world, coordinator, { id: ids[1] ?? '' }));
  expect((await asksAndPoints(world, ['kes', 'old'])).asks.map((one) => one.id)).toEqual([id]);
  expect(bad(await endAsk(world, coordinator, { id: ids[1] ?? '' })).kind).toBe('conflict');
  good(await endAsk(world, coordinator, { id: ids[1] ?? '', ended: false }));
  expect((await asksAndPoints(world, ['kes', 'old'])).asks).toHaveLength(2);
  expect(bad(await endAsk(world, coordinator, { id: 'x' })).kind).toBe('missing');
});

test('what is not known is named, and other roles are turned away', async () => {
  const wrong = async (input: object) =>
    bad(await setAsk(world, coordinator, { ...ask, ...input })).fields?.[0]?.field;
  expect(await wrong({ officialIds: [] })).toBe('officialIds');
  expect(await wrong({ officialIds: ['nobody'] })).toBe('officialIds');
  expect(await wrong({ issueId: 'x' })).toBe('issueId');
  expect(await wrong({ billId: 'x' })).toBe('billId');
  expect(await wrong({ words: ' ' })).toBe('words');
  for (const role of ['partner', 'board', 'regional_president'] as const)
    expect(bad(await setAsk(world, staffAs(role), ask)).kind).toBe('forbidden');
});
