import { OFFICIAL_STANCES, seatName } from '../legislature/index.ts';
import { seenFromUs } from '../lobbying/index.ts';
import type { RowOf } from '../platform/statement.ts';
import type { SeatMark, Tone } from '../ui/index.ts';
import { committeeName } from './committee-name.ts';
import type { coverage } from './home-queries.ts';

type Row = RowOf<typeof coverage>;
const UNASKED = 'Nobody has asked';
/** The colours in use with their words, from those with us to those nobody has asked. */
const keyFor = (position: string | null): { tone: Tone; label: string }[] => {
  const stances = OFFICIAL_STANCES.map((stance) => seenFromUs(stance, position));
  return [...(position === 'oppose' ? stances.toReversed() : stances), { tone: 'none', label: UNASKED }];
};

const seatOf = (row: Row): string | null =>
  row.chamberId !== null && row.seatLabel !== null && row.seatState !== null && row.district !== null
    ? seatName({
        chamberId: row.chamberId,
        seatLabel: row.seatLabel,
        state: row.seatState,
        district: row.district,
      })
    : null;
const lower = (words: string) => words[0]?.toLowerCase() + words.slice(1);

/**
 * The committee of the next hearing on a priority bill as a picture: a seat for each who sits on it, coloured by
 * where they stand, the counts in words, who has not been asked and how many members could ask them.
 * @returns null where no hearing of a priority is set
 */
export const coverageOf = (rows: Row[]) => {
  const [first] = rows;
  if (!first) return null;
  const key = keyFor(first.position);
  const seen = (row: Row) =>
    row.stance ? seenFromUs(row.stance, first.position) : { label: UNASKED, tone: 'none' as const };
  const place = (row: Row) => key.findIndex((one) => one.tone === seen(row).tone);
  const seats: SeatMark[] = rows
    .toSorted((a, b) => place(a) - place(b))
    .map((row) => ({
      label: row.district?.slice(0, 3) ?? 'at',
      tone: seen(row).tone,
      href: `/officials/${row.officialId}`,
      title: `${[seatOf(row), [row.title, row.name].filter(Boolean).join(' ')].filter(Boolean).join(', ')}: ${lower(seen(row).label)}`,
    }));
  const counts = key.map((one) => ({ ...one, count: seats.filter((seat) => seat.tone === one.tone).length }));
  const unasked = rows.filter((row) => !row.stance);
  return {
    title: `${committeeName(first.committee, first.chamber)} on ${first.billNumber}`,
    billId: first.billId,
    committeeId: first.committeeId,
    hearingAt: first.hearingAt,
    seats,
    sentence: `${seats.length} ${seats.length === 1 ? 'seat' : 'seats'}: ${counts
      .filter((one) => one.count > 0)
      .map((one) => `${one.count} ${lower(one.label)}`)
      .join(', ')}`,
    legend: counts.filter((one) => one.count > 0).map(({ tone, label }) => ({ tone, label })),
    unasked: unasked.map((row) => seatOf(row) ?? row.name),
    /** Members who reach somebody not yet asked. */
    reachers: new Set(unasked.flatMap((row) => JSON.parse(row.reachedBy) as string[])).size,
  };
};
export type Coverage = NonNullable<ReturnType<typeof coverageOf>>;
