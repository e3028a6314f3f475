import * as z from 'zod';
import { isDate, localDate } from '../platform/days.ts';
import { conflict, invalid, ok } from '../platform/problem.ts';
import { must } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { networkSettings } from '../staff/index.ts';
import { insertFact } from './queries.ts';
import { regimeById } from './regimes/index.ts';

const day = z.string('Write the date as 2027-02-09.').refine(isDate, 'Write the date as 2027-02-09.');

/**
 * Records what somebody decided about a filer: the value, from which day on, who decided and when. A decision is
 * never edited; the next one follows it. One of whole years begins on January 1 and cannot change within its year.
 */
export const recordFact = verb({
  name: 'filer.decide',
  by: ['owner', 'director', 'system'],
  input: z.strictObject({
    organizationId: z.string().min(1, 'Choose the organization.'),
    regime: z.string(),
    key: z.string(),
    value: z.string().trim().min(1, 'Say what was decided.').max(500),
    fromOn: day,
    decidedBy: z.string().trim().min(2, 'Say who decided it.').max(120),
    decidedOn: day,
    note: z.string().max(1000).default(''),
  }),
  run: async (world, who, input) => {
    const spec = regimeById(input.regime)?.facts?.find((one) => one.key === input.key);
    if (!spec) return invalid([{ field: 'key', message: 'That is nothing that this regime asks.' }]);
    if (spec.options && !spec.options.some((one) => one.value === input.value))
      return invalid([
        { field: 'value', message: `Choose one of: ${spec.options.map((one) => one.label).join('; ')}.` },
      ]);
    const refused = spec.refusal?.(input.value);
    if (refused) return invalid([{ field: 'value', message: refused }]);
    if (spec.yearly && !input.fromOn.endsWith('-01-01'))
      return invalid([
        { field: 'fromOn', message: 'This holds for whole calendar years: it begins on a January 1.' },
      ]);
    const { zone } = await networkSettings(world);
    const today = localDate(world.clock.now(), zone);
    if (input.decidedOn > today)
      return invalid([{ field: 'decidedOn', message: 'This day is still to come.' }]);
    const id = world.ids.next();
    try {
      const done = await world.db.commit(
        {
          who,
          action: 'filer.decide',
          subject: { kind: 'organization', id: input.organizationId },
          detail: { regime: input.regime, key: input.key, from: input.fromOn },
        },
        [
          must(insertFact, {
            ...input,
            id,
            yearly: spec.yearly === true,
            today,
            at: world.clock.now(),
            by: who.id,
          }),
        ],
      );
      if (!done)
        return conflict(
          `${spec.label} is on record for ${input.fromOn.slice(0, 4)} already, and that year has begun: it holds to its end. Choose another from January 1, ${Number(today.slice(0, 4)) + 1}.`,
        );
    } catch (error) {
      if (error instanceof Error && error.message.includes('FOREIGN KEY'))
        return invalid([{ field: 'organizationId', message: 'That organization is not known here.' }]);
      throw error;
    }
    return ok({ id });
  },
});
