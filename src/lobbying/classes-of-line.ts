import { read } from '../platform/together.ts';
import type { World } from '../platform/world.ts';
import { classify, isClassed, type Regime } from './classify.ts';
import { factsOf, type Kept } from './facts-of.ts';
import { mainlyMembers } from './mainly-members.ts';
import { factsBeside, regimesOf } from './queries.ts';

type Line = Omit<Kept, 'taxStatus' | 'officialLevel' | 'billJurisdiction'> & {
  organizationId: string;
  onDate: string;
  officialId: string | null;
};

/** What is known of a line with what stands beside it, and the regimes with rules where its organization files that day. */
export const knownOfLine = async (world: World, line: Line) => {
  const { organizationId, onDate: on, officialId, billId } = line;
  const [rows, [beside]] = await world.db.together(
    read(regimesOf, { organizationId, on }),
    read(factsBeside, { organizationId, on, officialId, billId }),
  );
  const facts = factsOf({
    ...line,
    ...(beside ?? { taxStatus: null, officialLevel: null, billJurisdiction: null }),
  });
  const reached = { members: facts.reachMembers ?? 0, nonMembers: facts.reachNonMembers ?? 0 };
  facts.mainlyMembers = await mainlyMembers(world, reached, line.onDate);
  return { facts, regimes: rows.map(({ regime }) => regime).filter(isClassed) };
};

/** What each regime makes of a line, by rule. */
export const classesOfLine = async (world: World, line: Line) => {
  const { facts, regimes } = await knownOfLine(world, line);
  return regimes.map((regime: Regime) => ({ regime, ...classify(regime, facts) }));
};
