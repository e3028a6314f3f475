import type { LocalDate } from '../platform/days.ts';

/** A rule of a regime as it stands in the database: dated, with its source. */
export interface Rule {
  id: string;
  regime: string;
  key: string;
  value: string;
  operator: string | null;
  unit: string;
  fromOn: LocalDate;
  toOn: LocalDate | null;
  source: string;
  evidence: string;
  state: string;
}

/** A rule that a report needs is not in the database for that day. */
export class RuleMissing extends Error {}

/** The rules of one regime, read by key and day; it remembers which were read, for the filing to name them. */
export interface Rulebook {
  rule(key: string, on: LocalDate): Rule;
  /** A rule's whole-number value: cents, days, a count. */
  amount(key: string, on: LocalDate): number;
  text(key: string, on: LocalDate): string;
  /** Whether a value meets the rule by its own operator. Exactly at the amount is where operators differ. */
  meets(key: string, on: LocalDate, value: number): boolean;
  /** Rules whose keys begin so, in the order of their keys: the categories of a form. */
  family(prefix: string, on: LocalDate): Rule[];
  used(): Rule[];
}

const OPERATORS: Record<string, (value: number, limit: number) => boolean> = {
  more_than: (value, limit) => value > limit,
  at_least: (value, limit) => value >= limit,
  less_than: (value, limit) => value < limit,
  at_most: (value, limit) => value <= limit,
  equals: (value, limit) => value === limit,
};
export const OPERATOR_WORDS: Record<string, string> = {
  more_than: 'more than',
  at_least: 'at least',
  less_than: 'less than',
  at_most: 'at most',
  equals: 'exactly',
};

/** Whether a value stands to a limit as the rule's operator says; the limit is the rule's own unless given. */
export const holds = (rule: Rule, value: number, limit = Number(rule.value)): boolean =>
  (OPERATORS[rule.operator ?? 'equals'] ?? (() => false))(value, limit);

const inForce = (rule: Rule, on: LocalDate) =>
  rule.state === 'in_force' && rule.fromOn <= on && (rule.toOn === null || rule.toOn >= on);

/** Opens the rules of a regime. Proposed rules are never read. */
export const rulebook = (regime: string, rules: readonly Rule[]): Rulebook => {
  const own = rules.filter((rule) => rule.regime === regime);
  return reading({
    rule: (key, on) => {
      const found = own
        .filter((rule) => rule.key === key && inForce(rule, on))
        .toSorted((a, b) => b.fromOn.localeCompare(a.fromOn))[0];
      if (!found) throw new RuleMissing(`No rule "${key}" is in force in ${regime} on ${on}.`);
      return found;
    },
    family: (prefix, on) =>
      own
        .filter((rule) => rule.key.startsWith(prefix) && inForce(rule, on))
        .toSorted((a, b) => (a.key < b.key ? -1 : 1)),
  });
};

/** The same book with a memory of its own: what one figure among many read. The book remembers it as well. */
export const follow = (book: Rulebook): Rulebook => reading(book);

const reading = (book: Pick<Rulebook, 'rule' | 'family'>): Rulebook => {
  const read = new Map<string, Rule>();
  const note = (rule: Rule) => {
    read.set(rule.id, rule);
    return rule;
  };
  const rule = (key: string, on: LocalDate) => note(book.rule(key, on));
  return {
    rule,
    amount: (key, on) => Number(rule(key, on).value),
    text: (key, on) => rule(key, on).value,
    meets: (key, on, value) => holds(rule(key, on), value),
    family: (prefix, on) => book.family(prefix, on).map(note),
    used: () => [...read.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  };
};
