import { markdownBlocks } from '../platform/markdown.ts';
import { pdfOf } from '../platform/pdf.ts';

/** One version of talking points as a PDF, on one page where the words let it. */
export const pointsPdf = (paper: {
  network: string;
  title: string;
  sub: string;
  words: string;
  sources: string | null;
  expired: string | null;
}): Promise<Uint8Array<ArrayBuffer>> =>
  pdfOf({
    title: paper.title,
    author: paper.network,
    foot: `${paper.network}. ${paper.sub}`,
    onePage: true,
    blocks: [
      { kind: 'small', text: paper.network },
      { kind: 'title', text: paper.title },
      { kind: 'small', text: paper.sub },
      ...markdownBlocks(paper.words),
      ...(paper.sources ? [{ kind: 'small' as const, text: paper.sources }] : []),
    ],
  });
