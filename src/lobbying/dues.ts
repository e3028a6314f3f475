import * as z from 'zod';
import { conflict, invalid, missing, ok } from '../platform/problem.ts';
import { must } from '../platform/statement.ts';
import { unlessUnknown } from '../platform/unless-unknown.ts';
import { verb } from '../platform/verb.ts';
import { day } from './contact-report-input.ts';
import { dayProblem } from './day-of-log.ts';
import { lockedUnless } from './filed.ts';
import { association, duesById, insertDues, removeDues as remove } from './queries.ts';

const by = ['owner', 'director', 'staff'] as const;
export const PAYERS = {
  district: 'A school district',
  government: 'Another public body',
  '501c3': 'A charity',
  individual: 'A person',
  business: 'A business',
  other: 'Somebody else',
} as const;
const MOST = 100_000_000_00;

/**
 * Records dues, a fee or a gift that the association received. What was given for lobbying needs the payer's address
 * and what it was for: Montana's report names who gave as much as its floor (MCA 5-7-208(5)(c)).
 */
export const addDues = verb({
  name: 'dues.add',
  by,
  input: z.strictObject({
    id: z.string().optional(),
    organizationId: z.string().optional(),
    receivedOn: day,
    amountCents: z
      .number({ error: 'Write the amount in dollars and cents.' })
      .int('An amount has whole cents.')
      .min(1, 'An amount is more than zero.')
      .max(MOST, 'This amount is too large. Check the point.'),
    payerKind: z.enum(Object.keys(PAYERS) as (keyof typeof PAYERS)[], { error: 'Choose who paid.' }),
    payer: z.string().trim().min(1, 'Say who paid.').max(200),
    payerAddress: z.string().trim().max(300).nullish(),
    memberId: z.string().nullish(),
    kind: z.enum(['dues', 'contribution']).default('dues'),
    earmarked: z.boolean().default(false),
    issueId: z.string().nullish(),
    earmark: z.string().trim().max(300).default(''),
    noticeCents: z.number().int().min(0, 'An amount cannot be below zero.').max(MOST).nullish(),
    note: z.string().max(2000).default(''),
  }),
  run: async (world, who, input) => {
    const now = world.clock.now();
    const wrongDay = await dayProblem(world, { receivedOn: input.receivedOn }, 'Enter it when it is paid.');
    if (wrongDay) return wrongDay;
    if (input.earmarked && !input.payerAddress)
      return invalid([
        {
          field: 'payerAddress',
          message: 'What is given for lobbying is reported with the payer’s full address.',
        },
      ]);
    if (input.earmarked && !input.issueId && !input.earmark)
      return invalid([{ field: 'earmark', message: 'Say what it was given for, or choose the issue.' }]);
    if (input.noticeCents && input.noticeCents > input.amountCents)
      return invalid([
        { field: 'noticeCents', message: 'The part told to the payer is more than what was paid.' },
      ]);
    const organizationId = input.organizationId ?? (await world.db.first(association, {}))?.id;
    if (!organizationId) return missing('The organization');
    const id = input.id ?? world.ids.next();
    if (input.id && (await world.db.first(duesById, { id }))) return ok({ id });
    const done = await unlessUnknown(
      world.db.commit({ who, action: 'dues.add', subject: { kind: 'dues', id } }, [
        must(insertDues, {
          ...input,
          id,
          organizationId,
          payerAddress: input.payerAddress ?? null,
          memberId: input.memberId ?? null,
          issueId: input.issueId ?? null,
          noticeCents: input.noticeCents ?? null,
          at: now,
          by: who.id,
        }),
      ]),
    );
    if (done === 'unknown')
      return invalid([
        { field: 'issueId', message: 'That organization, member or issue is not known here.' },
      ]);
    return done ? ok({ id }) : conflict('This receipt is there already.');
  },
});

/** Takes a receipt out of the log; where a filed report has it, only with `amends`. */
export const removeDues = verb({
  name: 'dues.remove',
  by,
  input: z.strictObject({ id: z.string(), amends: z.boolean().default(false) }),
  run: async (world, who, { id, amends }) => {
    const locked = await lockedUnless(world, { kind: 'dues', id, amends });
    if (locked) return locked;
    const done = await world.db.commit(
      { who, action: 'dues.remove', subject: { kind: 'dues', id }, detail: { amends } },
      [must(remove, { id, at: world.clock.now() })],
    );
    return done ? ok({ id }) : missing('That receipt');
  },
});
