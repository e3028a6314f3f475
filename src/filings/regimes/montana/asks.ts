import type { Asks } from '../regime.ts';

/** The details that it asks of the log, and why, in words that end "Asked because …". */
export const ASKS: Asks = {
  time: 'Montana wants each person’s time by the day (ARM 44.12.103)',
  behalf: 'Montana reports what the principal paid for',
  subject: 'Montana names each action, also before it has a number',
  payment: 'Montana goes by the day of payment, and names who was paid with the address',
  officials: 'Montana names the officials and what each had of it',
  event: 'Montana names the group where all of a house were invited',
  share: 'Montana wants the calculation kept (ARM 44.12.207, 44.12.211)',
  living: 'Montana leaves it out of the threshold and of the report',
};
