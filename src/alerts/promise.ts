import { invalid, ok, refused, type Result } from '../platform/problem.ts';
import type { SendForecast } from './ports.ts';

/** "1 message", "12 messages" */
export const messagesOf = (count: number): string => `${count} ${count === 1 ? 'message' : 'messages'}`;

/**
 * Whether a person may promise what a forecast says: not where nobody would get it in time, and where some
 * would not only when that person has said that they know how many.
 * @param accepted how many may miss the deadline, by their own word
 */
export const mayPromise = (
  forecast: Pick<SendForecast, 'inTime' | 'missing'>,
  accepted: number,
): Result<{ missing: number }> => {
  const { inTime, missing } = forecast;
  if (missing > 0 && inTime === 0)
    return refused(
      'nobody-in-time',
      'Nobody would get this before the deadline: texts may not go out in the hours until then, or not that many. Set a later deadline.',
    );
  if (missing > accepted)
    return invalid(
      [
        {
          field: 'acceptMissing',
          message: `${messagesOf(missing)} would not go out before the deadline. Set a later deadline, or tick that you accept it.`,
        },
      ],
      'Some would not get this in time.',
    );
  return ok({ missing });
};
