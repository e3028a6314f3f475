import { memberLink, renderSms, renderWording, type Merge } from '../alerts/index.ts';
import { settingsLink } from '../people/index.ts';
import { sha256, signToken } from '../platform/tokens.ts';
import type { OutgoingMail, World } from '../platform/world.ts';
import { withCode } from './member-code.ts';
import { replyToken } from './reply-address.ts';
import type { HoursNow, OwnHours, Place } from './window.ts';

/** Twilio keeps a text in its own queue no longer than this. */
const LONGEST_VALIDITY_S = 36_000;

/** What a claim gives to write one message with. */
export interface Claimed {
  id: number;
  attempt: number;
  sourceKind: string;
  recipientId: string;
  urgent: number;
  deadlineAt: number | null;
  address: string;
  state: string | null;
  /** JSON list. */
  zones: string;
  /** JSON list of the readers' own hours. */
  own: string;
  merge: string | null;
  subject: string | null;
  /** Message-Ids of the mail that this one answers, that mail's own last. */
  answersMail?: string | null;
  words: string;
  fromName: string | null;
}

/** Where the readers of a claimed or waiting text are, and hours of their own. */
export const placeOf = (one: { state: string | null; zones: string; own: string }): Place => ({
  state: one.state,
  zones: JSON.parse(one.zones) as string[],
  own: JSON.parse(one.own) as OwnHours[],
});

const mergeOf = (one: Pick<Claimed, 'merge'>): Merge =>
  one.merge === null ? {} : (JSON.parse(one.merge) as Merge);

/** One text, with the address its reports come to and how long the carrier may keep trying. */
export const textOf = async (world: World, one: Claimed, token: string, hours: HoursNow) => {
  const { publicUrl, linkSecrets } = world.settings;
  const callback = await signToken(linkSecrets[0], 'status', `${one.id}.${one.attempt}`);
  const now = world.clock.now();
  const until = Math.min(
    one.deadlineAt ?? Infinity,
    one.urgent === 1 ? Infinity : hours.of(placeOf(one)).closesAt,
  );
  const seconds = Math.floor((until - now) / 1000);
  return {
    to: one.address,
    body: renderSms(await withCode(linkSecrets[0], one), {
      ...mergeOf(one),
      link: memberLink(publicUrl, token, 'sms'),
    }),
    callbackUrl: `${publicUrl}/hooks/twilio/status/${callback}`,
    validitySeconds: Math.max(1, Math.min(LONGEST_VALIDITY_S, seconds)),
  };
};

/** What a mail needs of it. */
type ClaimedMail = Pick<
  Claimed,
  | 'id'
  | 'attempt'
  | 'sourceKind'
  | 'recipientId'
  | 'address'
  | 'merge'
  | 'subject'
  | 'answersMail'
  | 'words'
  | 'fromName'
>;

/** Mails to a member lead to their settings, but for those that invite, whose one link is what they are for. */
const hasSettings = ({ sourceKind, merge }: ClaimedMail): boolean =>
  merge !== null && sourceKind !== 'notice' && sourceKind !== 'invitation';

/** Adds a line to the foot of a mail, which is begun where there is none. It is each reader's own: nobody approves it. */
const withFoot = (words: string, line: string): string =>
  /(?:^|\n)--\n[^]*$/.test(words) ? `${words}\n${line}` : `${words}\n\n--\n${line}`;

/** One mail: the words as text and as simple HTML, and the headers that machines look for. */
export const mailOf = async (world: World, one: ClaimedMail, token: string): Promise<OutgoingMail> => {
  const { publicUrl, linkSecrets, authSecret, replyDomain } = world.settings;
  const merge = { ...mergeOf(one), link: memberLink(publicUrl, token, 'email') };
  const words = renderWording(await withCode(linkSecrets[0], one), merge);
  const text = hasSettings(one)
    ? withFoot(words, `Change how we reach you: ${await settingsLink(world, one.recipientId)}`)
    : words;
  // Signed by the secret that is never changed: an unsubscribe link works for good.
  const leave = await signToken(authSecret, 'unsubscribe', String(one.id));
  const ours = `r.${await replyToken(linkSecrets[0], one.id)}@${replyDomain}`;
  const answered = (one.answersMail ?? '').split(' ').filter((id) => /^<[^<>\s]{1,300}>$/.test(id));
  return {
    to: one.address,
    fromName: one.fromName ?? 'Legislative network',
    replyTo: ours,
    subject: renderWording(one.subject ?? '', merge),
    text,
    html: htmlOf(text),
    headers: {
      ...(one.sourceKind === 'notice'
        ? {}
        : {
            'List-Unsubscribe': `<${publicUrl}/u/${leave}>`,
            'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
          }),
      ...(answered.length > 0 && { 'In-Reply-To': answered.at(-1) ?? '' }),
      // Mail programs copy this into what answers it, so that an answer to the address under From is known too.
      References: [...answered, `<${ours}>`].join(' '),
      'Auto-Submitted':
        answered.length > 0 && one.sourceKind !== 'answer' ? 'auto-replied' : 'auto-generated',
      'X-Auto-Response-Suppress': 'OOF, AutoReply',
    },
    // Of the wording, not of what merge fields made of it: asked for again the key must be the same.
    idempotencyKey: `${one.id}-${one.attempt}-${(await sha256(one.words)).slice(0, 16)}`,
  };
};

const ESCAPED: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replaceAll(/[&<>"]/g, (mark) => ESCAPED[mark] ?? mark);
const LINK = /https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]]/g;

/** Plain words as HTML: paragraphs, line breaks and links, nothing that the words could smuggle in. */
export const htmlOf = (text: string): string => {
  const paragraphs = text
    .split(/\n{2,}/)
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .map((one) => {
      let html = '';
      let at = 0;
      for (const found of one.matchAll(LINK)) {
        const link = escaped(found[0]);
        html += `${escaped(one.slice(at, found.index))}<a href="${link}">${link}</a>`;
        at = found.index + found[0].length;
      }
      return `<p>${(html + escaped(one.slice(at))).replaceAll('\n', '<br>\n')}</p>`;
    });
  return `<!doctype html>\n<html lang="en"><body>\n${paragraphs.join('\n')}\n</body></html>\n`;
};
