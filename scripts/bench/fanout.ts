import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { clockOffset, freePort } from '../local.ts';
import { bareSender } from './bare-sender.ts';
import { capacity, costOf } from './cloudflare.ts';
import { openExchange } from './exchange.ts';
import { budget, type Figure } from './figures.ts';
import { approvedAlert, seedMembers, tallyOf } from './network.ts';
import { peerSender } from './peer.ts';
import { openWorker, type BenchWorker, type Counts } from './worker.ts';

/** At a latency the time of a run is the latency's, not the number's: more texts would say nothing new. */
const MOST_AT_LATENCY = 1_200;

interface Sent {
  perSecond: number;
  launchMs: number;
  launch: Counts;
  send: Counts;
  segments: number;
}

const less = (after: Counts, before: Counts): Counts =>
  Object.fromEntries(
    Object.entries(after).map(([key, value]) => [key, value - before[key as keyof Counts]]),
  ) as unknown as Counts;

/** Launches one alert to all members and waits until every text is recorded in its last state. */
const send = async (
  worker: BenchWorker,
  exchangeTexts: () => Promise<number>,
  recipients: number,
  lastState: 'accepted' | 'delivered',
): Promise<Sent> => {
  const id = await approvedAlert(worker);
  const before = await worker.counts();
  const began = performance.now();
  await worker.api('POST', `/alerts/${id}/launch`, {});
  const launched = performance.now();
  const [early, after] = [await exchangeTexts(), await worker.counts()];
  for (;;) {
    const tally = await tallyOf(worker, id);
    if ((tally[lastState] ?? 0) >= recipients) break;
    if (performance.now() - launched > 1_800_000)
      throw new Error(`Not all were sent in half an hour: ${JSON.stringify(tally)}`);
    await pause(100);
  }
  const seconds = (performance.now() - launched) / 1000;
  const posted = await exchangeTexts();
  if (posted !== recipients) throw new Error(`${posted} texts were posted for ${recipients} people.`);
  const segments = await worker.db
    .prepare('select sum(segments) as n from delivery where source_id = ?')
    .bind(id)
    .first<{ n: number }>();
  return {
    perSecond: (recipients - early) / seconds,
    launchMs: launched - began,
    launch: less(after, before),
    send: less(await worker.counts(), after),
    segments: (segments?.n ?? 0) / recipients,
  };
};

const round = (value: number, digits = 1) => Number(value.toFixed(digits));

/** Sends to `recipients` people, beside a bare Worker and a peer, for each latency; then with one callback each. */
export const fanout = async (options: {
  recipients: number;
  latencies: number[];
  say(line: string): void;
}) => {
  const { say } = options;
  const offset = clockOffset(mkdtempSync(join(tmpdir(), 'bench-clock-')));
  const figures: Figure[] = [];
  const runs: Record<string, unknown>[] = [];
  let counted: Sent | null = null;

  for (const { latency, callbacks } of [
    ...options.latencies.map((one) => ({ latency: one, callbacks: false })),
    { latency: 0, callbacks: true },
  ]) {
    const recipients = latency > 0 ? Math.min(options.recipients, MOST_AT_LATENCY) : options.recipients;
    const name = `${recipients} recipients, provider answers after ${latency} ms${callbacks ? ', one callback each' : ''}`;
    const port = await freePort();
    const exchange = await openExchange(`http://127.0.0.1:${port}`, callbacks ? ['delivered'] : []);
    try {
      await exchange.answerAfter(latency);
      say(`${name}: a bare Worker`);
      const floors = [await bareSender(port, exchange.url, recipients, callbacks)];
      await exchange.forget();
      await exchange.answerAfter(latency);

      say(`${name}: the Worker`);
      const worker = await openWorker(port, exchange.url, offset);
      let sent: Sent;
      try {
        await seedMembers(worker, recipients);
        sent = await send(worker, exchange.texts, recipients, callbacks ? 'delivered' : 'accepted');
      } finally {
        await worker.stop();
      }
      await exchange.forget();
      await exchange.answerAfter(latency);
      floors.push(await bareSender(port, exchange.url, recipients, callbacks));
      await exchange.forget();
      await exchange.answerAfter(latency);
      if (callbacks) counted = sent;

      const floor = floors.reduce((sum, one) => sum + one, 0) / floors.length;
      const run: Record<string, unknown> = {
        recipients,
        latencyMs: latency,
        callbacksEach: callbacks ? 1 : 0,
        perSecond: round(sent.perSecond),
        bareWorkerPerSecond: floors.map((one) => round(one)),
        ratioToBare: round(sent.perSecond / floor, 3),
        segmentsEach: sent.segments,
        launchMs: round(sent.launchMs),
        launchStatements: sent.launch.statements,
        statementsPer1000: round((sent.send.statements * 1000) / recipients),
        rowsWrittenEach: round((sent.launch.rowsWritten + sent.send.rowsWritten) / recipients, 3),
        rowsReadEach: round((sent.launch.rowsRead + sent.send.rowsRead) / recipients),
        queueOperationsPer1000: round(
          ((sent.launch.queueMessages + sent.send.queueMessages) * 3000) / recipients,
        ),
        pacerCallsPer1000: round((sent.send.pacerCalls * 1000) / recipients),
      };
      if (latency === 0 && !callbacks) {
        figures.push(budget('fan-out against a bare Worker', sent.perSecond / floor, 'at least', 0.8));
        figures.push(
          budget(
            'D1 statements per 1,000 to send',
            (sent.send.statements * 1000) / recipients,
            'at most',
            30,
          ),
        );
      }
      if (callbacks)
        figures.push(
          budget(
            'fan-out with one callback each against a bare Worker',
            sent.perSecond / floor,
            'at least',
            0.8,
          ),
          budget(
            'D1 rows written per recipient, with one callback',
            (sent.launch.rowsWritten + sent.send.rowsWritten) / recipients,
            'at most',
            8,
          ),
        );
      if (!callbacks) {
        say(`${name}: the peer`);
        const peer = await peerSender(exchange.url, recipients);
        run.peer = peer;
        if ('perSecond' in peer) {
          run.ratioToPeer = round(sent.perSecond / peer.perSecond, 3);
          if (latency > 0)
            figures.push(
              budget(
                `fan-out at ${latency} ms against BullMQ`,
                sent.perSecond / peer.perSecond,
                'at least',
                0.95,
              ),
            );
        }
      }
      runs.push(run);
    } finally {
      await exchange.stop();
    }
  }
  const cost = counted && costOf(counted.launch, counted.send, options.recipients);
  if (cost)
    figures.push(
      budget(
        '10,000 recipients with one callback each on Cloudflare, USD',
        cost.usdPer10000,
        'at most',
        0.15,
      ),
    );
  return { figures, runs, cost, capacity: capacity() };
};
