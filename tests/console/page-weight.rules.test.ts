import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { MOST_STATIC_BYTES, STATIC_FILES } from './page-weight.ts';

test('sheets, script and icon of a member’s page leave most of the 50 KB to its words', () => {
  const folder = join(import.meta.dirname, '../../src/ui/public');
  const bytes = STATIC_FILES.map((name) => gzipSync(readFileSync(join(folder, name))).length);
  const total = bytes.reduce((sum, one) => sum + one, 0);
  expect(total, `${total} bytes`).toBeLessThan(MOST_STATIC_BYTES);
});
