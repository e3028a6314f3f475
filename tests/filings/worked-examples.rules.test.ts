import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { filesUnder, ROOT } from '../house/files.ts';

/** The worked examples of the reporting rules, by the number that each has in the reference. */
const EXAMPLES = [
  1, 2, 3, 4, 5, 6, 8, 11, 12, 14, 17, 18, 19, 21, 22, 24, 25, 27, 29, 30, 32, 33, 34, 35, 37, 38, 40, 42, 43,
];

const texts = filesUnder('tests/filings', /\.rules\.test\.ts$/)
  .filter((path) => !path.includes('worked-examples'))
  .map((path) => readFileSync(`${ROOT}/${path}`, 'utf8'));

test.each(EXAMPLES)('worked example %i has a test that names its row', (row) => {
  expect(texts.length).toBeGreaterThan(5);
  const named = new RegExp(`row (?:8\\.\\d )?${row}\\b|\\['${row}(?: [A-C])?[':]`);
  expect(texts.some((text) => named.test(text))).toBe(true);
});
