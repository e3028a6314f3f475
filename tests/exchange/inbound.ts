import type { Carrier } from './carrier.ts';
import { now } from './clock.ts';
import type { Faults } from './faults.ts';
import type { Ledger, Text } from './ledger.ts';
import type { Settings } from './options.ts';
import { SEGMENT_PRICE_MICROS } from './segments.ts';

/** The words that Advanced Opt-Out acts on by itself; YES was taken off the service's list. */
const STOP_WORDS = ['STOP', 'STOPALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT', 'REVOKE', 'OPTOUT'];
const START_WORDS = ['START', 'UNSTOP'];
const HELP_WORDS = ['HELP', 'INFO'];

export interface PersonText {
  from: string;
  body: string;
  to?: string;
  media?: { url: string; type: string }[];
}

function optOutType(body: string): Text['optOutType'] {
  const word = body.trim().toUpperCase();
  if (STOP_WORDS.includes(word)) return 'STOP';
  if (START_WORDS.includes(word)) return 'START';
  return HELP_WORDS.includes(word) ? 'HELP' : null;
}

function inboundForm(settings: Settings, text: Text): Record<string, string> {
  const form: Record<string, string> = {
    ToCountry: 'US',
    ToState: '',
    SmsMessageSid: text.sid,
    NumMedia: String(text.media.length),
    ToCity: '',
    FromZip: '',
    SmsSid: text.sid,
    FromState: '',
    SmsStatus: 'received',
    FromCity: '',
    Body: text.body,
    FromCountry: 'US',
    To: text.to,
    MessagingServiceSid: settings.messagingServiceSid,
    ToZip: '',
    NumSegments: String(text.segments),
    MessageSid: text.sid,
    AccountSid: settings.accountSid,
    From: text.from,
    ApiVersion: '2010-04-01',
  };
  text.media.forEach(({ url, type }, i) => {
    form[`MediaUrl${i}`] = url;
    form[`MediaContentType${i}`] = type;
  });
  if (text.optOutType) form.OptOutType = text.optOutType;
  return form;
}

const twimlMessages = (twiml: string): string[] =>
  [...twiml.matchAll(/<Message[^>]*>\s*(?:<Body>)?([^<]+)/g)].map(([, words]) =>
    words!
      .trim()
      .replace(
        /&(lt|gt|quot|apos|amp);/g,
        (_, name: string) => ({ lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' })[name]!,
      ),
  );

/** Makes the function by which a person texts; answers the message as recorded, its webhook's outcome with it. */
export function openInbound(settings: Settings, ledger: Ledger, faults: Faults, carrier: Carrier) {
  const url = `${settings.publicUrl}/hooks/twilio/inbound`;

  // The carrier acts on its words before the network hears of them.
  function optOut(text: Text) {
    const { from, optOutType: kind } = text;
    const name = settings.networkName;
    if (kind === 'STOP' && !ledger.stopped.has(from)) {
      ledger.stopped.add(from);
      carrier.say(
        from,
        `${name}: You are unsubscribed and will get no more texts. Reply START to come back.`,
        'carrier',
      );
    } else if (kind === 'START' && ledger.stopped.delete(from)) {
      carrier.say(from, `${name}: You are subscribed again. Reply HELP for help, STOP to end.`, 'carrier');
    } else if (kind === 'HELP') {
      carrier.say(
        from,
        `${name}: Legislative alerts for members. Reply STOP to end. Msg and data rates may apply.`,
        'carrier',
      );
    }
  }

  async function post(text: Text): Promise<boolean> {
    const result = await carrier.tell(url, inboundForm(settings, text));
    const lost = result.status === null;
    text.webhook.push({ url, status: result.status, failed: lost ? result.failed : null, at: now() });
    if (result.status === 200 && !ledger.stopped.has(text.from)) {
      for (const words of twimlMessages(result.body)) carrier.say(text.from, words, 'network');
    }
    // Twilio tries once more, and only when it could not connect.
    return !lost || result.connected;
  }

  async function hook(text: Text): Promise<void> {
    const fault = faults.strike('inbound', text.from);
    switch (fault?.kind) {
      case 'hang':
      case 'refuse':
      case '5xx':
      case '429':
      case 'error':
        text.webhook.push({ url, status: null, failed: `lost by a fault (${fault.kind})`, at: now() });
        return;
      case 'delay':
        setTimeout(() => void post(text), fault.ms);
        return;
      case 'reorder':
        held.push(text);
        setTimeout(() => void release(), fault.ms);
        return;
    }
    const connected = await post(text);
    const again =
      fault?.kind === 'duplicate' || fault?.kind === 'accept-then-hang' || fault?.kind === '5xx-after-accept';
    if (again || !connected) await post(text);
    await release();
  }

  // Held back until another inbound text has passed, or the fault's time is over.
  const held: Text[] = [];
  async function release() {
    for (const late of held.splice(0)) await post(late);
  }

  return async function personTexts({ from, body, to, media }: PersonText): Promise<Text> {
    const text = carrier.accept({
      direction: 'inbound',
      by: 'person',
      from,
      to: to ?? settings.senderNumber,
      body,
      media: media ?? [],
      status: 'received',
      service: settings.messagingServiceSid,
      optOutType: optOutType(body),
    });
    text.sentAt = text.createdAt;
    text.priceMicros = text.segments * SEGMENT_PRICE_MICROS.inbound;
    optOut(text);
    await hook(text);
    ledger.changed();
    return text;
  };
}
