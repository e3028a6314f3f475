import { readCsv, type CsvRow } from '../platform/csv.ts';
import { invalid, ok, type Result } from '../platform/problem.ts';
import type { RejectedRow } from './refresh.ts';

export interface ReachRow {
  districtNces: string;
  seatId: string;
  chamberId: string;
  share: number;
}
export interface SeatPlace {
  seatId: string;
  chamberId: string;
  level: 'state' | 'federal';
  kind: 'lower' | 'upper';
  state: string;
  district: string;
}
export const REACH_COLUMNS = ['district_nces', 'chamber', 'seat', 'share'] as const;

/** The rows of a file of reach, and those that are no rows; or why it is no such file. */
export const rowsOfReach = (file: string): Result<{ rows: CsvRow[]; rejected: RejectedRow[] }> => {
  const wrong = (message: string) => invalid([{ field: 'file', message }]);
  const csv = readCsv(file);
  if (!csv.ok) return wrong(csv.line ? `Line ${csv.line}: ${csv.reason}` : csv.reason);
  const absent = REACH_COLUMNS.filter((name) => !csv.header.includes(name));
  if (absent.length > 0)
    return wrong(`The first line lacks ${absent.join(', ')}. It needs ${REACH_COLUMNS.join(', ')}.`);
  if (csv.rows.length === 0) return wrong('The file has no rows below its first line.');
  const rejected = csv.problems.map(({ line, reason }) => ({ line, field: 'file', reason }));
  return ok({ rows: csv.rows, rejected });
};

const plain = (text: string) => text.trim().toLowerCase();
const seatKey = (state: string, chamber: string, district: string) =>
  `${state} ${plain(chamber)} ${plain(district).replace(/^0+(?=\d)/, '')}`;

/** A share as people write it, "0.84" or "84%"; null unless it is more than 0 and at most 1. */
export const shareOf = (text: string): number | null => {
  const parts = /^(\d{1,3}(?:\.\d+)?|\.\d+)\s*(%?)$/.exec(text.trim());
  if (!parts) return null;
  const share = Number(parts[1]) / (parts[2] ? 100 : 1);
  return share > 0 && share <= 1 ? share : null;
};

/**
 * Reads the rows of a reach file against the districts and seats that are known. A chamber is `lower` or
 * `upper` of the district's state, `us-house`, or a chamber's id.
 */
export const readReachRows = (
  rows: readonly CsvRow[],
  states: ReadonlyMap<string, string>,
  seats: readonly SeatPlace[],
): { good: ReachRow[]; rejected: RejectedRow[] } => {
  const places = new Map<string, SeatPlace>();
  for (const seat of seats) {
    places.set(seatKey(seat.state, seat.chamberId, seat.district), seat);
    if (seat.level === 'state') places.set(seatKey(seat.state, seat.kind, seat.district), seat);
  }
  const good: ReachRow[] = [];
  const rejected: RejectedRow[] = [];
  const lines = new Map<string, number>();
  for (const { line, cells } of rows) {
    const reject = (field: string, reason: string) => rejected.push({ line, field, reason });
    const districtNces = (cells.district_nces ?? '').trim();
    const state = states.get(districtNces);
    const share = shareOf(cells.share ?? '');
    const seat = state ? places.get(seatKey(state, cells.chamber ?? '', cells.seat ?? '')) : undefined;
    const key = `${districtNces} ${seat?.seatId}`;
    const before = lines.get(key);
    if (!state)
      reject(
        'district_nces',
        `No school district has the NCES id "${districtNces}". Import the districts first.`,
      );
    if (state && !seat)
      reject(
        'seat',
        `There is no seat "${(cells.seat ?? '').trim()}" in the chamber "${(cells.chamber ?? '').trim()}". Import the officials first.`,
      );
    if (share === null) reject('share', 'A share is more than 0 and at most 1, for example 0.84.');
    if (seat && before !== undefined) reject('seat', `The same district and seat as line ${before}.`);
    if (!seat || share === null || before !== undefined) continue;
    lines.set(key, line);
    good.push({ districtNces, seatId: seat.seatId, chamberId: seat.chamberId, share });
  }
  return { good, rejected };
};
