import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readQuery } from '../../src/api/query-string.ts';
import { camel, fromWire, readMoment, snake, toWire, wirePath } from '../../src/api/wire.ts';

test('names go out and come back', () => {
  for (const [ours, theirs] of [
    ['smsConsentOn', 'sms_consent_on'],
    ['id', 'id'],
    ['districtNces', 'district_nces'],
    ['priceMicros', 'price_micros'],
  ] as const) {
    expect(snake(ours)).toBe(theirs);
    expect(camel(theirs)).toBe(ours);
  }
  fc.assert(
    fc.property(
      fc.stringMatching(/^[a-z]{1,6}([A-Z][a-z]{1,6}){0,4}$/),
      (name) => camel(snake(name)) === name,
    ),
  );
  expect(wirePath('question.options.0.smsText')).toBe('question.options.0.sms_text');
});

test('any moment goes out as ISO 8601 and comes back the same', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4_000_000_000_000 }), (ms) => {
      const out = toWire({ deadlineAt: ms, list: [{ at: ms }] });
      expect(fromWire(out)).toEqual({ ok: true, value: { deadlineAt: ms, list: [{ at: ms }] } });
    }),
  );
  expect(toWire({ at: null, count: 3, seenAt: 'text' })).toEqual({ at: null, count: 3, seen_at: 'text' });
});

test('what is no moment is no moment', () => {
  for (const text of [
    '',
    '2027-02-29T00:00:00Z',
    '2027-2-9T00:00:00Z',
    '2027-02-09T25:00:00Z',
    '2027-02-09 10:00Z',
  ])
    expect(readMoment(text), text).toBeNull();
  expect(readMoment('2028-02-29T00:00Z')).toBe(Date.UTC(2028, 1, 29));
  expect(readMoment('2027-02-09T09:00:00.5-07:00')).toBe(Date.UTC(2027, 1, 9, 16, 0, 0, 500));
});

test('no JSON makes the reading throw, and what is taken has names of ours only', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const read = fromWire(value);
      if (!read.ok) expect(read.fields.length).toBeGreaterThan(0);
    }),
  );
  expect(fromWire({ aB: 1, 'c-d': 2, _e: 3, f: 4 })).toEqual({
    ok: false,
    fields: ['aB', 'c-d', '_e'].map((field) => ({ field, message: 'This field is not known here.' })),
  });
});

test('yes and no leave as booleans, whichever way they were kept', () => {
  expect(toWire({ estimated: 0, personalLiving: 1, counts: 1, count: 1, isPublic: true })).toEqual({
    estimated: false,
    personal_living: true,
    counts: true,
    count: 1,
    is_public: true,
  });
});

test('parameters are read by what their schemas say', () => {
  const schemas = {
    limit: { type: 'integer' },
    dry_run: { type: 'boolean' },
    states: { type: 'array' },
    mapping: { type: 'object' },
    since_at: { type: 'string', format: 'date-time' },
    q: { anyOf: [{ type: 'string' }, { type: 'null' }] },
    option: { anyOf: [{ type: 'integer' }, { type: 'null' }] },
  };
  expect(
    readQuery(
      {
        limit: ['5'],
        dry_run: ['1'],
        states: ['draft,open', 'closed'],
        mapping: ['{"a":"b"}'],
        since_at: ['2027-02-09T16:00:00Z'],
        q: ['007'],
        option: ['2'],
      },
      schemas,
    ),
  ).toEqual({
    ok: true,
    value: {
      limit: 5,
      dry_run: true,
      states: ['draft', 'open', 'closed'],
      mapping: { a: 'b' },
      since_at: Date.UTC(2027, 1, 9, 16),
      q: '007',
      option: 2,
    },
  });
  const refused = readQuery(
    {
      limit: ['1e9'],
      dry_run: ['yes'],
      constructor: ['x'],
      q: ['a', 'b'],
      mapping: ['{'],
      since_at: ['now'],
    },
    schemas,
  );
  expect(refused.ok ? [] : refused.fields.map((one) => one.field)).toEqual([
    'limit',
    'dry_run',
    'constructor',
    'q',
    'mapping',
    'since_at',
  ]);
});

test('a list that SQLite gathered as text goes out as a list', () => {
  expect(toWire({ classes: '[{"regime":"mt","counts":1,"ruleId":"MT-07"}]' })).toEqual({
    classes: [{ regime: 'mt', counts: true, rule_id: 'MT-07' }],
  });
  expect(toWire({ classes: ['k12'] })).toEqual({ classes: ['k12'] });
});
