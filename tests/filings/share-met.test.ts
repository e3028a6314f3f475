import { expect, test } from 'vitest';
import { shareMet } from '../../src/filings/index.ts';
import { mainlyMembers } from '../../src/lobbying/mainly-members.ts';
import { testWorld } from '../support/world.ts';
import { write } from './ground.ts';

const RULE = { regime: 'irs', key: 'mixed_audience_share', on: '2027-02-09' };

test('a share is held against the rule of its day, by the rule’s own operator', async () => {
  const world = testWorld();
  expect(await shareMet(world, RULE, 51, 100)).toBe(true);
  expect(await shareMet(world, RULE, 50, 100)).toBe(false);
  expect(await shareMet(world, { ...RULE, on: '1970-01-01' }, 99, 100)).toBe(false);
});

test('a message went mainly to members as the row of the rules says, and so follows it when it is corrected', async () => {
  const world = testWorld();
  const sixty = { members: 60, nonMembers: 40 };
  expect(await mainlyMembers(world, sixty, RULE.on)).toBe(true);
  await write(world, `update rule set value = '75' where id = 'irs.mixed_audience_share.1977'`);
  expect(await mainlyMembers(world, sixty, RULE.on)).toBe(false);
  expect(await mainlyMembers(world, { members: 60, nonMembers: 0 }, RULE.on)).toBe(true);
  expect(await mainlyMembers(world, { members: 0, nonMembers: 0 }, RULE.on)).toBe(false);
});
