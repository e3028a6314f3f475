import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { contrast, readTokens } from './contrast.ts';
import { gallery } from './gallery.tsx';

const asset = (name: string): string => readFileSync(`src/ui/public/${name}`, 'utf8');
const sheets = ['base.css', 'app.css', 'board.css', 'paper.css', 'member.css'];
const pages = Object.entries(gallery).map(([name, draw]) => ({ name, html: String(draw()) }));

describe('the pages under a strict policy', () => {
  test('the gallery shows every kind of page', () => {
    expect(pages.length).toBeGreaterThanOrEqual(10);
  });

  test.each(pages)('$name has no inline style, script or handler', ({ html }) => {
    expect(html).not.toMatch(/\sstyle=/);
    expect(html).not.toMatch(/<style/);
    expect(html).not.toMatch(/\son[a-z]+=/);
    expect(html).not.toMatch(/<script(?![^>]*\ssrc=)/);
    expect(html).not.toMatch(/javascript:/);
  });

  test.each(pages)('$name loads only our own files', ({ html }) => {
    const loaded = [...html.matchAll(/<(?:link|script|img)[^>]*\s(?:href|src)="([^"]*)"/g)].map(
      (one) => one[1] ?? '',
    );
    expect(loaded.length).toBeGreaterThan(1);
    for (const address of loaded) expect(asset(address.slice(1)).length).toBeGreaterThan(0);
  });

  test.each(pages)('$name uses only classes that its own sheets know', ({ html }) => {
    const css = [...html.matchAll(/href="\/([a-z]+\.css)"/g)].map((one) => asset(one[1] ?? '')).join('\n');
    const used = new Set(
      [...html.matchAll(/<(?!body)[^>]*\sclass="([^"]*)"/g)].flatMap((one) => (one[1] ?? '').split(' ')),
    );
    const unknown = [...used].filter((name) => !new RegExp(`\\.${name}(?![\\w-])`).test(css));
    expect(unknown).toEqual([]);
  });

  test('the sheets ask for nothing from elsewhere', () => {
    for (const sheet of sheets) expect(asset(sheet)).not.toMatch(/url\(|@import/);
  });
});

const weigh = (html: string): number => {
  const files = [...html.matchAll(/<(?:link|script)[^>]*\s(?:href|src)="\/([^"]*)"/g)].map((one) =>
    asset(one[1] ?? ''),
  );
  return [html, ...files].reduce((sum, text) => sum + gzipSync(text).length, 0);
};

describe('what a page weighs over the wire at the first visit', () => {
  test.each(pages)('$name leaves half of its budget to real data', ({ html }) => {
    expect(weigh(html)).toBeLessThan(html.includes('<body class="console"') ? 30_000 : 25_000);
  });

  test("a member's page carries no script", () => {
    expect(String(gallery['member']?.())).not.toContain('<script');
  });
});

describe('contrast in light and dark', () => {
  const tokens = readTokens(asset('base.css'));
  const modes = ['light', 'dark'] as const;
  const ratio = (front: string, back: string, mode: 'light' | 'dark'): number => {
    const [one, other] = [tokens.get(front), tokens.get(back)];
    if (!one || !other) throw new Error(`No token ${one ? back : front}`);
    return contrast(one[mode], other[mode]);
  };

  const words = [
    ...['paper', 'raised', 'sunk', 'bubble', 'accent-wash', 'warn-wash', 'problem-wash'].map((back) => [
      'ink',
      back,
    ]),
    ...['paper', 'raised', 'sunk'].map((back) => ['soft', back]),
    ...['paper', 'raised', 'accent-wash'].map((back) => ['accent', back]),
    ...['paper', 'warn-wash'].map((back) => ['warn', back]),
    ...['paper', 'raised', 'problem-wash'].map((back) => ['problem', back]),
    ['accent-ink', 'accent'],
    ['problem-ink', 'problem'],
    ...['support-2', 'support-1', 'undecided', 'oppose-1', 'oppose-2'].map((tone) => [`on-${tone}`, tone]),
  ] as [string, string][];

  test.each(words)('%s on %s can be read', (front, back) => {
    for (const mode of modes) expect(ratio(front, back, mode), mode).toBeGreaterThanOrEqual(4.5);
  });

  test.each([
    ['edge', 'paper'],
    ['edge', 'raised'],
    ['accent', 'paper'],
    ['warn', 'paper'],
    ['support-2', 'undecided'],
    ['oppose-2', 'undecided'],
  ])('the line or shape in %s stands out from %s', (front, back) => {
    for (const mode of modes) expect(ratio(front, back, mode), mode).toBeGreaterThanOrEqual(3);
  });

  test('the plain colours for older phones are the light ones', () => {
    const css = asset('base.css');
    for (const [name, { light }] of tokens) expect(css).toMatch(new RegExp(`--${name}:\\s*${light};`));
  });
});
