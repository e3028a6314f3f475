import { PDFDocument } from '@cantoo/pdf-lib';
import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { pdfOf, type PdfBlock } from '../../src/platform/pdf.ts';

const make = (blocks: PdfBlock[]) =>
  pdfOf({ title: 'Report', author: 'Association', foot: 'Foot 9f9f', blocks });

/** The words of a file as it shows them, page by page in the order of drawing, from its inflated streams alone. */
const wordsOf = (bytes: Uint8Array): string => {
  const raw = Buffer.from(bytes).toString('latin1');
  const out: string[] = [];
  for (const match of raw.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)) {
    let stream = '';
    try {
      stream = inflateSync(Buffer.from(match[1] ?? '', 'latin1')).toString('latin1');
    } catch {
      continue;
    }
    for (const [, hex = ''] of stream.matchAll(/<([0-9A-F]*)> Tj/g))
      out.push(new TextDecoder('windows-1252').decode(Buffer.from(hex, 'hex')));
  }
  return out.join('\n');
};

test('a PDF shows its words, goes on over pages with the header again, and numbers them at the foot', async () => {
  const bytes = await make([
    { kind: 'title', text: 'L-5, January 2027' },
    { kind: 'text', text: 'Élan “quoted” — naïve' },
    {
      kind: 'table',
      columns: [
        { label: 'Line', share: 70 },
        { label: 'Amount', share: 30, end: true },
      ],
      rows: Array.from({ length: 120 }, (_, at) => ({ cells: [`Row ${at + 1}`, `$${at}.00`] })),
    },
  ]);
  const pages = (await PDFDocument.load(bytes)).getPageCount();
  const words = wordsOf(bytes);
  expect(pages).toBeGreaterThan(2);
  expect(words).toContain('Élan “quoted” — naïve');
  for (const at of [1, 60, 120]) expect(words.split('\n')).toContain(`Row ${at}`);
  expect(words.split('\n').filter((one) => one === 'Amount')).toHaveLength(pages);
  expect(words.split('\n').filter((one) => one === 'Foot 9f9f')).toHaveLength(pages);
  expect(words).toContain(`Page ${pages} of ${pages}`);
});

test('a sign beyond its letters is owned up to, and one that has a plain form takes that', async () => {
  const words = wordsOf(await make([{ kind: 'text', text: 'Kő 政 −5' }]));
  expect(words).toContain('Ko ? -5');
  expect(words).toContain('1 sign has no letter in this kind of file and stands as "?".');
  expect(wordsOf(await make([{ kind: 'text', text: 'Plain' }]))).not.toContain('no letter');
});

test('a word wider than its column is broken, not cut', async () => {
  const hash = '0123456789abcdef'.repeat(12);
  const words = wordsOf(
    await make([
      {
        kind: 'table',
        columns: [
          { label: 'A', share: 1 },
          { label: 'B', share: 9 },
        ],
        rows: [{ cells: [hash, ''] }],
      },
    ]),
  );
  expect(words.replaceAll('\n', '')).toContain(hash);
});

test('what is a little too long for one page is set smaller, and what is much too long goes on', async () => {
  const pagesOf = async (points: number) => {
    const blocks = Array.from({ length: points }, (_, at): PdfBlock => {
      return { kind: 'item', text: `Point ${at + 1}`, mark: '-', depth: 1 };
    });
    const bytes = await pdfOf({ title: 'Points', author: 'Association', foot: '', onePage: true, blocks });
    return { pages: (await PDFDocument.load(bytes)).getPageCount(), words: wordsOf(bytes) };
  };
  const fits = await pagesOf(48);
  expect(fits.pages).toBe(1);
  expect(fits.words).toContain('Point 48');
  expect(fits.words).toContain('–');
  expect((await pagesOf(200)).pages).toBeGreaterThan(1);
});
