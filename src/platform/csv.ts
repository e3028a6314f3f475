import { CsvError, parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';

/** The largest file that is read, in bytes. */
export const CSV_MAX_BYTES = 10 * 1024 * 1024;
const MOST_COLUMNS = 500;
/** A Worker has half a minute for a file, and rows that are all refused take the longest. */
const MOST_LINES = 200_000;

/** A row by column name; `line` is the line of the file it begins on, the header's being 1. */
export type CsvRow = { line: number; cells: Record<string, string> };
export type CsvResult =
  | {
      ok: true;
      /** Column names in lower case, spaces as underscores. */
      header: string[];
      rows: CsvRow[];
      /** Rows whose cells do not fit the header; they are not among `rows`. */
      problems: { line: number; reason: string }[];
      delimiter: string;
    }
  | { ok: false; line?: number; reason: string };

type Refusal = Extract<CsvResult, { ok: false }>;
type Line = { line: number; cells: string[] };

const refuse = (reason: string, line?: number): Refusal =>
  line === undefined ? { ok: false, reason } : { ok: false, line, reason };
const isBlank = (cell: string) => cell.trim() === '';

/**
 * Reads a CSV file as spreadsheets write it: any of comma, semicolon and tab, UTF-8, UTF-16 with a mark
 * or Windows-1252, empty rows and columns left out. Cells come as they stand, spaces included. Never
 * throws: what cannot be read at all is refused with a reason, a row that does not fit is in `problems`.
 */
export function readCsv(input: string | Uint8Array): CsvResult {
  const decoded = decode(input);
  if (typeof decoded !== 'string') return decoded;

  // Excel's own first line, naming the separator for its reader.
  const named = /^sep=([,;\t])(?:\r\n|\n|\r|$)/i.exec(decoded);
  const text = decoded.slice(named?.[0].length ?? 0);
  const delimiter = named?.[1] ?? delimiterOf(text);

  if (hasMoreLines(text, MOST_LINES))
    return refuse('This file has more than 200,000 lines. Split it and import the parts.');

  const lines = linesOf(text, delimiter, named ? 2 : 1);
  if (!Array.isArray(lines)) return lines;
  const [top, ...rest] = lines.filter(({ cells }) => !cells.every(isBlank));
  if (!top) return refuse('This file is empty. It needs a first line with the names of its columns.');
  if (top.cells.length > MOST_COLUMNS) {
    return refuse(`This file has more than ${MOST_COLUMNS} columns. Delete the empty ones.`, top.line);
  }

  const names = top.cells.map((cell) => cell.trim().toLowerCase().replaceAll(/\s+/g, '_'));
  const header = names.filter((name) => name !== '');
  const twice = header.find((name, index) => header.indexOf(name) < index);
  if (twice !== undefined) {
    return refuse(`Two columns are named "${twice}". Rename or delete one of them.`, top.line);
  }

  const rows: CsvRow[] = [];
  const problems: { line: number; reason: string }[] = [];
  const width = names.findLastIndex((name) => name !== '') + 1;
  for (const { line, cells } of rest) {
    const stray = cells.findIndex((cell, index) => !names[index] && !isBlank(cell));
    if (cells.length < width) {
      const reason = `This row has cells for ${cells.length} of the ${width} columns in the header.`;
      problems.push({ line, reason });
    } else if (stray >= 0) {
      problems.push({
        line,
        reason: `Column ${stray + 1} of this row has a value, but the header no name for it.`,
      });
    } else {
      const entries = names.map((name, index) => [name, cells[index] ?? '']);
      rows.push({ line, cells: Object.fromEntries(entries.filter(([name]) => name !== '')) });
    }
  }
  return { ok: true, header, rows, problems, delimiter };
}

function decode(input: string | Uint8Array): string | Refusal {
  const bytes = typeof input === 'string' ? new TextEncoder().encode(input) : input;
  if (bytes.byteLength > CSV_MAX_BYTES) {
    return refuse(`This file is larger than ${CSV_MAX_BYTES / 1024 / 1024} MB. Split it in two.`);
  }
  const [first, second] = bytes;
  if ((first === 0x50 && second === 0x4b) || (first === 0xd0 && second === 0xcf)) {
    return refuse('This is an Excel workbook. In Excel, save it as "CSV UTF-8" and import that file.');
  }
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes);
  return text.includes('\0') ? refuse('This is not a text file. Save it as "CSV UTF-8".') : text;
}

function hasMoreLines(text: string, most: number): boolean {
  let at = -1;
  for (let count = 0; count <= most; count += 1) {
    at = text.indexOf('\n', at + 1);
    if (at < 0) return false;
  }
  return true;
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  try {
    new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}

/** The separator that stands most often between the names of the first line with words in it. */
function delimiterOf(text: string): string {
  const unquoted = text.slice(0, 64 * 1024).replaceAll(/"[^"]*(?:"|$)/g, 'x');
  const first = /^[^\r\n]*[^\s,;][^\r\n]*$/m.exec(unquoted)?.[0] ?? '';
  const counted = [',', ';', '\t'].map((mark) => ({ mark, count: first.split(mark).length }));
  return counted.reduce((most, next) => (next.count > most.count ? next : most)).mark;
}

function linesOf(text: string, delimiter: string, firstLine: number): Line[] | Refusal {
  const options = { delimiter, record_delimiter: ['\r\n', '\n', '\r'], relax_column_count: true };
  try {
    return numbered(parse(text, options), firstLine);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const whole = Number(error.records);
    const before = whole > 0 ? numbered(parse(text, { ...options, to: whole }), firstLine) : [];
    return refuse(reasonOf(error.code), after(before.at(-1)) ?? firstLine);
  }
}

/** The parser's own line numbers count a line break inside a cell twice when it is CR LF. */
function numbered(records: string[][], firstLine: number): Line[] {
  const lines: Line[] = [];
  for (const record of records) {
    lines.push({ line: after(lines.at(-1)) ?? firstLine, cells: record });
  }
  for (const { cells } of lines) for (const [index, cell] of cells.entries()) cells[index] = unguarded(cell);
  return lines;
}

function after(previous: Line | undefined): number | undefined {
  if (!previous) return undefined;
  const breaks = previous.cells.flatMap((cell) => cell.match(/\r\n|\n|\r/g) ?? []).length;
  return previous.line + breaks + 1;
}

function reasonOf(code: string): string {
  switch (code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return 'A quotation mark opens here and is never closed.';
    case 'CSV_INVALID_CLOSING_QUOTE':
      return 'After a closing quotation mark the cell goes on. Write a quotation mark inside a cell twice.';
    case 'INVALID_OPENING_QUOTE':
      return 'A quotation mark stands inside a cell. Write it twice and put the whole cell in quotation marks.';
    default:
      return 'This line cannot be read as CSV.';
  }
}

/** A cell that a spreadsheet would run as a formula, with any guards already before it. */
const FORMULA = /^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;
const PLAIN_NUMBER = /^-\d+(?:\.\d+)?$/;

/** An apostrophe makes a spreadsheet show the cell as text; reading takes it off again. */
const guarded = (cell: string) => (FORMULA.test(cell) && !PLAIN_NUMBER.test(cell) ? `'${cell}` : cell);
const unguarded = (cell: string) => (cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell);

/**
 * Writes a table as CSV with CR LF line ends. No cell can run as a formula; numbers, also below zero and
 * as text ("-12.50"), stay numbers. `bom` marks the file as UTF-8, which Excel needs to show accents.
 */
export function writeCsv(
  header: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
  options: { bom?: boolean } = {},
): string {
  const records = [header, ...rows].map((row, index) => {
    if (row.length !== header.length) {
      throw new RangeError(`Row ${index} has ${row.length} cells where the header has ${header.length}.`);
    }
    return row.map((cell) => (typeof cell === 'string' ? guarded(cell) : cell));
  });
  return stringify(records, {
    bom: options.bom ?? false,
    record_delimiter: '\r\n',
    // A lone CR or LF would end the row for other readers; the other separators would mislead a guess.
    quoted_match: /[\r\n;\t]/,
  });
}
