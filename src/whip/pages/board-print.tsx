import { showShortDay } from '../../platform/days.ts';
import { PrintLayout } from '../../ui/index.ts';
import type { BoardSeat } from '../board.ts';
import { positionInWords, sentenceOf } from '../seat-words.ts';
import type { Board } from '../show-board.ts';

type BoardPrintProps = {
  network: string;
  board: Board;
  /** Those that were asked for. */
  seats: BoardSeat[];
  back: string;
  hearing: string | null;
};

/** A board for the pocket: every seat by where its holder stands, with a box to tick and who should ask next. */
export const BoardPrint = ({ network, board, seats, back, hearing }: BoardPrintProps) => (
  <PrintLayout
    title={`${board.bill.number}: ${board.body?.name ?? 'where the votes stand'}`}
    network={network}
    board
    back={{ href: back, label: 'The board' }}
    sub={[
      board.bill.title,
      positionInWords(board.bill.position).replace(/\.$/, ''),
      hearing,
      `As of ${showShortDay(board.on, { year: true })}`,
      sentenceOf(board),
    ]
      .filter(Boolean)
      .join('. ')}
  >
    <div class="pocket">
      {board.counts
        .map((group) => ({ ...group, seats: seats.filter((seat) => seat.group.key === group.key) }))
        .filter((group) => group.seats.length > 0)
        .map((group) => (
          <section aria-label={group.label}>
            <h2 class={`tone-${group.tone}`}>
              {group.label} {group.seats.length}
            </h2>
            <ul>
              {group.seats.map((seat) => (
                <li>
                  <span class="tick" aria-hidden="true"></span>
                  <span>
                    <b>{seat.officialId ? seat.family : 'Vacant'}</b> {seat.seat}
                    {seat.party && ` ${seat.party[0]}`}
                    {seat.role && `, ${seat.role}`}
                    {seat.askers[0] && (
                      <small>
                        Ask: {[seat.askers[0].name, seat.askers[0].district].filter(Boolean).join(', ')}
                      </small>
                    )}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        ))}
    </div>
  </PrintLayout>
);
