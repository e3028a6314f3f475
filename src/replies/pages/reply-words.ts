import { showPhone } from '../../platform/phone.ts';
import type { ConversationRow } from '../show-inbox.ts';

const MEANINGS: Record<string, string> = {
  stop: 'asked for no more messages',
  start: 'asked for texts again',
  help: 'asked for help',
  join: 'joined',
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

const KINDS: Record<string, string> = {
  alert: 'Alert',
  nudge: 'Reminder',
  question: 'Question',
  answer: 'Answer',
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
