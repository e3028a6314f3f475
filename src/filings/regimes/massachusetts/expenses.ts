import type { ExpenseRow } from '../regime.ts';

/** A type of the form that a category of another state says as well. */
const FROM_MONTANA: Record<string, string> = {
  printing: 'printing',
  advertising: 'advertising',
  postage: 'postage',
  telephone: 'telephone',
  office: 'office',
  other: 'other',
  travel: 'travel',
  entertainment: 'entertainment',
};

/**
 * What an expense is on a Massachusetts statement: one of the form's operating types, a meal, travel,
 * entertainment or gift, `salary` to a lobbyist, `additional`, `contribution`, or `not_reported`. Where nobody has
 * said so it follows from its other category; what was for another legislature's bill stays out. Null: unknown.
 */
export const typeOf = (expense: ExpenseRow): string | null => {
  if (expense.contribution !== null) return 'contribution';
  if (expense.class !== null) return expense.class;
  if (expense.jurisdiction !== null && expense.jurisdiction !== 'MA') return 'not_reported';
  if (expense.mtCategory === 'salaries') return expense.lobbyistId === null ? 'salaries' : 'salary';
  if (expense.mtCategory !== null) return FROM_MONTANA[expense.mtCategory] ?? 'other';
  if (expense.alertId !== null) return 'telephone';
  return expense.msCategory === 'a' && expense.lobbyistId !== null ? 'salary' : null;
};

const EVENTS = ['meals', 'travel', 'entertainment', 'gifts'];
const APART = ['salary', 'additional', 'contribution', 'not_reported'];
export const isEvent = (type: string | null): boolean => type !== null && EVENTS.includes(type);
export const isOperating = (type: string | null): boolean =>
  type !== null && !EVENTS.includes(type) && !APART.includes(type);

/** A confirmed lobbying expenditure. Campaign contributions are shown, and never among these. */
export const isReported = (expense: ExpenseRow): boolean => {
  const type = typeOf(expense);
  return (
    expense.state === 'confirmed' &&
    expense.personalLiving === 0 &&
    type !== null &&
    type !== 'contribution' &&
    type !== 'not_reported'
  );
};
export const isContribution = (expense: ExpenseRow): boolean =>
  expense.state === 'confirmed' && typeOf(expense) === 'contribution';

const NAMES_SPLIT = '; ';
/** Everyone present, as the log keeps them: a JSON list of names. */
export const presentAt = (expense: ExpenseRow): string =>
  [
    ...(expense.officialName ? [expense.officialName] : []),
    ...(expense.attendees === null ? [] : (JSON.parse(expense.attendees) as string[])),
  ]
    .filter((name, at, all) => all.indexOf(name) === at)
    .join(NAMES_SPLIT);
