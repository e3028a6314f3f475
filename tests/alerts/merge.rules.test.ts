import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  fieldsIn,
  hasLooseBraces,
  memberLink,
  MERGE_FIELDS,
  mergeValue,
  renderSms,
  renderWording,
  unknownFields,
} from '../../src/alerts/merge.ts';

test('fields are filled in, and an empty one leaves no gap', () => {
  expect(
    renderWording('Dear {{title}} {{last_name}} of {{ district }}: {{link}}', {
      last_name: 'Harrowgate',
      title: null,
      district: 'Drummond K-12',
      link: 'tsln.org/a/k7Qm2xV9tR',
    }),
  ).toBe('Dear Harrowgate of Drummond K-12: tsln.org/a/k7Qm2xV9tR');
});

test('whatever the words and the values hold, no field is left', () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom('{', '}', '{{', '}}', '{{first_name}}', '{{link}}', '{{ nobody }}', '{{{{title}}}}'),
  );
  const words = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
  const merge = fc.record(Object.fromEntries(MERGE_FIELDS.map((name) => [name, fc.option(words)])), {
    requiredKeys: [],
  });
  fc.assert(
    fc.property(words, merge, (text, values) => {
      expect(renderWording(text, { ...values, link: 'tsln.org/a/x' })).not.toMatch(/[{}]/);
    }),
    { numRuns: 2_000 },
  );
});

test('a member’s own value never brings an address that a phone would link', () => {
  const linked = /:\/\/|[\p{L}\p{N}-][.。．][\p{L}\p{N}-]{2,}/u;
  for (const value of [
    'https://evil.example/a',
    'evil.example',
    'www.evil.example',
    'a@evil.example',
    'HTTP://x.yz',
    'e\u200Bvil.com',
  ]) {
    expect(mergeValue(value), value).not.toMatch(linked);
  }
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'ab.:/@h tp。-{}\u200b') }), (value) => {
      expect(mergeValue(value)).not.toMatch(linked);
    }),
    { numRuns: 2_000 },
  );
  expect(mergeValue('St. Ignatius K-12')).toBe('St. Ignatius K-12');
  expect(mergeValue('J.D. O’Brien')).toBe('J.D. O’Brien');
});

test('a text takes plain marks from names too', () => {
  expect(renderSms('Hello {{last_name}}', { last_name: 'O’Brien' })).toBe("Hello O'Brien");
});

test('unknown fields and loose braces are found', () => {
  expect(unknownFields('{{first_name}} {{phone}} {{phone}}')).toEqual(['phone']);
  expect(hasLooseBraces('{{first_name} {{link}}')).toBe(true);
  expect(hasLooseBraces('{{first_name}} {{link}}')).toBe(false);
  expect(fieldsIn('{{link}} {{ first_name }}')).toEqual(['first_name', 'link']);
});

test('a link in a text leaves the scheme out where phones do not need it', () => {
  expect(memberLink('https://tsln.org', 'k7Qm2xV9tR', 'sms')).toBe('tsln.org/a/k7Qm2xV9tR');
  expect(memberLink('https://tsln.org', 'k7Qm2xV9tR', 'email')).toBe('https://tsln.org/a/k7Qm2xV9tR');
  expect(memberLink('http://localhost:8787', 'k7Qm2xV9tR', 'sms')).toBe('http://localhost:8787/a/k7Qm2xV9tR');
});
