import type { Asks } from '../regime.ts';

/** The details that it asks of the log, and why, in words that end "Asked because …". */
export const ASKS: Asks = {
  time: 'the IRS counts research and preparation with the contact',
  reach: 'the IRS divides a message by whom it reached and what it asked of them',
  tax: 'the IRS leaves overhead out of one test, and counts outside lobbyists apart',
};
