import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markdownBlocks, markdownToHtml, markdownToText } from '../../src/platform/markdown.ts';

const TALKING_POINTS = `# HB 203 & the levy

Call **Rep. Kestrelman** before
*Wednesday*, 3 pm.

- Costs our districts $1.2 million
- Two things to ask:
  1. Vote no
  2. Call back

> We cannot hire
> in August.

Read [the bill](https://leg.mt.gov/hb203?a=1&b=2) or write <office@leg.mt.gov>.\\
Thank you
`;

describe('as HTML', () => {
  test('headings, emphasis, lists, links', () => {
    const html = markdownToHtml(TALKING_POINTS);
    expect(html).toContain('<h1>HB 203 &amp; the levy</h1>');
    expect(html).toContain('<strong>Rep. Kestrelman</strong>');
    expect(html).toContain('<li>Vote no</li>');
    expect(html).toContain('<a href="https://leg.mt.gov/hb203?a=1&amp;b=2">the bill</a>');
    expect(html).toContain('<a href="mailto:office@leg.mt.gov">office@leg.mt.gov</a>');
  });

  test.each([
    '<script>alert(1)</script>',
    'a <b onclick="x">b</b>',
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](javascript&#58;alert(1))',
    '[x](<java\tscript:alert(1)>)',
    '[x](data:text/html,<script>1</script>)',
    '[x](vbscript:x)',
    '[x]\n\n[x]: javascript:alert(1)',
    '<javascript:alert(1)>',
    '![x](https://tracker.example/x.png)',
    '![x](javascript:alert(1))',
    '[x](https://a.example "\\" onmouseover=alert(1)")',
  ])('%j does no harm', (md) => {
    const html = markdownToHtml(md);
    const tags = html.match(/<[^>]*>/g) ?? [];
    for (const tag of tags) expect(tag).toMatch(/^<\/?(?:p|a)\b/);
    for (const [, href] of html.matchAll(/href="([^"]*)"/g)) expect(href).toMatch(/^(?:$|https:)/);
    expect(html.replaceAll(/"[^"]*"/g, '')).not.toMatch(/<[^>]*\bon\w+=/);
  });

  test('a paragraph set off by spaces stays a paragraph', () => {
    expect(markdownToHtml('    set off')).toBe('<p>set off</p>');
  });

  test('whatever is written, only known tags and safe links come out', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '[',
      ']',
      '(',
      ')',
      '!',
      '`',
      '*',
      '_',
      '\n',
      '\n\n',
      '- ',
      '1. ',
      '> ',
      '# ',
      '\\',
      ' ',
      'javascript:',
      'data:',
      'https://a.example',
      'onload=',
      'script',
      'img',
      '&#106;',
      '&lt;',
      '\u0000',
      '\t',
      'x',
    );
    const known =
      /^<\/?(?:p|a|em|strong|code|pre|ul|ol|li|blockquote|h[1-6]|hr|br)(?: (?:href|title|class|start)="[^"<>]*")*(?: \/)?>$/;
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 40 }).map((parts) => parts.join('')),
        (md) => {
          const html = markdownToHtml(md);
          for (const tag of html.match(/<[^>]*>?/g) ?? []) expect(tag).toMatch(known);
          expect(html).not.toMatch(/href="\s*(?:javascript|data|vbscript)/i);
          expect(typeof markdownToText(md)).toBe('string');
        },
      ),
      { numRuns: 1_000 },
    );
  });
});

describe('as plain text', () => {
  test('reads like a letter', () => {
    expect(markdownToText(TALKING_POINTS)).toBe(
      [
        'HB 203 & the levy',
        '',
        'Call Rep. Kestrelman before Wednesday, 3 pm.',
        '',
        '- Costs our districts $1.2 million',
        '- Two things to ask:',
        '  1. Vote no',
        '  2. Call back',
        '',
        '> We cannot hire in August.',
        '',
        'Read the bill (https://leg.mt.gov/hb203?a=1&b=2) or write office@leg.mt.gov.',
        'Thank you',
      ].join('\n'),
    );
  });

  test.each([
    ['- a\n\n- b\n\n  more\n\nafter', '- a\n- b\n  more\n\nafter'],
    ['- a\n\n1. b', '- a\n\n1. b'],
    ['9. a\n10. b\n    - c', '9. a\n10. b\n    - c'],
    ['```\nx <b>\n  y\n```', 'x <b>\n  y'],
    ['a\n\n---\n\nb', 'a\n\n---\n\nb'],
    ['> - a\n> - b', '> - a\n> - b'],
    ['https://leg.mt.gov', 'https://leg.mt.gov'],
    ['<https://leg.mt.gov>', 'https://leg.mt.gov'],
    ['[mail us](mailto:a@b.org)', 'mail us (a@b.org)'],
    ['[x](javascript:alert(1))', 'x'],
    ['5 < 6 & 7 > 2 &amp;lt;', '5 < 6 & 7 > 2 &lt;'],
    ['', ''],
  ])('%j', (md, text) => {
    expect(markdownToText(md)).toBe(text);
  });

  test('no word is lost', () => {
    const word = fc.stringMatching(/^[a-z]{2,8}$/);
    const shape = fc.constantFrom('- W', '# W', '> W', '**W**', '1. W', 'W', '`W`', '[W](https://a.example)');
    fc.assert(
      fc.property(fc.array(fc.tuple(word, shape), { maxLength: 12 }), (pieces) => {
        const text = markdownToText(pieces.map(([word, shape]) => shape.replace('W', word)).join('\n\n'));
        const words = text.replaceAll('(https://a.example)', '').match(/[a-z]{2,}/g) ?? [];
        expect(words).toEqual(pieces.map(([word]) => word));
      }),
    );
  });
});

test('Markdown as headings, paragraphs and points in plain words', () => {
  expect(markdownBlocks('## Ask\n\nVote **no**.\n\n- One\n  1. Deeper\n- [Two](https://x.example)')).toEqual([
    { kind: 'heading', text: 'Ask' },
    { kind: 'text', text: 'Vote no.' },
    { kind: 'item', text: 'One', mark: '-', depth: 1 },
    { kind: 'item', text: 'Deeper', mark: '1.', depth: 2 },
    { kind: 'item', text: 'Two (https://x.example)', mark: '-', depth: 1 },
  ]);
});
