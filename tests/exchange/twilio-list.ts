import type { Ledger, Text } from './ledger.ts';
import { messageResource } from './twilio-resource.ts';
import type { Settings } from './options.ts';

type DayTest = (sentAt: number) => boolean;

// Each filter is a GMT day or moment, inclusive; Twilio also takes the comparison inside the value.
function dateTests(query: URLSearchParams): DayTest[] {
  const tests: DayTest[] = [];
  for (const [key, raw] of query) {
    if (!/^DateSent[<>]?$/.test(key) || raw === '') continue;
    const value = raw.replace(/^[<>]=?/, '');
    const sign = key.slice(8) || /^[<>]/.exec(raw)?.[0] || '';
    const start = Date.parse(value);
    const end = /^\d{4}-\d\d-\d\d$/.test(value) ? start + 86_400_000 - 1 : start;
    tests.push((at) => (sign === '<' ? at <= end : sign === '>' ? at >= start : at >= start && at <= end));
  }
  return tests;
}

/** `GET Messages.json`: newest first, filtered, a page at a time; following pages hang on the last SID shown. */
export function listMessages(settings: Settings, ledger: Ledger, query: URLSearchParams) {
  const to = query.get('To');
  const from = query.get('From');
  const pageSize = Math.min(Math.max(Number(query.get('PageSize') ?? 50) || 50, 1), 1000);
  const page = Math.max(Number(query.get('Page') ?? 0) || 0, 0);
  const tests = dateTests(query);

  const pool = to ? ledger.textsOf(to) : from ? ledger.textsOf(from) : [...ledger.texts.values()];
  const found: Text[] = [];
  for (let i = pool.length - 1; i >= 0; i--) {
    const text = pool[i]!;
    if ((to && text.to !== to) || (from && text.from !== from)) continue;
    if (tests.length > 0 && (text.sentAt === null || !tests.every((test) => test(text.sentAt!)))) continue;
    found.push(text);
  }

  const token = query.get('PageToken')?.replace(/^PA/, '');
  const first = token ? found.findIndex(({ sid }) => sid === token) + 1 : page * pageSize;
  const shown = found.slice(first, first + pageSize);
  const last = shown.at(-1);

  const address = (number: number, after?: string) => {
    const asked = new URLSearchParams([...query].filter(([key]) => !key.startsWith('Page')));
    asked.set('PageSize', String(pageSize));
    asked.set('Page', String(number));
    if (after) asked.set('PageToken', `PA${after}`);
    return `/2010-04-01/Accounts/${settings.accountSid}/Messages.json?${asked}`;
  };
  return {
    end: page * pageSize + Math.max(shown.length - 1, 0),
    first_page_uri: address(0),
    next_page_uri: last && first + pageSize < found.length ? address(page + 1, last.sid) : null,
    page,
    page_size: pageSize,
    previous_page_uri: page > 0 ? address(page - 1) : null,
    start: page * pageSize,
    uri: address(page, token),
    messages: shown.map((text) => messageResource(settings, text)),
  };
}
