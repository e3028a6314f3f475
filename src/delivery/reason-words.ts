import { exclusionInWords } from '../alerts/index.ts';
import { codeInWords } from './carrier-codes.ts';

const REASONS: Record<string, string> = {
  no_clear_answer: 'No clear answer came',
  no_proof_found: 'No clear answer came, and no proof was found',
  left: 'Left as it is by a person',
  superseded: 'A newer alert took the place of this one',
  cancelled: 'The alert was cancelled before it went',
  closed: 'The alert was closed before it went',
  deadline: 'The deadline passed before it could go',
};

/** Why a delivery stands as it does, in words. */
export const reasonInWords = (channel: 'sms' | 'email', reason: string): string =>
  (Object.hasOwn(REASONS, reason) ? REASONS[reason] : undefined) ??
  codeInWords(reason) ??
  exclusionInWords(channel, reason);
