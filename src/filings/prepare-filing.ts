import * as z from 'zod';
import { conflict, missing, ok, refused, type Result } from '../platform/problem.ts';
import { change, must } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import type { Who } from '../platform/who.ts';
import type { World } from '../platform/world.ts';
import { preparationOf, type Obligation, type Preparation } from './preparation.ts';
import {
  clearLines,
  clearSources,
  insertFiling,
  insertLines,
  insertSources,
  markPrepared,
  obligationById,
  renewFiling,
  versionsOf,
} from './queries.ts';
import { RuleMissing } from './rulebook.ts';

export interface PreparedVersion {
  filingId: string;
  version: number;
  /** True when an earlier version is filed already. */
  amends: boolean;
  totalCents: number;
}

/**
 * Prepares a report from the log as it stands: all lines with their sources. Prepared again it takes the log's
 * changes in; once filed, a changed log makes a new version that amends the filed one.
 */
export const prepareFiling = verb({
  name: 'filing.prepare',
  by: ['owner', 'director', 'staff'],
  input: z.strictObject({ obligationId: z.string() }),
  run: (world, who, { obligationId }) => prepareVersion(world, who, obligationId),
});

/** Prepares the newest version of a report, shared with the amendment. */
export const prepareVersion = async (
  world: World,
  who: Who,
  obligationId: string,
): Promise<Result<PreparedVersion>> => {
  const obligation = await world.db.first(obligationById, { id: obligationId });
  if (!obligation) return missing('That report');
  if (obligation.state === 'filed_by_other') {
    return refused('filed_by_other', 'Somebody else files this report. There is nothing to prepare here.');
  }
  const prepared = await preparationNow(world, obligation);
  if (!prepared.ok) return prepared;
  const [newest] = await world.db.all(versionsOf, { obligationId });
  const { hash, totalCents, rules, lines } = prepared.value;
  if (newest?.state === 'filed' && newest.hash === hash) {
    return conflict('Nothing in the log changed since this report was filed, so there is nothing to amend.');
  }
  const again = newest?.state === 'prepared';
  const filingId = again ? newest.id : world.ids.next();
  const version = again ? newest.version : (newest?.version ?? 0) + 1;
  const supersedesId = again ? newest.supersedesId : (newest?.id ?? null);
  const head = { id: filingId, totalCents, rules, at: world.clock.now(), by: who.id, hash };
  const numbered = lines.map((line, at) => ({ ...line, no: at + 1 }));
  const done = await world.db.commit(
    {
      who,
      action: 'filing.prepare',
      subject: { kind: 'filing', id: filingId },
      detail: { obligationId, version, hash },
    },
    [
      again ? must(renewFiling, head) : must(insertFiling, { ...head, obligationId, version, supersedesId }),
      change(clearSources, { filingId }),
      change(clearLines, { filingId }),
      change(insertLines, { filingId, lines: numbered }),
      change(insertSources, {
        filingId,
        sources: numbered.flatMap(({ no, sources }) => sources.map((source) => ({ no, ...source }))),
      }),
      change(markPrepared, { id: obligationId, at: world.clock.now() }),
    ],
  );
  if (!done)
    return conflict('Somebody else prepared or filed this report just now. Reload the page to see it.');
  return ok({ filingId, version, amends: supersedesId !== null, totalCents });
};

/** The report as the log has it now, or why it cannot be worked out. */
export const preparationNow = async (world: World, obligation: Obligation): Promise<Result<Preparation>> => {
  try {
    const prepared = await preparationOf(world, obligation);
    return prepared ? ok(prepared) : missing('The filer of this report');
  } catch (error) {
    if (error instanceof RuleMissing)
      return refused('rule_missing', `${error.message} Add it to the rules first.`);
    throw error;
  }
};
