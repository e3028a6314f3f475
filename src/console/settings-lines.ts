import { KIND_NAMES, listExports, listRetention } from '../archive/index.ts';
import { listHours, listSenders, weekWords } from '../delivery/index.ts';
import { listOrganizations } from '../people/index.ts';
import { showPhone } from '../platform/phone.ts';
import type { Result } from '../platform/problem.ts';
import { showWhen } from '../platform/days.ts';
import { read } from '../platform/together.ts';
import { roleProblem } from '../platform/verb.ts';
import type { Who } from '../platform/who.ts';
import type { World } from '../platform/world.ts';
import { listApiKeys, listStaff, networkSettings, readJournal, zoneName } from '../staff/index.ts';
import { isLate } from './clock-words.ts';
import { clockRuns } from './health-queries.ts';
import { listDeadLetters } from './list-dead-letters.ts';
import { settingsFacts } from './settings-queries.ts';
import { showHealth } from './show-health.ts';

/** One part of the settings: where it is, and how it stands in a line. */
export interface Line {
  title: string;
  href: string;
  line: string;
  /** Something here wants a person. */
  wants?: boolean;
}
export interface Group {
  title: string;
  id: string;
  lines: Line[];
}

const many = (count: number, one: string, more = `${one}s`) => `${count} ${count === 1 ? one : more}`;
const joined = (...parts: (string | false)[]) => parts.filter(Boolean).join(', ');

/** The line of what somebody may see; nothing where they may not. */
const line = async <T>(asked: Promise<Result<T>>, say: (value: T) => Line): Promise<Line[]> => {
  const result = await asked;
  return result.ok ? [say(result.value)] : [];
};

/** Every part of the settings that this person may open, each with its state in a line. */
export const settingsLines = async (world: World, who: Who): Promise<Group[]> => {
  const now = world.clock.now();
  const [network, [[facts], clocks], senders, hours] = await Promise.all([
    networkSettings(world),
    world.db.together(read(settingsFacts, { staffId: who.id }), read(clockRuns, {})),
    line(listSenders(world, who, {}), ({ senders }) => {
      const paused = senders.filter((one) => one.usage.holds.length > 0).length;
      return {
        title: 'Senders',
        href: '/settings/senders',
        line: joined(many(senders.length, 'sender'), paused > 0 && `${paused} paused`),
        wants: paused > 0,
      };
    }),
    line(listHours(world, who, {}), ({ network: week, states }) => ({
      title: 'Hours',
      href: '/settings/hours',
      line: joined(
        `Texts ${weekWords(week)}`,
        states.length > 0 &&
          `${many(states.length, 'state')} with hours of ${states.length === 1 ? 'its' : 'their'} own`,
      ),
    })),
  ]);
  if (!facts) return [];
  const late = clocks.filter((one) => one.problem !== null || isLate(one.name, one.ranAt, now)).length;
  const opened = (place: Parameters<typeof roleProblem>[1], its: Line): Line[] =>
    roleProblem(who, place) === null ? [its] : [];
  const groups: Group[] = [
    {
      title: 'You',
      id: 'you',
      lines: [
        {
          title: 'Your phone',
          href: '/settings/phone',
          line: facts.phone
            ? `${showPhone(facts.phone)}, for requests to approve`
            : 'None: requests to approve come by mail',
        },
      ],
    },
    {
      title: 'The network',
      id: 'network',
      lines: [
        {
          title: 'Network',
          href: '/settings/network',
          line: `${network.networkName}, ${network.state}, ${zoneName(network.zone)} time${network.postalAddress ? '' : '; no postal address yet'}`,
          wants: network.postalAddress === '',
        },
        ...opened(listOrganizations, {
          title: 'Organizations',
          href: '/members/organizations',
          line:
            facts.organizations === 0
              ? 'None yet'
              : joined(
                  many(facts.organizations, 'organization'),
                  facts.untaxed > 0 && `${facts.untaxed} without a tax status`,
                ),
          wants: facts.organizations === 0 || facts.untaxed > 0,
        }),
      ],
    },
    {
      title: 'People and programs',
      id: 'people',
      lines: [
        ...opened(listStaff, {
          title: 'Staff',
          href: '/settings/staff',
          line: joined(
            many(facts.people, 'person', 'people'),
            facts.owners === 1 ? 'one owner' : many(facts.owners, 'owner'),
            facts.invitations > 0 && `${many(facts.invitations, 'invitation')} open`,
          ),
        }),
        ...opened(listApiKeys, {
          title: 'API keys',
          href: '/settings/keys',
          line:
            facts.keys === 0
              ? 'None'
              : joined(
                  `${many(facts.keys, 'key')} in use`,
                  facts.unusedKeys > 0 && `${facts.unusedKeys} never used`,
                ),
        }),
      ],
    },
    {
      title: 'Sending',
      id: 'sending',
      lines: [
        ...senders,
        ...hours,
        ...opened(showHealth, {
          title: 'Health',
          href: '/settings/health',
          line: late === 0 ? 'All clocks run' : `${many(late, 'clock')} late or failing`,
          wants: late > 0,
        }),
        ...opened(listDeadLetters, {
          title: 'Given-up messages',
          href: '/settings/dead-letters',
          line: facts.letters === 0 ? 'None' : `${many(facts.letters, 'message')} wait for a person`,
          wants: facts.letters > 0,
        }),
      ],
    },
    {
      title: 'Records',
      id: 'records',
      lines: [
        ...opened(listRetention, {
          title: 'Retention',
          href: '/settings/retention',
          line:
            facts.held > 0
              ? 'Everything is held'
              : facts.removedKinds === 0
                ? 'Nothing is removed'
                : `${facts.removedKinds} of ${KIND_NAMES.length} kinds are removed in time`,
          wants: facts.held > 0,
        }),
        ...opened(listExports, {
          title: 'Export',
          href: '/settings/export',
          line:
            facts.exportAt === null
              ? 'Everything as files: never written yet'
              : facts.exportState === 'writing'
                ? 'Being written'
                : `Last written: ${showWhen(facts.exportAt, now, network.zone)}${facts.exportState === 'ready' ? ', ready to fetch' : ''}`,
        }),
        ...opened(readJournal, {
          title: 'Journal',
          href: '/settings/journal',
          line:
            facts.changedAt === null
              ? 'No change yet'
              : `Last change: ${showWhen(facts.changedAt, now, network.zone)}`,
        }),
      ],
    },
  ];
  return groups.filter(({ lines }) => lines.length > 0);
};
