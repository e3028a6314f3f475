import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ACTIVITY_KINDS } from '../../src/lobbying/add-activity.ts';
import { CALLS, type Call, type ToClass } from '../../src/lobbying/classes/facts.ts';
import { classifyMessage, type Message } from '../../src/lobbying/classes/message.ts';
import { QUESTIONS, questionsFor } from '../../src/lobbying/classes/questions.ts';
import { CLASSES, classify, REGIMES } from '../../src/lobbying/classify.ts';
import { messageWords } from '../../src/lobbying/message-words.ts';

const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });
const known = maybe(fc.boolean());
const facts: fc.Arbitrary<ToClass> = fc.record({
  kind: fc.constantFrom(...ACTIVITY_KINDS),
  personKind: fc.constantFrom(
    'staff_lobbyist',
    'contract_lobbyist',
    'staff_support',
    'officer',
    'member',
    'none',
  ),
  directedBy: fc.constantFrom('client', 'lobbyist', 'independent'),
  jurisdiction: maybe(fc.constantFrom('MT', 'mt', 'MS', 'MA', 'US', 'ID')),
  level: maybe(fc.constantFrom('state' as const, 'federal' as const, 'local' as const)),
  branch: maybe(fc.constantFrom('legislative' as const, 'executive' as const, 'both' as const)),
  officialCapacity: known,
  onRecord: known,
  writtenRequest: known,
  specificLegislation: known,
  reflectsView: known,
  directInterest: known,
  asksNonMembers: known,
  coveredOfficial: known,
  reachMembers: maybe(fc.nat(5000)),
  reachNonMembers: maybe(fc.nat(5000)),
  callsToAction: maybe(fc.subarray([...CALLS])),
  taxStatus: maybe(
    fc.constantFrom('501c3', '501c3h', '501c4', '501c5', '501c6', 'government', 'other', 'something else'),
  ),
});

describe('classes', () => {
  test('are total: any facts have one known class, a rule, its version and a reason in every regime', () => {
    fc.assert(
      fc.property(facts, fc.constantFrom(...REGIMES), (one, regime) => {
        const classed = classify(regime, one);
        expect(Object.keys(CLASSES[regime] ?? {})).toContain(classed.class);
        expect(classed.counts).toBe(classed.class !== 'not_counted');
        expect(classed.ruleId).not.toBe('');
        expect(classed.ruleVersion).toMatch(/^20\d\d$/);
        expect(classed.reason.length).toBeGreaterThan(20);
      }),
      { numRuns: 2000 },
    );
  });

  test('in official capacity nobody’s contact counts in a state or with the federal office', () => {
    for (const regime of ['mt', 'ms', 'ma', 'lda'] as const)
      for (const kind of ['direct_contact', 'testimony', 'preparation'])
        expect(
          classify(regime, {
            kind,
            personKind: 'staff_lobbyist',
            directedBy: 'lobbyist',
            level: regime === 'lda' ? 'federal' : 'state',
            officialCapacity: true,
          }).class,
        ).toBe('not_counted');
  });

  test('an agency’s rule is Massachusetts’s and Mississippi’s, not Montana’s and not the tax law’s', () => {
    const rule = {
      kind: 'direct_contact',
      personKind: 'staff_lobbyist',
      directedBy: 'lobbyist',
      level: 'state' as const,
      branch: 'executive' as const,
      taxStatus: '501c3h',
    };
    expect(classify('ma', rule).class).toBe('executive');
    expect(classify('ms', rule).class).toBe('a');
    expect(classify('mt', rule).class).toBe('not_counted');
    expect(classify('irs', rule).class).toBe('not_counted');
  });
});

describe('questions', () => {
  test('are asked exactly where the answer changes a class', () => {
    fc.assert(
      fc.property(facts, fc.subarray([...REGIMES]), (one, regimes) => {
        const asked = questionsFor(regimes, one).map(({ name }) => name);
        for (const { name, answers } of QUESTIONS) {
          const open = one[name] === null || one[name] === undefined;
          const classes = new Set(
            answers.map(({ means }) =>
              regimes.map((regime) => classify(regime, { ...one, [name]: means }).class).join(),
            ),
          );
          expect(asked.includes(name)).toBe(open && classes.size > 1);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('of a member’s contact about a state bill there is none in Montana; of staff’s testimony Mississippi asks two', () => {
    expect(
      questionsFor(['mt'], {
        kind: 'direct_contact',
        personKind: 'member',
        directedBy: 'client',
        level: 'state',
        branch: 'legislative',
      }),
    ).toEqual([]);
    expect(
      questionsFor(['ms'], {
        kind: 'testimony',
        personKind: 'staff_support',
        directedBy: 'client',
        level: 'state',
        branch: 'legislative',
      }).map(({ name }) => name),
    ).toEqual(['officialCapacity', 'onRecord']);
  });
});

describe('a message of a charity', () => {
  const message: Omit<Message, 'mainlyMembers'> = {
    specificLegislation: true,
    reflectsView: true,
    members: 200,
    nonMembers: 0,
    directInterest: true,
    calls: ['tell'],
    asksNonMembers: false,
  };
  const of = (more: Partial<Message>) => {
    const one = { ...message, ...more };
    return classifyMessage({ ...one, mainlyMembers: one.members > one.nonMembers }).class;
  };

  test.each([
    ['about no bill', { specificLegislation: false }, 'not_counted'],
    ['without a view', { reflectsView: false }, 'not_counted'],
    ['to members, with no call', { calls: [] }, 'not_counted'],
    ['to members, naming their senator and no more', { calls: ['identify'] as Call[] }, 'not_counted'],
    ['to members, asking them to call', {}, 'direct'],
    ['to members, with a number to tap', { calls: ['contact'] as Call[] }, 'direct'],
    ['to members, asking them to rouse parents', { asksNonMembers: true }, 'grassroots'],
    ['to the public, with no call', { members: 0, nonMembers: 50, calls: [] }, 'not_counted'],
    [
      'to the public, naming who decides',
      { members: 0, nonMembers: 50, calls: ['identify'] as Call[] },
      'grassroots',
    ],
    ['mostly to members', { nonMembers: 50 }, 'split'],
    [
      'mostly to members, naming who decides',
      { nonMembers: 50, calls: ['identify'] as Call[] },
      'split_none',
    ],
    ['mostly to others', { members: 50, nonMembers: 200 }, 'grassroots'],
    ['to members, of no direct interest to them', { directInterest: false }, 'grassroots'],
  ])('%s', (_name, more, expected) => {
    expect(of(more)).toBe(expected);
  });

  test.each<[string, Call[]]>([
    ['Call Sen. Hill today about HB 203', ['tell', 'identify']],
    ['HB 203 is heard on Tuesday.', []],
    ['Ask your senator to oppose HB 203: 406-555-0100', ['tell', 'contact', 'identify']],
    ['Sign the petition against HB 203', ['mechanism']],
    ['Talking points for HB 203: {{link}}', ['contact']],
  ])('%s', (text, calls) => {
    expect(messageWords(text).calls).toEqual(calls);
  });
});
