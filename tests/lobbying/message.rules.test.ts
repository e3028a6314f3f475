import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { CALLS } from '../../src/lobbying/classes/facts.ts';
import { classifyMessage, type Message } from '../../src/lobbying/classes/message.ts';

/** With the share that the rule names today: more than half. */
const withShare = (one: Omit<Message, 'mainlyMembers'>): Message => ({
  ...one,
  mainlyMembers: one.members > one.nonMembers,
});
const message = (more: Partial<Message> = {}): Message =>
  withShare({
    specificLegislation: true,
    reflectsView: true,
    directInterest: true,
    calls: ['tell'],
    asksNonMembers: false,
    members: 200,
    nonMembers: 0,
    ...more,
  });

test.each<[string, Partial<Message>, string]>([
  ['names no specific legislation', { specificLegislation: false }, 'not_counted'],
  ['takes no view', { reflectsView: false }, 'not_counted'],
  ['tells members and asks nothing', { calls: [] }, 'not_counted'],
  [
    'names a member’s own legislator, which is no direct encouragement',
    { calls: ['identify'] },
    'not_counted',
  ],
  ['asks members to contact legislators', { calls: ['tell'] }, 'direct'],
  ['gives members a number to call', { calls: ['contact'] }, 'direct'],
  ['gives members a petition', { calls: ['mechanism'] }, 'direct'],
  ['asks members to urge others', { calls: ['tell'], asksNonMembers: true }, 'grassroots'],
  ['tells others and asks nothing', { members: 0, nonMembers: 50, calls: [] }, 'not_counted'],
  ['calls others to action', { members: 0, nonMembers: 50 }, 'grassroots'],
  ['names a legislator to others', { members: 0, nonMembers: 50, calls: ['identify'] }, 'grassroots'],
  ['reached nobody knows whom, with a call', { members: 0, nonMembers: 0 }, 'grassroots'],
  ['is of no direct interest to the members it calls', { directInterest: false }, 'grassroots'],
  ['calls members and others', { nonMembers: 50 }, 'split'],
  ['names a legislator to members and others', { nonMembers: 50, calls: ['identify'] }, 'split_none'],
  ['tells members and others and asks nothing', { nonMembers: 50, calls: [] }, 'not_counted'],
  ['asks members and others to rouse others', { nonMembers: 50, asksNonMembers: true }, 'grassroots'],
])('a message that %s', (_what, more, expected) => {
  expect(classifyMessage(message(more)).class).toBe(expected);
});

const flag = fc.boolean();
test('every message has a class, a rule and a reason; only people of both kinds make it a split', () => {
  fc.assert(
    fc.property(
      fc.record({
        specificLegislation: flag,
        reflectsView: flag,
        directInterest: flag,
        calls: fc.subarray([...CALLS]),
        asksNonMembers: flag,
        members: fc.nat(500),
        nonMembers: fc.nat(500),
      }),
      (one) => {
        const classed = classifyMessage(withShare(one));
        expect(['direct', 'grassroots', 'split', 'split_none', 'not_counted']).toContain(classed.class);
        expect(classed.reason.length).toBeGreaterThan(20);
        expect(classed.ruleId).not.toBe('');
        if (classed.class.startsWith('split')) expect(one.members * one.nonMembers).toBeGreaterThan(0);
        if (!one.specificLegislation || !one.reflectsView) expect(classed.class).toBe('not_counted');
      },
    ),
  );
});

test('a mixed audience is shared out only where more than half of it are members', () => {
  expect(classifyMessage(message({ members: 51, nonMembers: 49 })).class).toBe('split');
  expect(classifyMessage(message({ members: 50, nonMembers: 50 })).class).toBe('grassroots');
  expect(classifyMessage(message({ members: 50, nonMembers: 50, calls: [] })).class).toBe('not_counted');
});
