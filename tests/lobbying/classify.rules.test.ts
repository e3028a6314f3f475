import { expect, test } from 'vitest';
import { ACTIVITY_KINDS } from '../../src/lobbying/add-activity.ts';
import { CLASSES, classify, REGIMES, type Regime } from '../../src/lobbying/classify.ts';

const PEOPLE = ['staff_lobbyist', 'contract_lobbyist', 'staff_support', 'officer', 'member', 'none'];
const DIRECTED = ['client', 'lobbyist', 'independent'];
const of = (regime: Regime, kind: string, personKind: string, directedBy = 'client') => {
  const { class: what, counts } = classify(regime, { kind, personKind, directedBy });
  return [what, counts];
};

test('every kind of activity by every kind of person has a class, a rule and a reason in every regime', () => {
  let seen = 0;
  for (const regime of REGIMES)
    for (const kind of ACTIVITY_KINDS)
      for (const personKind of PEOPLE)
        for (const directedBy of DIRECTED) {
          const classed = classify(regime, { kind, personKind, directedBy });
          expect(Object.keys(CLASSES[regime] ?? {})).toContain(classed.class);
          expect(classed.counts).toBe(classed.class !== 'not_counted');
          expect(classed.ruleId).not.toBe('');
          expect(classed.ruleVersion).toMatch(/^20\d\d$/);
          expect(classed.reason.length).toBeGreaterThan(20);
          seen += 1;
        }
  expect(seen).toBe(REGIMES.length * ACTIVITY_KINDS.length * PEOPLE.length * DIRECTED.length);
});

test('a paid lobbyist’s contact counts, a member’s does not, in both states', () => {
  for (const kind of ['direct_contact', 'testimony']) {
    expect(of('mt', kind, 'staff_lobbyist')).toEqual(['lobbying', true]);
    expect(of('mt', kind, 'contract_lobbyist')).toEqual(['lobbying', true]);
    expect(of('ms', kind, 'staff_lobbyist', 'lobbyist')).toEqual(['a', true]);
    for (const person of ['member', 'officer'])
      for (const regime of REGIMES)
        expect(of(regime, kind, person, 'independent')).toEqual(['not_counted', false]);
  }
});

test('an employee who is no lobbyist: time for Mississippi’s (d), outside Montana’s report with the reason', () => {
  expect(of('ms', 'direct_contact', 'staff_support', 'client')).toEqual(['d', true]);
  expect(of('mt', 'direct_contact', 'staff_support')).toEqual(['not_counted', false]);
  expect(
    classify('mt', { kind: 'testimony', personKind: 'staff_support', directedBy: 'client' }).reason,
  ).toContain('not named as a lobbyist');
});

test('a bill of another legislature counts in neither Montana nor Massachusetts, their own does', () => {
  const about = (regime: Regime, jurisdiction: string | null) =>
    classify(regime, {
      kind: 'direct_contact',
      personKind: 'staff_lobbyist',
      directedBy: 'lobbyist',
      jurisdiction,
    }).counts;
  expect(['MT', 'mt', null, 'MA', 'WY'].map((one) => about('mt', one))).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
  expect(['MA', 'ma', null, 'MT', 'WY'].map((one) => about('ma', one))).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
});

test('asking members is support in Montana and has a category of its own in Mississippi', () => {
  for (const kind of ['solicitation_of_members', 'solicitation_of_public']) {
    expect(of('mt', kind, 'none')).toEqual(['support', true]);
    expect(of('ms', kind, 'none')).toEqual(['e', true]);
  }
});

test('following a bill and office work count nowhere', () => {
  for (const kind of ['monitoring', 'administrative'])
    for (const regime of REGIMES) expect(of(regime, kind, 'staff_support')).toEqual(['not_counted', false]);
});
