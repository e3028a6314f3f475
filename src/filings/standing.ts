import { showShortDay, type LocalDate } from '../platform/days.ts';
import { showCents } from '../platform/money.ts';
import { inHours } from './in-hours.ts';
import { firstPast, project, sumOf, type Projection } from './projection.ts';
import type { Watched } from './regimes/regime.ts';
import { holds } from './rulebook.ts';

/** How a line stands: crossed, near, or neither; unknown where nobody can say where it is. */
export type State = 'crossed' | 'near' | 'below' | 'unknown';

/** A line with what the log has toward it and when it is crossed, as people and the API read it. */
export interface ThresholdStanding {
  state: State;
  /** In the unit of the line: whole cents, minutes, a count. */
  total: number;
  limit: number | null;
  /** The first whole amount past the line. */
  past: number | null;
  /** By the last day of the period, at this pace. */
  expected: number | null;
  /** The day it was crossed, or is at this pace. */
  on: LocalDate | null;
  /** "$2,310.00 of more than $3,000.00", "24 h of more than 25 h". */
  amountInWords: string;
  /** "At this pace the line is crossed on March 12." */
  inWords: string;
}

const HUNDRED = 100;

/** An amount of a line in words. */
export const showAmount = (unit: Watched['unit'], amount: number): string => {
  if (unit === 'cents') return showCents(amount);
  return unit === 'minutes' ? inHours(amount) : String(amount);
};

/** "more than $3,000.00", "$5,000.00 or more": what is past a line. */
const pastInWords = (unit: Watched['unit'], { operator, limit }: NonNullable<Watched['line']>): string =>
  firstPast(operator, limit) === limit
    ? `${showAmount(unit, limit)} or more`
    : `more than ${showAmount(unit, limit)}`;

/** Where a line that is watched stands on a day. @param since the filer's first day */
export const standingOf = (one: Watched, today: LocalDate, since?: LocalDate): ThresholdStanding => {
  const { unit, amounts, before = 0, line, periodFrom, periodTo } = one;
  if (line === null) {
    const total = before + sumOf(amounts.filter((each) => each.on <= today));
    return {
      state: 'unknown',
      total,
      limit: null,
      past: null,
      expected: null,
      on: null,
      amountInWords: `${showAmount(unit, total)} so far`,
      inWords: 'Nobody can say yet where the line is.',
    };
  }
  const past = firstPast(line.operator, line.limit);
  const found = project({ amounts, before, past, from: periodFrom, to: periodTo, today, since });
  const crossed = found.standing.state === 'crossed';
  const near = holds(one.near, found.total * HUNDRED, line.limit * Number(one.near.value));
  return {
    state: crossed ? 'crossed' : near ? 'near' : 'below',
    total: found.total,
    limit: line.limit,
    past,
    expected: one.rolling ? null : found.expected,
    on: 'on' in found.standing && (crossed || !one.rolling) ? found.standing.on : null,
    amountInWords: `${showAmount(unit, found.total)}; the line is ${pastInWords(unit, line)}`,
    inWords: sentence(one, found, today),
  };
};

const sentence = (one: Watched, { standing, expected }: Projection, today: LocalDate): string => {
  const ended = today >= one.periodTo;
  const day = (on: LocalDate) => showShortDay(on, { year: on.slice(0, 4) !== today.slice(0, 4) });
  if (standing.state === 'crossed')
    return standing.on === null ? 'Crossed before this period.' : `Crossed on ${day(standing.on)}.`;
  if (one.rolling) return 'Below the line.';
  switch (standing.state) {
    case 'ahead':
      return `At this pace the line is crossed on ${day(standing.on)}.`;
    case 'nothing':
      return ended ? 'Nothing counted.' : 'Nothing counted so far.';
    case 'early':
      return 'Too few days have gone by to tell a pace.';
    case 'short':
      return ended
        ? 'Not reached.'
        : `Not reached ${one.span} at this pace, which comes to ${showAmount(one.unit, expected ?? 0)}.`;
  }
};
