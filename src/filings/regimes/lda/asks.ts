import type { Asks } from '../regime.ts';

/** The details that it asks of the log, and why, in words that end "Asked because …". */
export const ASKS: Asks = {
  time: 'federal law asks what part of a person’s time was lobbying',
  behalf: 'federal reports leave out what another registrant pays for',
  subject: 'federal reports name the matter and the agencies contacted',
  issue_areas: 'federal reports go by issue area, with the Houses contacted',
  payment: 'the LD-203 is filed for each lobbyist',
  contribution: 'federal contributions go on the LD-203',
};
