import twilioWebhooks from 'twilio/lib/webhooks/webhooks.js';
import { signSvix } from './signatures.ts';
import { serve } from './server.ts';

/** One request that the stand-in Worker received. */
export interface Received {
  path: string;
  query: URLSearchParams;
  headers: Headers;
  body: string;
  form: URLSearchParams;
  /** What Twilio's own library, or Svix's rule, says of the signature; null where none is due. */
  signed: boolean | null;
}

type Answer = (got: Received) => Response | undefined;
const asUsual: Answer = () => undefined;

/** The smallest thing that can stand for the Worker: it verifies signatures and remembers what came. */
export async function startFakeWorker(authToken: string, mailSecret: string) {
  const received: Received[] = [];
  let answer: Answer = asUsual;
  let publicUrl = '';

  const server = await serve(
    async (request) => {
      const { pathname, searchParams } = new URL(request.url);
      const body = await request.text();
      const form = new URLSearchParams(body);
      const got: Received = {
        path: pathname,
        query: searchParams,
        headers: request.headers,
        body,
        form,
        signed: null,
      };
      if (pathname.startsWith('/hooks/twilio')) {
        const signature = request.headers.get('x-twilio-signature') ?? '';
        const url = publicUrl + request.url.slice(new URL(request.url).origin.length);
        got.signed = twilioWebhooks.validateRequest(authToken, signature, url, Object.fromEntries(form));
      } else if (pathname === '/hooks/mail') {
        const at = Number(request.headers.get('svix-timestamp')) * 1000;
        const due = signSvix(mailSecret, request.headers.get('svix-id') ?? '', at, body)['svix-signature'];
        got.signed = request.headers.get('svix-signature') === due;
      }
      received.push(got);
      return answer(got) ?? new Response('<Response/>', { headers: { 'content-type': 'text/xml' } });
    },
    0,
    '127.0.0.1',
  );
  const url = `http://127.0.0.1:${server.port}`;
  publicUrl = url;

  return {
    url,
    received,
    at: (path: string) => received.filter((got) => got.path.startsWith(path)),
    /** Signatures are checked against this address from now on. */
    knownAs: (address: string) => void (publicUrl = address),
    /** Answers requests by this from now on; undefined means the usual 200. */
    answerBy: (by: Answer) => void (answer = by),
    reset() {
      received.length = 0;
      publicUrl = url;
      answer = asUsual;
    },
    stop: server.stop,
  };
}
