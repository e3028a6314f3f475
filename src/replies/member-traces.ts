import type { MemberTraces } from '../people/index.ts';
import { membersWithTraces } from './queries.ts';

/** Members who were sent something or have written: an import that made them can no longer be taken back. */
export const memberTraces: MemberTraces = (world, memberIds) =>
  world.db.all(membersWithTraces, { memberIds });
