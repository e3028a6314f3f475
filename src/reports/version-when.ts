import { addDays, instantOf } from '../platform/days.ts';

/** A version that a member read, or was sent. @property at ms UTC */
export interface Had {
  no: number;
  at: number;
  how: 'read' | 'sent';
}

/**
 * The latest moment at which a meeting can have been: its day's end, or when it was told of where that is earlier.
 * @returns ms UTC
 */
export const momentOfMeeting = (onDate: string, toldAt: number, zone: string): number =>
  Math.min(toldAt, instantOf(addDays(onDate, 1), '00:00', zone) - 1);

/** Which version somebody had at a moment: what they read last; where they read none, the newest that was sent to them. */
export const versionWhen = (had: readonly Had[], moment: number): Had | null => {
  const before = had.filter(({ at }) => at <= moment);
  const read = before.filter(({ how }) => how === 'read');
  return (read.length > 0 ? read : before).toSorted((a, b) => b.at - a.at || b.no - a.no)[0] ?? null;
};
