import { spawnSync } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from './local.ts';

/**
 * Plays random schedules of faults against the sending of alerts: `--seeds 10000` many of them, `--seed 123` one,
 * with every step it takes. A seed that breaks a promise is printed, and does the same each time it is played.
 */
const { values } = parseArgs({ options: { seeds: { type: 'string' }, seed: { type: 'string' } } });
for (const [name, value] of Object.entries(values))
  if (!/^[1-9]\d{0,6}$/.test(value)) {
    console.error(`--${name} takes a whole number from 1, for example --${name} 123.`);
    process.exit(1);
  }

const { status } = spawnSync(
  'vitest',
  ['run', '--project', 'worker', 'tests/delivery/faults-seeds.test.ts'],
  {
    cwd: ROOT,
    stdio: 'inherit',
    env: {
      ...process.env,
      PATH: [join(ROOT, 'node_modules/.bin'), dirname(process.execPath), process.env.PATH].join(delimiter),
      FAULT_SEEDS: values.seeds ?? '1000',
      FAULT_SEED: values.seed ?? '',
    },
  },
);
process.exit(status ?? 1);
