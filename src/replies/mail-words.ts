import EmailReplyParser from 'email-reply-parser';
import { unwrappedLinks } from './unwrapped-links.ts';

const LONGEST = 100_000;
const MOST_LINES = 2_000;
const LONGEST_LINE = 5_000;

/** Banners that a district's mail gateway writes into mail from outside. */
const BANNER =
  /^[\s*_>|=-]{0,20}(?:\[?external\]?(?: e-?mail| sender| message)?[:!]?|caution[:!]? ?(?:this (?:e-?mail|message) originated|external).*|caution[:!]?|warning[:!]? ?(?:this (?:e-?mail|message)|external).*|this (?:e-?mail|message) (?:originated|came|was sent) from outside.*|this (?:e-?mail|message) (?:is|was sent) (?:from|by) an (?:external|outside|unknown) (?:sender|source).*|.*do not click (?:on )?(?:any )?links or open attachments.*|you (?:don['’]t|do not) often get e-?mail from .*|\[?learn why this is important\]?.*|zjqcmqryfpfptbanner(?:start|end))[\s*_=-]{0,20}$/i;
const BANNER_BEFORE = /^\s*\[(?:external|ext)\]:?\s*/i;
/** From here on, what a district's own gateway writes under every mail. */
const NOTICE_BELOW =
  /^[\s*_]*(?:(?:confidentiality|privacy|ferpa|e-?mail|public records|legal) (?:notice|disclaimer|statement)\b|notice: ?(?:this|under)|this (?:e-?mail|message|communication|transmission)(?:,? including any attachments,?| and any (?:files|attachments).*)? (?:is|may be|are|may|contains?) .*(?:confidential|privileged|ferpa|public record)|the information (?:contained )?in this (?:e-?mail|message|transmission) .*|under (?:florida|montana|mississippi|massachusetts|state) law,? e-?mail.*|(?:the )?family educational rights and privacy act.*|sent from (?:my|a|the) [\w'’ -]{1,40}|sent (?:from|via) (?:yahoo|outlook|aol|gmail|samsung|proton)[\w .]{0,40}|get outlook for |enviado desde mi )/i;
/** A phone's own line holds no sentence: "Sent from my desk, which is easier" was written by a person. */
const SENT_FROM = /^[\s*_]*sent from /i;
const PHONE_LINE = /^[\s*_]*sent from (?:(?:my|a|the) [\w'’ -]{1,40}[.]?|[\w ]{1,30})[\s*_]*$/i;
/** The foot of our own mails. Quoted back, its word "unsubscribe" is ours and not theirs. */
const OUR_FOOT =
  /^[\s>|*]*(?:you get this as a member of |to get no more of these emails, reply with the word unsubscribe|answer by replying to this email with the number|read more on your page:|change how we reach you:|reply stop to end\b)/i;
/** A link of ours alone on a line: what a mail program broke off the line above it. */
const OUR_LINK = /^[\s>|*]*<?https?:\/\/[^\s/]{1,200}\/(?:a|me)\/[\w.-]{8,200}>?\s*$/;
const QUOTE_HEAD =
  /^[\s>*]*(?:-{2,} ?(?:original message|forwarded message|mensaje original) ?-{2,}|_{20,}|on .{6,120}\s?wrote:|el .{6,120} escribi[oó]:)\s*$/i;
/** Outlook quotes by a block of headers, with or without a rule above it. */
const HEADER_FROM = /^[\s>*]*(?:from|de|von)\s?:\*? ?\S/i;
const HEADER_NEXT = /^[\s>*]*(?:sent|date|to|subject|cc|enviado|fecha|para|asunto)\s?:\*? ?\S/i;
const RULE = /^[\s>]*[-_]{5,}\s*$/;
const SIGNED_OFF = /^[-–—][A-Z][\w'’.]+(?: [A-Z][\w'’.-]+){1,3}$/;

/** A mail's subject without reply marks and gateway tags. */
export const plainSubject = (subject: string): string =>
  subject
    .replaceAll(/\[(?:external|ext)\]/gi, '')
    .replace(/^(?:\s*(?:re|fwd?|aw|rv|sv|external):)+/i, '')
    .replaceAll(/\s+/g, ' ')
    .trim();

/**
 * What the sender wrote, without what was quoted, the signature, banners and our own foot.
 * @param mail the plain text, or null with the HTML where there is none
 * @returns the words; `inline` where they stand below or between what was quoted, and `words` is then the whole
 *   text; `own`: what is left of it without the quoted lines
 */
export const writtenWords = (mail: {
  text: string | null;
  html: string | null;
  /** The sender's own name: where it stands alone on a line, the signature begins. */
  name?: string;
}): { words: string; inline: boolean; own: string } => {
  const whole = capped(mail.text?.trim() ? mail.text : textOfHtml(mail.html ?? ''));
  const unbannered = whole
    .split('\n')
    .filter((line, at) => at > 15 || !BANNER.test(start(line)))
    .map((line, at) => (at > 15 ? line : line.replace(BANNER_BEFORE, '')))
    .join('\n');
  const visible = new EmailReplyParser().read(withSentences(unbannered)).getVisibleText();
  const own = unwrappedLinks(aboveSignature(aboveNotices(visible), mail.name ?? ''));
  if (own !== '' && !beginsQuoted(unbannered)) return { words: own, inline: false, own };
  const all = unwrappedLinks(withoutOurFoot(unbannered.replaceAll(/^[\s>]+/gm, '')));
  return { words: all, inline: all !== '', own };
};

/** Nothing stands above the quoted mail: whatever was written is below it or between its lines. */
const beginsQuoted = (text: string): boolean => {
  const lines = text
    .slice(0, 2_000)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, 3);
  const head = lines.map((_, at) => lines.slice(0, at + 1).join(' '));
  return /^\s*>/.test(lines[0] ?? '') || head.some((line) => QUOTE_HEAD.test(start(line)));
};

/** A sentence that only begins like a phone's own line is kept from the parser, which would cut it. */
const withSentences = (text: string): string =>
  text
    .split('\n')
    .map((line) => (SENT_FROM.test(start(line)) && !PHONE_LINE.test(start(line)) ? `\u200b${line}` : line))
    .join('\n');

/** Rules look at the start of a line only, so that no line can keep them busy. */
const start = (line: string) => line.slice(0, 300);

const capped = (text: string): string =>
  text
    .slice(0, LONGEST)
    .replaceAll(/\r\n?/g, '\n')
    .split('\n')
    .slice(0, MOST_LINES)
    .map((line) => line.slice(0, LONGEST_LINE))
    .join('\n');

/** The lines above the first quote head, gateway notice or line of our own foot. */
const aboveNotices = (text: string): string => {
  const lines = text.replaceAll('\u200b', '').split('\n');
  const end = lines.findIndex((line, at) => {
    const begin = start(line);
    if (SENT_FROM.test(begin)) return PHONE_LINE.test(begin);
    return [OUR_FOOT, NOTICE_BELOW, QUOTE_HEAD].some((rule) => rule.test(begin)) || quotesHeaders(lines, at);
  });
  const above = (end === -1 ? lines : lines.slice(0, end)).filter((line) => !/^\s*>/.test(line));
  while (above.length > 0 && (above.at(-1)?.trim() === '' || RULE.test(start(above.at(-1) ?? ''))))
    above.pop();
  if (above.length > 1 && SIGNED_OFF.test(start(above.at(-1) ?? '').trim())) above.pop();
  return above.join('\n').trim();
};

/** "From:" with another header in one of the next two lines. */
const quotesHeaders = (lines: string[], at: number): boolean =>
  HEADER_FROM.test(start(lines[at] ?? '')) &&
  [1, 2].some((next) => HEADER_NEXT.test(start(lines[at + next] ?? '')));

const VALEDICTION =
  /^(?:many |best |kind |warm )?(?:thanks|thank you|regards|best|sincerely|respectfully|cheers|gracias|saludos)(?: (?:again|so much|regards))?[\s,.!]*$/i;

/** The lines above the sender's own name, and above the greeting that leads to it. */
const aboveSignature = (text: string, name: string): string => {
  const [family, given] = name.split(',').map((part) => part.trim().toLowerCase());
  const full = given ? `${given} ${family}` : (family ?? '');
  const first = full.split(/\s+/)[0] ?? '';
  if (first.length < 2) return text;
  const lines = text.split('\n').map((line) => line.trim());
  const leads = (at: number) =>
    at > 0 && (lines[at - 1] === '' || VALEDICTION.test(start(lines[at - 1] ?? '')));
  const end = lines.findIndex((line, at) => {
    const plain = start(line).toLowerCase();
    return (
      leads(at) &&
      (plain === first || plain === full || plain.startsWith(`${full},`) || plain.startsWith(`${full} `))
    );
  });
  if (end === -1) return text;
  const above = lines.slice(0, end);
  while (
    above.length > 0 &&
    (above.at(-1) === '' || (above.length > 1 && VALEDICTION.test(start(above.at(-1) ?? ''))))
  )
    above.pop();
  return above.length > 0 ? above.join('\n') : text;
};

const withoutOurFoot = (text: string): string =>
  text
    .split('\n')
    .filter((line) => !OUR_FOOT.test(start(line)) && !OUR_LINK.test(start(line)))
    .join('\n')
    .trim();

const ENTITIES: Record<string, string> = {
  nbsp: ' ',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  amp: '&',
  rsquo: '’',
  lsquo: '‘',
  ldquo: '“',
  rdquo: '”',
  mdash: '—',
  ndash: '–',
};
/** Where Gmail, Outlook, Apple and Yahoo begin the quoted mail. */
const HTML_QUOTE =
  /<(?:div|blockquote|table|hr)[^>]{0,300}(?:gmail_quote|divRplyFwdMsg|type="?cite|yahoo_quoted|moz-cite-prefix|border-top: ?solid #[be]1[be]1[be]1)/i;

/** The words of an HTML mail, cut where the quoted mail begins. */
export const textOfHtml = (html: string): string => {
  const cut = html.slice(0, LONGEST * 3);
  const at = cut.search(HTML_QUOTE);
  return without(at > 0 ? cut.slice(0, at) : cut, ['head', 'style', 'script', 'title'])
    .replaceAll(/<(?:br|\/p|\/div|\/tr|\/li|\/h\d)\b[^>]*>/gi, '\n')
    .replaceAll(/<[^<>]*>/g, '')
    .replaceAll(/&#(\d{1,6});/g, (_, code: string) => characterOf(Number(code)))
    .replaceAll(/&#x([0-9a-f]{1,6});/gi, (_, code: string) => characterOf(Number.parseInt(code, 16)))
    .replaceAll(/&([a-z]{2,6});/gi, (entity, name: string) => ENTITIES[name.toLowerCase()] ?? entity)
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
};

/** HTML without some elements and what they hold; one pass each, whatever is left open. */
const without = (html: string, names: string[]): string =>
  names.reduce((rest, name) => {
    const pieces = rest.split(new RegExp(`<${name}\\b`, 'i'));
    return pieces
      .map((piece, at) => {
        const end = at === 0 ? 0 : piece.toLowerCase().indexOf(`</${name}`);
        return end === -1 ? '' : at === 0 ? piece : piece.slice(end + name.length + 2).replace(/^\s*>/, '');
      })
      .join('');
  }, html);

const characterOf = (code: number): string => (code > 0 && code < 0x110000 ? String.fromCodePoint(code) : '');
