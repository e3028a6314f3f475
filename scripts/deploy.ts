import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './local.ts';
import { runSteps } from './steps.ts';

/** What `wrangler.toml` must say before anything can be deployed; each with what to do. */
const missing = (config: string): string[] => [
  ...(/^database_id = "0{8}-/m.test(config)
    ? [
        'database_id is still the zero id. Run `npx wrangler d1 create call-of-the-house` and write its id there.',
      ]
    : []),
  ...(/^PUBLIC_URL = "http:\/\/localhost/m.test(config)
    ? ['PUBLIC_URL is still this machine. Write the https address that members and Twilio will use.']
    : []),
];

const problems = missing(readFileSync(join(ROOT, 'wrangler.toml'), 'utf8'));
if (problems.length > 0) {
  console.error(
    `Nothing was deployed. In wrangler.toml:\n${problems.map((one) => `  - ${one}`).join('\n')}\n` +
      'docs/operating.md has every step.',
  );
  process.exit(1);
}

// Told that nobody is there, wrangler asks nothing.
process.env.CI = 'true';
process.env.WRANGLER_SEND_METRICS = 'false';
runSteps([
  { name: 'Migrations', command: ['wrangler', 'd1', 'migrations', 'apply', 'DB', '--remote'] },
  { name: 'Worker', command: ['wrangler', 'deploy'] },
]);
