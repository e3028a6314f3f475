import * as z from 'zod';

const ids = z.array(z.string().min(1)).max(20_000);
const chosen = ids.min(1, 'Choose at least one, or leave this out.');

/**
 * Who is meant. Keys narrow each other; the values of one key widen it. No key at all means every active
 * member. Each key that is present must hold somebody: an empty list is refused, not read as everybody.
 */
export const AudienceInput = z.strictObject({
  organizations: chosen.optional(),
  regions: chosen.optional(),
  classes: chosen.optional(),
  kinds: chosen.optional(),
  groups: chosen.optional(),
  /** Members whose district reaches a seat held by somebody on one of these committees. */
  committees: chosen.optional(),
  /** Members whose district reaches a seat held by one of these officials. */
  officials: chosen.optional(),
  /** Members by their answer to an earlier alert: option numbers, or 'none' for no answer. */
  answered: z
    .strictObject({
      alertId: z.string().min(1),
      options: z.union([
        z.array(z.int().min(1).max(9)).min(1, 'Choose at least one answer.'),
        z.literal('none'),
      ]),
    })
    .optional(),
  members: chosen.optional(),
  /** A ballot issue: numbers and addresses that a district owns are left out. */
  ballotIssue: z.literal(true).optional(),
});
export type Audience = z.output<typeof AudienceInput>;

const MOVED_PEOPLE = 5;
const MOVED_SHARE = 0.02;

/** Whether an audience differs so much from the count that a person looked at that they must look again. */
export const audienceMoved = (seen: number, now: number): boolean => {
  const by = Math.abs(now - seen);
  return by > MOVED_PEOPLE || by > seen * MOVED_SHARE;
};

/** As `audienceMoved`, for what only matters when more people would be written to than were approved. */
export const audienceGrew = (approved: number, now: number): boolean =>
  now > approved && audienceMoved(approved, now);
