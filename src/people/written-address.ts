import { parseEmail } from '../platform/email-address.ts';
import { parsePhone } from '../platform/phone.ts';
import type { Channel } from './address-hash.ts';

/** Reads a number or address as people write it. @returns E.164, or the address in lower case; else what is wrong */
export const readAddress = (
  channel: Channel,
  text: string,
): { ok: true; address: string } | { ok: false; reason: string } => {
  const parsed = channel === 'sms' ? parsePhone(text) : parseEmail(text);
  if (!parsed.ok) return { ok: false, reason: parsed.reason };
  return { ok: true, address: 'e164' in parsed ? parsed.e164 : parsed.address };
};
