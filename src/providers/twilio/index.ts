/**
 * Twilio: the only folder that imports its library or speaks its protocol. One POST per text, never repeated
 * here; what an answer proves is told apart from what it leaves open; a webhook counts only when signed.
 */
export { twilioSms } from './sms.ts';
export { EMPTY_REPLY, isFromTwilio, readForm, readInbound, readStatus, type SignedForm } from './webhook.ts';
