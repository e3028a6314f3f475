import * as z from 'zod';
import { invalid, missing, ok } from '../platform/problem.ts';
import { change, must } from '../platform/statement.ts';
import { unlessUnknown } from '../platform/unless-unknown.ts';
import { verb } from '../platform/verb.ts';
import { day } from './contact-report-input.ts';
import { candidacyOf, deleteCandidacy, insertCandidacy } from './queries.ts';

const by = ['owner', 'director', 'staff'] as const;

/** Says that an official stands in an election, and where that is known from. Said twice it stands once. */
export const nameCandidate = verb({
  name: 'candidate.name',
  by,
  input: z.strictObject({
    officialId: z.string('Choose the official.').min(1, 'Choose the official.'),
    electionOn: day,
    office: z.string().trim().min(2, 'Say what office they run for.').max(120),
    source: z.string().trim().min(3, 'Say where this is known from, such as the filing list.').max(300),
  }),
  run: async (world, who, input) => {
    const id = world.ids.next();
    const done = await unlessUnknown(
      world.db.commit(
        { who, action: 'candidate.name', subject: { kind: 'official', id: input.officialId } },
        [change(insertCandidacy, { ...input, id, at: world.clock.now(), by: who.id })],
      ),
    );
    if (done === 'unknown')
      return invalid([
        { field: 'officialId', message: 'That official is not known here. Choose one from the list.' },
      ]);
    const stands = await world.db.first(candidacyOf, input);
    return ok({ id: stands?.id ?? id });
  },
});

/** An official stands no more, or never did: alerts that name them are no longer held for it. */
export const removeCandidate = verb({
  name: 'candidate.remove',
  by,
  input: z.strictObject({ id: z.string() }),
  run: async (world, who, { id }) => {
    const done = await world.db.commit(
      { who, action: 'candidate.remove', subject: { kind: 'candidacy', id } },
      [must(deleteCandidacy, { id })],
    );
    return done ? ok({ id }) : missing('That candidate');
  },
});
