import type { RowOf } from '../../platform/statement.ts';
import { showPhone } from '../../platform/phone.ts';
import type { closedFor, ledgerWithProof } from '../ledger-queries.ts';

type Line = RowOf<typeof ledgerWithProof>;
type Closed = RowOf<typeof closedFor>;

const KINDS: Record<Line['kind'], string> = {
  granted: 'Consent given',
  revoked: 'Stopped',
  held: 'Put on hold',
  released: 'Hold cleared',
  invalidated: 'Found not to work',
};
/** What a line of the ledger says happened. */
export const kindText = (kind: Line['kind']): string => KINDS[kind];

const SOURCES: Record<string, string> = {
  stopped: 'they asked to stop',
  unsubscribed: 'they unsubscribed',
  complained: 'they marked a message as spam',
  bounced: 'mail came back',
  wrong_number: 'somebody else has it',
  staff: 'closed by staff',
  held: 'it may have been a stop',
};
/** How it was said, in words. */
export const sourceText = ({ source }: Pick<Line, 'source'>): string => SOURCES[source] ?? source;

/** The number or address as people write it; what kind it was where it is no longer theirs or not to be shown. */
export const whereText = ({ channel, address }: Pick<Line, 'channel' | 'address'>): string =>
  address === null
    ? channel === 'sms'
      ? 'a number'
      : 'an address'
    : channel === 'sms'
      ? showPhone(address)
      : address;

const ACTORS: Record<string, string> = {
  member: 'the member',
  provider: 'the carrier or mail provider',
  clock: 'the clock',
  system: 'the system',
  staff: 'somebody who left the staff',
};
/** Who did it. */
export const actorText = ({ actorKind, actorName }: Pick<Line, 'actorKind' | 'actorName'>): string =>
  actorName ?? ACTORS[actorKind] ?? actorKind;

const EVIDENCE: Record<string, string> = {
  reply: 'Their message',
  import: 'An imported file',
  delivery: 'A mail of ours',
  mail_event: 'A report of the mail provider',
  staff: 'What staff were told',
  consent: 'What staff wrote down',
  member: 'The form by which they were added',
  member_page: 'Their own settings page',
  code: 'A code sent there and typed on their page',
  erase: 'Their request to be erased',
};
/** What proves a line, and where it can be read. */
export const evidenceOf = (line: Line): { text: string; href: string | null } => ({
  text: line.fileName ?? EVIDENCE[line.evidenceKind ?? ''] ?? 'None on record',
  href: line.conversationId
    ? `/inbox/${line.conversationId}`
    : line.alertId
      ? `/alerts/${line.alertId}`
      : line.fileName && line.evidenceId
        ? `/members/imports/${line.evidenceId}`
        : null,
});

const REASONS: Record<string, string> = {
  stopped: 'They asked to stop',
  unsubscribed: 'They unsubscribed',
  complained: 'They marked a message as spam',
  bounced: 'Mail there comes back',
  wrong_number: 'It belongs to somebody else',
  staff: 'Staff closed it',
  held: 'On hold: it may have been a stop',
};
const LIFTS: Record<string, string> = {
  bounced: 'Opens when they prove on their settings page that it works again.',
  wrong_number: 'Nothing opens it. Give the member another one.',
  held: 'Staff clear it from their conversation, or the member opens it again.',
};
/** Why something is closed, and what alone opens it again. */
export const closedText = ({ reason, byCarrier, channel }: Closed): { why: string; lift: string } => ({
  why: `${REASONS[reason] ?? reason}${byCarrier === 1 ? ', and the carrier stopped it too' : ''}.`,
  lift:
    byCarrier === 1
      ? 'Only START, texted from that number, opens it again. No setting of ours can.'
      : (LIFTS[reason] ??
        (channel === 'sms'
          ? 'The member opens it again: by START or JOIN from that number, or on their settings page. Staff cannot.'
          : 'The member opens it again on their settings page. Staff cannot.')),
});
