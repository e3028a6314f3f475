import { endOf, FAILURES, failureOf } from './carrier-codes.ts';
import type { Caller } from './caller.ts';
import { newSid, now, wait } from './clock.ts';
import type { Fault, Faults } from './faults.ts';
import { step, type Ledger, type Step, type Text, type TextStatus } from './ledger.ts';
import type { Settings } from './options.ts';
import { countSegments, SEGMENT_PRICE_MICROS } from './segments.ts';
import { signTwilio } from './signatures.ts';

export interface Carrier {
  /** Writes a message down with its initial status. */
  accept(draft: Draft): Text;
  /** Takes an accepted message through its statuses, one callback each. */
  carry(text: Text, fault: Fault | null): void;
  /** The carrier's own words to a person: opt-out confirmations, TwiML replies. */
  say(to: string, body: string, by: 'carrier' | 'network'): void;
  /** Posts one signed form to the Worker. */
  tell(url: string, params: Record<string, string>): ReturnType<Caller['post']>;
  stop(): void;
}

export type Draft = Pick<Text, 'direction' | 'by' | 'from' | 'to' | 'body' | 'status'> & Partial<Text>;

const LAST: TextStatus[] = ['delivered', 'undelivered', 'failed', 'canceled', 'received'];

/** The carrier: what becomes of a text after it was accepted. */
export function openCarrier(settings: Settings, ledger: Ledger, faults: Faults, caller: Caller): Carrier {
  let open = true;
  const held = new Map<string, (() => Promise<void>)[]>();

  function accept(draft: Draft): Text {
    const at = now();
    const text: Text = {
      sid: newSid(draft.media?.length ? 'MM' : 'SM'),
      media: [],
      service: null,
      segments: countSegments(draft.body),
      priceMicros: null,
      errorCode: null,
      errorMessage: null,
      statusCallback: null,
      validitySeconds: 36_000,
      createdAt: at,
      updatedAt: at,
      sentAt: null,
      steps: [],
      webhook: [],
      optOutType: null,
      ...draft,
    };
    step(text, text.status);
    ledger.addText(text);
    return text;
  }

  const tell: Carrier['tell'] = (url, params) =>
    caller.post(
      url,
      {
        'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
        'user-agent': 'TwilioProxy/1.1',
        'i-twilio-idempotency-token': newSid(''),
        'x-twilio-signature': signTwilio(settings.authToken, url, params),
      },
      new URLSearchParams(params).toString(),
    );

  async function callBack(text: Text, taken: Step, twice: boolean) {
    const url = text.statusCallback;
    const wanted = settings.callbackStatuses;
    if (!url || (wanted && !wanted.includes(taken.status))) return;
    const params: Record<string, string> = {
      ApiVersion: '2010-04-01',
      AccountSid: settings.accountSid,
      MessageSid: text.sid,
      SmsSid: text.sid,
      MessageStatus: taken.status,
      SmsStatus: taken.status,
      From: text.from,
      To: text.to,
      ...(text.service ? { MessagingServiceSid: text.service } : {}),
      ...(text.errorCode === null
        ? {}
        : { ErrorCode: String(text.errorCode), ErrorMessage: text.errorMessage ?? '' }),
    };
    const post = async () => {
      const result = await tell(url, params);
      taken.told = result.status ?? result.failed;
      ledger.changed();
    };
    const fault = faults.strike('status', text.to);
    const waiting = held.get(text.sid) ?? [];
    held.delete(text.sid);
    switch (fault?.kind) {
      case 'hang':
      case 'refuse':
      case '5xx':
      case '429':
      case 'error':
        taken.told = `lost by a fault (${fault.kind})`;
        break;
      case 'reorder':
        held.set(text.sid, [post]);
        break;
      case 'delay':
        void wait(fault.ms).then(() => (open ? post() : undefined));
        break;
      default:
        await post();
        if (twice || fault?.kind === 'duplicate') await post();
    }
    for (const late of waiting) await late();
  }

  function become(text: Text, status: TextStatus, code: number | null): Step {
    text.status = status;
    text.updatedAt = now();
    if (code !== null) {
      text.errorCode = code;
      text.errorMessage = FAILURES[code]?.message ?? 'Unknown error';
    }
    if (status === 'sent') {
      text.sentAt = text.updatedAt;
      text.priceMicros = text.segments * SEGMENT_PRICE_MICROS.outbound;
    }
    const taken = step(text, status);
    ledger.changed();
    return taken;
  }

  async function run(text: Text, fault: Fault | null) {
    const end = fault?.kind === 'error' ? failureOf(fault.code) : endOf(text.to);
    const code = 'code' in end ? end.code : null;
    const way: [TextStatus, number | null][] = [
      ['queued', null],
      ['sending', null],
    ];
    if (end.status === 'failed') way.push(['failed', code]);
    else
      way.push(
        ['sent', null],
        ...(end.status === 'sent' ? [] : [[end.status, code] as [TextStatus, number | null]]),
      );
    // A restart resumes where the message stood.
    const todo = way.slice(way.findIndex(([status]) => status === text.status) + 1);
    const later: (() => Promise<void>)[] = [];

    for (const [status, failure] of todo) {
      await wait(settings.statusDelayMs);
      if (!open || ledger.texts.get(text.sid) !== text || LAST.includes(text.status)) return;
      const expired = status === 'sent' && now() > text.createdAt + text.validitySeconds * 1000;
      const taken = expired ? become(text, 'failed', 30036) : become(text, status, failure);
      if (fault?.kind === 'reorder') later.unshift(() => callBack(text, taken, false));
      else await callBack(text, taken, fault?.kind === 'duplicate');
    }
    for (const late of later) await late();
    for (const late of held.get(text.sid) ?? []) await late();
    held.delete(text.sid);
  }

  const carry: Carrier['carry'] = (text, fault) => void run(text, fault);
  for (const text of ledger.texts.values()) {
    if (!LAST.includes(text.status)) carry(text, null);
  }

  return {
    accept,
    carry,
    tell,
    say(to, body, by) {
      const draft = {
        direction: 'outbound-reply',
        by,
        from: settings.senderNumber,
        to,
        body,
        status: 'queued',
      } as const;
      carry(accept({ ...draft, service: settings.messagingServiceSid }), null);
    },
    stop: () => void (open = false),
  };
}
