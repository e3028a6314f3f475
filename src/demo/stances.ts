import { addContactReport, type Method, type Stance } from '../lobbying/index.ts';
import { addDays, instantOf } from '../platform/days.ts';
import type { Who } from '../platform/who.ts';
import type { World } from '../platform/world.ts';
import { worldAt } from './alerts.ts';
import { must } from './must.ts';

const ZONE = 'America/Denver';
const METHODS: Method[] = ['phone', 'in_person', 'phone', 'email', 'video'];

/** What is heard of a bill in a chamber: a step through the seats, and the stances in turn. */
interface Heard {
  chamber: 'lower' | 'upper';
  from: number;
  to: number;
  /** Every so many of three seats are heard: 1 or 2. */
  of3: 1 | 2;
  stances: Stance[];
  /** The first of them spoke so many days ago, the others day by day after. */
  daysAgo: number;
}

/** Stances on a bill that the association opposes, and on one that it supports. */
const CONTESTED: Stance[] = [
  'oppose',
  'lean_oppose',
  'support',
  'oppose',
  'undecided',
  'support',
  'oppose',
  'lean_support',
];
const FRIENDLY: Stance[] = ['support', 'support', 'lean_support', 'undecided', 'support', 'lean_oppose'];

/** Officials who moved on the vouchers: what was heard before what is heard of them anyway, or after it. */
const MOVED: [seat: number, stance: Stance, daysAgo: number, note: string][] = [
  [6, 'undecided', 16, ''],
  [10, 'lean_support', 12, 'Likes choice in principle.'],
  [14, 'lean_oppose', 11, ''],
  [23, 'lean_support', 2, 'Moved after the letter from her three districts.'],
  [33, 'oppose', 3, 'Will vote no. Asked us not to announce it yet.'],
  [59, 'undecided', 4, 'Softer than last week.'],
  [62, 'lean_oppose', 5, ''],
  [81, 'support', 1, 'The caucus spoke with him.'],
];

/** Who sits in which seat reaches it: two places of the roster to each pair of House seats. */
const reporterOf = (chamber: 'lower' | 'upper', seat: number): number =>
  (chamber === 'lower' ? Math.ceil(seat / 2) - 1 : seat - 1) * 2 + (seat % 2);

/**
 * What members heard in both chambers in the weeks before: most of the House on the vouchers, the committees on the
 * other two bills.
 * @param idOf the member at a place of the roster
 */
export const stancesHeard = async (
  world: World,
  bills: { hb203: string; hb15: string; sb41: string },
  today: string,
  idOf: (place: number) => string,
): Promise<void> => {
  const report = async (
    billId: string,
    officialId: string,
    stance: Stance,
    daysAgo: number,
    place: number,
    note = '',
  ) => {
    const onDate = addDays(today, -daysAgo);
    const member: Who = { kind: 'member', id: idOf(place) };
    await must(
      addContactReport(worldAt(world, instantOf(onDate, '16:20', ZONE)), member, {
        officialId,
        billId,
        stance,
        method: METHODS[place % METHODS.length],
        onDate,
        note,
      }),
    );
  };
  const chamber = async (billId: string, heard: Heard) => {
    let n = 0;
    for (let seat = heard.from; seat <= heard.to; seat += 1) {
      if ((seat * 5) % 3 >= heard.of3) continue;
      const stance = heard.stances[n % heard.stances.length] ?? 'undecided';
      const daysAgo = Math.max(1, heard.daysAgo - (n % heard.daysAgo));
      await report(billId, `demo-${heard.chamber}-${seat}`, stance, daysAgo, reporterOf(heard.chamber, seat));
      n += 1;
    }
  };
  await chamber(bills.hb203, {
    chamber: 'lower',
    from: 19,
    to: 92,
    of3: 2,
    stances: CONTESTED,
    daysAgo: 20,
  });
  await chamber(bills.hb15, {
    chamber: 'lower',
    from: 32,
    to: 48,
    of3: 1,
    stances: FRIENDLY,
    daysAgo: 6,
  });
  await chamber(bills.sb41, {
    chamber: 'upper',
    from: 7,
    to: 18,
    of3: 2,
    stances: FRIENDLY,
    daysAgo: 9,
  });
  for (const [seat, stance, daysAgo, note] of MOVED)
    await report(bills.hb203, `demo-lower-${seat}`, stance, daysAgo, reporterOf('lower', seat), note);
};
