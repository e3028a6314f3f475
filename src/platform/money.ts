/** An amount read from text, in integer cents, or the reason it was refused. */
export type CentsResult = { ok: true; cents: number } | { ok: false; reason: string };

const CENTS_PER_DOLLAR = 100;
const MICROS_PER_CENT = 10_000;
const AMOUNT = /^(?<whole>\d{1,3}(?:,\d{3})+|\d*)(?:\.(?<part>\d+))?$/;

const refuse = (reason: string): CentsResult => ({ ok: false, reason });

/**
 * Reads dollars as people and spreadsheets write them ("$1,234.50", "12", "12.5") into integer cents.
 * An amount below zero ("-12.00", "(12.00)") is read only where `negative` allows it.
 */
export function parseCents(text: string, options: { negative?: boolean } = {}): CentsResult {
  const trimmed = text.trim();
  if (trimmed === '') return refuse('Enter an amount, such as 125.00.');

  const { amount, below } = withoutSign(trimmed);
  const groups = AMOUNT.exec(amount.replace(/^\$\s*/, ''))?.groups;
  if (!groups || (!groups.whole && !groups.part)) {
    return refuse('This is not an amount in dollars. Write it like 1,234.50.');
  }
  const part = groups.part ?? '';
  if (part.length > 2) return refuse('An amount has at most two places after the point.');
  if (below && !options.negative) return refuse('The amount cannot be below zero.');

  const dollars = Number((groups.whole ?? '').replaceAll(',', ''));
  const cents = dollars * CENTS_PER_DOLLAR + Number(part.padEnd(2, '0'));
  if (!Number.isSafeInteger(cents)) return refuse('This amount is too large.');
  return { ok: true, cents: below && cents !== 0 ? -cents : cents };
}

function withoutSign(text: string): { amount: string; below: boolean } {
  const inBrackets = /^\((.+)\)$/.exec(text)?.[1];
  if (inBrackets !== undefined) return { amount: inBrackets, below: true };
  const signed = /^(\$?)\s*[-−]\s*(.+)$/.exec(text);
  return signed ? { amount: `${signed[1]}${signed[2]}`, below: true } : { amount: text, below: false };
}

/** Integer cents as a plain decimal for files: 123450 is "1234.50", -5 is "-0.05". */
export function plainCents(cents: number): string {
  assertWhole(cents, 'cents');
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Integer cents for reading: 123450 is "$1,234.50", -5 is "-$0.05". */
export function showCents(cents: number): string {
  const [whole = '', part = ''] = plainCents(Math.abs(cents)).split('.');
  return `${cents < 0 ? '-' : ''}$${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${part}`;
}

/**
 * Millionths of a dollar, as carriers charge, into cents, half a cent rounded up.
 * Add the micros first and round the sum: rounding each message would drift from the invoice.
 */
export function microsToCents(micros: number): number {
  assertWhole(micros, 'micros');
  const over = ((micros % MICROS_PER_CENT) + MICROS_PER_CENT) % MICROS_PER_CENT;
  return (micros - over) / MICROS_PER_CENT + (over * 2 >= MICROS_PER_CENT ? 1 : 0);
}

/**
 * Shares cents out in proportion to whole-number weights (minutes, recipients) by largest remainder.
 * The parts always add up to `cents`; a tie goes to the earlier part.
 */
export function shareOut(cents: number, weights: readonly number[]): number[] {
  assertWhole(cents, 'cents');
  for (const weight of weights) {
    assertWhole(weight, 'weight');
    if (weight < 0) throw new RangeError('A weight cannot be below zero.');
  }
  // Cents times weights passes what a double holds exactly.
  const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  if (total === 0n) throw new RangeError('Nothing to share by: every weight is zero.');

  const whole = BigInt(Math.abs(cents));
  const shares = weights.map((weight, index) => {
    const product = whole * BigInt(weight);
    return { index, part: product / total, left: product % total };
  });
  const given = shares.reduce((sum, share) => sum + share.part, 0n);
  const inLine = shares.toSorted((a, b) =>
    a.left === b.left ? a.index - b.index : a.left > b.left ? -1 : 1,
  );
  for (const share of inLine.slice(0, Number(whole - given))) share.part += 1n;

  return shares.map(({ part }) => (cents < 0 && part > 0n ? -Number(part) : Number(part)));
}

function assertWhole(value: number, what: string): void {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${what} must be a whole number: ${value}`);
}
