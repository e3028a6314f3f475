import type { PDFFont, PDFPage } from '@cantoo/pdf-lib';

export type PdfBlock =
  | { kind: 'title' | 'heading' | 'text' | 'small'; text: string }
  /** A point of a list: its mark, and how deep it lies, from 1. */
  | { kind: 'item'; text: string; mark: string; depth: number }
  | {
      kind: 'table';
      /** Shares of the width; the last column may be amounts, set to the right. */
      columns: { label: string; share: number; end?: boolean }[];
      /** `across`: the second cell runs on to the last column of amounts; those between are empty. */
      rows: { cells: string[]; strong?: boolean; across?: boolean }[];
    };
export interface PdfDocument {
  title: string;
  author: string;
  /** At the foot of every page, beside its number. */
  foot: string;
  /** Set smaller where that brings it onto one page; what is still longer keeps its size and goes on. */
  onePage?: boolean;
  blocks: PdfBlock[];
}

/** US Letter in points. */
const PAGE = { width: 612, height: 792, side: 54, top: 54, foot: 60 };
const SIZES = { title: 17, heading: 12.5, text: 10, small: 8, cell: 9 };
const LEAD = 1.32;
const GAP = 8;
/** How far the points of a list are moved in, and how far they are down to be readable. */
const INDENT = 14;
const SMALLER = [0.94, 0.88, 0.82, 0.76];
/** What the letters of every PDF reader (Windows-1252) have no sign for stands as this. */
const UNKNOWN = '?';

/**
 * A readable PDF: headings, paragraphs and tables that go on over pages with their header, a foot with page
 * numbers. It bears no date, so the same document gives the same bytes. Signs beyond the letters that every PDF
 * reader has stand as "?", and the last page says how many did.
 */
export const pdfOf = async (document: PdfDocument): Promise<Uint8Array<ArrayBuffer>> => {
  const whole = await drawn(document, 1);
  if (whole.pages === 1 || !document.onePage) return whole.bytes();
  for (const scale of SMALLER) {
    const smaller = await drawn(document, scale);
    if (smaller.pages === 1) return smaller.bytes();
  }
  return whole.bytes();
};

const drawn = async (document: PdfDocument, scale: number) => {
  const { PDFDocument, StandardFonts, rgb } = await import('@cantoo/pdf-lib');
  const pdf = await PDFDocument.create({ updateMetadata: false });
  const [regular, bold] = [
    await pdf.embedFont(StandardFonts.Helvetica),
    await pdf.embedFont(StandardFonts.HelveticaBold),
  ];
  const known = new Set(regular.getCharacterSet());
  let lost = 0;
  const printed = (words: string): string =>
    Array.from(words.toWellFormed().normalize('NFC').replaceAll(/\s+/g, ' ').trim(), (sign) => {
      if (known.has(sign.codePointAt(0) ?? 0)) return sign;
      const plain = PLAIN[sign] ?? sign.normalize('NFD').replaceAll(/\p{M}/gu, '');
      if (plain !== '' && Array.from(plain).every((one) => known.has(one.codePointAt(0) ?? 0))) return plain;
      lost += 1;
      return UNKNOWN;
    }).join('');
  const black = rgb(0.07, 0.07, 0.07);
  const grey = rgb(0.75, 0.75, 0.75);
  const width = PAGE.width - 2 * PAGE.side;

  let page: PDFPage = pdf.addPage([PAGE.width, PAGE.height]);
  let y = PAGE.height - PAGE.top;
  const room = () => y - PAGE.foot;
  const turn = () => {
    page = pdf.addPage([PAGE.width, PAGE.height]);
    y = PAGE.height - PAGE.top;
  };
  const line = (words: string, x: number, size: number, font: PDFFont) =>
    page.drawText(words, { x, y: y - size, size, font, color: black });
  const rule = () =>
    page.drawLine({
      start: { x: PAGE.side, y },
      end: { x: PAGE.side + width, y },
      thickness: 0.5,
      color: grey,
    });

  const paragraph = (words: string, size: number, font: PDFFont, left = 0, mark = '') => {
    wrapped(printed(words), font, size, width - left).forEach((part, at) => {
      if (room() < size * LEAD) turn();
      if (at === 0 && mark) line(printed(mark), PAGE.side + left - INDENT, size, font);
      line(part, PAGE.side + left, size, font);
      y -= size * LEAD;
    });
  };

  const table = (block: Extract<PdfBlock, { kind: 'table' }>) => {
    const size = SIZES.cell;
    const shares = block.columns.reduce((sum, column) => sum + column.share, 0);
    const columns = block.columns.map((column, at) => ({
      ...column,
      width: (width * column.share) / shares,
      x: PAGE.side + (width * block.columns.slice(0, at).reduce((sum, one) => sum + one.share, 0)) / shares,
    }));
    const between = columns.filter((column, at) => at > 0 && !column.end);
    const acrossWidth = between.reduce((sum, column) => sum + column.width, 0);
    const row = (cells: string[], font: PDFFont, { across = false, heads = false } = {}) => {
      const parts = columns.map((column, at) =>
        wrapped(
          printed(cells[at] ?? ''),
          font,
          size,
          (across && at === 1 ? acrossWidth : column.width) - GAP,
        ),
      );
      const most = Math.max(...parts.map((one) => one.length));
      // A row stays whole, unless it alone is longer than half a page.
      const high = most * size * LEAD;
      if (!heads && room() < high && high < PAGE.height / 2) {
        turn();
        header();
      }
      for (let at = 0; at < most; at += 1) {
        if (room() < size * LEAD) {
          turn();
          header();
        }
        columns.forEach((column, index) => {
          const words = parts[index]?.[at];
          if (!words) return;
          const x = column.end ? column.x + column.width - font.widthOfTextAtSize(words, size) : column.x;
          line(words, x, size, font);
        });
        y -= size * LEAD;
      }
      y -= 2;
      rule();
      y -= 3;
    };
    const header = () =>
      row(
        block.columns.map((column) => column.label),
        bold,
        { heads: true },
      );
    if (room() < 4 * size * LEAD) turn();
    header();
    for (const { cells, strong, across } of block.rows) row(cells, strong ? bold : regular, { across });
    y -= GAP;
  };

  for (const block of document.blocks) {
    if (block.kind === 'table') table(block);
    else if (block.kind === 'item') {
      const mark = block.mark === '-' ? '\u2013' : block.mark;
      paragraph(block.text, SIZES.text * scale, regular, block.depth * INDENT, mark);
      y -= 3 * scale;
    } else {
      if (block.kind === 'heading') {
        y -= GAP;
        // A heading is not left alone at the end of a page.
        if (room() < 80) turn();
      }
      paragraph(
        block.text,
        SIZES[block.kind] * scale,
        block.kind === 'title' || block.kind === 'heading' ? bold : regular,
      );
      y -= (block.kind === 'small' ? 2 : 4) * scale;
    }
  }
  const foot = printed(document.foot);
  if (lost > 0)
    paragraph(
      `${lost} ${lost === 1 ? 'sign has' : 'signs have'} no letter in this kind of file and ${lost === 1 ? 'stands' : 'stand'} as "${UNKNOWN}". The page, the CSV and the JSON have ${lost === 1 ? 'it' : 'them'} whole.`,
      SIZES.small,
      regular,
    );
  const pages = pdf.getPages();
  pages.forEach((one, at) => {
    const number = `Page ${at + 1} of ${pages.length}`;
    const own = { y: 36, size: 7.5, font: regular, color: black };
    one.drawText(foot, { ...own, x: PAGE.side });
    one.drawText(number, {
      ...own,
      x: PAGE.side + width - regular.widthOfTextAtSize(number, own.size),
    });
  });
  pdf.setTitle(document.title);
  pdf.setAuthor(document.author);
  pdf.setLanguage('en-US');
  return { pages: pages.length, bytes: async () => new Uint8Array(await pdf.save()) };
};

/** Signs that people type and the letters lack, by what says the same. */
const PLAIN: Record<string, string> = {
  '\u2212': '-',
  '\u2010': '-',
  '\u2011': '-',
  '\u2264': '<=',
  '\u2265': '>=',
};

/** Words in lines no wider than that; a word that is wider itself is broken. */
const wrapped = (words: string, font: PDFFont, size: number, width: number): string[] => {
  const fits = (text: string) => font.widthOfTextAtSize(text, size) <= width;
  const lines: string[] = [];
  let line = '';
  for (const word of words.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = '';
    for (const sign of word) {
      if (line !== '' && !fits(line + sign)) {
        lines.push(line);
        line = '';
      }
      line += sign;
    }
  }
  if (line !== '' || lines.length === 0) lines.push(line);
  return lines;
};
