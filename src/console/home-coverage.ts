import { seatName } from '../legislature/index.ts';
import { STANCE_LABELS, STANCE_TONES } from '../lobbying/index.ts';
import type { RowOf } from '../platform/statement.ts';
import type { SeatMark, Tone } from '../ui/index.ts';
import { committeeName } from './committee-name.ts';
import type { coverage } from './home-queries.ts';

type Row = RowOf<typeof coverage>;
const UNASKED = 'Nobody has asked';
const KEY: { tone: Tone; label: string }[] = [
  { tone: 'support-2', label: STANCE_LABELS.support },
  { tone: 'support-1', label: STANCE_LABELS.lean_support },
  { tone: 'undecided', label: STANCE_LABELS.undecided },
  { tone: 'oppose-1', label: STANCE_LABELS.lean_oppose },
  { tone: 'oppose-2', label: STANCE_LABELS.oppose },
  { tone: 'none', label: UNASKED },
];

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
  const toneOf = (row: Row): Tone => (row.stance ? STANCE_TONES[row.stance] : 'none');
  const wordsOf = (row: Row) => (row.stance ? STANCE_LABELS[row.stance] : UNASKED);
  const place = (row: Row) => KEY.findIndex((key) => key.tone === toneOf(row));
  const seats: SeatMark[] = rows
    .toSorted((a, b) => place(a) - place(b))
    .map((row) => ({
      label: row.district?.slice(0, 3) ?? 'at',
      tone: toneOf(row),
      href: `/officials/${row.officialId}`,
      title: `${[seatOf(row), [row.title, row.name].filter(Boolean).join(' ')].filter(Boolean).join(', ')}: ${lower(wordsOf(row))}`,
    }));
  const counts = KEY.map((key) => ({ ...key, count: seats.filter((seat) => seat.tone === key.tone).length }));
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
