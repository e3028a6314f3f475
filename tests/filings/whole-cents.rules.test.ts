import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CompensationRow } from '../../src/filings/regimes/regime.ts';
import { showCents } from '../../src/platform/money.ts';
import { activitiesOf, classOf, LONG_REPORTS, prepareOf } from './long-year.ts';
import { expense, theo } from './rules.ts';

/** A span of pay whose shares come out even only by luck. */
const pay = fc.record({
  payCents: fc.integer({ min: 1, max: 9_999_999 }),
  benefitCents: fc.nat(999_999),
  totalMinutes: fc.integer({ min: 3_001, max: 99_999 }),
  allLobbying: fc.constantFrom(0, 1),
});
const spent = fc.array(fc.nat(99_999_999), { maxLength: 12 });
const WHOLE_DOLLAR = 100;
const dollars = (cents: number) => Math.floor((cents + WHOLE_DOLLAR / 2) / WHOLE_DOLLAR) * WHOLE_DOLLAR;

test.each(LONG_REPORTS)(
  'whatever was spent and paid, every amount of $regime $form is whole cents, and its rows make it',
  (report) => {
    fc.assert(
      fc.property(spent, pay, (amounts, earned) => {
        const compensation: CompensationRow = {
          id: 'pay-1',
          personName: theo.name,
          lobbyistId: theo.id,
          staffId: null,
          fromOn: report.from,
          toOn: report.to,
          updatedAt: 1,
          ...earned,
        };
        const { prepared } = prepareOf(report, {
          expenses: amounts.map((amountCents, no) =>
            expense({
              incurredOn: report.from,
              amountCents,
              mtCategory: 'printing',
              msCategory: 'e',
              class: classOf[report.regime]?.(no) ?? null,
            }),
          ),
          activities: activitiesOf(report, 7),
          compensation: [compensation],
        });
        expect(Number.isSafeInteger(prepared.totalCents)).toBe(true);
        for (const { amountCents, detail, sources } of prepared.lines) {
          if (amountCents !== null) expect(Number.isSafeInteger(amountCents)).toBe(true);
          const taken = sources.flatMap((one) => one.cents ?? []);
          for (const cents of taken) expect(Number.isSafeInteger(cents) && cents >= 0).toBe(true);
          if (taken.length === 0) continue;
          const sum = taken.reduce((all, one) => all + one, 0);
          // The federal form rounds to $10,000 and says the exact sum beside; Form 990 prints whole dollars.
          if (report.regime === 'lda') expect(detail).toContain(showCents(sum));
          else expect(amountCents).toBe(report.regime === 'irs' ? dollars(sum) : sum);
        }
      }),
      { numRuns: 60 },
    );
  },
);
