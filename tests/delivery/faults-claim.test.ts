import { beforeAll, expect, test, vi } from 'vitest';
import { CONDITION_NAMES } from './faults/deployment.ts';
import { brokenPromises } from './faults/invariants.ts';
import { addNetwork } from './faults/people.ts';
import { AGAINST } from './faults/scenarios.ts';

/** Each condition of the claim against the fault it stands against: with it all holds, without it a check fails. */
beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  await addNetwork();
});

test.each(CONDITION_NAMES.map((name) => [name, AGAINST[name].fault] as const))(
  'without "%s" this goes wrong, and with it nothing does: %s',
  async (name) => {
    const { play, breaks } = AGAINST[name];
    expect(await brokenPromises(await play())).toEqual([]);
    const broken = await brokenPromises(await play(name));
    expect(broken.length).toBeGreaterThan(0);
    expect(broken.map((problem) => problem.split(':')[0])).toContain(breaks);
  },
);
