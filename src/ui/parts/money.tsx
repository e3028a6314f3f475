/** Cents as dollars for reading: 318240 gives "$3,182.40", -5 gives "-$0.05". Cents must be a whole number. */
export const formatCents = (cents: number): string => {
  if (!Number.isInteger(cents)) throw new RangeError(`Money is whole cents, not ${cents}`);
  const whole = Math.floor(Math.abs(cents) / 100)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, ',');
  const part = (Math.abs(cents) % 100).toString().padStart(2, '0');
  return `${cents < 0 ? '-' : ''}$${whole}.${part}`;
};

export const Money = ({ cents }: { cents: number }) => <span class="money">{formatCents(cents)}</span>;
