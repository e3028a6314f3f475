export const HUNDRED = 100;

/** Whole cents from parts of a cent, half a cent up. @param parts how many parts make one cent */
export const wholeCents = (amount: number, parts: number): number => Math.floor((amount + parts / 2) / parts);

/** A percentage of an amount in cents, half a cent up. */
export const percentOf = (cents: number, percent: number): number => wholeCents(cents * percent, HUNDRED);
