import type { Asks } from '../regime.ts';

/** The details that it asks of the log, and why, in words that end "Asked because …". */
export const ASKS: Asks = {
  time: 'Massachusetts counts a person’s hours against 25 in half a year',
  behalf: 'Massachusetts leaves out what a public employer pays for',
  subject: 'Massachusetts lists each matter, or the agency',
  payment: 'Massachusetts lists it under the lobbyist who spent it',
  event: 'Massachusetts asks for the place and everyone present',
  contribution: 'Massachusetts lists campaign contributions apart',
};
