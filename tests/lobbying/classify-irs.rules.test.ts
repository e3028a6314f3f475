import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asksOthers, CALLS, callsFound, callsToAction } from '../../src/lobbying/calls-to-action.ts';
import { classify162e, classify501h, IRS_CLASSES } from '../../src/lobbying/classify-irs.ts';
import { classifyMessage, MESSAGE_CLASSES, type Message } from '../../src/lobbying/irs-message.ts';

const message = (more: Partial<Message> = {}): Message => ({
  specificLegislation: true,
  reflectsView: true,
  directInterest: true,
  calls: ['tell'],
  asksNonMembers: false,
  members: 200,
  nonMembers: 0,
  toLegislators: false,
  ...more,
});

test.each<[string, Partial<Message>, string]>([
  ['names no specific legislation', { specificLegislation: false }, 'not_counted'],
  ['takes no view', { reflectsView: false }, 'not_counted'],
  ['goes to legislators', { toLegislators: true, members: 0 }, 'direct'],
  ['tells members and asks nothing', { calls: [] }, 'not_counted'],
  [
    'names a member’s own legislator, which is no direct encouragement',
    { calls: ['identify'] },
    'not_counted',
  ],
  ['asks members to contact legislators', { calls: ['tell'] }, 'direct'],
  ['gives members a number to call', { calls: ['contact'] }, 'direct'],
  ['gives members a petition', { calls: ['mechanism'] }, 'direct'],
  ['asks members to urge others', { calls: ['tell'], asksNonMembers: true }, 'grass_roots'],
  ['tells others and asks nothing', { members: 0, nonMembers: 50, calls: [] }, 'not_counted'],
  ['calls others to action', { members: 0, nonMembers: 50 }, 'grass_roots'],
  ['names a legislator to others', { members: 0, nonMembers: 50, calls: ['identify'] }, 'grass_roots'],
  ['reached nobody knows whom, with a call', { members: 0, nonMembers: 0 }, 'grass_roots'],
  ['is of no direct interest to the members it calls', { directInterest: false }, 'grass_roots'],
  ['calls members and others', { nonMembers: 50 }, 'split_direct'],
  ['names a legislator to members and others', { nonMembers: 50, calls: ['identify'] }, 'split_none'],
  ['tells members and others and asks nothing', { nonMembers: 50, calls: [] }, 'not_counted'],
  ['asks members and others to rouse others', { nonMembers: 50, asksNonMembers: true }, 'grass_roots'],
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
        toLegislators: flag,
      }),
      (one) => {
        const classed = classifyMessage(one);
        expect(MESSAGE_CLASSES).toContain(classed.class);
        expect(classed.reason.length).toBeGreaterThan(20);
        expect(classed.ruleId).not.toBe('');
        if (classed.class.startsWith('split')) expect(one.members * one.nonMembers).toBeGreaterThan(0);
        if (!one.specificLegislation || !one.reflectsView) expect(classed.class).toBe('not_counted');
      },
    ),
  );
});

const maybe = fc.constantFrom(null, undefined, 0, 1);
test('every line of a log has a class for both sections, whatever was answered', () => {
  fc.assert(
    fc.property(
      fc.record({
        kind: fc.constantFrom(
          'direct_contact',
          'testimony',
          'preparation',
          'solicitation_of_members',
          'solicitation_of_public',
          'technical_response',
          'event',
          'monitoring',
          'administrative',
        ),
        personKind: fc.constantFrom('staff_lobbyist', 'member', 'officer', 'none', 'staff_support'),
        billId: fc.constantFrom(null, 'hb-12'),
        position: fc.constantFrom(null, 'support', 'oppose', 'amend', 'monitor', 'neutral'),
        branch: fc.constantFrom(null, 'legislative', 'executive', 'both'),
        reachMembers: fc.option(fc.nat(300)),
        reachNonMembers: fc.option(fc.nat(300)),
        specificLegislation: maybe,
        reflectsView: maybe,
        directInterest: maybe,
        asksNonMembers: maybe,
        writtenRequest: maybe,
        coveredOfficial: maybe,
        callsToAction: fc.constantFrom(null, '[]', '["tell"]', '["identify"]'),
      }),
      (line) => {
        for (const [regime, classed] of [
          ['irs', classify501h(line)],
          ['irs_162e', classify162e(line)],
        ] as const) {
          expect(Object.keys(IRS_CLASSES[regime] ?? {})).toContain(classed.class);
          expect(classed.counts).toBe(classed.class !== 'not_counted');
        }
      },
    ),
  );
});

const line = { kind: 'solicitation_of_members', personKind: 'none', billId: 'hb-12', position: 'oppose' };
test('an alert to members is direct for section 4911 and, read strictly, to the public for section 162(e)', () => {
  const reached = { ...line, reachMembers: 212, reachNonMembers: 0, callsToAction: '["tell","contact"]' };
  expect(classify501h(reached).class).toBe('direct');
  expect(classify162e(reached).class).toBe('public');
});

test('rules of an agency are no legislation for section 4911; a covered federal official is one of section 162(e)', () => {
  const contact = { kind: 'direct_contact', personKind: 'staff_lobbyist', billId: null, branch: 'executive' };
  expect(classify501h(contact).class).toBe('not_counted');
  expect(classify162e(contact).class).toBe('not_counted');
  expect(classify162e({ ...contact, coveredOfficial: 1 }).class).toBe('officials');
});

test.each<[string, string[]]>([
  ['Please call your senator before noon.', ['tell']],
  ['HB 12 passed the House today.', []],
  ['Call 406-555-0142 today: HB 12.', ['contact']],
  ['Sign the petition on HB 12.', ['mechanism']],
  ['Sen. Hill sits on the committee.', ['identify']],
  ['Ask Rep. Hill to vote no on HB 12: (406) 555-0142', ['tell', 'contact', 'identify']],
])('calls to action in "%s"', (text, calls) => {
  expect(callsToAction(text)).toEqual(calls);
});

test('the link of an action alert leads to numbers and names, so it is a call as well', () => {
  expect(callsToAction('HB 12 is up. {{link}}', { page: true })).toEqual(['contact', 'identify']);
  expect(callsToAction('HB 12 is up. {{link}}')).toEqual([]);
  expect(callsFound('Call your senator.')[0]).toEqual({ call: 'tell', words: 'Call your senator' });
});

test('asking members to rouse others is found, asking them themselves is not', () => {
  expect(asksOthers('Please share this with parents in your district.')).toBe('share this with parents');
  expect(asksOthers('Please call your senator.')).toBeNull();
});
