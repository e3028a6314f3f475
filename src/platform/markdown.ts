import { micromark } from 'micromark';

// A picture would tell another server who reads the page; and a paragraph set off by spaces is no code.
const OPTIONS = { extensions: [{ disable: { null: ['labelStartImage', 'codeIndented'] } }] };

/**
 * Markdown as HTML that is safe to show: HTML written in it appears as text, links lead only to web and
 * mail addresses or within the site, a picture becomes a link to it.
 */
export function markdownToHtml(md: string): string {
  return micromark(md, OPTIONS);
}

/** Markdown as plain text for a mail: paragraphs apart, lists marked, a link's address after its words. */
export function markdownToText(md: string): string {
  return pageOf(md).text();
}

function pageOf(md: string): PlainPage {
  const page = new PlainPage();
  for (const [piece] of markdownToHtml(md).matchAll(/<[^>]*>|[^<]+/g)) {
    if (piece.startsWith('<')) page.tag(piece);
    else page.words(unescaped(piece));
  }
  return page;
}

/** A heading, a paragraph, or a point of a list with its mark and how deep it lies, as plain words. */
export type MarkdownBlock =
  | { kind: 'heading' | 'text'; text: string }
  | { kind: 'item'; text: string; mark: string; depth: number };

/** Markdown as headings, paragraphs and points, each in plain words: for what is set in type elsewhere. */
export function markdownBlocks(md: string): MarkdownBlock[] {
  const page = pageOf(md);
  page.text();
  return page.blocks;
}

/** Lays out as plain text the few tags that `markdownToHtml` writes. */
class PlainPage {
  #page = '';
  #block = '';
  #verbatim = false;
  #link = { href: '', from: 0 };
  /** What stands before each line: for a quote "> ", for a list item its mark once, then its width. */
  #margins: string[] = [];
  #lists: { next: number | undefined }[] = [];
  #insideList = false;
  #heading = false;
  readonly blocks: MarkdownBlock[] = [];

  words(words: string): void {
    this.#block += this.#verbatim ? words : words.replaceAll(/\s+/g, ' ');
  }

  tag(tag: string): void {
    const [, slash, name = ''] = /^<(\/?)(\w+)/.exec(tag) ?? [];
    const opens = slash === '';
    if (name === 'br') this.#block += '\n';
    if (name === 'a') this.#linked(opens, tag);
    if (['br', 'a', 'em', 'strong', 'code'].includes(name)) return;

    this.#endBlock();
    if (/^h[1-6]$/.test(name)) this.#heading = opens;
    if (name === 'hr') this.words('---');
    if (name === 'pre') this.#verbatim = opens;
    if (name === 'blockquote') this.#indent(opens, '> ');
    if (name === 'li') this.#indent(opens, this.#nextMark(opens));
    if (name === 'ul' || name === 'ol') this.#listed(opens, name === 'ol' ? startOf(tag) : undefined);
  }

  text(): string {
    this.#endBlock();
    return this.#page;
  }

  #linked(opens: boolean, tag: string): void {
    if (opens) {
      const href = unescaped(/href="([^"]*)"/.exec(tag)?.[1] ?? '').replace(/^mailto:/, '');
      this.#link = { href, from: this.#block.length };
    } else if (this.#link.href && this.#block.slice(this.#link.from) !== this.#link.href) {
      this.#block += ` (${this.#link.href})`;
    }
  }

  #listed(opens: boolean, next: number | undefined): void {
    if (opens) this.#lists.push({ next });
    else this.#lists.pop();
    if (this.#lists.length === 0) this.#insideList = false;
  }

  #nextMark(opens: boolean): string {
    const list = this.#lists.at(-1);
    if (!opens || list?.next === undefined) return '- ';
    return `${list.next++}. `;
  }

  #indent(opens: boolean, margin: string): void {
    if (opens) this.#margins.push(margin);
    else this.#margins.pop();
  }

  #endBlock(): void {
    const lines = this.#block.split('\n').map((line) => (this.#verbatim ? line.trimEnd() : line.trim()));
    this.#block = '';
    while (lines.at(-1) === '') lines.pop();
    if (lines.length === 0) return;

    if (this.#page !== '') this.#page += this.#insideList ? '\n' : '\n\n';
    this.#insideList = this.#lists.length > 0;
    this.blocks.push(this.#asBlock(lines.join(' ')));
    this.#page += lines.map((line) => `${this.#margin()}${line}`.trimEnd()).join('\n');
  }

  #asBlock(text: string): MarkdownBlock {
    const depth = this.#lists.length;
    if (depth > 0) return { kind: 'item', text, mark: this.#margins.at(-1)?.trim() ?? '', depth };
    return { kind: this.#heading ? 'heading' : 'text', text };
  }

  #margin(): string {
    const margin = this.#margins.join('');
    this.#margins = this.#margins.map((mark) => (mark === '> ' ? mark : ' '.repeat(mark.length)));
    return margin;
  }
}

const startOf = (tag: string) => Number(/start="(\d+)"/.exec(tag)?.[1] ?? 1);

function unescaped(html: string): string {
  return html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
