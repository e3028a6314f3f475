import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  campaignFindings,
  candidateNamed,
  findingsOf,
  type Wording,
} from '../../src/lobbying/wording-findings.ts';

const hill = { name: 'Ada Kestrelman', given: 'Ada', family: 'Kestrelman', electionOn: '2026-11-03' };
const wording = (text: string, more: Partial<Wording> = {}): Wording => ({
  kind: 'action',
  text,
  sms: `SAM: ${text} {{link}}\nReply STOP to end`,
  shortName: 'SAM',
  taxStatus: '501c3h',
  hasBill: false,
  ballotIssue: false,
  members: 200,
  nonMembers: 0,
  mainlyMembers: (more.members ?? 200) > (more.nonMembers ?? 0),
  today: '2026-09-10',
  window: { days: 60, scorecards: 0, source: 'Rev. Rul. 2007-41' },
  candidates: [hill],
  ...more,
});
const found = (text: string, more: Partial<Wording> = {}) =>
  findingsOf(wording(text, more)).map((one) => `${one.tone} ${one.id}`);
const CARRIER = ['note sender', 'note stop'];

describe('a charity’s alert', () => {
  test('that names a candidate is held within the window, and no day before it', () => {
    const text = 'Thank Sen. Kestrelman for the hearing.';
    expect(found(text)).toContain('held candidate');
    expect(found(text, { today: '2026-09-04' })).toContain('held candidate');
    expect(found(text, { today: '2026-09-03' })).not.toContain('held candidate');
    expect(found(text, { today: '2026-11-03' })).toContain('held candidate');
    expect(found(text, { today: '2026-11-04' })).not.toContain('held candidate');
    expect(found(text, { window: null })).not.toContain('held candidate');
  });
  test('says which day, and what to say in place of the name', () => {
    const [held] = campaignFindings(wording('Thank Ada Kestrelman.'));
    expect(held?.words).toBe('Ada Kestrelman');
    expect(held?.why).toContain('November 3, 2026, in 54 days');
    expect(held?.guidance).toBe('/guidance/campaigns');
  });
  test('with a scorecard is held, unless scorecards are allowed', () => {
    expect(found('See our legislative scorecard.')).toContain('held scorecard');
    expect(found('How we graded your legislators.')).toContain('held scorecard');
    const window = { days: 60, scorecards: 1, source: 'Counsel' };
    expect(found('See our legislative scorecard.', { window })).not.toContain('held scorecard');
  });
});

test('other organizations are warned of the same and nothing of theirs is held', () => {
  for (const text of ['Re-elect Sen. Kestrelman.', 'Thank Sen. Kestrelman.', 'See the scorecard.'])
    for (const taxStatus of ['501c4', '501c6', null])
      expect(found(text, { taxStatus }).some((one) => one.startsWith('held'))).toBe(false);
  expect(found('Thank Sen. Kestrelman.', { taxStatus: '501c6' })).toContain('warn candidate');
});

test.each([
  ['Sen. Kestrelman', 'Sen. Kestrelman'],
  ['senator Kestrelman', 'senator Kestrelman'],
  ['Ask Ada Kestrelman today', 'Ada Kestrelman'],
  ['Rep. Ada Kestrelman votes', 'Rep. Ada Kestrelman'],
  ['the Kestrelman bridge', null],
  ['Sen. Kestrelmanson', null],
])('a name is found by its title or first name: %s', (text, words) => {
  expect(candidateNamed(text, hill)).toBe(words);
});
test('a name with signs in it is a name and no pattern', () => {
  expect(candidateNamed("Sen. O'Hara", { given: 'Pat', family: "O'Hara" })).toBe("Sen. O'Hara");
  expect(candidateNamed('anything', { given: '(.*', family: '.*' })).toBeNull();
  expect(candidateNamed('anything', { given: '', family: '' })).toBeNull();
});

test('ballot words ask for the mark; marked, it says who is left out', () => {
  expect(found('Vote on the mill levy.')).toContain('warn ballot');
  expect(found('Vote on the mill levy.', { ballotIssue: true })).toContain('note ballot');
  expect(found('HB 12 is up.')).not.toContain('warn ballot');
});

test('calls to action and a view on a bill are found, without any verdict', () => {
  const ids = found('Please call your senator to oppose HB 12.');
  expect(ids).toEqual(expect.arrayContaining(['note call_tell', 'note view']));
  expect(ids.some((one) => !one.startsWith('note'))).toBe(false);
});
test('members who are asked to rouse others, and people who are no members, make it grass roots', () => {
  expect(found('Oppose HB 12. Call your senator, and ask parents to call too.')).toContain('warn others');
  expect(found('Oppose HB 12: call your senator.', { nonMembers: 40 })).toContain('warn non_members');
  expect(found('The office is closed on Friday.', { nonMembers: 40 })).toEqual(CARRIER);
  expect(found('Oppose HB 12: call your senator.', { nonMembers: 40, taxStatus: null })).not.toContain(
    'warn non_members',
  );
});

test('a text says who sends it and how to stop; numbers and addresses are compared with the campaign', () => {
  expect(found('The office is closed on Friday.')).toEqual(CARRIER);
  expect(found('x', { sms: 'Hello' })).toEqual(['warn sender', 'warn stop']);
  expect(found('Call 406-555-0142.')).toContain('warn number');
  expect(found('See https://example.org/x.')).toContain('warn address');
  expect(found('Call 406-555-0142.', { sms: '' })).not.toContain('warn number');
});

test('whatever is written has findings with reasons, what is held first; only a charity’s are ever held', () => {
  const order = ['held', 'warn', 'note'];
  fc.assert(
    fc.property(
      fc.string({ maxLength: 200 }),
      fc.constantFrom('501c3', '501c3h', '501c4', '501c6', 'government', null),
      fc.boolean(),
      fc.nat(50),
      (text, taxStatus, ballotIssue, nonMembers) => {
        const findings = findingsOf(wording(text, { taxStatus, ballotIssue, nonMembers }));
        const tones = findings.map((one) => order.indexOf(one.tone));
        expect(tones).toEqual(tones.toSorted((a, b) => a - b));
        for (const one of findings) {
          expect(one.why.length).toBeGreaterThan(20);
          if (one.tone === 'held') expect(taxStatus?.startsWith('501c3')).toBe(true);
          if (one.guidance) expect(one.guidance).toMatch(/^\/guidance\/[a-z0-9-]+$/);
        }
      },
    ),
  );
});
