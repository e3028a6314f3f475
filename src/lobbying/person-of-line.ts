import { invalid } from '../platform/problem.ts';
import type { World } from '../platform/world.ts';
import { deskStaff, lobbyistOf, lobbyistPerson } from './queries.ts';

/** Whose work a line is: one of the three, or nothing where it is the writer's own. */
export interface SaidPerson {
  staffId?: string | null;
  lobbyistId?: string | null;
  /** An officer of the association who is not paid for it. */
  officer?: boolean | null;
}
export interface PersonOfLine {
  ok: true;
  personKind: string;
  staffId: string | null;
  lobbyistId: string | null;
  /** Of the lobbyist; null where the person is none. */
  organizationId: string | null;
}

/** What a person is on a line: a lobbyist under contract, one of the staff, or staff who support. */
export const kindOfPerson = (lobbyist: { kind: string } | null): string => {
  if (!lobbyist) return 'staff_support';
  return lobbyist.kind === 'contract' ? 'contract_lobbyist' : 'staff_lobbyist';
};

/** One of the staff on a day: their own lobbyist where they are named as one then. */
export const staffOfLine = async (world: World, staffId: string, on: string): Promise<PersonOfLine> => {
  const lobbyist = await world.db.first(lobbyistOf, { memberId: null, staffId, on });
  return {
    ok: true,
    personKind: kindOfPerson(lobbyist),
    staffId,
    lobbyistId: lobbyist?.id ?? null,
    organizationId: lobbyist?.organizationId ?? null,
  };
};

const wrong = (field: 'staffId' | 'lobbyistId', message: string) => invalid([{ field, message }]);

/** Whose work a line is, as it was said; `writerId` where nothing was. */
export const personOfLine = async (
  world: World,
  said: SaidPerson,
  writerId: string,
  on: string,
): Promise<PersonOfLine | ReturnType<typeof invalid>> => {
  if ([said.staffId, said.lobbyistId, said.officer].filter(Boolean).length > 1)
    return wrong('staffId', 'A line is the work of one person. Split what several did.');
  if (said.officer)
    return { ok: true, personKind: 'officer', staffId: null, lobbyistId: null, organizationId: null };
  if (said.lobbyistId) {
    const lobbyist = await world.db.first(lobbyistPerson, { id: said.lobbyistId });
    if (!lobbyist || lobbyist.fromOn > on || (lobbyist.toOn !== null && lobbyist.toOn < on))
      return wrong('lobbyistId', 'That lobbyist is not named for this day. Choose one of the list.');
    if (lobbyist.staffId) return staffOfLine(world, lobbyist.staffId, on);
    return {
      ok: true,
      personKind: kindOfPerson(lobbyist),
      staffId: null,
      lobbyistId: said.lobbyistId,
      organizationId: lobbyist.organizationId,
    };
  }
  if (!said.staffId || said.staffId === writerId) return staffOfLine(world, writerId, on);
  return (await world.db.all(deskStaff, {})).some((one) => one.id === said.staffId)
    ? staffOfLine(world, said.staffId, on)
    : wrong('staffId', 'That person keeps no log here. Choose one of the list.');
};
