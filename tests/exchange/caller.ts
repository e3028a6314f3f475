import { Agent, request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Settings } from './options.ts';

/** How a webhook ended: the status and body answered, or why there was no answer. */
export type CallResult =
  | { status: number; body: string }
  | { status: null; body: ''; failed: string; connected: boolean };

export interface Caller {
  post(url: string, headers: Record<string, string>, body: string | Uint8Array): Promise<CallResult>;
  stop(): void;
}

// Twilio gives a webhook 15 seconds.
const TIMEOUT_MS = 15_000;

/** Posts webhooks to the Worker. An address under the public URL goes to where the Worker really listens. */
export function openCaller(settings: Settings): Caller {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });

  function where(url: string): string {
    const { publicUrl, workerUrl } = settings;
    return url === publicUrl || url.startsWith(`${publicUrl}/`)
      ? workerUrl + url.slice(publicUrl.length)
      : url;
  }

  function once(
    url: string,
    headers: Record<string, string>,
    body: string | Uint8Array,
  ): Promise<CallResult & { stale?: boolean }> {
    const target = new URL(where(url));
    const secure = target.protocol === 'https:';
    return new Promise((resolve) => {
      let connected = false;
      const request = (secure ? httpsRequest : httpRequest)(
        target,
        {
          method: 'POST',
          ...(secure ? {} : { agent }),
          headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
          timeout: TIMEOUT_MS,
        },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () =>
            resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() }),
          );
          response.on('error', (problem) => fail(problem.message));
        },
      );
      const fail = (failed: string) =>
        resolve({
          status: null,
          body: '',
          failed,
          connected,
          stale: request.reusedSocket && failed.includes('ECONNRESET'),
        });
      request.on('socket', (socket) => {
        if (socket.connecting) socket.once('connect', () => (connected = true));
        else connected = true;
      });
      request.on('timeout', () =>
        request.destroy(new Error(`no answer within ${TIMEOUT_MS / 1000} seconds`)),
      );
      request.on('error', (problem: NodeJS.ErrnoException) =>
        fail([problem.code, problem.message].filter(Boolean).join(' ')),
      );
      request.end(body);
    });
  }

  return {
    async post(url, headers, body) {
      const { stale, ...result } = await once(url, headers, body);
      // A kept connection that the Worker closed in the same moment never carried the request.
      return stale ? once(url, headers, body) : result;
    },
    stop: () => agent.destroy(),
  };
}
