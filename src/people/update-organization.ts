import * as z from 'zod';
import { isDate, localDate } from '../platform/days.ts';
import { conflict, invalid, missing, ok } from '../platform/problem.ts';
import { must } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { networkSettings } from '../staff/index.ts';
import { allOrganizations, updateOrganizationRow } from './organization-queries.ts';
import { organizationFields, takenBy } from './organization.ts';
import { taxSpans, withStatus } from './tax-history.ts';

/**
 * Changes an organization: every field as given. Another tax status holds from `taxFrom` on, today where that is left
 * out; what is about an earlier day goes on reading the one before. No day to come: record it on its day.
 */
export const updateOrganization = verb({
  name: 'organization.update',
  by: ['owner', 'director'],
  input: z.strictObject({
    id: z.string(),
    ...organizationFields,
    taxFrom: z.string().refine(isDate, 'Write the day as 2026-07-01.').nullish(),
  }),
  async run(world, who, { taxFrom, ...input }) {
    const existing = await world.db.all(allOrganizations, {});
    const before = existing.find((one) => one.id === input.id);
    if (!before) return missing('This organization');
    const taken = takenBy(existing, input.id, input.name);
    if (taken) return taken;
    const today = localDate(world.clock.now(), (await networkSettings(world)).zone);
    if (taxFrom && taxFrom > today)
      return invalid([{ field: 'taxFrom', message: 'This day is still to come. Record it on that day.' }]);
    const spans = taxSpans(before);
    if (input.taxStatus === null && spans.length > 0)
      return invalid([{ field: 'taxStatus', message: 'It had a tax status, so it has one now. Choose it.' }]);
    const changed = input.taxStatus !== before.taxStatus || taxFrom;
    const after = changed ? withStatus(spans, input.taxStatus, taxFrom || today) : spans;
    const done = await world.db.commit(
      {
        who,
        action: 'organization.update',
        subject: { kind: 'organization', id: input.id },
        detail: changed ? { taxStatus: input.taxStatus, taxFrom: taxFrom || today } : {},
      },
      [
        must(updateOrganizationRow, {
          ...input,
          taxStatus: after.at(-1)?.status ?? null,
          taxHistory: JSON.stringify(after),
          was: before.taxHistory,
        }),
      ],
    );
    return done ? ok({ id: input.id }) : conflict('Somebody else has just changed this organization.');
  },
});
