const KINDS: Record<string, string> = {
  'sms.status': 'A carrier’s report about a text',
  'mail.event': 'A report about a mail',
  'reply.understand': 'Understanding a reply',
  'reply.take_kept': 'Taking in a text that was kept aside',
  'reply.about_contact': 'Drafting a contact report from a reply',
  'contact_report.ask': 'Asking a member whether a contact report is right',
  'contact_report.answered': 'Taking in what a member said of a contact report',
  'alert.proposed': 'Telling those who approve of an alert',
  'alert.closed': 'Logging an alert that was closed',
  page: 'Sending a group of messages',
  unreadable: 'A message that cannot be read',
};

/** What a given-up message was to do, in words. */
export const kindInWords = (kind: string): string =>
  KINDS[kind] ?? `A job that this version does not know: ${kind}`;

/** What happens where nobody replays it. */
export const withoutReplay = (kind: string): string =>
  kind === 'page'
    ? 'A clock hands out again what is still due, so nobody misses a message.'
    : kind === 'sms.status'
      ? 'The carrier is asked again by itself how the text ended.'
      : kind === 'unreadable'
        ? 'There is nothing to do with it but to discard it.'
        : 'It stays undone until it is replayed.';
