import { formatIso, isDate } from '../platform/days.ts';
import type { FieldProblem } from '../platform/problem.ts';

/** Any JSON value. */
export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

const NAME = /^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/;
const TIME = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})$/;
const DEEPEST = 20;
/** Yes-or-no columns that reach us as SQLite keeps them, 0 and 1. */
const YES_OR_NO = new Set([
  'all_lobbying',
  'asks_non_members',
  'by_carrier',
  'counts',
  'covered_official',
  'direct_interest',
  'earmarked',
  'estimated',
  'event_all_invited',
  'is_capital',
  'is_overhead',
  'is_third_party_lobbying',
  'is_travel',
  'official_capacity',
  'on_record',
  'own',
  'personal_living',
  'reflects_view',
  'shared',
  'specific_legislation',
  'tail',
  'turned_around',
  'unpublished',
  'written_request',
]);

/** Lists and groups of fields that reach us as SQLite keeps them, as text. */
const LISTS = new Set([
  'allocation',
  'attendees',
  'beneficiaries',
  'bodies',
  'calls_to_action',
  'classes',
  'contribution',
  'counted',
  'issue_codes',
  'paid_by',
]);

/** `smsConsentOn` → `sms_consent_on`. */
export const snake = (name: string): string =>
  name.replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2').replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());

/** `sms_consent_on` → `smsConsentOn`. */
export const camel = (name: string): string =>
  name.replaceAll(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

/** Whether a field holds a moment: `…_at`, or `at` itself. Moments are ISO 8601 outside, ms inside. */
export const isMoment = (name: string): boolean => name === 'at' || name.endsWith('_at');

/** A value of ours as the API says it: names in snake_case, moments as ISO 8601, yes-or-no as booleans. */
export const toWire = (value: unknown): Json => {
  if (Array.isArray(value)) return value.map(toWire);
  if (value === null || value === undefined) return null;
  if (typeof value !== 'object') return value as Json;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .map(([key, inner]) => {
        const name = snake(key);
        if (typeof inner === 'number') {
          if (isMoment(name)) return [name, formatIso(inner)];
          if (YES_OR_NO.has(name) && (inner === 0 || inner === 1)) return [name, inner === 1];
        }
        if (typeof inner === 'string' && LISTS.has(name)) return [name, toWire(JSON.parse(inner))];
        return [name, toWire(inner)];
      }),
  );
};

/** A moment as ms UTC, or null where the text is none. */
export const readMoment = (text: string): number | null => {
  const day = TIME.exec(text)?.[1];
  const ms = day && isDate(day) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(ms) ? null : ms;
};
export const NO_MOMENT = 'Write the time as 2027-02-09T16:00:00Z.';

export type Read<T> = { ok: true; value: T } | { ok: false; fields: FieldProblem[] };

/** What a caller sent as the verbs take it. Names that are not snake_case are unknown fields. */
export const fromWire = (value: unknown): Read<unknown> => {
  const fields: FieldProblem[] = [];
  const read = (at: string, name: string, one: unknown, depth: number): unknown => {
    if (depth > DEEPEST) {
      fields.push({ field: at, message: 'This is nested deeper than anything known here.' });
      return null;
    }
    if (Array.isArray(one)) return one.map((item, no) => read(`${at}.${no}`, name, item, depth + 1));
    if (one !== null && typeof one === 'object') {
      return Object.fromEntries(
        Object.entries(one).map(([key, inner]) => {
          const path = at === '' ? key : `${at}.${key}`;
          if (!NAME.test(key)) fields.push({ field: path, message: 'This field is not known here.' });
          return [camel(key), read(path, key, inner, depth + 1)];
        }),
      );
    }
    if (!isMoment(name) || one === null) return one;
    const ms = typeof one === 'string' ? readMoment(one) : null;
    if (ms === null) fields.push({ field: at, message: NO_MOMENT });
    return ms;
  };
  const read0 = read('', '', value, 0);
  return fields.length > 0 ? { ok: false, fields } : { ok: true, value: read0 };
};

/** The path of a field as the caller wrote it: `question.options.0.label`, `sms_consent_on`. */
export const wirePath = (field: string): string => field.split('.').map(snake).join('.');
