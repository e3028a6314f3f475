/**
 * What to do about a code of the carrier.
 * later: nothing was taken, try again · stopped: the person opted out there · number: this number cannot be
 * texted · transient: accepted, then lost · blocked: carrier or handset refused these words · cap: the sender
 * has used up its day · halt: our account or registration is not right · ours: a text that we should not have made
 */
export type CodeClass = 'later' | 'stopped' | 'number' | 'transient' | 'blocked' | 'cap' | 'halt' | 'ours';

/** Twilio splits and renames codes (changelog 2024-07-10), so this is data, and an unknown code goes by its phase. */
export const CARRIER_CODES_AS_OF = '2026-11-21';
export const CARRIER_CODES_SOURCE = 'https://www.twilio.com/docs/api/errors';

const row = (kind: CodeClass, words: string) => ({ class: kind, words });
export const CARRIER_CODES: Record<string, { class: CodeClass; words: string }> = {
  '20429': row('later', 'The carrier asks us to slow down'),
  '21611': row('later', 'The carrier’s queue for our number is full'),
  '21610': row('stopped', 'Texted STOP'),
  '21211': row('number', 'The number is not valid'),
  '21614': row('number', 'The number cannot take texts'),
  '21612': row('number', 'The number cannot be reached from ours'),
  '30005': row('number', 'The number is unknown or out of service'),
  '30006': row('number', 'The number is a landline or cannot be reached'),
  '30001': row('transient', 'The carrier’s queue ran over'),
  '30003': row('transient', 'The phone could not be reached'),
  '30008': row('transient', 'The carrier gave no reason'),
  '30022': row('transient', 'The carrier’s rate was passed'),
  '63018': row('transient', 'The carrier’s rate was passed'),
  '30036': row('transient', 'The time in which the text was worth sending ran out'),
  '30004': row('blocked', 'Blocked by the carrier or the phone'),
  '30007': row('blocked', 'Filtered by the carrier'),
  '30023': row('cap', 'The carrier’s limit for the day is used up'),
  '30027': row('cap', 'T-Mobile’s limit for the day is used up'),
  '63038': row('cap', 'The account’s limit for the day is used up'),
  '20003': row('halt', 'The carrier does not accept our account’s key'),
  '20404': row('halt', 'The carrier does not know our account'),
  '21606': row('halt', 'Our number cannot send texts'),
  '21408': row('halt', 'Our account may not text that country'),
  '21608': row('halt', 'Our account is a trial account'),
  '21701': row('halt', 'The carrier does not know our messaging service'),
  '21703': row('halt', 'Our messaging service has no number'),
  '21705': row('halt', 'Our messaging service is not valid'),
  '30002': row('halt', 'Our account is suspended'),
  '30032': row('halt', 'Our toll-free number is not verified'),
  '30034': row('halt', 'Our number is not registered with the carriers'),
  '35111': row('halt', 'Scheduling is not set up at the carrier'),
  '21602': row('ours', 'The text was empty'),
  '21604': row('ours', 'The number was empty'),
  '21617': row('ours', 'The text was too long'),
};

/** What to do about a code said at creation; an unknown one is a plain no. */
export const classOf = (code: string): CodeClass | 'unknown' => CARRIER_CODES[code]?.class ?? 'unknown';

/** A code in words for the list of deliveries; null where only the code itself can be shown. */
export const codeInWords = (code: string): string | null => CARRIER_CODES[code]?.words ?? null;
