import { weekday, type LocalDate } from '../platform/days.ts';

export const DAYS = ['weekday', 'saturday', 'sunday'] as const;
export type Days = (typeof DAYS)[number];

/** Hours as they are stored: for a state, or `*` for all, on one kind of day, between two dates. */
export interface HoursRow {
  state: string;
  days: Days;
  /** "HH:MM" of the reader's clock; null: not at all that day. */
  opens: string | null;
  closes: string | null;
  fromOn: LocalDate;
  toOn: LocalDate | null;
  /** Who set it, for a person's override. */
  setBy: string | null;
}

/** From when until when texts may be read on a day, "HH:MM" of the reader's clock. */
export interface Stretch {
  opens: string;
  closes: string;
}

/** 47 CFR 64.1200(c)(1). Nobody can set wider ones. */
export const FEDERAL: Stretch = { opens: '08:00', closes: '21:00' };

export const daysOf = (date: LocalDate): Days =>
  weekday(date) === 7 ? 'sunday' : weekday(date) === 6 ? 'saturday' : 'weekday';

/** Whether a row holds on a day, its first and last day included. */
export const inForce = (row: { fromOn: LocalDate; toOn: LocalDate | null }, date: LocalDate): boolean =>
  row.fromOn <= date && (row.toOn === null || date <= row.toOn);

/** What all rows allow; null where one of them allows nothing, or they have no hour in common. */
const cut = (rows: readonly { opens: string | null; closes: string | null }[]): Stretch | null => {
  let { opens, closes } = FEDERAL;
  for (const row of rows) {
    if (row.opens === null || row.closes === null) return null;
    if (row.opens > opens) opens = row.opens;
    if (row.closes < closes) closes = row.closes;
  }
  return opens < closes ? { opens, closes } : null;
};

/**
 * The hours of a state on a day: the network's cut with the state's. A person's override of the network's own
 * takes their place and is cut with the state's; one for the state takes the place of both.
 * @param state two letters, or `*` for a state that has no hours of its own
 * @returns null where nothing may go out that day
 */
export const hoursOn = (rows: readonly HoursRow[], state: string, date: LocalDate): Stretch | null => {
  const days = daysOf(date);
  const today = rows.filter((row) => row.days === days && inForce(row, date));
  const of = (whose: string, byPerson: boolean) =>
    today.filter((row) => row.state === whose && (row.setBy !== null) === byPerson);
  const overridden = state === '*' ? [] : of(state, true);
  if (overridden.length > 0) return cut(overridden);
  const override = of('*', true);
  return cut([
    ...(override.length > 0 ? override : of('*', false)),
    ...(state === '*' ? [] : of(state, false)),
  ]);
};

/** States with rows of their own, in the order of their letters. */
export const statesIn = (rows: readonly { state: string }[]): string[] =>
  [...new Set(rows.map((row) => row.state))].filter((state) => state !== '*').toSorted();
