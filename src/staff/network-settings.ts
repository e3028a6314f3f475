import * as z from 'zod';
import { isZone } from '../platform/days.ts';
import { ok } from '../platform/problem.ts';
import { change } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import type { World } from '../platform/world.ts';
import { saveSettings, settingsNow } from './queries.ts';

const words = (most: number) =>
  z.string().trim().min(1, 'Write something here.').max(most, `At most ${most} characters.`);

const shape = z.strictObject({
  networkName: words(80),
  shortName: words(20),
  zone: z.string().refine(isZone, 'This time zone is not known. Choose one, for example America/Denver.'),
  state: z.string().regex(/^[A-Z]{2}$/, 'Two capital letters, for example MT.'),
  selfApproval: z.boolean(),
  /** A mail from a member's proved address in answer to ours counts also where it missed the reply address. */
  countProbableMail: z.boolean(),
  smsSenderId: words(40),
  mailFromName: words(80),
  postalAddress: z.string().trim().max(300, 'At most 300 characters.'),
  helpText: words(300),
  /** The most messages of alerts and nudges to one member in seven days; null: as many as are sent. */
  weeklyBudget: z.int('Write a whole number.').min(1, 'At least 1.').max(50, 'At most 50.').nullable(),
});
export type NetworkSettings = z.output<typeof shape>;

const DEFAULTS: NetworkSettings = {
  networkName: 'Legislative network',
  shortName: 'Network',
  zone: 'America/Denver',
  state: 'MT',
  selfApproval: false,
  countProbableMail: false,
  smsSenderId: 'main',
  mailFromName: 'Legislative network',
  postalAddress: '',
  helpText: 'Legislative alerts for members of our association. Reply STOP to end texts.',
  weeklyBudget: 3,
};

/** What staff have saved, and defaults for the rest. @param saved the settings as one JSON object */
export const settingsFrom = (saved: string): NetworkSettings => ({
  ...DEFAULTS,
  ...(JSON.parse(saved) as Partial<NetworkSettings>),
});

const settingsInStore = async (world: World): Promise<NetworkSettings> =>
  settingsFrom((await world.db.first(settingsNow, {}))?.settings ?? '{}');

/** The settings of the network; those that came with the sign-in of this request are not read again. */
export const networkSettings = async (world: World): Promise<NetworkSettings> =>
  world.network ?? settingsInStore(world);

/** Changes the settings that are given and leaves the others. Answers with all of them. */
export const saveNetworkSettings = verb({
  name: 'network.save',
  by: ['owner', 'system'],
  input: shape.partial(),
  async run(world, who, input) {
    await world.db.commit(
      {
        who,
        action: 'network.save',
        subject: { kind: 'network', id: 'network' },
        detail: { settings: Object.keys(input) },
      },
      [change(saveSettings, { values: input, now: world.clock.now(), by: who.id })],
    );
    return ok(await settingsInStore(world));
  },
});

/** How many messages a member may get in a week: the director's to set. Null sets no limit. */
export const setWeeklyBudget = verb({
  name: 'network.budget',
  by: ['owner', 'director', 'system'],
  input: shape.pick({ weeklyBudget: true }),
  async run(world, who, { weeklyBudget }) {
    await world.db.commit(
      {
        who,
        action: 'network.budget',
        subject: { kind: 'network', id: 'network' },
        detail: { weeklyBudget },
      },
      [change(saveSettings, { values: { weeklyBudget }, now: world.clock.now(), by: who.id })],
    );
    return ok({ weeklyBudget });
  },
});
