/** A message that came back. `permanent`: the address does not exist; `passing`: full or slow; `policy`: refused as such. */
export interface Bounce {
  kind: 'bounce';
  lasting: 'permanent' | 'passing' | 'policy';
  /** Enhanced status code (RFC 3463), the more telling one where the report names two. */
  status: string | null;
  recipient: string | null;
}

const LONGEST = 20_000;
const CODE = /\b([245]\.\d{1,3}\.\d{1,3})\b/;
/** Refused for what we are or wrote, whatever the code says: no fault of the address. */
const POLICY =
  /\b(?:spf|dkim|dmarc|polic(?:y|ies)|spam|ube|blacklist(?:ed)?|block ?list(?:ed)?|reputation|unsolicited|content rejected|sender address rejected|not allowed to send)\b/i;
const GONE =
  /\b(?:unknown (?:user|recipient)|(?:user|recipient|mailbox) (?:is )?unknown|no such (?:user|recipient|mailbox|person|address)|(?:does not|doesn['’]t) exist|recipient (?:address )?(?:not found|rejected)|address rejected|mailbox unavailable|(?:account|mailbox) (?:is )?(?:disabled|closed|inactive)|no longer (?:on|with|here|valid)|address (?:couldn['’]t be|could not be|not|wasn['’]t) found)\b/i;

/**
 * The failure that a delivery status tells of (RFC 3464), or null where it tells of none: delayed, relayed and
 * delivered are reports too.
 * @param status the content of the part message/delivery-status
 * @param words what the report says for people; it is read where the codes are unspecific
 */
export const bounceOf = (status: string, words: string): Bounce | null => {
  const text = status.slice(0, LONGEST).replaceAll(/\r?\n[ \t]+/g, ' ');
  const action = (field(text, 'action') ?? '').toLowerCase();
  const code = CODE.exec(field(text, 'status') ?? '')?.[1] ?? null;
  if (/^(?:delayed|relayed|delivered|expanded)/.test(action) || code?.startsWith('2')) return null;
  const recipient = field(text, 'original-recipient') ?? field(text, 'final-recipient');
  return {
    kind: 'bounce',
    ...judged(code, field(text, 'diagnostic-code') ?? '', words),
    recipient: recipient?.split(';').at(-1)?.trim().replaceAll(/[<>]/g, '').toLowerCase() ?? null,
  };
};

/** The failure that a mail system told in words only. */
export const bounceInWords = (text: string): Bounce => {
  const said = text.slice(0, LONGEST);
  return {
    kind: 'bounce',
    ...judged(/\b([45]\.\d{1,3}\.\d{1,3})\b/.exec(said)?.[1] ?? null, '', said),
    recipient: null,
  };
};

const field = (status: string, name: string) =>
  new RegExp(`^${name}:[ \\t]*(.+)$`, 'im').exec(status)?.[1]?.trim() ?? null;

const judged = (
  status: string | null,
  diagnostic: string,
  words: string,
): Pick<Bounce, 'lasting' | 'status'> => {
  const vague = status === null || /^[45]\.[05]\.0$/.test(status);
  const told = vague ? (/[45]\.[1-7]\.\d{1,3}\b/.exec(diagnostic)?.[0] ?? status) : status;
  return { status: told, lasting: lastingOf(status, told, diagnostic, vague ? words.slice(0, LONGEST) : '') };
};

const lastingOf = (
  status: string | null,
  told: string | null,
  diagnostic: string,
  words: string,
): Bounce['lasting'] => {
  // A server that says 4 asks to be tried again, whatever else it says.
  if (status?.startsWith('4.') || told?.startsWith('4.')) return 'passing';
  if (/^5\.1\.(?:1|10)$/.test(told ?? '')) return 'permanent';
  // 5.1.7 and 5.1.8 speak of the sender's address.
  if (/^5\.(?:7\.|1\.[78]$)/.test(told ?? '') || POLICY.test(diagnostic)) return 'policy';
  if (/^5\.(?:1\.|2\.1$|4\.4$)/.test(told ?? '')) return 'permanent';
  // Exchange Online tells unknown recipients so.
  if (told === '5.4.1' && GONE.test(diagnostic)) return 'permanent';
  if (!/^5\.[05]\.0$/.test(told ?? '5.0.0')) return 'passing';
  if (GONE.test(diagnostic)) return 'permanent';
  if (diagnostic !== '') return 'passing';
  return POLICY.test(words) ? 'policy' : GONE.test(words) ? 'permanent' : 'passing';
};
