import * as z from 'zod';
import { invalid } from '../platform/problem.ts';
import type { World } from '../platform/world.ts';
import { day } from './contact-report-input.ts';
import { unknownOfficials } from './queries.ts';

const heads = z
  .number({ error: 'Write how many came as a whole number.' })
  .int('People are whole.')
  .min(0, 'Fewer than nobody cannot be.')
  .max(1_000_000, 'This is too many people. Check the number.');
const counted = z
  .number({ error: 'Write a whole number, such as 3.' })
  .int('Write a whole number, such as 3.')
  .min(0, 'A share is not below zero.')
  .max(1_000_000_000);
const short = (most: number, empty: string) =>
  z.string().trim().min(1, empty).max(most, `Keep this under ${most} characters.`);

/** What regimes ask of an expense beyond its category. Everything may be left out. */
export const expenseDetails = {
  /** The line of the log that it was for. */
  activityId: z.string().nullish(),
  eventName: short(200, 'Name the event.').nullish(),
  eventAllInvited: z.boolean().nullish(),
  attendance: heads.nullish(),
  officialsAttending: heads.nullish(),
  attendees: z.array(short(120, 'Write a name.')).max(200, 'At most 200 names.').nullish(),
  beneficiaries: z
    .array(
      z.strictObject({
        officialId: z.string().min(1),
        shareCents: z.number().int('An amount has whole cents.').min(0, 'An amount cannot be below zero.'),
        family: z.boolean().default(false),
      }),
    )
    .max(200, 'At most 200 officials.')
    .nullish(),
  reimbursedTo: short(200, 'Say who was paid back.').nullish(),
  isTravel: z.boolean().nullish(),
  isOverhead: z.boolean().nullish(),
  isThirdPartyLobbying: z.boolean().nullish(),
  isCapital: z.boolean().nullish(),
  /** How the amount was worked out of a larger cost: 3 of 10, by hours of lobbying. */
  allocation: z
    .strictObject({
      method: short(200, 'Say how it was worked out, such as hours of lobbying.'),
      numerator: counted,
      denominator: counted.min(1, 'The whole is more than zero.'),
    })
    .nullish(),
  contribution: z
    .strictObject({
      candidate: short(200, 'Name the candidate or committee.'),
      office: short(200, 'Name the office sought.'),
      on: day.nullable().default(null),
    })
    .nullish(),
};
type Details = z.output<z.ZodObject<typeof expenseDetails>>;

/** What is wrong with the details of an expense as a whole: null, or what to say beside the field. */
export const detailProblem = async (
  world: World,
  details: Details & { amountCents: number },
): Promise<ReturnType<typeof invalid> | null> => {
  const { amountCents, attendance, officialsAttending, allocation } = details;
  if (attendance != null && officialsAttending != null && officialsAttending > attendance)
    return invalid([
      { field: 'officialsAttending', message: 'More officials came than people in all. Check both.' },
    ]);
  if (allocation && allocation.numerator > allocation.denominator)
    return invalid([{ field: 'allocation', message: 'The share is more than the whole. Check both.' }]);
  const shares = details.beneficiaries ?? [];
  if (shares.length === 0) return null;
  if (shares.reduce((sum, one) => sum + one.shareCents, 0) > amountCents)
    return invalid([
      { field: 'beneficiaries', message: 'The parts of the officials come to more than the amount.' },
    ]);
  const unknown = await world.db.all(unknownOfficials, { ids: shares.map((one) => one.officialId) });
  return unknown.length === 0
    ? null
    : invalid([
        { field: 'beneficiaries', message: 'An official is not known here. Choose each from the list.' },
      ]);
};
