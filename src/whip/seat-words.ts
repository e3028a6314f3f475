import { showShortDay } from '../platform/days.ts';
import type { SeatMark } from '../ui/index.ts';
import type { Asker } from './askers.ts';
import type { BoardSeat } from './board.ts';
import type { Board } from './show-board.ts';

const POSITION: Record<string, string> = {
  support: 'We support it.',
  oppose: 'We oppose it: a no is with us.',
  amend: 'We ask for amendments, so stances are on the bill as it is.',
  monitor: 'We watch it, so stances are on the bill itself.',
  neutral: 'We are neutral, so stances are on the bill itself.',
};
/** What we want of a bill, and so what "with us" means on its board. */
export const positionInWords = (position: string | null): string =>
  POSITION[position ?? ''] ?? 'We have taken no position yet.';

export const lower = (words: string) => words[0]?.toLowerCase() + words.slice(1);

/** "14 seats", "1 member". */
export const counted = (count: number, one: string): string => `${count} ${count === 1 ? one : `${one}s`}`;

/** The address of a board as it is filtered, with something about it changed. */
export const boardHref = (board: Board, asked: Record<string, string>, change: Record<string, string>) => {
  const query = new URLSearchParams(Object.entries({ ...asked, ...change }).filter(([, value]) => value));
  const text = query.toString();
  return `/agenda/bills/${board.bill.id}/board${text && `?${text}`}`;
};

/** "HD 12, Rep. Ada Kestrelman, Republican: leaning our way, heard Feb 9". */
const titleOf = (seat: BoardSeat): string =>
  [seat.seat, seat.officialId && seat.name, seat.party].filter(Boolean).join(', ') +
  `: ${lower(seat.group.label)}${seat.onDate ? `, heard ${showShortDay(seat.onDate)}` : ''}`;

/** "Bear Gulch HS. Know each other, 62% of the district. One of 4 who reach the seat". */
export const askerWords = ({ district, why, reach }: Asker): string =>
  [district, why, reach > 1 && `One of ${reach} who reach the seat`].filter(Boolean).join('. ');

/** The seats of a picture from the left of the house to its right: those with us first. */
export const marksOf = (board: Board, hrefOf: (seat: BoardSeat) => string, named: boolean): SeatMark[] =>
  board.counts.flatMap((group) =>
    board.seats
      .filter((seat) => seat.group.key === group.key)
      .map((seat) => ({
        label: seat.seat,
        tone: seat.group.tone,
        href: hrefOf(seat),
        title: titleOf(seat),
        vacant: seat.officialId === null,
        ...(named && { name: seat.family }),
      })),
  );

/** How many are firmly with us, and how many make a majority of the seats. */
export const standing = ({ counts, total }: Board) => ({
  withUs: counts.find((group) => group.key === 'with-us')?.count ?? 0,
  majority: Math.floor(total / 2) + 1,
});

/** "14 seats: 5 with us, 2 leaning our way …". */
export const sentenceOf = ({
  counts,
  total,
}: Pick<Board, 'total'> & { counts: { label: string; count: number }[] }): string =>
  `${counted(total, 'seat')}: ${counts.map((group) => `${group.count} ${lower(group.label)}`).join(', ')}`;
