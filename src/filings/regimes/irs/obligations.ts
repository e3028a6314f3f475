import { showShortDay } from '../../../platform/days.ts';
import { dueOf } from '../../due-reports.ts';
import type { Form, ObligationInput, ObligationSpec } from '../regime.ts';
import { partOf, taxYearEnding } from './tax-year.ts';

export const FORMS: Form[] = [{ id: 'schedule-c', name: 'Form 990, Schedule C', filedBy: 'organization' }];

const WHY = {
  'II-A': 'A 501(c)(3) with the election of section 501(h): part II-A, spending alone.',
  'II-B': 'A 501(c)(3) without the election of section 501(h): part II-B, activities and amounts.',
  III: 'A 501(c)(4), (5) or (6): part III, dues and the spending that members may not deduct.',
};

/** Schedule C of the tax year that ends in the year, due with Form 990. */
export const irsObligations = ({
  year,
  facts = [],
  taxStatus,
  rules,
  holidays,
}: ObligationInput): ObligationSpec[] => {
  const period = taxYearEnding(facts, year);
  const part = partOf(facts, taxStatus, period);
  const ground = { rules, holidays };
  const extended = dueOf('irs-990-extended', ground, period.to).shifted;
  return [
    {
      form: 'schedule-c',
      lobbyistId: null,
      name: `Schedule C, tax year to ${showShortDay(period.to, { year: true })}`,
      periodFrom: period.from,
      periodTo: period.to,
      due: dueOf('irs-990', ground, period.to),
      triggered: part !== null,
      trace: part
        ? [
            WHY[part],
            `Filed with Form 990. With Form 8868 there is time until ${showShortDay(extended, { year: true })}.`,
            ...(facts.some((one) => one.key === 'tax_year_end')
              ? []
              : [
                  `Nobody has said when the tax year ends, so it is taken to end on ${showShortDay(period.to)}. Say it under Decisions.`,
                ]),
          ]
        : [
            taxStatus
              ? 'Schedule C does not ask organizations of this tax status.'
              : 'The organization’s tax status is not kept here, so nobody knows whether Schedule C is owed.',
          ],
    },
  ];
};
