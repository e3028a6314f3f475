import { expect, test } from 'vitest';
import { mayApprove } from '../../src/alerts/approval.ts';

const asked = {
  approver: { id: 'director', isOwner: false },
  proposedBy: 'coordinator',
  selfApproval: false,
  reason: null,
  seen: { hash: 'h', people: 212 },
  now: { hash: 'h', people: 212 },
};
const kindOf = (change: Partial<Parameters<typeof mayApprove>[0]>) => {
  const result = mayApprove({ ...asked, ...change });
  return result.ok ? result.value : result.problem.kind;
};

test('a second person approves what they saw', () => {
  expect(kindOf({})).toEqual({ own: false });
});

test('other words or another audience than were seen are not approved', () => {
  expect(kindOf({ now: { hash: 'x', people: 212 } })).toBe('conflict');
  expect(kindOf({ now: { hash: 'h', people: 218 } })).toBe('conflict');
  expect(kindOf({ now: { hash: 'h', people: 214 } })).toEqual({ own: false });
});

test('nobody approves their own, unless the network allows it or an owner says why', () => {
  const own = { proposedBy: 'director' };
  const owner = { id: 'director', isOwner: true };
  expect(kindOf(own)).toBe('refused');
  expect(kindOf({ ...own, reason: 'The vote is in an hour' })).toBe('refused');
  expect(kindOf({ ...own, selfApproval: true })).toEqual({ own: true });
  expect(kindOf({ ...own, approver: owner })).toBe('invalid');
  expect(kindOf({ ...own, approver: owner, reason: 'The vote is in an hour' })).toEqual({ own: true });
});
