import { env } from 'cloudflare:workers';
import { beforeAll, expect, test, vi } from 'vitest';
import { addNetwork } from './faults/people.ts';
import { playSeed } from './faults/schedule.ts';

/** Random schedules over all faults and steps: `npm run faults` chooses how many, or the one to see again. */
const { FAULT_SEEDS, FAULT_SEED } = env as unknown as Record<string, string | undefined>;
const SEEDS = FAULT_SEED
  ? [Number(FAULT_SEED)]
  : Array.from({ length: Number(FAULT_SEEDS || 300) }, (_, no) => no + 1);

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  await addNetwork();
});

test(
  `whatever happens in whatever order, the promises hold (${SEEDS.length === 1 ? `seed ${SEEDS[0]}` : `${SEEDS.length} seeds`})`,
  { timeout: Math.max(240_000, SEEDS.length * 3_000) },
  async () => {
    const failed: string[] = [];
    let sent = 0;
    for (const seed of SEEDS) {
      const { steps, broken, taken } = await playSeed(seed).catch((error: unknown) => ({
        steps: [],
        taken: 0,
        broken: [`It threw: ${error instanceof Error ? error.stack : String(error)}`],
      }));
      sent += taken;
      if (FAULT_SEED) console.log(steps.join('\n'));
      if (broken.length > 0)
        failed.push(
          [`Seed ${seed} (see it again: npm run faults -- --seed ${seed})`, ...broken, ...steps].join('\n  '),
        );
      if (failed.length === 5) break;
    }
    expect(failed.join('\n\n')).toBe('');
    // Promises about messages that never went would be easy to keep.
    if (SEEDS.length > 50) expect(sent).toBeGreaterThan(SEEDS.length * 3);
  },
);
