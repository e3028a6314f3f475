import { writeCsv } from '../platform/csv.ts';
import { formatIso } from '../platform/days.ts';
import { plainCents } from '../platform/money.ts';
import type { FilingModel } from './filing-model.ts';
import { renderHtml } from './render-html.ts';
import { renderPdf } from './render-pdf.ts';
import { renderSheet } from './render-sheet.ts';

export const FORMATS = ['csv', 'html', 'json', 'pdf', 'xlsx'] as const;
export type Format = (typeof FORMATS)[number];
export type Copies = Record<Format, Uint8Array<ArrayBuffer>>;
export const TYPES: Record<Format, string> = {
  csv: 'text/csv; charset=utf-8',
  html: 'text/html; charset=utf-8',
  json: 'application/json',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};
const inUtf8 = (text: string) => new Uint8Array(new TextEncoder().encode(text));

const RENDER: Record<
  Format,
  (model: FilingModel) => Promise<Uint8Array<ArrayBuffer>> | Uint8Array<ArrayBuffer>
> = {
  csv: (model) => inUtf8(renderCsv(model)),
  html: (model) => inUtf8(renderHtml(model)),
  json: (model) => inUtf8(renderJson(model)),
  pdf: renderPdf,
  xlsx: renderSheet,
};

/** One file of a filing. The same model always gives the same bytes. */
export const renderCopy = async (model: FilingModel, format: Format): Promise<Uint8Array<ArrayBuffer>> =>
  RENDER[format](model);

/** Every file of a filing. The same model always gives the same bytes. */
export const renderCopies = async (model: FilingModel): Promise<Copies> =>
  Object.fromEntries(
    await Promise.all(FORMATS.map(async (format) => [format, await renderCopy(model, format)] as const)),
  ) as Copies;

/** One row for each line, in the form's order; amounts as plain decimals, rows of the log by kind and id. */
export const renderCsv = (model: FilingModel): string =>
  writeCsv(
    ['No', 'Section', 'Line', 'Detail', 'Amount', 'Rows'],
    model.lines.map((line) => [
      line.no,
      line.section,
      line.label,
      line.detail,
      line.amountCents === null ? '' : plainCents(line.amountCents),
      line.sources.map((source) => `${source.kind}:${source.id}`).join(' '),
    ]),
    { bom: true },
  );

const renderJson = (model: FilingModel): string =>
  `${JSON.stringify(
    {
      id: model.id,
      title: model.title,
      office: model.office,
      organization: model.organization,
      version: model.version,
      period: { from: model.periodFrom, to: model.periodTo },
      due_on: model.dueOn,
      filed_at: model.filedAt === null ? null : formatIso(model.filedAt),
      total_cents: model.totalCents,
      lines: model.lines.map((line) => ({
        no: line.no,
        section: line.section,
        label: line.label,
        detail: line.detail,
        amount_cents: line.amountCents,
        ...(line.cells ? { cells: line.cells } : {}),
        sources: line.sources.map(({ kind, id, cents }) => ({ kind, id, cents })),
      })),
      rules: model.rules.map((rule) => ({
        id: rule.id,
        key: rule.key,
        operator: rule.operator,
        value: rule.value,
        unit: rule.unit,
        from: rule.fromOn,
        source: rule.source,
        evidence: rule.evidence,
      })),
    },
    null,
    2,
  )}\n`;
