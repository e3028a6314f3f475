/**
 * What kind of thing a code of the carrier says.
 * later: nothing was taken, try again · stopped: the person opted out there · number: this number cannot be
 * texted · transient: accepted, then lost · blocked: carrier or handset refused these words · cap: the sender
 * has used up its day · halt: our account or registration is not right · ours: a text that we should not have made
 */
export type CodeClass = 'later' | 'stopped' | 'number' | 'transient' | 'blocked' | 'cap' | 'halt' | 'ours';

/**
 * What follows by itself.
 * again: planned again, the carrier is asked less often · suppress: kept as an opt-out of ours · invalidate: the
 * number takes no more texts · new-attempt: a second try, half an hour later · email: a mail in its place ·
 * hold: the sender waits for the carrier's next day, and a mail goes in its place · watch: never again the same
 * words, and many of them halt the alert · halt: the alert stops and staff are told · nothing: shown as it stands
 */
export type CodeAction =
  | 'again'
  | 'suppress'
  | 'invalidate'
  | 'new-attempt'
  | 'email'
  | 'hold'
  | 'watch'
  | 'halt'
  | 'nothing';

export interface CarrierCode {
  class: CodeClass;
  action: CodeAction;
  /** For staff, without a full stop. */
  words: string;
}
interface CodeTable {
  asOf: string;
  source: string;
  codes: Record<string, CarrierCode>;
}

const row = (kind: CodeClass, action: CodeAction, words: string): CarrierCode => ({
  class: kind,
  action,
  words,
});

/** Twilio splits and renames codes (changelog 2024-07-10), so they are data, and an unknown one goes by its phase. */
export const CODE_TABLES: CodeTable[] = [
  {
    asOf: '2026-11-21',
    source: 'https://www.twilio.com/docs/api/errors',
    codes: {
      '20429': row('later', 'again', 'The carrier asks us to slow down'),
      '21611': row('later', 'again', 'The carrier’s queue for our number is full'),
      '21610': row('stopped', 'suppress', 'Texted STOP'),
      '21211': row('number', 'invalidate', 'The number is not valid'),
      '21614': row('number', 'invalidate', 'The number cannot take texts'),
      '21612': row('number', 'invalidate', 'The number cannot be reached from ours'),
      '30005': row('number', 'invalidate', 'The number is unknown or out of service'),
      '30006': row('number', 'invalidate', 'The number is a landline or cannot be reached'),
      '30001': row('transient', 'new-attempt', 'The carrier’s queue ran over'),
      '30022': row('transient', 'new-attempt', 'The carrier’s rate was passed'),
      '63018': row('transient', 'new-attempt', 'The carrier’s rate was passed'),
      '30003': row('transient', 'email', 'The phone could not be reached'),
      '30008': row('transient', 'email', 'The carrier gave no reason'),
      '30036': row('transient', 'nothing', 'The time in which the text was worth sending ran out'),
      '30004': row('blocked', 'nothing', 'Blocked by the carrier or the phone'),
      '30007': row('blocked', 'watch', 'Filtered by the carrier'),
      '30023': row('cap', 'hold', 'The carrier’s limit for the day is used up'),
      '30027': row('cap', 'hold', 'T-Mobile’s limit for the day is used up'),
      '63038': row('cap', 'hold', 'The account’s limit for the day is used up'),
      '20003': row('halt', 'halt', 'The carrier does not accept our account’s key'),
      '20404': row('halt', 'halt', 'The carrier does not know our account'),
      '21606': row('halt', 'halt', 'Our number cannot send texts'),
      '21408': row('halt', 'halt', 'Our account may not text that country'),
      '21608': row('halt', 'halt', 'Our account is a trial account'),
      '21701': row('halt', 'halt', 'The carrier does not know our messaging service'),
      '21703': row('halt', 'halt', 'Our messaging service has no number'),
      '21705': row('halt', 'halt', 'Our messaging service is not valid'),
      '30002': row('halt', 'halt', 'Our account is suspended'),
      '30032': row('halt', 'halt', 'Our toll-free number is not verified'),
      '30034': row('halt', 'halt', 'Our number is not registered with the carriers'),
      ...Object.fromEntries(
        ['35111', '35112', '35113', '35114', '35115', '35116', '35117', '35118'].map((code) => [
          code,
          row('halt', 'halt', 'Our messaging service is not set up right'),
        ]),
      ),
      '21602': row('ours', 'nothing', 'The text was empty'),
      '21604': row('ours', 'nothing', 'The number was empty'),
      '21617': row('ours', 'nothing', 'The text was too long'),
    },
  },
  {
    // 21211, 21212, 21606 and 21614 were split then.
    asOf: '2024-07-10',
    source:
      'https://www.twilio.com/en-us/changelog/updates-to-the-error-code-dictionary-to-clarify-number-validatio',
    codes: {
      '21265': row('number', 'invalidate', 'The number is a short code'),
      '21266': row('number', 'invalidate', 'The number is our own'),
      '21268': row('number', 'invalidate', 'The number is a premium or information service'),
      '21635': row('number', 'invalidate', 'The number is a landline'),
      '21267': row('halt', 'halt', 'Our account is a trial account'),
      '21659': row('halt', 'halt', 'Our number is not the carrier’s'),
      '21660': row('halt', 'halt', 'Our number belongs to another account'),
      '21661': row('halt', 'halt', 'Our number cannot send texts'),
    },
  },
];

/** Every code known, by itself. */
export const CARRIER_CODES: Record<string, CarrierCode> = Object.assign(
  {},
  ...CODE_TABLES.map((table) => table.codes),
) as Record<string, CarrierCode>;
const known = (code: string): CarrierCode | undefined =>
  Object.hasOwn(CARRIER_CODES, code) ? CARRIER_CODES[code] : undefined;

/** What a code says; an unknown one goes by its phase: refused at creation, or failed after it. */
export const classOf = (code: string): CodeClass | 'unknown' => known(code)?.class ?? 'unknown';

/** The codes from which something follows by itself. */
export const codesFor = (...actions: CodeAction[]): string[] =>
  Object.keys(CARRIER_CODES).filter((code) => actions.includes(known(code)?.action ?? 'nothing'));

/** A code in words for the list of deliveries; null where only the code itself can be shown. */
export const codeInWords = (code: string): string | null => known(code)?.words ?? null;
