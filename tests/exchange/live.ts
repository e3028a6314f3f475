import type { Ledger } from './ledger.ts';

const BEAT_MS = 20_000;

/** Server-Sent Events: one line at each change of the ledger, until the page is closed. */
export function changesOf(ledger: Ledger): Response {
  let leave: (() => void) | undefined;
  let beat: ReturnType<typeof setInterval> | undefined;
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      const say = (line: string) => controller.enqueue(Buffer.from(line));
      say('retry: 1000\n\n');
      leave = ledger.listen(() => say('data: changed\n\n'));
      beat = setInterval(() => say(': still here\n\n'), BEAT_MS);
    },
    cancel() {
      clearInterval(beat);
      leave?.();
    },
  });
  return new Response(stream, {
    headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' },
  });
}
