import { formatIso, showDay } from '../platform/days.ts';
import { showCents } from '../platform/money.ts';
import { pdfOf, type PdfBlock } from '../platform/pdf.ts';
import { namesOf } from './cells.ts';
import type { FilingModel } from './filing-model.ts';
import { OPERATOR_WORDS } from './rulebook.ts';
import { sectionsOf } from './sections-of.ts';

type Lines = FilingModel['lines'];
/** Beyond so many columns of its own a section reads better with each line's columns in words. */
const MOST_COLUMNS = 5;
/** Shares of a column of its own, in characters. */
const NARROWEST = 12;
const WIDEST = 40;

const amount = (cents: number | null) => (cents === null ? '' : showCents(cents));
/** "January 13, 2028, 17:00 UTC": a file that is kept says whose hour it is. */
const filedInWords = (ms: number) => {
  const [day = '', time = ''] = formatIso(ms).split('T');
  return `${showDay(day, { year: true })}, ${time.slice(0, 5)} UTC`;
};
const isTotal = (label: string) => label.startsWith('Total');

/** The filing as a PDF: its lines in the form's order, the rows behind each, the rules; the hash of its lines at the foot. */
export const renderPdf = (model: FilingModel): Promise<Uint8Array<ArrayBuffer>> =>
  pdfOf({
    title: model.title,
    author: model.organization,
    foot: model.hash === null ? `Version ${model.version}` : `SHA-256 of the lines: ${model.hash}`,
    blocks: [
      { kind: 'title', text: model.title },
      { kind: 'text', text: model.office },
      { kind: 'text', text: model.organization },
      {
        kind: 'small',
        text: `Version ${model.version}. Due ${showDay(model.dueOn, { year: true })}. ${model.filedAt === null ? 'Prepared, not filed.' : `Filed ${filedInWords(model.filedAt)}.`} Total ${showCents(model.totalCents)}.`,
      },
      ...sectionsOf(model).flatMap(({ title, lines }): PdfBlock[] => [
        { kind: 'heading', text: title },
        sectionTable(lines),
      ]),
      { kind: 'heading', text: 'Where each line comes from' },
      sourceTable(model.lines),
      { kind: 'heading', text: 'Rules used' },
      ruleTable(model),
    ],
  });

/** How wide a column of its own is: by what stands in it, never so narrow that a word of its head breaks. */
const shareOf = (name: string, lines: Lines): number => {
  const values = lines.flatMap((line) => line.cells?.find((cell) => cell.name === name)?.value ?? []);
  const mean = values.reduce((sum, value) => sum + value.length, 0) / Math.max(1, values.length);
  const word = Math.max(...name.split(' ').map((part) => part.length));
  return Math.round(Math.min(WIDEST, Math.max(NARROWEST, word + 4, mean)));
};

/** A section in its own columns, words without them across; amounts where it has any. */
const formTable = (names: string[], lines: Lines): PdfBlock => {
  const money = lines.some((line) => line.amountCents !== null);
  return {
    kind: 'table',
    columns: [
      { label: 'No', share: 6 },
      ...names.map((label) => ({ label, share: shareOf(label, lines) })),
      ...(money ? [{ label: 'Amount', share: 15, end: true }] : []),
    ],
    rows: lines.map(({ no, cells, label, detail, amountCents }) => ({
      cells: [
        String(no),
        ...names.map((name, at) => {
          if (cells) return cells.find((cell) => cell.name === name)?.value ?? '';
          return at === 0 ? [label, detail].filter(Boolean).join(': ') : '';
        }),
        ...(money ? [amount(amountCents)] : []),
      ],
      strong: isTotal(label),
      across: !cells,
    })),
  };
};

const sectionTable = (lines: Lines): PdfBlock => {
  const names = namesOf(lines);
  if (names.length > 0 && names.length <= MOST_COLUMNS) return formTable(names, lines);
  const money = lines.some((line) => line.amountCents !== null);
  return {
    kind: 'table',
    columns: [
      { label: 'No', share: 5 },
      { label: 'Line', share: 32 },
      { label: 'Detail', share: money ? 48 : 63 },
      ...(money ? [{ label: 'Amount', share: 15, end: true }] : []),
    ],
    rows: lines.map((line) => ({
      cells: [String(line.no), line.label, line.detail, ...(money ? [amount(line.amountCents)] : [])],
      strong: isTotal(line.label),
    })),
  };
};

const sourceTable = (lines: Lines): PdfBlock => ({
  kind: 'table',
  columns: [
    { label: 'No', share: 5 },
    { label: 'Row of the lobbying log', share: 80 },
    { label: 'Taken', share: 15, end: true },
  ],
  rows: lines.flatMap((line) =>
    line.sources.map((one) => ({ cells: [String(line.no), `${one.kind} ${one.id}`, amount(one.cents)] })),
  ),
});

const ruleTable = (model: FilingModel): PdfBlock => ({
  kind: 'table',
  columns: [
    { label: 'Rule', share: 30 },
    { label: 'Value', share: 24 },
    { label: 'Source', share: 46 },
  ],
  rows: model.rules.map((rule) => ({
    cells: [
      rule.id,
      `${rule.operator ? `${OPERATOR_WORDS[rule.operator] ?? rule.operator} ` : ''}${rule.unit === 'cents' ? showCents(Number(rule.value)) : rule.value}`,
      `${rule.source} (${rule.evidence})`,
    ],
  })),
});
