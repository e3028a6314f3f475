const NUMBERS = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'];

/** "Three hearings", "12 hearings", "One hearing": a count that begins a sentence. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${NUMBERS[count] ?? count} ${count === 1 ? one : many}`;

const GROUPED = new Intl.NumberFormat('en-US');
/** "1,204". */
export const grouped = (count: number): string => GROUPED.format(count);

/** The words up to a length, cut where one ends. */
export const shortened = (words: string, most: number): string =>
  words.length <= most ? words : `${words.slice(0, most).replace(/\s+\S*$/, '')}…`;

/** "7 days", "today", "2 days late". */
export const daysLeft = (days: number): string => {
  if (days === 0) return 'today';
  const count = Math.abs(days);
  return `${count} ${count === 1 ? 'day' : 'days'}${days < 0 ? ' late' : ''}`;
};

/** "3 hearings", "1 hearing": a count within a sentence. */
export const amount = (count: number, one: string): string =>
  `${grouped(count)} ${count === 1 ? one : `${one}s`}`;
