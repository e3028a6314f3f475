import * as z from 'zod';
import { showCents } from '../../platform/money.ts';
import { calculator, cents, day } from './calculator.ts';
import { percentOf } from './share.ts';

/** Schedule C, part III-B: what a (c)(4) or (c)(6) pays on lobbying that its dues notices did not name. */
export const proxyTax = calculator({
  id: 'proxy-tax',
  regime: 'irs',
  title: 'Is proxy tax due on lobbying that our dues notices did not name?',
  about: 'Lines 1 to 5 of Schedule C, part III-B, for a (c)(4) or (c)(6), and the tax on Form 990-T.',
  dated: 'on',
  input: z
    .strictObject({
      on: day,
      duesCents: cents,
      spentCents: cents,
      carriedCents: cents.default(0),
      noticesCents: cents.default(0),
      agreedCents: cents.default(0),
    })
    .refine((one) => one.agreedCents <= Math.max(0, one.spentCents + one.carriedCents - one.noticesCents), {
      path: ['agreedCents'],
      error: 'No more can be carried over than was spent beyond the notices.',
    }),
  value: z.object({
    totalCents: z.int(),
    taxableCents: z.int(),
    taxCents: z.int(),
    agreedCents: z.int(),
    forcedCents: z.int(),
  }),
  fields: [
    { name: 'on', kind: 'day', label: 'First day of the tax year' },
    { name: 'duesCents', kind: 'money', label: 'Dues and assessments', hint: 'Line 1.' },
    {
      name: 'spentCents',
      kind: 'money',
      label: 'Nondeductible lobbying and political spending',
      hint: 'Line 2a.',
    },
    { name: 'carriedCents', kind: 'money', label: 'Carried over from last year', hint: 'Line 2b.' },
    { name: 'noticesCents', kind: 'money', label: 'Named in dues notices', hint: 'Line 3.' },
    { name: 'agreedCents', kind: 'money', label: 'Agreed to carry over to next year', hint: 'Line 4.' },
  ],
  example: { on: '2026-01-01', duesCents: 800_00, spentCents: 600_00, noticesCents: 100_00 },
  work: ({ rules }, { on, duesCents, spentCents, carriedCents, noticesCents, agreedCents }) => {
    const totalCents = spentCents + carriedCents;
    const ofDues = Math.min(duesCents, totalCents);
    const taxableCents = Math.max(0, ofDues - noticesCents - agreedCents);
    const forcedCents = Math.max(0, totalCents - duesCents);
    const rate = rules.amount('proxy_tax_rate', on);
    const taxCents = percentOf(taxableCents, rate);
    return {
      value: { totalCents, taxableCents, taxCents, agreedCents, forcedCents },
      explanation: [
        `The lesser of dues (${showCents(duesCents)}) and spending (${showCents(totalCents)}) is ${showCents(ofDues)}. Less ${showCents(noticesCents)} in notices and ${showCents(agreedCents)} agreed to carry over, ${showCents(taxableCents)} is taxable.`,
        `At ${rate} percent the proxy tax is ${showCents(taxCents)}.`,
        ...(forcedCents > 0
          ? [
              `Spending is ${showCents(forcedCents)} more than the dues; that much counts as next year’s spending.`,
            ]
          : []),
      ],
    };
  },
});
