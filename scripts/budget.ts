import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ROOT } from './local.ts';

const MOST_GZIP_KIB = 1200;
const MOST_STARTUP_MS = 200;
/** The machine may be busy with other things; the quietest run says most about the Worker. */
const MOST_STARTUP_RUNS = 5;

interface CpuProfile {
  nodes: { id: number; callFrame: { functionName: string } }[];
  samples: number[];
  /** Microseconds before each sample. */
  timeDeltas: number[];
}

const wrangler = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(ROOT, 'node_modules/wrangler/bin/wrangler.js'), ...args],
    {
      cwd: ROOT,
      encoding: 'utf8',
      env: { ...process.env, WRANGLER_SEND_METRICS: 'false', NO_COLOR: '1', CI: 'true' },
    },
  );
  return { fine: status === 0, output: `${stdout}${stderr}` };
};

const inKib = (sizes: number[]) => sizes.reduce((sum, size) => sum + size, 0) / 1024;

/** The bundle that would be uploaded, in KiB as it is and after gzip; source maps do not count against the limit. */
const bundleSize = (folder: string): { kib: number; gzipKib: number } => {
  const built = wrangler('deploy', '--dry-run', '--outdir', folder);
  if (!built.fine) throw new Error(`The Worker could not be bundled:\n${built.output}`);
  const parts = readdirSync(folder)
    .filter((name) => !name.endsWith('.map') && name !== 'README.md')
    .map((name) => readFileSync(join(folder, name)));
  if (parts.length === 0) throw new Error(`The bundle is empty:\n${built.output}`);
  return {
    kib: inKib(parts.map((part) => part.byteLength)),
    gzipKib: inKib(parts.map((part) => gzipSync(part).byteLength)),
  };
};

/** Milliseconds in which the processor was at work: what Cloudflare limits. Waiting is left out. */
const workIn = (profile: CpuProfile): number => {
  const idle = new Set(
    profile.nodes.filter(({ callFrame }) => callFrame.functionName === '(idle)').map(({ id }) => id),
  );
  const work = profile.timeDeltas.filter((_, at) => !idle.has(profile.samples[at] ?? -1));
  return work.reduce((sum, delta) => sum + delta, 0) / 1000;
};

/** What loading the Worker's modules takes, in ms, or why that could not be measured here. */
const startupTime = (folder: string): number | string => {
  let best = Infinity;
  for (let run = 0; run < MOST_STARTUP_RUNS && best > MOST_STARTUP_MS; run += 1) {
    const file = join(folder, `startup-${run}.cpuprofile`);
    const measured = wrangler('check', 'startup', '--outfile', file);
    if (!measured.fine) return measured.output;
    best = Math.min(best, workIn(JSON.parse(readFileSync(file, 'utf8')) as CpuProfile));
  }
  return best;
};

const folder = mkdtempSync(join(tmpdir(), 'budget-'));
try {
  const { kib, gzipKib } = bundleSize(folder);
  console.log(
    `Bundle: ${kib.toFixed(0)} KiB, ${gzipKib.toFixed(0)} KiB after gzip (at most ${MOST_GZIP_KIB}).`,
  );
  const startup = startupTime(folder);
  if (typeof startup === 'string') console.log(`Start-up was not measured:\n${startup}`);
  else console.log(`Start-up: ${startup.toFixed(0)} ms of work (at most ${MOST_STARTUP_MS}).`);
  if (gzipKib > MOST_GZIP_KIB || (typeof startup === 'number' && startup > MOST_STARTUP_MS)) {
    console.error('That is over budget. Look for a dependency that can be left out or loaded lazily.');
    process.exitCode = 1;
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
