import { invalid, ok, refused, type Result } from '../platform/problem.ts';
import type { RowOf } from '../platform/statement.ts';
import { readAs, type Read } from '../platform/together.ts';
import type { World } from '../platform/world.ts';
import { networkSettings } from '../staff/index.ts';
import type { Audience } from './audience.ts';
import { recipientLoad } from './queries.ts';
import { resolveAudience } from './resolve-audience.ts';

export const WEEK_MS = 7 * 24 * 3_600_000;

/** An audience as `RECIPIENTS_SQL` takes it: resolved, and with those who have had the messages of their week. */
export type Sendable = Audience & { spent?: string[] };
export interface WeekBudget {
  /** The most messages to one member in seven days; null where there is no limit. */
  most: number | null;
  /** Why the approver lets it go past the budget; null: it keeps to it. */
  pass: string | null;
  /** What each member was sent in the seven days before. */
  had: { memberId: string; messages: number }[];
}

/**
 * Whom a sending means and what their week has held, by the deliveries of the seven days before it begins, for people
 * to see. The statement that plans the sending counts again as it writes.
 * @param at when it would begin, ms UTC  @param pass the approver's reason to go past the budget
 */
export const withinBudget = async (
  world: World,
  audience: Audience,
  { at, pass }: { at: number; pass: string | null },
): Promise<{ audience: Sendable; week: WeekBudget }> => {
  const [resolved, { weeklyBudget: most }] = await Promise.all([
    resolveAudience(world, audience),
    networkSettings(world),
  ]);
  const had = most === null ? [] : await world.weekLoad.since(world, at - WEEK_MS);
  const spent =
    most === null || pass !== null
      ? []
      : had.filter(({ messages }) => messages >= most).map(({ memberId }) => memberId);
  return {
    audience: spent.length > 0 ? { ...resolved, spent } : resolved,
    week: { most, pass, had },
  };
};

/** For how many a sending is which message of their week, and how many are past their budget. */
export interface Week extends Pick<WeekBudget, 'pass'> {
  most: number;
  nth: RowOf<typeof recipientLoad>[];
  people: number;
  over: number;
}

/** What the week says of a sending, to be asked together with other reads; null without a budget. */
export const weekRead = (
  who: { audience: Sendable; sms: boolean; email: boolean },
  { most, pass, had }: WeekBudget,
): Read<Week> | null => {
  if (most === null) return null;
  return readAs(recipientLoad, { ...who, had }, (nth) => {
    const people = (rows: typeof nth) => rows.reduce((sum, one) => sum + one.people, 0);
    return [{ most, pass, nth, people: people(nth), over: people(nth.filter((one) => one.nth > most)) }];
  });
};

/** Whether an alert may be promised to anybody at all: not where everybody has had the messages of their week. */
export const mayReach = (week: Week | null): Result<null> =>
  week === null || week.pass !== null || week.over === 0 || week.over < week.people
    ? ok(null)
    : refused(
        'weekly-budget',
        `Everybody it means has had ${week.most === 1 ? 'the one message' : `the ${week.most} messages`} of their week. Wait, or have it approved with the reason why it cannot.`,
      );

/** As `mayReach` for the approver, who may say why it cannot wait. */
export const mayApproveOver = (week: Week | null): Result<null> => {
  const reached = mayReach(week);
  return reached.ok
    ? reached
    : invalid([
        {
          field: 'overBudget',
          message: `Everybody it means has had the messages of their week. Say why this cannot wait, or do not approve it yet.`,
        },
      ]);
};

const ENDINGS = ['th', 'st', 'nd', 'rd'];
/** "1st", "2nd", "11th" */
export const ordinal = (n: number): string =>
  `${n}${(n % 100 > 10 && n % 100 < 14 ? null : ENDINGS[n % 10]) ?? 'th'}`;

const members = (count: number) => `${count.toLocaleString('en-US')} ${count === 1 ? 'member' : 'members'}`;

/** What the week says of a sending, sentence by sentence: for most people's latest message, then for those past it. */
export const weekInWords = ({ most, pass, nth, people, over }: Week): string[] => {
  const later = nth.filter((one) => one.nth > 1 && one.nth <= most).at(-1);
  return [
    later
      ? `This is the ${ordinal(later.nth)} message this week for ${later.people.toLocaleString('en-US')} of ${members(people)}.`
      : over < people
        ? `This is the first message this week for ${over === 0 ? 'everybody it reaches' : `${(people - over).toLocaleString('en-US')} of ${members(people)}`}.`
        : '',
    over === 0
      ? `Nobody goes past the budget of ${most} a week.`
      : `${members(over)} would be over the budget of ${most} and ${
          pass === null
            ? `${over === 1 ? 'is' : 'are'} left out.`
            : `${over === 1 ? 'gets' : 'get'} it all the same: ${pass}`
        }`,
  ].filter(Boolean);
};
