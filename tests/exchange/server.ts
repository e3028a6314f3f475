import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline, Readable } from 'node:stream';

/** What a route can reach of the connection itself, to leave it hanging or to cut it. */
export interface Wire {
  incoming: IncomingMessage;
  outgoing: ServerResponse;
}

type Fetch = (request: Request, wire: Wire) => Response | Promise<Response>;

async function answer(fetch: Fetch, incoming: IncomingMessage, outgoing: ServerResponse) {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const headers = new Headers();
  for (let i = 0; i < incoming.rawHeaders.length; i += 2) {
    headers.append(incoming.rawHeaders[i]!, incoming.rawHeaders[i + 1]!);
  }
  const body = chunks.length > 0 ? Buffer.concat(chunks) : undefined;
  const url = `http://${incoming.headers.host ?? 'localhost'}${incoming.url}`;
  const request = new Request(url, { method: incoming.method ?? 'GET', headers, body });
  const response = await fetch(request, { incoming, outgoing });
  if (outgoing.destroyed) return;
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  if (response.headers.get('content-type')?.startsWith('text/event-stream') && response.body) {
    // Ends with the connection, which is how a page is closed.
    pipeline(Readable.fromWeb(response.body as never), outgoing, () => {});
  } else {
    outgoing.end(Buffer.from(await response.arrayBuffer()));
  }
}

/** Serves a fetch handler by node:http; answers the address and a stop that cuts what still hangs. */
export async function serve(fetch: Fetch, port: number, host: string) {
  const server = createServer((incoming, outgoing) => {
    answer(fetch, incoming, outgoing).catch((problem: unknown) => {
      if (!outgoing.headersSent) outgoing.writeHead(500);
      outgoing.end(`The exchange failed: ${problem instanceof Error ? problem.stack : String(problem)}`);
    });
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (problem: NodeJS.ErrnoException) =>
      reject(
        problem.code === 'EADDRINUSE'
          ? new Error(`Port ${port} is taken. Stop what is using it, or give the exchange another port.`)
          : problem,
      ),
    );
    server.listen(port, host, resolve);
  });
  const taken = (server.address() as AddressInfo).port;
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { port: taken, stop };
}
