import { showPhone } from '../../platform/phone.ts';
import type { Tone } from '../../ui/index.ts';

export type Stand = 'support' | 'oppose' | 'amend' | 'monitor' | 'neutral';
/** Positions as people read them, with the colour of each. */
export const STANDS: Record<Stand, { label: string; tone: Tone }> = {
  support: { label: 'Support', tone: 'support-2' },
  oppose: { label: 'Oppose', tone: 'oppose-2' },
  amend: { label: 'Amend', tone: 'undecided' },
  monitor: { label: 'Monitor', tone: 'none' },
  neutral: { label: 'Neutral', tone: 'none' },
};

export type FileKind = 'officials' | 'committees' | 'congress' | 'reach' | 'zip';
/** Kinds of files, in the order in which they need each other. */
export const FILE_KINDS: Record<FileKind, { label: string; hint: string; unit: string }> = {
  officials: {
    label: 'State officials',
    hint: 'The CSV of your state from data.openstates.org, or JSON of people and vacancies',
    unit: 'people',
  },
  committees: {
    label: 'Committees',
    hint: 'JSON of committees and who sits on them, made from Open States. Officials come first.',
    unit: 'memberships',
  },
  congress: {
    label: 'Members of Congress',
    hint: 'legislators-current.json of congress-legislators, or JSON made from it. Congress comes by file only.',
    unit: 'people',
  },
  reach: {
    label: 'Reach',
    hint: 'CSV with district_nces, chamber, seat, share. School districts and officials come first.',
    unit: 'rows',
  },
  zip: {
    label: 'ZIP codes to US House districts',
    hint: 'JSON map. Gives each school district its representative by its ZIP code.',
    unit: 'school districts',
  },
};

export const EVENT_KINDS = { hearing: 'Hearing', vote: 'Vote', status: 'Status' } as const;

/** The errors of a form as the summary above it takes them; names without a label are shown as they are. */
export const summaryOf = (labels: Record<string, string>, errors: Record<string, string>) =>
  Object.entries(errors).map(([name, message]) => ({ name, label: labels[name] ?? name, message }));

/** "1 seat", "3 seats". */
export const countOf = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;

/** A US number as links take it, "+14064444800"; null where it is none. */
export const dialable = (phone: string | null): string | null => {
  const digits = (phone ?? '').replaceAll(/\D/g, '').replace(/^1(?=\d{10}$)/, '');
  return digits.length === 10 ? `+1${digits}` : null;
};

/** An official's number as all numbers here are written, "(406) 444-4800"; as the source has it where it is none. */
export const phoneWords = (phone: string): string => {
  const number = dialable(phone);
  return number === null ? phone : showPhone(number);
};
