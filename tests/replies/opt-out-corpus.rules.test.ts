import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writtenWords } from '../../src/replies/mail-words.ts';
import { looksLikeOptOut } from '../../src/replies/opt-out.ts';
import { isTapback } from '../../src/replies/tapback.ts';

const FILE = join(import.meta.dirname, '../fixtures/opt-out.tsv');
const HASH = '74046f701d579eb66e2f706c5a687ad840e60b30d167448837a4aa002ca6b622';
const FIRST_HALF = 365;

const whole = readFileSync(FILE).toString();
const lines = whole
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [text = '', channel = '', label = '', part = ''] = line.split('\t');
    return { text: text.replaceAll('\\n', '\n'), channel, label, part };
  });
type Line = (typeof lines)[number];

/** What a door makes of a line: quoted mail goes first, and a tapback is none of ours. */
const read = ({ text, channel }: Line) => {
  if (isTapback(text)) return null;
  if (channel === 'sms') return looksLikeOptOut(text);
  const { words, inline } = writtenWords({ text, html: null });
  return inline ? null : looksLikeOptOut(words);
};
const CLOSED = new Set<unknown>(['keyword', 'clear', 'wrong_number', 'to_email', 'to_sms']);
const tell = (of: Line[], label: string, part?: string) => {
  const those = of.filter((line) => line.label === label && (!part || line.part === part));
  const readings = those.map(read);
  const closed = readings.filter((one) => CLOSED.has(one)).length;
  const held = readings.filter((one) => one === 'unclear').length;
  const changed = readings.filter((one) => one === 'to_email' || one === 'to_sms').length;
  return { lines: those.length, closed, held, let: those.length - closed - held, changed };
};
const table = (of: Line[]) => ({
  'stop, keyword': tell(of, 'stop', 'keyword'),
  'stop, phrase': tell(of, 'stop', 'phrase'),
  'stop, quoted': tell(of, 'stop', 'quoted'),
  channel: tell(of, 'channel'),
  hold: tell(of, 'hold'),
  not: tell(of, 'not'),
  start: tell(of, 'start'),
  help: tell(of, 'help'),
});

test('the labelled lines are those that were frozen', () => {
  expect(createHash('sha256').update(whole).digest('hex')).toBe(HASH);
  expect(lines).toHaveLength(731);
});

describe.each([
  ['first half, by which the rules were written', lines.slice(0, FIRST_HALF)],
  ['the rest', lines.slice(FIRST_HALF)],
  ['all', lines],
])('of the labelled lines, %s', (name, of) => {
  const found = table(of);
  const share = (count: number, whole: number) => count / whole;

  test('opt-outs are caught and answers are not', () => {
    console.info(name);
    console.table(found);
    expect(found['stop, keyword'].closed).toBe(found['stop, keyword'].lines);
    expect(found['stop, quoted'].closed).toBe(found['stop, quoted'].lines);
    const phrase = found['stop, phrase'];
    expect(share(phrase.closed + phrase.held, phrase.lines)).toBeGreaterThanOrEqual(0.99);
    expect(share(phrase.closed, phrase.lines)).toBeGreaterThanOrEqual(0.8);
    expect(share(found.not.closed, found.not.lines)).toBeLessThanOrEqual(0.005);
    expect(share(found.not.held, found.not.lines)).toBeLessThanOrEqual(0.03);
    expect(share(found.channel.changed, found.channel.lines)).toBeGreaterThanOrEqual(0.9);
    expect(share(found.hold.closed, found.hold.lines)).toBeLessThanOrEqual(0.06);
    expect([found.start.closed, found.start.held, found.help.closed]).toEqual([0, 0, 0]);
  });
});
