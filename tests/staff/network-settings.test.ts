import { expect, test } from 'vitest';
import { networkSettings, saveNetworkSettings, setWeeklyBudget } from '../../src/staff/network-settings.ts';
import { readJournal } from '../../src/staff/read-journal.ts';
import { bad, good, staffAs, testWorld } from '../support/world.ts';

const world = testWorld();
const owner = staffAs('owner');

test('an empty network has settings that work, and what is saved stays', async () => {
  expect(await networkSettings(world)).toMatchObject({ zone: 'America/Denver', selfApproval: false });
  good(
    await saveNetworkSettings(world, owner, {
      networkName: 'Prairie "Schools" Network',
      selfApproval: true,
      postalAddress: '1 Main Street\nHelena, MT',
    }),
  );
  expect(await networkSettings(world)).toMatchObject({
    networkName: 'Prairie "Schools" Network',
    shortName: 'Network',
    selfApproval: true,
    postalAddress: '1 Main Street\nHelena, MT',
  });
  good(await saveNetworkSettings(world, owner, { selfApproval: false }));
  expect((await networkSettings(world)).selfApproval).toBe(false);
});

test('a setting that makes no sense is refused by name, and nothing is saved', async () => {
  const problem = bad(
    await saveNetworkSettings(world, owner, { zone: 'Mars/Base', state: 'Montana', networkName: 'Changed' }),
  );
  expect(problem.fields?.map((one) => one.field)).toEqual(['zone', 'state']);
  expect((await networkSettings(world)).networkName).not.toBe('Changed');
});

test('the journal says which settings were touched, not what they say', async () => {
  good(await saveNetworkSettings(world, owner, { helpText: 'Ring us.' }));
  const { data } = good(await readJournal(world, owner, { action: 'network.save' }));
  expect(data[0]?.detail).toEqual({ settings: ['helpText'] });
});

test('the director sets how many messages a member may get in a week, or lifts the limit', async () => {
  const director = staffAs('director');
  good(await setWeeklyBudget(world, director, { weeklyBudget: 4 }));
  expect((await networkSettings(world)).weeklyBudget).toBe(4);
  for (const weeklyBudget of [0, 2.5, 51, Number.NaN])
    expect(bad(await setWeeklyBudget(world, director, { weeklyBudget })).kind).toBe('invalid');
  good(await setWeeklyBudget(world, director, { weeklyBudget: null }));
  expect((await networkSettings(world)).weeklyBudget).toBeNull();
  expect(bad(await setWeeklyBudget(world, staffAs('staff'), { weeklyBudget: 4 })).kind).toBe('forbidden');
});
