import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';
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

export default defineConfig({
  test: {
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
