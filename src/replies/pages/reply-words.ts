import { showPhone } from '../../platform/phone.ts';
import { awayInWords, awayNote } from '../away-note.ts';
import type { ConversationRow } from '../show-inbox.ts';

const MEANINGS: Record<string, string> = {
  stop: 'asked for no more messages',
  start: 'asked for texts again',
  help: 'asked for help',
  join: 'joined',
  to_email: 'wants email, no texts',
  to_sms: 'wants texts, no email',
  part: 'more of the text before',
  join_unknown: 'wants to join; not a member yet',
  wrong_number: 'wrong number',
  unclear_opt_out: 'may mean stop',
  shared_number: 'members share this number',
  shared_address: 'members share this address',
  needs_review: 'sent by somebody else',
  probable: 'sender not proved',
  unknown: 'not a member',
  late: 'came after the close',
  which: 'unclear which alert',
  which_answered: 'said which alert',
  about_report: 'about their contact report',
  unreadable: 'could not be read',
  inline: 'written between our lines',
  tapback: 'a reaction',
};
const MACHINES: Record<string, string> = {
  auto_reply: 'automatic reply',
  bounce: 'not delivered',
  complaint: 'marked as spam',
  tapback: 'reaction',
};

/** What a reply was taken for, in a few words for a tag; null where there is nothing to say. */
export const meaningInWords = (reply: { meaning: string | null; machine: string | null }): string | null =>
  reply.machine
    ? (MACHINES[reply.machine] ?? null)
    : reply.meaning?.startsWith('which:')
      ? 'asked which alert'
      : (MEANINGS[reply.meaning ?? ''] ?? null);

/** When an automatic reply says that its sender is back, and who stands in; null for any other reply. */
export const awayOf = (reply: {
  machine: string | null;
  subject: string | null;
  body: string;
}): string | null => {
  const away = reply.machine === 'auto_reply' ? awayNote(reply.subject ?? '', reply.body) : null;
  return away && awayInWords(away);
};

/** Whose reply it is where somebody else wrote it with a member's own reply address; null where nobody did. */
export const usedLinkOf = (
  reply: { trust: string; meaning: string | null; fromAddress: string | null },
  whose: string,
): string | null =>
  reply.trust === 'needs_review' && reply.meaning === 'needs_review' && reply.fromAddress
    ? `reply from ${reply.fromAddress} using ${whose}’s link`
    : null;

const KINDS: Record<string, string> = {
  alert: 'Alert',
  nudge: 'Reminder',
  question: 'Question',
  answer: 'Answer',
  follow_up: 'To all who gave one answer',
  confirmation: 'Confirmation',
  invitation: 'Invitation',
};
export const kindInWords = (kind: string): string => KINDS[kind] ?? kind;

export const channelInWords = (channel: string | null): string =>
  channel === 'sms' ? 'by text' : channel === 'email' ? 'by email' : channel === 'web' ? 'on the page' : '';

/** A number or address as people read it. */
export const addressInWords = (address: string): string =>
  address.startsWith('+') ? showPhone(address) : address;

/** Whom a thread is with. */
export const nameOf = (
  row: Pick<ConversationRow, 'firstName' | 'lastName'> & { fromAddress?: string | null },
): string =>
  row.lastName
    ? `${row.firstName ?? ''} ${row.lastName}`.trim()
    : addressInWords(row.fromAddress || 'Unknown sender');
