import type { Tone } from '../../ui/index.ts';

/** What answers mean, by colour: from done to cannot. */
export const OUTCOME_TONES: Record<string, Tone> = {
  contacted: 'support-2',
  will: 'support-1',
  cannot: 'oppose-1',
  help: 'oppose-2',
  other: 'accent',
};
/** States of deliveries in a school leader's words. */
export const DELIVERY_WORDS: Record<string, string> = {
  planned: 'Going out',
  waiting: 'Waiting for texting hours',
  submitting: 'Being handed over',
  accepted: 'Taken by the carrier',
  sent: 'Handed to the phone company',
  delivered: 'Delivered',
  undelivered: 'Could not be delivered',
  failed: 'Refused by the carrier',
  skipped: 'Left out',
  'on-hold': 'On hold: an unclear opt-out',
  unknown: 'Being looked up at the carrier',
  unconfirmed: 'Not confirmed by the carrier',
  expired: 'Too late, not sent',
  cancelled: 'Called off',
};
export const STATE_TAGS: Record<string, { label: string; tone: Tone }> = {
  sending: { label: 'going out', tone: 'accent' },
  paused: { label: 'paused', tone: 'warn' },
  halted: { label: 'halted', tone: 'warn' },
  open: { label: 'open', tone: 'accent' },
  closed: { label: 'closed', tone: 'none' },
  cancelled: { label: 'cancelled', tone: 'warn' },
  discarded: { label: 'discarded', tone: 'none' },
};
