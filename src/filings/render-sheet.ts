import { formatIso } from '../platform/days.ts';
import { sheetOf, type SheetCell, type SheetTable } from '../platform/sheet.ts';
import { namesOf } from './cells.ts';
import type { FilingModel } from './filing-model.ts';
import { sectionsOf } from './sections-of.ts';

const amount = (cents: number | null): SheetCell => (cents === null ? null : { cents });

/** The filing as a workbook: its head, all lines, each section that has columns of its own, the rows behind, the rules. */
export const renderSheet = (model: FilingModel): Promise<Uint8Array<ArrayBuffer>> =>
  sheetOf([head(model), lines(model), ...formSections(model), rows(model), rules(model)]);

const head = (model: FilingModel): SheetTable => ({
  name: 'Report',
  columns: [
    { label: 'What', width: 22 },
    { label: 'Value', width: 70 },
  ],
  rows: [
    ['Report', model.title],
    ['Office', model.office],
    ['Filed for', model.organization],
    ['Version', model.version],
    ['Period from', model.periodFrom],
    ['Period to', model.periodTo],
    ['Due on', model.dueOn],
    ['Filed at', model.filedAt === null ? 'Prepared, not filed' : formatIso(model.filedAt)],
    ['Total', { cents: model.totalCents }],
    ['SHA-256 of its lines', model.hash ?? ''],
  ],
});

const lines = (model: FilingModel): SheetTable => ({
  name: 'Lines',
  columns: [
    { label: 'No', width: 6 },
    { label: 'Section', width: 28 },
    { label: 'Line', width: 34 },
    { label: 'Detail', width: 60 },
    { label: 'Amount', width: 14 },
  ],
  rows: model.lines.map((line) => [line.no, line.section, line.label, line.detail, amount(line.amountCents)]),
});

const formSections = (model: FilingModel): SheetTable[] =>
  sectionsOf(model).flatMap(({ title, lines: own }) => {
    const names = namesOf(own);
    if (names.length === 0) return [];
    return [
      {
        name: title,
        columns: [
          { label: 'No', width: 6 },
          ...names.map((label) => ({ label, width: 24 })),
          { label: 'Amount', width: 14 },
        ],
        rows: own.map((line) => [
          line.no,
          ...names.map((name, at) =>
            line.cells
              ? (line.cells.find((cell) => cell.name === name)?.value ?? '')
              : at === 0
                ? [line.label, line.detail].filter(Boolean).join(': ')
                : '',
          ),
          amount(line.amountCents),
        ]),
      },
    ];
  });

const rows = (model: FilingModel): SheetTable => ({
  name: 'Rows of the log',
  columns: [
    { label: 'Line no', width: 8 },
    { label: 'Kind', width: 16 },
    { label: 'Row', width: 32 },
    { label: 'Taken', width: 14 },
  ],
  rows: model.lines.flatMap((line) =>
    line.sources.map((one): SheetCell[] => [line.no, one.kind, one.id, amount(one.cents)]),
  ),
});

const rules = (model: FilingModel): SheetTable => ({
  name: 'Rules',
  columns: [
    { label: 'Rule', width: 36 },
    { label: 'Operator', width: 14 },
    { label: 'Value', width: 30 },
    { label: 'Unit', width: 10 },
    { label: 'From', width: 12 },
    { label: 'Source', width: 60 },
    { label: 'Evidence', width: 10 },
  ],
  rows: model.rules.map((rule) => [
    rule.id,
    rule.operator ?? '',
    rule.unit === 'cents' && /^-?\d+$/.test(rule.value) ? { cents: Number(rule.value) } : rule.value,
    rule.unit === 'cents' ? 'dollars' : rule.unit,
    rule.fromOn,
    rule.source,
    rule.evidence,
  ]),
});
