import type { FilingModel } from '../../src/filings/filing-model.ts';
import { regimeById } from '../../src/filings/regimes/index.ts';
import { WORKSHEET, type PrepareInput } from '../../src/filings/regimes/regime.ts';
import { contact, expense, rulesOf, theo } from './rules.ts';

/** One report of each regime, as long as a busy year makes it, with words in it that a spreadsheet could take for a formula. */
export const LONG_REPORTS = [
  { regime: 'mt', form: 'l5-year', from: '2027-01-01', to: '2027-12-31' },
  { regime: 'ms', form: 'client-annual', from: '2027-01-01', to: '2027-12-31' },
  { regime: 'ma', form: 'employer', from: '2027-01-01', to: '2027-06-30' },
  { regime: 'lda', form: 'ld-2', from: '2027-04-01', to: '2027-06-30' },
  { regime: 'irs', form: 'schedule-c', from: '2027-01-01', to: '2027-12-31' },
] as const;
export type LongReport = (typeof LONG_REPORTS)[number];

const TITLES = [
  'An Act relative to the financing of regional school transportation in rural districts',
  '=HYPERLINK("https://evil.example";"Voucher expansion")',
  '@SUM(A1:A9) of special education circuit breaker reimbursements',
  'Revise school funding laws: inflation in the base entitlements, and the count of pupils',
];
const PAYEES = ['Harrowgate Printing and Mailing, Inc.', '-1+1 Media', 'Capitol Travel', '+Nuñez & Søn'];
const MT = ['printing', 'advertising', 'postage', 'travel', 'telephone', 'office', 'other'];
const MA = ['printing', 'postage', 'telephone', 'travel', 'subscriptions', 'meals'];
const at = <One>(list: readonly One[], no: number): One => list[no % list.length] as One;
const dayOf = ({ from }: LongReport, no: number) =>
  `2027-${String(Number(from.slice(5, 7)) + (no % 3)).padStart(2, '0')}-${String(1 + ((no * 7) % 28)).padStart(2, '0')}`;
/** What an expense is in the regimes that keep a class of their own. */
export const classOf: Record<string, (no: number) => string | null> = {
  ma: (no) => at(MA, no),
  lda: () => 'lobbying',
  irs: (no) => at(['direct', 'public', 'third_party'], no),
};

const expensesOf = (report: LongReport, rows: number) =>
  Array.from({ length: rows }, (_, no) =>
    expense({
      incurredOn: dayOf(report, no),
      amountCents: 19_99 + no * 37_41,
      payee: at(PAYEES, no),
      purpose: `${at(TITLES, no)}, part ${no + 1}`,
      mtCategory: at(MT, no),
      msCategory: at(['a', 'b', 'c', 'd', 'e', 'f', 'g'], no),
      class: classOf[report.regime]?.(no) ?? null,
      place: 'State House, Room 428',
      attendees: JSON.stringify(['Ada Kestrelman', 'Two members of committee staff']),
      officialName: no % 9 === 0 ? 'Ada Kestrelman' : null,
      lobbyistName: theo.name,
    }),
  );
/** Counted contacts of the period. */
export const activitiesOf = (report: LongReport, rows: number) =>
  Array.from({ length: rows }, (_, no) =>
    contact({
      onDate: dayOf(report, no),
      minutes: 15 + (no % 5) * 15,
      billId: `bill-${no % 12}`,
      billNumber: `${report.regime === 'ma' ? 'H.' : 'HB '}${200 + (no % 12)}`,
      billTitle: at(TITLES, no % 12),
      jurisdiction: report.regime === 'lda' ? 'US' : report.regime === 'ma' ? 'MA' : null,
      chamber: no % 2 === 0 ? 'upper' : 'lower',
      sessionName: '195th General Court',
      position: at(['support', 'oppose', 'amend'], no),
      issueCodes: JSON.stringify([at(['EDU', 'BUD', 'FOO'], no)]),
      class: { mt: 'lobbying', ms: 'd', ma: 'legislative', lda: 'contact', irs: 'direct' }[report.regime],
    }),
  );

/** Prepares a report of that kind from some rows of the log. */
export const prepareOf = (report: LongReport, rows: Partial<PrepareInput>) => {
  const regime = regimeById(report.regime);
  if (!regime) throw new Error(`No regime ${report.regime}`);
  const fact = (key: string, value: string) => ({
    key,
    value,
    fromOn: '2027-01-01',
    decidedBy: 'The board',
    decidedOn: '2027-01-04',
    note: '',
  });
  const input: PrepareInput = {
    obligation: {
      name: report.form,
      periodFrom: report.from,
      periodTo: report.to,
      dueOn: '2028-01-31',
      lobbyistId: null,
    },
    filerName: 'Treasure State Association of School Leaders',
    filerAddress: '100 Demo Street, Helena, MT 59601',
    taxStatus: '501c6',
    lobbyists: [theo],
    expenses: [],
    activities: [],
    compensation: [],
    dues: [
      {
        id: 'dues-1',
        receivedOn: '2027-02-01',
        amountCents: 250_000_00,
        payerKind: 'individual',
        noticeCents: 500_00,
        payer: 'Members',
        payerAddress: null,
        kind: 'dues',
        earmarked: 0,
        issueName: null,
        earmark: '',
        updatedAt: 1,
      },
    ],
    facts: [fact('public_official', 'no'), fact('expense_method', 'A'), fact('registered', 'yes')],
    rules: rulesOf(report.regime),
    ...rows,
  };
  return { regime, input, prepared: regime.prepare(report.form, input) };
};

/** The model of a long report, as it would be frozen. */
export const longModel = (report: LongReport, rows = 60): FilingModel => {
  const { regime, input, prepared } = prepareOf(report, {
    expenses: expensesOf(report, rows),
    activities: activitiesOf(report, rows),
  });
  return {
    id: `01FILING${report.regime.toUpperCase()}`,
    form: report.form,
    title: regime.forms.find((one) => one.id === report.form)?.name ?? report.form,
    office: regime.office,
    organization: input.filerName,
    version: 1,
    periodFrom: report.from,
    periodTo: report.to,
    dueOn: '2028-01-31',
    filedAt: Date.UTC(2028, 0, 13, 17),
    totalCents: prepared.totalCents,
    hash: '9f'.repeat(32),
    lines: prepared.lines
      .filter((line) => line.section !== WORKSHEET)
      .map((line, index) => ({ ...line, no: index + 1 })),
    rules: input.rules.used(),
  };
};
