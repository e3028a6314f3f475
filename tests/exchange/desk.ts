import { startExchange, type ExchangeOptions } from './exchange.ts';
import { startFakeWorker } from './fake-worker.ts';

export const ACCOUNT = `AC${'0'.repeat(32)}`;
export const SERVICE = `MG${'0'.repeat(32)}`;
export const TOKEN = 'a-token-for-tests';
export const SENDER = '+14065550100';
export const MAIL_KEY = 're_test';
export const MAIL_SECRET = `whsec_${Buffer.from('a secret of the mail provider').toString('base64')}`;

interface TextAnswer {
  sid: string;
  status: string | number;
  code?: number;
  [field: string]: unknown;
}

/** An exchange with a stand-in Worker, and short ways to use both. */
export async function openDesk(more: Partial<ExchangeOptions> = {}) {
  const worker = await startFakeWorker(TOKEN, MAIL_SECRET);
  const exchange = await startExchange({
    port: 0,
    workerUrl: worker.url,
    accountSid: ACCOUNT,
    authToken: TOKEN,
    messagingServiceSid: SERVICE,
    senderNumber: SENDER,
    mailApiKey: MAIL_KEY,
    mailWebhookSecret: MAIL_SECRET,
    authservId: 'mx.exchange.example',
    replyDomain: 'reply.example.org',
    networkName: 'Treasure State Network',
    statusDelayMs: 4,
    ...more,
  });
  const basic = `Basic ${Buffer.from(`${ACCOUNT}:${TOKEN}`).toString('base64')}`;
  const account = `${exchange.url}/2010-04-01/Accounts/${ACCOUNT}`;

  async function control<T = never>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(`${exchange.url}/_exchange${path}`, {
      method,
      ...(body === undefined
        ? {}
        : typeof body === 'string'
          ? { body }
          : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    const text = await response.text();
    return (text ? JSON.parse(text) : undefined) as T;
  }

  return {
    worker,
    exchange,
    account,
    control,
    /** POST Messages.json through the service unless `From` is given. */
    text(form: Record<string, string>, init: RequestInit = {}) {
      const whole = 'From' in form ? form : { MessagingServiceSid: SERVICE, ...form };
      return fetch(`${account}/Messages.json`, {
        method: 'POST',
        headers: { authorization: basic, 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams(whole).toString(),
        ...init,
      });
    },
    async texted(form: Record<string, string>): Promise<TextAnswer> {
      return (await (await this.text(form)).json()) as TextAnswer;
    },
    async list(
      query: Record<string, string>,
    ): Promise<{ messages: TextAnswer[]; next_page_uri: string | null }> {
      const address = `${account}/Messages.json?${new URLSearchParams(query)}`;
      return (await (await fetch(address, { headers: { authorization: basic } })).json()) as never;
    },
    get: (path: string) => fetch(exchange.url + path, { headers: { authorization: basic } }),
    mail(payload: unknown, key?: string, path = '/emails', init: RequestInit = {}) {
      return fetch(exchange.url + path, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${MAIL_KEY}`,
          'content-type': 'application/json',
          ...(key === undefined ? {} : { 'idempotency-key': key }),
        },
        body: JSON.stringify(payload),
        ...init,
      });
    },
    async stop() {
      await exchange.stop();
      await worker.stop();
    },
  };
}

/** Waits until a question has a truthy answer, at most three seconds. */
export async function until<T>(ask: () => T | Promise<T>): Promise<NonNullable<T>> {
  const end = Date.now() + 3000;
  for (;;) {
    const answer = await ask();
    if (answer) return answer as NonNullable<T>;
    if (Date.now() > end) throw new Error(`Still not so after 3 seconds: ${ask.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
