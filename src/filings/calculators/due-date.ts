import * as z from 'zod';
import { showDay } from '../../platform/days.ts';
import { BODIES } from '../bodies.ts';
import { DUE_REPORT_NAMES, DUE_REPORTS, dueOf } from '../due-reports.ts';
import { calculator, day } from './calculator.ts';

/** The day the law names, the day it moves to, and the last business day that is safe whatever moves. */
export const dueDate = calculator({
  id: 'due-date',
  regime: ({ report }) => DUE_REPORTS[report].regime,
  title: 'When is this report due?',
  about: 'The day the law names, the day weekends and holidays move it to, and the last business day before.',
  dated: 'on',
  input: z.strictObject({
    report: z.enum(DUE_REPORT_NAMES, 'Choose one of the reports listed.'),
    on: day,
  }),
  value: z.object({ statutoryOn: z.iso.date(), dueOn: z.iso.date(), internalOn: z.iso.date() }),
  fields: [
    {
      name: 'report',
      kind: 'choice',
      label: 'Report',
      options: DUE_REPORT_NAMES.map((name) => ({
        value: name,
        label: DUE_REPORTS[name].label,
        group: BODIES[DUE_REPORTS[name].regime]?.name ?? '',
      })),
    },
    {
      name: 'on',
      kind: 'day',
      label: 'Day',
      hint: 'A day of the period it covers, or what it follows: adjournment, the first contact, the end of the tax year.',
    },
  ],
  example: { report: 'lda-quarter', on: '2025-03-31' },
  work: (ground, { report, on }) => {
    const { statutory, shifted, internal } = dueOf(report, ground, on);
    const { label, day: ofDay } = DUE_REPORTS[report];
    const kept = [...ground.holidays].some((one) => one.startsWith(statutory.slice(0, 4)));
    return {
      value: { statutoryOn: statutory, dueOn: shifted, internalOn: internal },
      explanation: [
        `${label}, from ${showDay(on, { year: true })} (${ofDay.charAt(0).toLowerCase()}${ofDay.slice(1)}): the law names ${showDay(statutory, { year: true })}.`,
        shifted === statutory
          ? 'No weekend or holiday moves it.'
          : `That day is closed, so it is met on ${showDay(shifted, { year: true })}.`,
        ...(internal === statutory
          ? []
          : [`The last business day before is ${showDay(internal, { year: true })}: safe whatever moves.`]),
        ...(kept
          ? []
          : [`No holidays of ${statutory.slice(0, 4)} are kept here: only weekends were looked at.`]),
      ],
    };
  },
});
