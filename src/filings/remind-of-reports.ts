import { enqueuePlanned, planOne } from '../delivery/index.ts';
import { addressHash } from '../people/index.ts';
import { addDays, daysBetween, localDate, showDay, type LocalDate } from '../platform/days.ts';
import { SYSTEM } from '../platform/who.ts';
import type { World } from '../platform/world.ts';
import { networkSettings, staffPhones } from '../staff/index.ts';
import type { Obligation } from './preparation.ts';
import { obligationsDue, toldOf } from './queries.ts';
import { reminderOn } from './reminder.ts';

/** Nobody is reminded of what has been overdue for longer: it was decided, or it came in with old data. */
const LONGEST_LATE_DAYS = 60;
const FARTHEST_DAYS = 400;

/**
 * Mails owner, director and staff about each report that is still to file: 14, 7 and 2 days before our own day, once
 * that day is past, and once the office's day is past; each once, and anew where the day moved. A clock; safe to run
 * twice.
 * @returns how many reports were told of
 */
export const remindOfReports = async (world: World): Promise<Record<string, number>> => {
  const { zone, shortName } = await networkSettings(world);
  const today = localDate(world.clock.now(), zone);
  const span = {
    from: addDays(today, -LONGEST_LATE_DAYS),
    to: addDays(today, FARTHEST_DAYS),
    after: null,
    limit: 200,
  };
  const owed = (
    await Promise.all(['open', 'prepared'].map((state) => world.db.all(obligationsDue, { ...span, state })))
  ).flat();
  const told = await world.db.all(toldOf, { ids: owed.map(({ id }) => id) });
  const due = owed.flatMap((one) => {
    const reminder = reminderOn(today, one);
    const known =
      reminder && told.some(({ sourceId, round }) => sourceId === one.id && round === reminder.round);
    return reminder && !known ? [{ one, reminder }] : [];
  });
  if (due.length === 0) return { reminded: 0 };
  const staff = await staffPhones(world, ['owner', 'director', 'staff']);
  for (const { one, reminder } of due) {
    const wording = wordsOf(one, today, shortName, world.settings.publicUrl);
    const plans = await Promise.all(
      staff.map(async ({ staffId, email }) =>
        planOne(world, {
          sourceKind: 'notice',
          sourceId: one.id,
          round: reminder.round,
          recipientId: staffId,
          channel: 'email',
          contactPointId: null,
          addressHash: await addressHash(world, 'email', email),
          wording,
          urgent: false,
        }),
      ),
    );
    if (plans.length === 0) continue;
    const done = await world.db.commit(
      {
        who: SYSTEM,
        action: 'notice.plan',
        subject: { kind: 'obligation', id: one.id },
        detail: { step: reminder.step, people: staff.length },
      },
      plans.flat(),
    );
    await enqueuePlanned(world, done);
  }
  return { reminded: due.length };
};

const plain = (words: string) => words.replaceAll(/[{}\r\n]/g, ' ');
const inDays = (from: LocalDate, to: LocalDate): string => {
  const days = daysBetween(from, to);
  if (days === 0) return 'today';
  const count = Math.abs(days);
  return `${count} ${count === 1 ? 'day' : 'days'} ${days > 0 ? 'from now' : 'ago'}`;
};

const wordsOf = (one: Obligation, today: LocalDate, shortName: string, publicUrl: string) => {
  const late = one.dueOn < today;
  const state =
    one.state === 'prepared'
      ? 'It is prepared. The director or the owner files it.'
      : 'It is not prepared yet.';
  return {
    subject: plain(
      late ? `${shortName}: overdue, ${one.name}` : `${shortName}: ${one.name}, due ${showDay(one.dueOn)}`,
    ),
    email: plain(
      `${one.name} for ${one.organizationName}, ${late ? 'was due' : 'due'} ${showDay(one.dueOn, { year: true })}, ${inDays(today, one.dueOn)}. Our own day for it: ${showDay(one.internalDueOn, { year: true })}, ${inDays(today, one.internalDueOn)}. ${state}`,
    ).concat(`\n\n${publicUrl}/filings/${one.id}`),
  };
};
