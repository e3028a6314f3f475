import { endOf, FAILURES, failureOf } from '../../exchange/carrier-codes.ts';
import type { Ledger, Text, TextStatus } from '../../exchange/ledger.ts';
import type { Settings } from '../../exchange/options.ts';
import { countSegments, SEGMENT_PRICE_MICROS } from '../../exchange/segments.ts';
import { signTwilio } from '../../exchange/signatures.ts';
import { listMessages } from '../../exchange/twilio-list.ts';
import { messageResource, twilioError } from '../../exchange/twilio-resource.ts';
import { refusal } from '../../exchange/twilio-rules.ts';
import { TEST_SETTINGS } from '../../support/settings.ts';
import type { Process } from './process.ts';

export const OUR_NUMBER = '+14065550100';

/** What becomes of one request to send, by a script. */
export type Fate =
  | { kind: 'hang'; accepted: boolean }
  | { kind: '5xx'; accepted: boolean }
  | { kind: '429'; retryAfter?: number }
  | { kind: 'refuse'; code: number }
  | { kind: 'garbled' }
  /** Accepted, and then ends with this code. */
  | { kind: 'end'; code: number };

/** A signed form on its way to us. */
export interface Post {
  path: string;
  body: string;
  headers: Record<string, string>;
}
/** One request to send that reached the carrier. */
export interface Asked {
  no: number;
  to: string;
  body: string;
  callback: string;
  at: number;
  /** The text it became; null where it was refused. */
  text: Text | null;
  /** Before this we were asked not to come again; 0 where nothing was said. */
  notBefore: number;
}

/** Codes after which the carrier provably never sent what it had taken; half an hour later it may be asked again. */
export const NEVER_SENT = [30001, 30022, 63018];
const AGAIN_AFTER_MS = 30 * 60_000;

const timeout = () => new DOMException('The operation was aborted due to timeout', 'TimeoutError');

/**
 * A carrier in memory that speaks Twilio's protocol to the real adapter, with the exchange's own rules. Nothing
 * sleeps: a request that hangs is refused as a timeout would be, and time is what the driver says.
 */
export const openFakeCarrier = (now: () => number, mark: string) => {
  const settings = {
    accountSid: TEST_SETTINGS.TWILIO_ACCOUNT_SID,
    authToken: TEST_SETTINGS.TWILIO_AUTH_TOKEN,
    messagingServiceSid: TEST_SETTINGS.TWILIO_MESSAGING_SERVICE_SID,
    senderNumber: OUR_NUMBER,
    publicUrl: TEST_SETTINGS.PUBLIC_URL,
  } as Settings;
  const texts = new Map<string, Text>();
  const stopped = new Set<string>();
  const ledger = {
    texts,
    stopped,
    textsOf: (number: string) =>
      [...texts.values()].filter((one) => one.to === number || one.from === number),
  } as unknown as Ledger;
  const asked: Asked[] = [];
  const courses = new Map<string, [TextStatus, number | null][]>();
  let made = 0;
  let open = 0;

  const carrier = {
    settings,
    texts,
    stopped,
    asked,
    /** What befalls the request of this number; null: it goes well. */
    script: (_asked: Asked): Fate | null => null,
    /** Requests above so many at once are answered 429. */
    atOnce: Infinity,
    /** The most requests that were open at once since this was last set to 0. */
    mostOpen: 0,
    /** Awaited before the carrier looks at a request, and before it answers one. */
    beforeAccept: async (_asked: Asked): Promise<void> => {},
    beforeAnswer: async (_text: Text): Promise<void> => {},
    /** The carrier's clock is off by so many ms. */
    skewMs: 0,
    /** True while its list does not yet show anything. */
    listLags: false,
    /** Callbacks that wait to be posted. */
    callbacks: [] as Post[],

    accept(draft: Pick<Text, 'direction' | 'from' | 'to' | 'body' | 'status'> & Partial<Text>): Text {
      const text: Text = {
        sid: `SM${mark}${String((made += 1)).padStart(32 - mark.length, '0')}`,
        by: 'network',
        media: [],
        service: settings.messagingServiceSid,
        segments: countSegments(draft.body),
        priceMicros: null,
        errorCode: null,
        errorMessage: null,
        statusCallback: null,
        validitySeconds: 36_000,
        createdAt: now() + carrier.skewMs,
        updatedAt: now() + carrier.skewMs,
        sentAt: null,
        steps: [],
        webhook: [],
        optOutType: null,
        ...draft,
      };
      texts.set(text.sid, text);
      return text;
    },

    /** Takes a text one status on; its callback then waits. False at the end of its way. */
    advance(text: Text): boolean {
      const next = courses.get(text.sid)?.shift();
      if (!next) return false;
      const [status, code] = next;
      const late = status === 'sent' && now() > text.createdAt + text.validitySeconds * 1000;
      text.status = late ? 'failed' : status;
      text.updatedAt = now();
      if (late) courses.set(text.sid, []);
      if (late || code !== null) {
        text.errorCode = late ? 30036 : code;
        text.errorMessage = FAILURES[text.errorCode ?? 0]?.message ?? 'Unknown error';
      }
      if (text.status === 'sent') {
        text.sentAt = now();
        text.priceMicros = text.segments * SEGMENT_PRICE_MICROS.outbound;
      }
      const asking = asked.find((one) => one.text === text);
      if (asking && NEVER_SENT.includes(text.errorCode ?? 0)) asking.notBefore = now() + AGAIN_AFTER_MS;
      carrier.callbacks.push(carrier.callbackOf(text));
      return true;
    },
    /** Takes every text to the end of its way. */
    run(only?: Text[]): void {
      for (const text of only ?? texts.values()) while (carrier.advance(text));
    },

    /** A form signed by Twilio's own code. */
    signed(path: string, form: Record<string, string>, token = settings.authToken): Post {
      return {
        path,
        body: new URLSearchParams(form).toString(),
        headers: {
          'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
          'x-twilio-signature': signTwilio(token, `${settings.publicUrl}${path}`, form),
        },
      };
    },
    callbackOf(text: Text, status: string = text.status, code: number | null = text.errorCode): Post {
      return carrier.signed(new URL(text.statusCallback ?? '').pathname, {
        ApiVersion: '2010-04-01',
        AccountSid: settings.accountSid,
        MessageSid: text.sid,
        SmsSid: text.sid,
        MessageStatus: status,
        SmsStatus: status,
        From: text.from,
        To: text.to,
        MessagingServiceSid: settings.messagingServiceSid,
        ...(code === null ? {} : { ErrorCode: String(code) }),
      });
    },

    /** A person texts: written down, acted on where it is a word of the carrier's, and told to us. */
    personTexts(
      from: string,
      body: string,
      more: { yesRestarts?: boolean } = {},
    ): { text: Text; post: Post; fallback: Post } {
      const word = body.trim().toUpperCase();
      const optOutType = ['STOP', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT'].includes(word)
        ? 'STOP'
        : ['START', 'UNSTOP', ...(more.yesRestarts ? ['YES'] : [])].includes(word)
          ? 'START'
          : word === 'HELP'
            ? 'HELP'
            : null;
      if (optOutType === 'STOP') stopped.add(from);
      if (optOutType === 'START') stopped.delete(from);
      const text = carrier.accept({
        direction: 'inbound',
        by: 'person',
        from,
        to: OUR_NUMBER,
        body,
        status: 'received',
        sentAt: now(),
        optOutType,
      });
      const form = {
        SmsMessageSid: text.sid,
        NumMedia: '0',
        SmsSid: text.sid,
        SmsStatus: 'received',
        Body: body,
        To: OUR_NUMBER,
        MessagingServiceSid: settings.messagingServiceSid,
        NumSegments: '1',
        MessageSid: text.sid,
        AccountSid: settings.accountSid,
        From: from,
        ApiVersion: '2010-04-01',
        ...(optOutType ? { OptOutType: optOutType } : {}),
      };
      return {
        text,
        post: carrier.signed('/hooks/twilio/inbound', form),
        fallback: carrier.signed('/hooks/twilio/inbound/fallback', form),
      };
    },

    /** Stands where the network stands for the adapter, within one run of the Worker. */
    fetcher:
      (process: Process) =>
      (url: string, init: RequestInit = {}): Promise<Response> =>
        init.method === 'POST'
          ? process.outside('carrier.post', () => create(init))
          : process.outside('carrier.get', () => Promise.resolve(read(new URL(url)))),
  };

  const create = async (init: RequestInit): Promise<Response> => {
    open += 1;
    carrier.mostOpen = Math.max(carrier.mostOpen, open);
    try {
      const form = new URLSearchParams(String(init.body));
      const one: Asked = {
        no: asked.length + 1,
        to: form.get('To') ?? '',
        body: form.get('Body') ?? '',
        callback: form.get('StatusCallback') ?? '',
        at: now(),
        text: null,
        notBefore: 0,
      };
      asked.push(one);
      await carrier.beforeAccept(one);
      // Only here does time pass for real, so that requests can be open together.
      if (carrier.atOnce < Infinity) await new Promise((resolve) => setTimeout(resolve));
      const fate = carrier.script(one);
      if (open > carrier.atOnce) return twilioError(20429);
      if (fate?.kind === '429') {
        const answer = twilioError(20429);
        if (fate.retryAfter !== undefined) {
          answer.headers.set('retry-after', String(fate.retryAfter));
          one.notBefore = now() + fate.retryAfter * 1000;
        }
        return answer;
      }
      if (fate?.kind === 'refuse') return twilioError(fate.code);
      if ((fate?.kind === 'hang' || fate?.kind === '5xx') && !fate.accepted) {
        if (fate.kind === 'hang') throw timeout();
        return twilioError(20500);
      }
      const refused = refusal(settings, ledger, form);
      if (refused) return twilioError(...refused);
      const text = carrier.accept({
        direction: 'outbound-api',
        from: OUR_NUMBER,
        to: one.to,
        body: one.body,
        status: 'accepted',
        statusCallback: one.callback,
        validitySeconds: Number(form.get('ValidityPeriod') ?? 36_000),
      });
      one.text = text;
      const end = fate?.kind === 'end' ? failureOf(fate.code) : endOf(text.to);
      courses.set(text.sid, [
        ['queued', null],
        ['sending', null],
        ...(end.status === 'failed' ? [] : [['sent', null] as [TextStatus, null]]),
        ...(end.status === 'sent'
          ? []
          : [[end.status, 'code' in end ? end.code : null] as [TextStatus, number | null]]),
      ]);
      const answer = Response.json(messageResource(settings, text), { status: 201 });
      await carrier.beforeAnswer(text);
      if (fate?.kind === 'hang') throw timeout();
      if (fate?.kind === '5xx') return twilioError(20500);
      if (fate?.kind === 'garbled') return new Response('<html>', { status: 201 });
      return answer;
    } finally {
      open -= 1;
    }
  };

  const read = (url: URL): Response => {
    const sid = /\/Messages\/(\w+)\.json$/.exec(url.pathname)?.[1];
    if (sid) {
      const text = texts.get(sid);
      return text ? Response.json(messageResource(settings, text)) : twilioError(20404);
    }
    if (carrier.listLags) return Response.json({ messages: [], next_page_uri: null });
    return Response.json(listMessages(settings, ledger, url.searchParams));
  };

  return carrier;
};
