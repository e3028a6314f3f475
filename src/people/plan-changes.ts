import { change, type Change } from '../platform/statement.ts';
import type { Who } from '../platform/who.ts';
import type { World } from '../platform/world.ts';
import { inChunks } from './chunks.ts';
import { closePoints, insertLedgerLines } from './consent-queries.ts';
import type { ImportPlan } from './import-plan.ts';
import {
  demotePoints,
  insertGroupMembers,
  insertMembers,
  insertMemberships,
  updateMembers,
  upsertPoints,
} from './member-queries.ts';
import { insertGroups, insertRegions } from './organization-queries.ts';

/**
 * The changes that carry a plan out, in an order that no constraint minds. Suppression comes last, so that
 * a STOP of this very moment wins over what the plan had read.
 */
export const planChanges = (
  world: World,
  plan: ImportPlan,
  by: { who: Who; evidence: { kind: string; id: string }; day: string },
): Change[] => {
  const now = world.clock.now();
  // First places are taken after they were given up, and by one point of a channel only.
  const points = plan.points.toSorted((a, b) => a.isPrimary - b.isPrimary);
  const lines = plan.grants.map((grant) => ({
    ...grant,
    id: world.ids.next(),
    channel: 'sms' as const,
    organizationId: null,
    kind: 'granted' as const,
    textVersion: null,
  }));
  const actor = { actorKind: by.who.kind, actorId: by.who.id };
  const evidence = { evidenceKind: by.evidence.kind, evidenceId: by.evidence.id };
  const hashes = [...new Set(plan.points.map((point) => point.addressHash))];
  return [
    ...inChunks(plan.newRegions).map((rows) => change(insertRegions, { rows })),
    ...inChunks(plan.newGroups).map((rows) => change(insertGroups, { rows })),
    ...inChunks(plan.created).map((rows) => change(insertMembers, { rows })),
    ...inChunks(plan.updated).map((rows) => change(updateMembers, { rows })),
    ...inChunks(plan.memberships).map((rows) => change(insertMemberships, { rows, day: by.day })),
    ...inChunks(plan.demoted).map((ids) => change(demotePoints, { ids, now })),
    ...inChunks(points).map((rows) => change(upsertPoints, { rows })),
    ...inChunks(plan.groupMembers).map((rows) => change(insertGroupMembers, { rows })),
    ...inChunks(lines).map((piece) =>
      change(insertLedgerLines, { lines: piece, at: now, ...evidence, ...actor }),
    ),
    ...inChunks(hashes).map((piece) => change(closePoints, { hashes: piece, now })),
  ];
};
