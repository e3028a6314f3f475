import type { Asks } from '../regime.ts';

/** The details that it asks of the log, and why, in words that end "Asked because …". */
export const ASKS: Asks = {
  behalf: 'Mississippi reports what was done at the association’s request',
  subject: 'Mississippi’s registration names the issues',
  payment: 'Mississippi asks who gave it',
  officials: 'Mississippi lists each official who was given anything',
  event: 'Mississippi tells an event for the whole legislature by its attendance, and a gift by its place',
};
