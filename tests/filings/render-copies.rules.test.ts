import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { FilingModel } from '../../src/filings/filing-model.ts';
import { renderCopies, renderCopy } from '../../src/filings/render-copies.ts';
import { readCsv } from '../../src/platform/csv.ts';
import { plainCents } from '../../src/platform/money.ts';

const model = (more: Partial<FilingModel> = {}): FilingModel => ({
  form: 'l5-month',
  id: '01FILING',
  title: 'L-5, January 2027',
  office: 'Montana Commissioner of Political Practices',
  organization: 'Treasure State Association',
  version: 1,
  periodFrom: '2027-01-01',
  periodTo: '2027-01-31',
  dueOn: '2027-02-16',
  filedAt: Date.UTC(2027, 1, 9, 16),
  totalCents: 250_50,
  hash: '9f'.repeat(32),
  lines: [
    {
      no: 1,
      section: 'Payments by category',
      label: 'Printing',
      detail: '1 payment',
      amountCents: 250_50,
      sources: [{ kind: 'expense', id: '01EXPENSE', cents: 250_50 }],
    },
  ],
  rules: [
    {
      id: 'mt.payment_threshold.2025',
      key: 'payment_threshold',
      value: '300000',
      operator: 'more_than',
      unit: 'cents',
      fromOn: '2025-01-01',
      source: 'COPP lobbying FAQ',
      evidence: 'V',
    },
  ],
  ...more,
});
const line = fc.record({
  no: fc.nat(999),
  section: fc.string({ minLength: 1 }),
  label: fc.string(),
  detail: fc.string(),
  amountCents: fc.option(fc.nat(10_000_000_00)),
  sources: fc.constant<FilingModel['lines'][number]['sources']>([]),
});

const textOf = async (one: FilingModel, format: 'csv' | 'html' | 'json') =>
  new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await renderCopy(one, format));

test('the same model gives the same bytes, whatever stands in its lines', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(line), async (lines) => {
      const one = model({ lines });
      expect(await renderCopies(one)).toEqual(await renderCopies(structuredClone(one)));
    }),
    { numRuns: 40 },
  );
});

test('no file bears the hour at which it was made', async () => {
  const before = await renderCopies(model());
  vi.useFakeTimers({ now: Date.UTC(2031, 5, 17, 3, 4, 6), toFake: ['Date'] });
  try {
    expect(await renderCopies(model())).toEqual(before);
  } finally {
    vi.useRealTimers();
  }
});

test('no word of a line becomes markup, and the page needs nothing from elsewhere', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string(), async (words) => {
      const html = await textOf(model({ title: `<script>${words}`, organization: `"${words}'` }), 'html');
      expect(html).not.toContain('<script');
      expect(html).not.toMatch(/<(link|img|iframe)|\ssrc=|url\(/);
    }),
  );
});

test('the CSV keeps every amount to the cent', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(10_000_000_00), async (amountCents) => {
      const [first] = model().lines;
      const csv = readCsv(await textOf(model({ lines: first ? [{ ...first, amountCents }] : [] }), 'csv'));
      expect(csv.ok && csv.rows[0]?.cells.amount).toBe(plainCents(amountCents));
    }),
  );
});

test('each line names its rows and the cents taken, and the rules are listed with value and source', async () => {
  const [html, json] = [await textOf(model(), 'html'), await textOf(model(), 'json')];
  expect(html).toContain('expense 01EXPENSE ($250.50)');
  expect(html).toContain('more than $3,000.00');
  expect(html).toContain('COPP lobbying FAQ (V)');
  expect(JSON.parse(json)).toMatchObject({
    filed_at: '2027-02-09T16:00:00.000Z',
    total_cents: 250_50,
    lines: [{ no: 1, amount_cents: 250_50, sources: [{ kind: 'expense', id: '01EXPENSE', cents: 250_50 }] }],
  });
});
