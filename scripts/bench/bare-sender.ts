import { setTimeout as pause } from 'node:timers/promises';
import { form } from './post.ts';
import { SECRETS } from './secrets.ts';
import { openBare } from './worker.ts';

/** Fetches the exchange, six in flight, and does nothing else; counts what calls it back and forgets it. */
const SCRIPT = `let called = 0;
export default {
  async fetch(request) {
    const { pathname } = new URL(request.url);
    if (pathname.startsWith('/hooks/')) { await request.text(); called += 1; return new Response(null, { status: 204 }); }
    if (pathname === '/called') return Response.json(called);
    const { url, authorization, bodies, count } = await request.json();
    let next = 0;
    let fine = 0;
    const began = Date.now();
    const lane = async () => {
      while (next < count) {
        const body = bodies.replace('NNNNNNN', String(2000001 + next++));
        const answer = await fetch(url, { method: 'POST', body, headers: { authorization,
          accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' } });
        await answer.text();
        if (answer.status === 201) fine += 1;
      }
    };
    await Promise.all(Array.from({ length: 6 }, lane));
    return Response.json({ fine, ms: Date.now() - began });
  },
};`;

/** Sends `count` texts and, where the exchange calls back, waits until all were called back. @returns texts a second */
export const bareSender = async (
  port: number,
  exchangeUrl: string,
  count: number,
  calledBack: boolean,
): Promise<number> => {
  const bare = await openBare(SCRIPT, port);
  try {
    const began = performance.now();
    const answer = await fetch(bare.url, {
      method: 'POST',
      body: JSON.stringify({
        url: `${exchangeUrl}/2010-04-01/Accounts/${SECRETS.TWILIO_ACCOUNT_SID}/Messages.json`,
        authorization: `Basic ${btoa(`${SECRETS.TWILIO_ACCOUNT_SID}:${SECRETS.TWILIO_AUTH_TOKEN}`)}`,
        bodies: form('+1406NNNNNNN', `${bare.url}/hooks/status`),
        count,
      }),
    });
    const { fine } = (await answer.json()) as { fine: number };
    if (fine !== count) throw new Error(`The exchange took ${fine} of ${count} texts of the bare Worker.`);
    const called = async () => (await (await fetch(`${bare.url}/called`)).json()) as number;
    if (calledBack) while ((await called()) < count) await pause(50);
    return (count * 1000) / (performance.now() - began);
  } finally {
    await bare.stop();
  }
};
