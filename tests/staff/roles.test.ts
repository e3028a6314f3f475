import { expect, test } from 'vitest';
import * as staff from '../../src/staff/index.ts';
import { ROLES, type Role, type Who } from '../../src/platform/who.ts';
import { bad, staffAs, testWorld } from '../support/world.ts';

type Actor = Role | 'member' | 'provider' | 'clock' | 'system';
const MACHINES: Who[] = [
  { kind: 'member', id: 'M1' },
  { kind: 'provider', id: 'twilio' },
  { kind: 'clock', id: 'daily' },
  { kind: 'system', id: 'system' },
];

/** Who may do what. An action without a row fails the test below; so does a row without an action. */
const MAY: Record<string, readonly Actor[]> = {
  'staff.add': ['owner', 'system'],
  'staff.list': ['owner', 'director', 'coordinator', 'staff'],
  'staff.phone': ROLES,
  'role.grant': ['owner', 'system'],
  'role.end': ['owner'],
  'invitation.send': ['owner'],
  'invitation.resend': ['owner'],
  'invitation.withdraw': ['owner'],
  'invitation.accept': ['system'],
  'api-key.create': ['owner', 'system'],
  'api-key.revoke': ['owner'],
  'api-key.list': ['owner'],
  'network.budget': ['owner', 'director', 'system'],
  'network.save': ['owner', 'system'],
  'journal.read': ['owner'],
};

interface Action {
  verb: string;
  by: readonly Actor[];
  (world: unknown, who: Who, input: unknown): Promise<never>;
}
const actions = Object.values(staff).filter(
  (one) => typeof one === 'function' && 'verb' in one,
) as unknown as Action[];

test('every action of the staff has its row in the table, and every row an action', () => {
  expect(actions.map(({ verb }) => verb).toSorted()).toEqual(Object.keys(MAY).toSorted());
});

test('everybody else is told no, whatever they send, and nothing is written', async () => {
  const world = testWorld();
  for (const action of actions) {
    const may = MAY[action.verb] ?? [];
    for (const who of [...ROLES.map((role) => staffAs(role)), ...MACHINES]) {
      const actor: Actor = who.kind === 'staff' ? who.role : who.kind;
      const problem = bad(await action(world, who, { unknown: 'field' }));
      expect(`${action.verb} ${actor} ${problem.kind}`).toBe(
        `${action.verb} ${actor} ${may.includes(actor) ? 'invalid' : 'forbidden'}`,
      );
    }
  }
  expect(world.db.count()).toBe(0);
});

test('every role is denied something', () => {
  for (const role of ROLES) expect(Object.values(MAY).some((may) => !may.includes(role))).toBe(true);
});
