import type { Asks } from '../regime.ts';

/** The details that it asks of the log, and why, in words that end "Asked because …". */
export const ASKS: Asks = {
  officials: 'Wyoming lists what each legislator was given',
  event: 'Wyoming lists events for legislators as a group',
};
