import { isDate, type LocalDate } from '../../../platform/days.ts';
import { parseCents } from '../../../platform/money.ts';
import { factOn } from '../facts.ts';
import type { FactRow, FactSpec } from '../regime.ts';

const YES_NO = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
];
const OF_YEAR = 'From the first day of the tax year. Dollars and cents, such as 820000.00.';

const amount = (value: string): string | null => {
  const read = parseCents(value);
  return read.ok ? null : read.reason;
};
const monthDay = (value: string): string | null =>
  isDate(`2024-${value}`) ? null : 'Write month and day, such as 06-30.';

/** What Schedule C asks and no log can know. Amounts are of one tax year and begin on its first day. */
export const IRS_FACTS: FactSpec[] = [
  {
    key: 'tax_year_end',
    label: 'Last day of the tax year',
    hint: 'Month and day, such as 06-30.',
    refusal: monthDay,
  },
  {
    key: 'election_501h',
    label: 'Election under section 501(h), Form 5768',
    hint: 'From the first day of the tax year it holds for. A later No revokes it.',
    options: YES_NO,
  },
  {
    key: 'other_exempt_purpose',
    label: 'Exempt purpose spending besides lobbying',
    hint: OF_YEAR,
    refusal: amount,
  },
  {
    key: 'lobbying_total',
    label: 'Lobbying of a year that this log does not have',
    hint: `Line 1c of that year’s Schedule C. ${OF_YEAR}`,
    refusal: amount,
  },
  {
    key: 'grass_roots_total',
    label: 'Of that, grass roots',
    hint: `Line 1a of that year’s Schedule C. ${OF_YEAR}`,
    refusal: amount,
  },
  {
    key: 'form_4720',
    label: 'Form 4720 filed for the year',
    hint: 'From the first day of the tax year.',
    options: YES_NO,
  },
  {
    key: 'dues_nondeductible',
    label: 'Members could not deduct 90 percent or more of the dues anyway',
    hint: 'Most dues that districts, governments or 501(c)(3)s paid. Decide it only where the dues kept here do not show it.',
    options: YES_NO,
  },
  {
    key: 'dues_total',
    label: 'Dues and assessments of a year',
    hint: `Only where the dues are not kept here. ${OF_YEAR}`,
    refusal: amount,
  },
  { key: 'notices', label: 'Nondeductible dues named in notices', hint: OF_YEAR, refusal: amount },
  { key: 'carried_in', label: 'Carried over from the year before', hint: OF_YEAR, refusal: amount },
  { key: 'agreed_carryover', label: 'Agreed to carry over to the next year', hint: OF_YEAR, refusal: amount },
  {
    key: 'lost_exemption',
    label: 'Lobbying cost the exemption (II-B, 2a)',
    hint: 'From the first day of the tax year.',
    options: YES_NO,
  },
  { key: 'tax_4912', label: 'Tax under section 4912 (II-B, 2b)', hint: OF_YEAR, refusal: amount },
  {
    key: 'tax_4912_managers',
    label: 'Tax of managers under section 4912 (II-B, 2c)',
    hint: OF_YEAR,
    refusal: amount,
  },
];

/** A decision made for one tax year and no other. */
export const factOf = (facts: readonly FactRow[], key: string, year: TaxYear): string | null =>
  facts.find((one) => one.key === key && one.fromOn >= year.from && one.fromOn <= year.to)?.value ?? null;

/** An amount of one tax year, in cents; null where nobody has given it, or it cannot be read. */
export const centsOf = (facts: readonly FactRow[], key: string, year: TaxYear): number | null => {
  const read = parseCents(factOf(facts, key, year) ?? '');
  return read.ok ? read.cents : null;
};

export interface TaxYear {
  from: LocalDate;
  to: LocalDate;
}

const CALENDAR_YEAR_END = '12-31';
/** The last day of tax years, month and day; the calendar's where nobody has said. */
export const taxYearEnd = (facts: readonly FactRow[]): string => {
  const said = factOn(facts, 'tax_year_end', '9999-12-31')?.value ?? '';
  return isDate(`2024-${said}`) ? said : CALENDAR_YEAR_END;
};
