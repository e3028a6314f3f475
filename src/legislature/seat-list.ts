import { shareOf } from './reach-rows.ts';

/**
 * Reads the seats of one chamber as people type them: "52 0.6, 53 40%" or "1st Franklin; 2nd Franklin 0.2".
 * Without a share the whole school district lies in the seat's district.
 * @returns the seats, or the sentence that says what is wrong
 */
export const readSeatList = (
  text: string,
  seats: readonly { seatId: string; district: string }[],
): { ok: true; seats: { seatId: string; share: number }[] } | { ok: false; message: string } => {
  const byDistrict = new Map(seats.map((seat) => [seat.district.toLowerCase(), seat.seatId]));
  const seatOf = (words: string) =>
    byDistrict.get(
      words
        .trim()
        .replace(/^(?:HD|SD|[A-Z]{2}-)\s*/i, '')
        .toLowerCase(),
    );
  const read = (piece: string): { seatId: string; share: number } | null => {
    const whole = seatOf(piece);
    if (whole) return { seatId: whole, share: 1 };
    const parts = /^(.*\S)\s+([\d.]+\s*%?)$/.exec(piece.trim());
    const seatId = parts && seatOf(parts[1] ?? '');
    const share = parts && shareOf(parts[2] ?? '');
    return seatId && share !== null ? { seatId, share } : null;
  };
  const found: { seatId: string; share: number }[] = [];
  // Some Massachusetts districts have commas in their names: a piece is tried whole before it is split.
  for (const piece of text.split(/[;\n]/).filter((one) => one.trim() !== '')) {
    const small = read(piece) ? [piece] : piece.split(',').filter((one) => one.trim() !== '');
    for (const one of small) {
      const seat = read(one);
      if (!seat)
        return {
          ok: false,
          message: `"${one.trim()}" is no seat here, or its share is not between 0 and 1.`,
        };
      found.push(seat);
    }
  }
  return { ok: true, seats: found };
};
