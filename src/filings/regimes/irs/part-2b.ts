import { type Check, type Line, type PrepareInput } from '../regime.ts';
import { shows } from '../open-rows.ts';
import { sourcesOf, sumOf, type Cost, type Costs } from './costs.ts';
import { centsOf, factOf, type TaxYear } from './facts.ts';
import { amountLine, answered, wholeDollars, wordLine } from './lines.ts';

type Kind = 'media' | 'mailings' | 'publications' | 'grants' | 'contact' | 'rallies' | 'other';
const KINDS: [Kind, string][] = [
  ['media', '1c. Media advertisements'],
  ['mailings', '1d. Mailings to members, legislators or the public'],
  ['publications', '1e. Publications, or published or broadcast statements'],
  ['grants', '1f. Grants to other organizations for lobbying'],
  ['contact', '1g. Direct contact with legislators, their staffs or government officials'],
  ['rallies', '1h. Rallies, demonstrations, seminars, conventions, speeches, lectures'],
  ['other', '1i. Other activities'],
];
const BY_MONTANA: Record<string, Kind> = {
  advertising: 'media',
  postage: 'mailings',
  telephone: 'mailings',
  printing: 'publications',
  travel: 'contact',
  salaries: 'contact',
  entertainment: 'rallies',
};
const BY_MISSISSIPPI: Record<string, Kind> = { a: 'contact', d: 'contact', e: 'mailings', f: 'rallies' };

/** The kind of activity a cost went to: what was done where that is known, else the category it was logged in. */
const kindOf = ({ expense, activity }: Cost): Kind => {
  if (activity?.kind.startsWith('solicitation')) return 'mailings';
  if (activity?.kind === 'event') return 'rallies';
  if (activity) return 'contact';
  return BY_MONTANA[expense?.mtCategory ?? ''] ?? BY_MISSISSIPPI[expense?.msCategory ?? ''] ?? 'other';
};

/** Part II-B: a charity without the election says what it did, and what each kind cost. Volunteers count, without an amount. */
export const part2b = (
  input: PrepareInput,
  found: Costs,
  year: TaxYear,
): { lines: Line[]; totalCents: number; checks: Check[] } => {
  const facts = input.facts ?? [];
  const section = 'Part II-B';
  const [amount, word] = [amountLine(section), wordLine(section)];
  const costs = found.costs.filter((one) => one.class === 'direct' || one.class === 'grassroots');
  const done = input.activities.filter(
    (one) => one.state === 'confirmed' && one.onDate >= year.from && one.onDate <= year.to,
  );
  const volunteers = done.filter(
    (one) =>
      (one.personKind === 'member' || one.personKind === 'officer') &&
      (one.kind === 'direct_contact' || one.kind === 'testimony'),
  );
  const staff = done.filter((one) => one.counts === 1 && one.personKind !== 'none');
  const yes = (rows: readonly unknown[]) => answered(rows.length > 0 ? 'yes' : 'no');
  const total = sumOf(costs);
  const answers = ['lost_exemption', 'tax_4912', 'tax_4912_managers'].filter(
    (key) => factOf(facts, key, year) === null,
  );
  return {
    lines: [
      word('1a. Volunteers', yes(volunteers), { sources: volunteers.map((one) => shows('activity', one)) }),
      word('1b. Paid staff or management', yes(staff), {
        sources: staff.map((one) => shows('activity', one)),
      }),
      ...KINDS.map(([kind, label]) => {
        const own = costs.filter((one) => kindOf(one) === kind);
        return amount(label, sumOf(own), yes(own), { sources: sourcesOf(own) });
      }),
      amount('1j. Total', total, 'Lines 1c to 1i, added before they are rounded.'),
      word(
        '2a. Not described in section 501(c)(3) because of line 1',
        answered(factOf(facts, 'lost_exemption', year)),
      ),
      amount('2b. Tax under section 4912', centsOf(facts, 'tax_4912', year) ?? 0),
      amount(
        '2c. Tax of organization managers under section 4912',
        centsOf(facts, 'tax_4912_managers', year) ?? 0,
      ),
      word('2d. Form 4720 filed', answered(factOf(facts, 'form_4720', year))),
    ],
    totalCents: wholeDollars(total),
    checks:
      answers.length === 0
        ? []
        : [
            {
              kind: 'part_2b_line_2',
              blocking: false,
              message: 'Line 2 is not answered in full. Without an answer it prints none, and no tax.',
              row: null,
              href: '/filings/decisions',
            },
          ],
  };
};
