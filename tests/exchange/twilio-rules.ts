import { MAGIC_FROM_OK, refusalOfFrom, refusalOfTo } from './carrier-codes.ts';
import type { Ledger } from './ledger.ts';
import type { Settings } from './options.ts';

const E164 = /^\+[1-9]\d{6,14}$/;
const NORTH_AMERICAN = /^\+1[2-9]\d{2}[2-9]\d{6}$/;
const MAGIC = /^\+1500555\d{4}$/;

/** Whether a number can be texted at all: `E.164`, and in North America of the right length. */
export const isNumber = (to: string): boolean =>
  MAGIC.test(to) || (E164.test(to) && (!to.startsWith('+1') || NORTH_AMERICAN.test(to)));

function callbackIsGood(url: string): boolean {
  try {
    const { protocol, hostname } = new URL(url);
    return /^https?:$/.test(protocol) && !hostname.includes('_');
  } catch {
    return false;
  }
}

/** The code with which a create request is refused, with what was wrong; null when it is accepted. */
export function refusal(settings: Settings, ledger: Ledger, form: URLSearchParams): [number, string?] | null {
  const to = form.get('To') ?? '';
  const from = form.get('From') ?? '';
  const service = form.get('MessagingServiceSid') ?? '';
  const body = form.get('Body') ?? '';
  const callback = form.get('StatusCallback');
  const validity = form.get('ValidityPeriod');

  if (to === '') return [21604];
  if (service === '' && from === '') return [21603];
  if (service !== '' && !/^MG[0-9a-fA-F]{32}$/.test(service)) return [21705];
  if (service !== '' && service !== settings.messagingServiceSid) return [21701, service];
  const badFrom = from === '' ? null : refusalOfFrom(from);
  if (badFrom !== null) return [badFrom, from];
  if (from !== '' && from !== settings.senderNumber && from !== MAGIC_FROM_OK) return [21606, from];
  const badTo = refusalOfTo(to);
  if (badTo !== null) return [badTo, to];
  if (!isNumber(to)) return [21211, to];
  if (!to.startsWith('+1')) return [21408, to];
  if (body === '' && form.getAll('MediaUrl').length === 0) return [21602];
  if (body.length > 1600) return [21617];
  if (callback && !callbackIsGood(callback)) return [21609, callback];
  if (validity !== null && (!/^\d+$/.test(validity) || Number(validity) < 1 || Number(validity) > 36_000))
    return [21624];
  if (form.has('ScheduleType') || form.has('SendAt')) {
    return [20001, 'this exchange keeps no schedule; the network keeps its own'];
  }
  if (ledger.stopped.has(to)) return [21610, to];
  return null;
}
