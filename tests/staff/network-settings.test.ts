import { expect, test } from 'vitest';
import { networkSettings, saveNetworkSettings } from '../../src/staff/network-settings.ts';
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
