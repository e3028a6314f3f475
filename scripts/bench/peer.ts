import { fork, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort, ROOT } from '../local.ts';

type Peer = { perSecond: number; how: string } | { skipped: string };

/**
 * The same texts by BullMQ and Redis, as BullMQ's guide for production says (append-only file each second, no
 * eviction), one durable row for each recipient, six in flight.
 */
export const peerSender = async (exchangeUrl: string, recipients: number): Promise<Peer> => {
  if (spawnSync('redis-server', ['--version']).status !== 0)
    return { skipped: 'redis-server is not installed (Debian: apt-get install redis-server)' };
  const folder = mkdtempSync(join(tmpdir(), 'bench-peer-'));
  const port = await freePort();
  const redis = spawn(
    'redis-server',
    `--port ${port} --dir ${folder} --save --appendonly yes --appendfsync everysec --maxmemory-policy noeviction`
      .split(' ')
      .flatMap((word) => (word === '--save' ? [word, ''] : [word])),
    { stdio: 'ignore' },
  );
  try {
    await pause(500);
    const child = fork(join(ROOT, 'scripts/bench/peer-process.ts'), [
      JSON.stringify({ redisPort: port, exchangeUrl, recipients, file: join(folder, 'rows.db') }),
    ]);
    const perSecond = await new Promise<number>((done, fail) => {
      child.once('message', (message) => done((message as { perSecond: number }).perSecond));
      child.once('exit', (code) => fail(new Error(`The peer ended with ${code}.`)));
    });
    return {
      perSecond: Number(perSecond.toFixed(1)),
      how: 'bullmq 6.7.0, concurrency 6, redis appendonly everysec; one row each in SQLite (WAL, synchronous normal), written before and after its POST',
    };
  } finally {
    const gone = new Promise<void>((done) => redis.once('exit', () => done()));
    redis.kill('SIGKILL');
    await gone;
    rmSync(folder, { recursive: true, force: true });
  }
};
