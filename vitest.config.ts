import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { TEST_SETTINGS } from './tests/support/settings.ts';

const node = { environment: 'node' as const, testTimeout: 20_000 };

const BUNDLED = [
  'zod',
  '@cantoo/pdf-lib',
  'temporal-polyfill',
  'libphonenumber-js/core',
  'postal-mime',
  'micromark',
];

const LONGEST = 'tests/delivery/faults-seeds.test.ts';
/** The one long file goes first, so that all others run beside it. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // oxlint-disable-next-line unicorn/no-array-sort -- a method of vitest, which changes no list
    const others = await super.sort(files);
    return others.toSorted(
      (a, b) => Number(b.moduleId.endsWith(LONGEST)) - Number(a.moduleId.endsWith(LONGEST)),
    );
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    // Left to itself it takes one fewer than the cores, which is one on two.
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...node,
          name: 'rules',
          include: ['tests/{house,platform,exchange,scripts}/**/*.test.ts', 'tests/**/*.rules.test.ts'],
          exclude: ['tests/platform/*.worker.test.ts'],
        },
      },
      {
        plugins: [
          cloudflareTest(async () => ({
            main: './src/index.ts',
            wrangler: { configPath: './wrangler.toml' },
            miniflare: {
              bindings: {
                ...TEST_SETTINGS,
                TEST_MIGRATIONS: await readD1Migrations('./migrations'),
                // Set by `npm run faults`.
                FAULT_SEEDS: process.env.FAULT_SEEDS ?? '',
                FAULT_SEED: process.env.FAULT_SEED ?? '',
              },
              outboundService: () => new Response('No network in tests.', { status: 502 }),
            },
          })),
        ],
        test: {
          name: 'worker',
          // A file takes over the Worker of the one before, emptied: to load it anew takes longer than most files.
          isolate: false,
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: [
            'tests/{house,exchange,scripts,journeys}/**',
            'tests/platform/!(*.worker).test.ts',
            'tests/**/*.rules.test.ts',
          ],
          setupFiles: ['./tests/support/setup.ts'],
          // Each file is handed all modules in one message, which workerd refuses past 32 MiB: these come as one file each.
          deps: { optimizer: { ssr: { enabled: true, include: BUNDLED } } },
          testTimeout: 20_000,
        },
      },
      {
        test: {
          ...node,
          name: 'journeys',
          include: ['tests/journeys/**/*.test.ts'],
          testTimeout: 240_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
