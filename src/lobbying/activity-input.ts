import * as z from 'zod';
import { BRANCHES, CALLS, LEVELS } from './classes/facts.ts';

/** Minutes of one day that a line took. */
export const minutes = z
  .number({ error: 'Write the minutes as a whole number, such as 45.' })
  .int('Minutes are whole.')
  .min(0, 'Minutes cannot be below zero.')
  .max(1440, 'A day has 1,440 minutes. Log each day on its own.');

const people = z
  .number({ error: 'Write how many people as a whole number.' })
  .int('People are whole.')
  .min(0, 'Fewer than nobody cannot be.')
  .max(100_000_000, 'This is too many people. Check the number.');

/** What regimes ask of a line beyond its kind. Everything may be left out. */
export const detailFields = {
  minutesDirect: minutes.nullish(),
  minutesPrep: minutes.nullish(),
  minutesTravel: minutes.nullish(),
  payer: z.string().trim().max(200, 'Keep who paid under 200 characters.').nullish(),
  branch: z.enum(BRANCHES).nullish(),
  level: z.enum(LEVELS).nullish(),
  bodies: z.array(z.string().trim().min(1).max(120)).max(20).nullish(),
  issueCodes: z
    .array(z.string().regex(/^[A-Z]{3}$/, 'An issue code has three capitals, such as EDU.'))
    .max(20)
    .nullish(),
  matter: z.string().trim().max(200, 'Keep the matter under 200 characters.').nullish(),
  occasionKey: z.string().trim().max(60).nullish(),
  officialCapacity: z.boolean().nullish(),
  onRecord: z.boolean().nullish(),
  writtenRequest: z.boolean().nullish(),
  specificLegislation: z.boolean().nullish(),
  reflectsView: z.boolean().nullish(),
  directInterest: z.boolean().nullish(),
  asksNonMembers: z.boolean().nullish(),
  coveredOfficial: z.boolean().nullish(),
  reachMembers: people.nullish(),
  reachNonMembers: people.nullish(),
  callsToAction: z.array(z.enum(CALLS)).max(CALLS.length).nullish(),
};

/** The whole of a line's minutes and its parts: parts alone add up to it; more in the parts than in the whole is refused. */
export const wholeMinutes = (input: {
  minutes?: number | null;
  minutesDirect?: number | null;
  minutesPrep?: number | null;
  minutesTravel?: number | null;
}): { ok: true; minutes: number | null } | { ok: false; field: string; message: string } => {
  const parts = [input.minutesDirect, input.minutesPrep, input.minutesTravel].filter(
    (one): one is number => one !== null && one !== undefined,
  );
  const sum = parts.reduce((all, one) => all + one, 0);
  if (parts.length === 0) return { ok: true, minutes: input.minutes ?? null };
  if (input.minutes !== null && input.minutes !== undefined && sum > input.minutes)
    return {
      ok: false,
      field: 'minutes',
      message: `The parts come to ${sum} minutes, more than the ${input.minutes} in all.`,
    };
  if (sum > 1440)
    return { ok: false, field: 'minutes', message: 'A day has 1,440 minutes. Log each day on its own.' };
  return { ok: true, minutes: input.minutes ?? sum };
};
