import { shareOut, showCents } from '../../../platform/money.ts';
import { nondeductible, nondeductibleOf } from '../../calculators/nondeductible.ts';
import { proxyTax } from '../../calculators/proxy-tax.ts';
import { holds } from '../../rulebook.ts';
import { WORKSHEET, type Check, type DuesRow, type Line, type PrepareInput, type Source } from '../regime.ts';
import { sourcesOf, sumOf, THIRD_PARTY, type Cost, type Costs } from './costs.ts';
import { centsOf, factOf, type TaxYear } from './facts.ts';
import { amountLine, answered, wholeDollars, wordLine } from './lines.ts';
import { yearsBefore } from './tax-year.ts';

const HUNDRED = 100;
/** Payers whose dues are no deduction to anybody. */
const NO_DEDUCTION = ['district', 'government', '501c3'];
const sum = (rows: readonly DuesRow[]) => rows.reduce((total, one) => total + one.amountCents, 0);
const isOverhead = ({ expense }: Cost) =>
  expense !== null &&
  (expense.isOverhead === 1 || expense.mtCategory === 'office' || expense.msCategory === 'b');

/** What influencing legislation or officials cost: with our own people, its overhead apart, and through others. */
export const splitByHand = (costs: readonly Cost[], lobbyists: PrepareInput['lobbyists']) => {
  const contracted = new Set(lobbyists.filter((one) => one.kind === 'contract').map((one) => one.id));
  const isOutside = ({ expense }: Cost) =>
    expense !== null &&
    (expense.class === THIRD_PARTY || expense.isThirdParty === 1 || contracted.has(expense.lobbyistId ?? ''));
  const own = costs.filter((one) => one.class === 'direct' || one.class === 'executive');
  return {
    inHouse: own.filter((one) => !isOutside(one) && !isOverhead(one)),
    overhead: own.filter((one) => !isOutside(one) && isOverhead(one)),
    outside: own.filter(isOutside),
  };
};

/** Why line 1 of part III-A says what it says. */
const whyOf = (decided: string | null, duesCents: number, noDeductionCents: number): string => {
  if (decided !== null) return 'Decided by a person.';
  if (duesCents === 0) return 'No dues are kept here for the year.';
  return `${showCents(noDeductionCents)} of ${showCents(duesCents)} came from districts, governments and 501(c)(3)s.`;
};

/** Part III: the dues of a (c)(4), (5) or (6), what its members may not deduct of them, and the proxy tax. */
export const part3 = (
  input: PrepareInput,
  { costs }: Costs,
  year: TaxYear,
): { lines: Line[]; totalCents: number; checks: Check[] } => {
  const { rules, lobbyists } = input;
  const on = year.from;
  const facts = input.facts ?? [];
  const before = yearsBefore(facts, year, 1)[0] ?? year;
  const dues = (input.dues ?? []).filter(
    (one) => one.kind === 'dues' && one.receivedOn >= year.from && one.receivedOn <= year.to,
  );
  const duesCents = centsOf(facts, 'dues_total', year) ?? sum(dues);
  const { inHouse, overhead, outside } = splitByHand(costs, lobbyists);
  const spent = {
    inHouseCents: sumOf(inHouse),
    overheadCents: sumOf(overhead),
    outsideCents: sumOf(outside),
    publicCents: sumOf(costs, 'public', 'grassroots', 'campaign'),
  };
  const { exempt, inHouseStaysOut, countedCents } = nondeductibleOf(rules, on, spent);
  const share = rules.rule('dues_nondeductible_share', on);
  const noDeduction = sum(dues.filter((one) => NO_DEDUCTION.includes(one.payerKind ?? '')));
  const shown = dues.length > 0 && holds(share, noDeduction * HUNDRED, sum(dues) * Number(share.value));
  const decided = factOf(facts, 'dues_nondeductible', year);
  const nearly = decided === null ? shown : decided === 'yes';
  const agreedBefore = centsOf(facts, 'agreed_carryover', before) ?? 0;
  const carriedCents = centsOf(facts, 'carried_in', year) ?? agreedBefore;
  const agreedCents = centsOf(facts, 'agreed_carryover', year) ?? 0;
  const noticesCents =
    centsOf(facts, 'notices', year) ?? dues.reduce((all, one) => all + (one.noticeCents ?? 0), 0);
  const word = wordLine('Part III-A');
  const duesSources = dues.map((one): Source => ({ kind: 'dues', id: one.id, cents: null }));
  const lines: Line[] = [
    word(
      '1. Members could deduct none of 90 percent or more of the dues',
      `${answered(nearly ? 'yes' : 'no')} ${whyOf(decided, sum(dues), noDeduction)}`,
      { sources: duesSources },
    ),
    word(
      '2. Only in-house lobbying, and little of it',
      `${answered(exempt ? 'yes' : 'no')} In-house ${showCents(spent.inHouseCents)}, its overhead not counted in the test; outside ${showCents(spent.outsideCents)}; to the public and members ${showCents(spent.publicCents)}.`,
    ),
    word('3. Agreed to carry over from the year before', answered(agreedBefore > 0 ? 'yes' : 'no')),
  ];
  const checks: Check[] = [];
  const exactly = noDeduction * HUNDRED === sum(dues) * Number(share.value);
  if (dues.length > 0 && decided === null && exactly)
    checks.push(
      check(
        'dues_share',
        false,
        'Exactly 90 percent of the dues were no deduction. The form says 90 percent or more; irs.gov says more than 90. Ask counsel.',
      ),
    );
  if (nearly || exempt) {
    lines.push(word('Part III-B', `Not asked: line ${nearly ? '1' : '2'} is answered Yes.`));
    return { lines, totalCents: 0, checks };
  }
  if (duesCents === 0)
    checks.push(
      check(
        'dues',
        true,
        'Log the dues received in the tax year, or give their total: line 1 of part III-B.',
      ),
    );
  const most = Math.max(0, countedCents + carriedCents - noticesCents);
  if (agreedCents > most)
    checks.push(
      check(
        'agreed_carryover',
        true,
        `No more than ${showCents(most)} can be carried over to the next year: that is what was spent beyond the notices.`,
      ),
    );
  const { value, explanation } = proxyTax(
    { rules, holidays: new Set() },
    {
      on,
      duesCents,
      spentCents: countedCents,
      carriedCents,
      noticesCents,
      agreedCents: Math.min(agreedCents, most),
    },
  );
  const amount = amountLine('Part III-B');
  const counted = inHouseStaysOut
    ? costs.filter((one) => !inHouse.includes(one) && !overhead.includes(one))
    : costs;
  lines.push(
    amount('1. Dues, assessments and similar amounts from members', duesCents, '', { sources: duesSources }),
    amount(
      '2a. Nondeductible lobbying and political spending, current year',
      countedCents,
      inHouseStaysOut
        ? 'Little in-house spending stays out by statute (26 USC 162(e)(4)(B)).'
        : 'From the first dollar, overhead included.',
      { sources: sourcesOf(counted) },
    ),
    amount('2b. Carryover from last year', carriedCents),
    amount('2c. Total', value.totalCents),
    amount('3. Amount in notices of nondeductible dues', noticesCents),
    amount('4. Agreed to carry over to next year', value.agreedCents),
    amount('5. Taxable amount', value.taxableCents, `Proxy tax on Form 990-T: ${showCents(value.taxCents)}.`),
    ...explanation.map((text) => wordLine(WORKSHEET)('How it was worked out', text)),
    noticeLine(input, on, duesCents, spent, carriedCents),
  );
  if (value.forcedCents > 0)
    checks.push(
      check(
        'forced',
        false,
        `Spending was ${showCents(value.forcedCents)} more than the dues. That much counts as spending of the next tax year: keep it as carried over there.`,
      ),
    );
  return { lines, totalCents: wholeDollars(countedCents), checks };
};

const check = (kind: string, blocking: boolean, message: string): Check => ({
  kind,
  blocking,
  message,
  row: null,
  href: '/filings/decisions',
});

/** What next year's dues notices would say if it were as this one: the estimate a member reads on the invoice. */
const noticeLine = (
  { rules }: PrepareInput,
  on: string,
  duesCents: number,
  spent: { inHouseCents: number; overheadCents: number; outsideCents: number; publicCents: number },
  carriedCents: number,
): Line => {
  const { value } = nondeductible({ rules, holidays: new Set() }, { on, duesCents, ...spent, carriedCents });
  const of100 =
    duesCents === 0
      ? 0
      : (shareOut(HUNDRED * HUNDRED, [value.nondeductibleCents, value.deductibleCents])[0] ?? 0);
  return wordLine(WORKSHEET)(
    'Estimate for the dues notice',
    `If next year is as this one: of each $100.00 of dues ${showCents(of100)} is not deductible. Say it on the invoice, at assessment or payment.`,
  );
};
