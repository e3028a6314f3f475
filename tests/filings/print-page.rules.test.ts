import { expect, test } from 'vitest';
import { PrintPage } from '../../src/filings/pages/print-page.tsx';
import type { LineView } from '../../src/filings/show-filing.ts';

const line = (no: number, label: string, more: Partial<LineView> = {}): LineView => ({
  no,
  section: 'Part II-A, line 2',
  label,
  detail: '',
  amountCents: null,
  cells: null,
  sources: [],
  ...more,
});
const printed = (lines: LineView[]) =>
  String(
    PrintPage({
      network: 'Example Network',
      zone: 'America/Denver',
      obligationId: 'o1',
      name: 'Schedule C',
      office: 'Internal Revenue Service',
      organizationName: 'Example Association',
      dueOn: '2027-05-17',
      version: 1,
      filedAt: null,
      sha256: null,
      lines,
    }),
  );
const cellsOf = (html: string) =>
  [...html.matchAll(/<t[hd] [^>]*>(.*?)<\/t[hd]>/g)].map((one) => (one[1] ?? '').replaceAll(/<[^>]*>/g, ''));

test('a section with columns of the form is printed in them, each line in its place', () => {
  const cells = (label: string, year: string) => [
    { name: 'Line', value: label },
    { name: '(d) 2026', value: year },
  ];
  const html = printed([
    line(1, '2a. Nontaxable', { cells: cells('2a. Nontaxable', '100000'), amountCents: 100_000_00 }),
    line(2, '2b. Ceiling', { detail: '150 percent of line 2a.', amountCents: 150_000_00 }),
    line(3, '2c. Lobbying', { cells: cells('2c. Lobbying', '40000'), amountCents: 40_000_00 }),
  ]);
  expect(cellsOf(html)).toEqual([
    'Line',
    '(d) 2026',
    'Amount',
    '2a. Nontaxable',
    '100000',
    '$100,000.00',
    '2b. Ceiling. 150 percent of line 2a.',
    '',
    '$150,000.00',
    '2c. Lobbying',
    '40000',
    '$40,000.00',
  ]);
});

test('a section without them is printed as line, detail and amount, its total last', () => {
  const html = printed([
    line(1, 'Total', { amountCents: 5_00 }),
    line(2, 'Postage', { detail: 'Two letters', amountCents: 5_00 }),
  ]);
  expect(cellsOf(html)).toEqual([
    'Line',
    'Detail',
    'Amount',
    'Postage',
    'Two letters',
    '$5.00',
    'Total',
    '',
    '$5.00',
  ]);
});
