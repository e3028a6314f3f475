import type { LocalDate } from '../../../platform/days.ts';
import { yearOf } from '../../../platform/days.ts';

export interface Part {
  no: number;
  /** As the public API names it. */
  period: string;
  name: string;
  from: LocalDate;
  to: LocalDate;
}

const QUARTERS = [
  { period: 'first_quarter', from: '01-01', to: '03-31' },
  { period: 'second_quarter', from: '04-01', to: '06-30' },
  { period: 'third_quarter', from: '07-01', to: '09-30' },
  { period: 'fourth_quarter', from: '10-01', to: '12-31' },
];
const HALVES = [
  { period: 'mid_year', name: 'Mid-year', from: '01-01', to: '06-30' },
  { period: 'year_end', name: 'Year-end', from: '07-01', to: '12-31' },
];

/** The four quarters of a year, which make it without a gap. */
export const quarters = (year: number): Part[] =>
  QUARTERS.map(({ period, from, to }, at) => ({
    no: at + 1,
    period,
    name: `quarter ${at + 1} of ${year}`,
    from: `${year}-${from}`,
    to: `${year}-${to}`,
  }));

/** The two halves of a year. */
export const halves = (year: number): Part[] =>
  HALVES.map(({ period, name, from, to }, at) => ({
    no: at + 1,
    period,
    name: `${name} ${year}`,
    from: `${year}-${from}`,
    to: `${year}-${to}`,
  }));

/** The quarter that ends on a day. @throws RangeError for a day that ends none */
export const quarterTo = (to: LocalDate): Part => {
  const found = quarters(yearOf(to)).find((one) => one.to === to);
  if (!found) throw new RangeError(`${to} ends no quarter.`);
  return found;
};

/** The code of a quarterly report: Q1, Q1Y without activity, 1T at the end of registration, 1A amended, 1@ both. */
export const typeCode = (
  quarter: number,
  is: { noActivity: boolean; termination: boolean; amendment: boolean },
): string => {
  const mark = is.termination ? (is.amendment ? '@' : 'T') : is.amendment ? 'A' : null;
  return `${mark === null ? `Q${quarter}` : `${quarter}${mark}`}${is.noActivity ? 'Y' : ''}`;
};
