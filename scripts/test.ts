import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { ROOT } from './local.ts';

interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  testResults: { name: string; assertionResults: { fullName: string; status: string }[] }[];
}

/**
 * Runs everything, browser journeys included. Where the real data lies beside the project nothing may be skipped:
 * a skip then counts as a failure, since it would hide a test that could have run.
 */
const file = join(mkdtempSync(join(tmpdir(), 'call-of-the-house-')), 'tests.json');
const path = [join(ROOT, 'node_modules/.bin'), dirname(process.execPath), process.env.PATH].join(delimiter);
const args = [
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${file}`,
  ...process.argv.slice(2),
];
const { status } = spawnSync('vitest', args, {
  cwd: ROOT,
  stdio: 'inherit',
  env: { ...process.env, PATH: path },
});
if (!existsSync(file)) process.exit(status ?? 1);

const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
const skipped = report.testResults.flatMap((one) =>
  one.assertionResults
    .filter((test) => test.status === 'skipped' || test.status === 'pending')
    .map((test) => `${one.name.replace(`${ROOT}/`, '')}: ${test.fullName}`),
);
// A program of the machine's own may be absent, and nothing of ours installs it; data that lie there may not be passed by.
const passedBy = skipped.filter((name) => !/: with \w+ installed: /.test(name));
const forbidden = existsSync(join(ROOT, '../shared/data')) && passedBy.length > 0;
for (const name of skipped) console.log(`skipped ${name}`);
if (forbidden) console.error('The real data lies beside the project, so nothing may be skipped.');
console.log(`${report.numPassedTests} passed, ${report.numFailedTests} failed, ${skipped.length} skipped`);
process.exit(status !== 0 || forbidden ? 1 : 0);
