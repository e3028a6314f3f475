import { fork } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../local.ts';
import { SECRETS } from './secrets.ts';

export interface BenchExchange {
  url: string;
  /** Texts it accepted. */
  texts(): Promise<number>;
  /** Forgets everything that passed. */
  forget(): Promise<void>;
  /** Makes every text wait so long for its answer, from now on. */
  answerAfter(ms: number): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts the exchange for a bench, with all its checks of requests.
 * @param workerUrl where its callbacks go
 * @param callbackStatuses what it calls back: none, or one report for each text
 */
export const openExchange = async (workerUrl: string, callbackStatuses: string[]): Promise<BenchExchange> => {
  const child = fork(join(ROOT, 'scripts/bench/exchange-process.ts'), [
    JSON.stringify({
      port: 0,
      workerUrl,
      accountSid: SECRETS.TWILIO_ACCOUNT_SID,
      authToken: SECRETS.TWILIO_AUTH_TOKEN,
      messagingServiceSid: SECRETS.TWILIO_MESSAGING_SERVICE_SID,
      senderNumber: '+14065550199',
      mailApiKey: SECRETS.MAIL_API_KEY,
      mailWebhookSecret: SECRETS.MAIL_WEBHOOK_SECRET,
      authservId: 'mx.bench.example',
      replyDomain: 'reply.example',
      statusDelayMs: 1,
      callbackStatuses,
    }),
  ]);
  const url = await new Promise<string>((done, fail) => {
    child.once('message', (message) => done((message as { url: string }).url));
    child.once('exit', () => fail(new Error('The exchange did not start.')));
  });
  const control = (method: string, path: string, body?: unknown) =>
    fetch(`${url}/_exchange${path}`, {
      method,
      ...(body === undefined
        ? {}
        : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
  return {
    url,
    texts: async () => ((await (await control('GET', '/health')).json()) as { texts: number }).texts,
    forget: async () => void (await control('DELETE', '')),
    answerAfter: async (ms) => {
      await control('DELETE', '/faults');
      if (ms > 0) await control('POST', '/faults', { on: 'sms', kind: 'delay', ms });
    },
    stop: async () => {
      const gone = new Promise<void>((done) => child.once('exit', () => done()));
      child.kill('SIGKILL');
      await gone;
    },
  };
};
