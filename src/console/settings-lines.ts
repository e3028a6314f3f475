import { listExports, listRetention } from '../archive/index.ts';
import { listHours, listSenders, weekWords } from '../delivery/index.ts';
import { listOrganizations } from '../people/index.ts';
import { showPhone } from '../platform/phone.ts';
import type { Result } from '../platform/problem.ts';
import { showWhen } from '../platform/days.ts';
import type { Who } from '../platform/who.ts';
import type { World } from '../platform/world.ts';
import { listApiKeys, listStaff, networkSettings, ownPhone, readJournal, zoneName } from '../staff/index.ts';
import { listDeadLetters } from './list-dead-letters.ts';
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
  const network = await networkSettings(world);
  const phone = await ownPhone(world, who.id);
  const groups: Group[] = [
    {
      title: 'You',
      id: 'you',
      lines: [
        {
          title: 'Your phone',
          href: '/settings/phone',
          line: phone
            ? `${showPhone(phone)}, for requests to approve`
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
        ...(await line(listOrganizations(world, who, {}), (all) => {
          const unknown = all.filter((one) => one.taxStatus === null && one.kind !== 'partner').length;
          return {
            title: 'Organizations',
            href: '/members/organizations',
            line:
              all.length === 0
                ? 'None yet'
                : joined(many(all.length, 'organization'), unknown > 0 && `${unknown} without a tax status`),
            wants: all.length === 0 || unknown > 0,
          };
        })),
      ],
    },
    {
      title: 'People and programs',
      id: 'people',
      lines: [
        ...(await line(listStaff(world, who, {}), ({ staff, invitations }) => {
          const current = staff.filter((one) => one.role !== null);
          const owners = current.filter((one) => one.role === 'owner').length;
          return {
            title: 'Staff',
            href: '/settings/staff',
            line: joined(
              many(current.length, 'person', 'people'),
              owners === 1 ? 'one owner' : many(owners, 'owner'),
              invitations.length > 0 && `${many(invitations.length, 'invitation')} open`,
            ),
          };
        })),
        ...(await line(listApiKeys(world, who, {}), (keys) => {
          const open = keys.filter((key) => key.revokedAt === null);
          const unused = open.filter((key) => key.lastUsedOn === null).length;
          return {
            title: 'API keys',
            href: '/settings/keys',
            line:
              open.length === 0
                ? 'None'
                : joined(`${many(open.length, 'key')} in use`, unused > 0 && `${unused} never used`),
          };
        })),
      ],
    },
    {
      title: 'Sending',
      id: 'sending',
      lines: [
        ...(await line(listSenders(world, who, {}), ({ senders }) => {
          const paused = senders.filter((one) => one.usage.holds.length > 0).length;
          return {
            title: 'Senders',
            href: '/settings/senders',
            line: joined(many(senders.length, 'sender'), paused > 0 && `${paused} paused`),
            wants: paused > 0,
          };
        })),
        ...(await line(listHours(world, who, {}), ({ network: week, states }) => ({
          title: 'Hours',
          href: '/settings/hours',
          line: joined(
            `Texts ${weekWords(week)}`,
            states.length > 0 &&
              `${many(states.length, 'state')} with hours of ${states.length === 1 ? 'its' : 'their'} own`,
          ),
        }))),
        ...(await line(showHealth(world, who, {}), ({ clocks }) => {
          const late = clocks.filter((clock) => clock.late || clock.problem !== null).length;
          return {
            title: 'Health',
            href: '/settings/health',
            line: late === 0 ? 'All clocks run' : `${many(late, 'clock')} late or failing`,
            wants: late > 0,
          };
        })),
        ...(await line(listDeadLetters(world, who, {}), ({ count }) => ({
          title: 'Given-up messages',
          href: '/settings/dead-letters',
          line: count === 0 ? 'None' : `${many(count, 'message')} wait for a person`,
          wants: count > 0,
        }))),
      ],
    },
    {
      title: 'Records',
      id: 'records',
      lines: [
        ...(await line(listRetention(world, who, {}), ({ kinds, hold }) => {
          const on = kinds.filter((kind) => kind.days !== null).length;
          return {
            title: 'Retention',
            href: '/settings/retention',
            line: hold
              ? 'Everything is held'
              : on === 0
                ? 'Nothing is removed'
                : `${on} of ${kinds.length} kinds are removed in time`,
            wants: hold !== null,
          };
        })),
        ...(await line(listExports(world, who, {}), ([last]) => ({
          title: 'Export',
          href: '/settings/export',
          line: !last
            ? 'Everything as files: never written yet'
            : last.state === 'writing'
              ? 'Being written'
              : `Last written: ${showWhen(last.askedAt, now, network.zone)}${last.state === 'ready' ? ', ready to fetch' : ''}`,
        }))),
        ...(await line(readJournal(world, who, { limit: 1 }), ({ data: [last] }) => ({
          title: 'Journal',
          href: '/settings/journal',
          line: last ? `Last change: ${showWhen(last.at, now, network.zone)}` : 'No change yet',
        }))),
      ],
    },
  ];
  return groups.filter(({ lines }) => lines.length > 0);
};
