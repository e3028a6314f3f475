import { plainCents } from '../../../platform/money.ts';
import type { Cell, ExportModel, FilingExport } from '../regime.ts';
import { quarterTo } from './periods.ts';

const QUARTERS = ['Jan 1 - Mar 31', 'Apr 1 - Jun 30', 'July 1 - Sep 30', 'Oct 1 - Dec 31'];
const ORDINALS = ['1st', '2nd', '3rd', '4th'];

const detail = (model: ExportModel, label: string): string =>
  model.lines.find((line) => line.label === label)?.detail ?? '';
const recorded = (text: string): string | null => (text === '' || text === 'Not recorded' ? null : text);
const cell = (cells: readonly Cell[], name: string): string =>
  cells.find((one) => one.name === name)?.value ?? '';
const many = (text: string): string[] => text.split('; ').filter((one) => one !== '' && one !== 'None');

const nameParts = (name: string) => {
  const parts = name.trim().split(/\s+/);
  return {
    first_name: parts.slice(0, -1).join(' ').toUpperCase(),
    last_name: (parts.at(-1) ?? '').toUpperCase(),
  };
};
const entity = (text: string) => {
  const found = /^(\d+) (.+)$/.exec(text);
  return found ? { id: Number(found[1]), name: found[2] } : { id: null, name: text };
};

/** Code and words of "Q1: 1st Quarter - Report", of the amendment where this version is one. */
const typeOf = (model: ExportModel): [code: string, words: string] => {
  const [code = '', words = ''] = detail(model, model.version > 1 ? 'Type as an amendment' : 'Type').split(
    ': ',
  );
  return [code, words];
};

/** An LD-2 as the filings resource of the public API shapes it: its field names, amounts as decimal text. */
export const ld2Object = (model: ExportModel): Record<string, unknown> => {
  const [filingType, filingTypeWords] = typeOf(model);
  const [method = '', methodWords = ''] = detail(model, 'Method').split(': ');
  const { no, period } = quarterTo(model.periodTo);
  const expenses =
    model.lines.find((line) => line.label === 'Expenses relating to lobbying')?.amountCents ?? null;
  return {
    filing_type: filingType,
    filing_type_display: filingTypeWords,
    filing_year: Number(model.periodTo.slice(0, 4)),
    filing_period: period,
    filing_period_display: `${ORDINALS[no - 1]} Quarter (${QUARTERS[no - 1]})`,
    income: null,
    expenses: expenses === null ? null : plainCents(expenses),
    expenses_method: method,
    expenses_method_display: methodWords,
    termination_date: recorded(detail(model, 'Termination date')),
    registrant: {
      name: detail(model, 'Registrant'),
      address_1: recorded(detail(model, 'Address')),
      contact_name: recorded(detail(model, 'Contact')),
      house_registrant_id: recorded(detail(model, 'House ID')),
    },
    client: {
      name: detail(model, 'Client').replace(/^Self: /, ''),
      client_self_select: true,
      client_government_entity: detail(model, 'State or local government or instrumentality') === 'Yes',
    },
    lobbying_activities: model.lines
      .filter((line) => line.section === 'Lobbying activity' && line.cells)
      .map((line) => {
        const cells = line.cells ?? [];
        const area = cell(cells, 'General issue area');
        return {
          general_issue_code: area.slice(0, 3),
          general_issue_code_display: area.slice(4),
          description: cell(cells, 'Specific issues'),
          foreign_entity_issues: many(cell(cells, 'Foreign interest')).join('; '),
          lobbyists: many(cell(cells, 'Lobbyists')).map((name) => ({
            lobbyist: nameParts(name),
            covered_position: null,
            new: false,
          })),
          government_entities: many(cell(cells, 'Houses and agencies')).map(entity),
        };
      }),
    conviction_disclosures: [],
    foreign_entities: [],
    affiliated_organizations: [],
  };
};

/** The same as a file. */
export const ld2Json: FilingExport = {
  id: 'ld2-json',
  label: 'LD-2 JSON',
  forms: ['ld-2'],
  type: 'application/json',
  extension: 'json',
  render: (model) => `${JSON.stringify(ld2Object(model), null, 2)}\n`,
};
