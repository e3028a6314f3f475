import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { actionText, detailText, subjectText } from '../../src/staff/journal-words.ts';
import { localPath } from '../../src/staff/sign-in-rules.ts';

test('after signing in one goes only to a page of ours', () => {
  expect(localPath('/alerts/A1?tab=answers')).toBe('/alerts/A1?tab=answers');
  for (const next of [
    undefined,
    '',
    'alerts',
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/a\\..\\b',
    'javascript:alert(1)',
    '/\n/evil.example',
  ])
    expect(localPath(next)).toBe('/');
});

test('no text at all leads away from here', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('/', '\\', '.', ':', '@', 'a', '\t', '\n', '?', '#', '%') }),
      (next) => {
        const there = new URL(localPath(next), 'https://network.example');
        return there.origin === 'https://network.example';
      },
    ),
  );
});

test('the journal reads as words', () => {
  expect(actionText('talking-points.publish')).toBe('Talking points: publish');
  expect(subjectText('alert', '01JABCDEFGHJKMNPQRSTVWXYZ0')).toBe('alert …VWXYZ0');
  expect(subjectText('network', 'network')).toBe('the network');
  expect(detailText({ role: 'owner', staffId: 'S1', set: true, ids: ['a', 'b', 'c', 'd'], none: null })).toBe(
    'role owner, staff id S1, set yes, ids 4 items',
  );
  expect(actionText('api-key.create')).toBe('API key: create');
  expect(detailText({ amountCents: 612_500, reason: 'The director is away.', missing: 0 })).toBe(
    'amount $6,125.00, reason The director is away, missing 0',
  );
});
