import { writeCsv } from '../platform/csv.ts';
import { formatIso } from '../platform/days.ts';
import { plainCents } from '../platform/money.ts';
import type { FilingModel } from './filing-model.ts';
import { renderHtml } from './render-html.ts';

export const FORMATS = ['csv', 'html', 'json'] as const;
export type Format = (typeof FORMATS)[number];
export type Copies = Record<Format, string>;
export const TYPES: Record<Format, string> = {
  csv: 'text/csv; charset=utf-8',
  html: 'text/html; charset=utf-8',
  json: 'application/json',
};

/** The three files of a filing. The same model always gives the same bytes. */
export const renderCopies = (model: FilingModel): Copies => ({
  csv: renderCsv(model),
  html: renderHtml(model),
  json: renderJson(model),
});

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
