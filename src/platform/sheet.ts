/** A cell: words, a whole number, or an amount in whole cents, which the spreadsheet shows as dollars. */
export type SheetCell = string | number | { cents: number } | null;
export interface SheetTable {
  /** At most 31 characters; what a spreadsheet does not allow in a name is left out. */
  name: string;
  columns: { label: string; width: number }[];
  rows: SheetCell[][];
}

const CENTS = 100;
/** A spreadsheet takes 32,767 characters a cell. */
const MOST_CHARACTERS = 32_000;
const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END_HEADER = 0x06054b50;
const END_BYTES = 22;

/** What XML 1.0 cannot hold at all is left out: control characters and halves of a character. */
const inXml = (words: string): string => {
  const clean = words
    .toWellFormed()
    // oxlint-disable-next-line no-control-regex -- these are the characters in question
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
  return clean.length > MOST_CHARACTERS ? `${clean.slice(0, MOST_CHARACTERS)} (cut)` : clean;
};

const nameOf = (name: string, taken: Set<string>): string => {
  const base =
    inXml(name)
      .replaceAll(/[[\]:*?/\\]/g, ' ')
      .replaceAll(/^'+|'+$/g, '')
      .trim() || 'Sheet';
  for (let at = 1; ; at += 1) {
    const tail = at === 1 ? '' : ` ${at}`;
    const one =
      base
        .slice(0, 31 - tail.length)
        .toWellFormed()
        .trim() + tail;
    if (!taken.has(one.toLowerCase())) {
      taken.add(one.toLowerCase());
      return one;
    }
  }
};

/** A line of the letters used, in points, and about how many of them a width of 1 takes. */
const LINE_POINTS = 13.5;
const LETTERS = 1.05;
/** Excel finds the height of wrapped words by itself; other programs and paper need it said. */
const heightOf = (row: SheetCell[], columns: SheetTable['columns']): number | undefined => {
  const lines = row.map((cell, at) =>
    typeof cell === 'string' ? Math.ceil(cell.length / ((columns[at]?.width ?? 1) * LETTERS)) : 1,
  );
  const most = Math.max(1, ...lines);
  return most === 1 ? undefined : Math.min(MOST_POINTS, most * LINE_POINTS);
};
/** The highest row that a spreadsheet has. */
const MOST_POINTS = 409;

/** Prints on US Letter, each sheet as wide as one page. */
const onLetter = {
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml: string) =>
          xml
            .replace(/(<worksheet[^>]*>)/, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
            .replace(
              /<pageSetup [^>]*>/,
              '<pageSetup paperSize="1" orientation="landscape" fitToHeight="0"/>',
            ),
      },
    },
  },
};

const cellOf = (cell: SheetCell) => {
  if (cell === null || cell === '') return null;
  // Typed as words, so that nothing is ever read as a formula.
  if (typeof cell === 'string')
    return { value: inXml(cell), type: String, wrap: true, alignVertical: 'top' as const };
  if (typeof cell === 'number') return { value: cell, type: Number, alignVertical: 'top' as const };
  // The format keeps numbers as decimals; two places of dollars are written exactly.
  return { value: cell.cents / CENTS, type: Number, format: '#,##0.00', alignVertical: 'top' as const };
};

/**
 * A workbook (XLSX) of tables, a sheet each, the header kept in view. The same tables give the same bytes: the
 * archive bears no date.
 */
export const sheetOf = async (tables: SheetTable[]): Promise<Uint8Array<ArrayBuffer>> => {
  const { default: writeXlsx } = await import('write-excel-file/universal');
  const taken = new Set<string>();
  const blob = await writeXlsx(
    tables.map((table) => ({
      sheet: nameOf(table.name, taken),
      stickyRowsCount: 1,
      orientation: 'landscape' as const,
      columns: table.columns.map(({ width }) => ({ width })),
      data: [
        table.columns.map(({ label }) => ({
          value: inXml(label),
          type: String,
          fontWeight: 'bold' as const,
        })),
        ...table.rows.map((row) => {
          const height = heightOf(row, table.columns);
          return row.map((cell) => {
            const one = cellOf(cell);
            return one && { ...one, height };
          });
        }),
      ],
    })),
    { fontFamily: 'Arial', fontSize: 10, features: [onLetter] },
  ).toBlob();
  return undated(new Uint8Array(await blob.arrayBuffer()));
};

/** Sets the time of every entry of an archive to the first day that the format knows. */
const undated = (zip: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> => {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = zip.byteLength - END_BYTES;
  if (view.getUint32(end, true) !== END_HEADER)
    throw new Error('The workbook ends in another way than known.');
  const setDate = (at: number) => view.setUint32(at, 0x0021_0000, true);
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    const local = view.getUint32(at + 42, true);
    if (view.getUint32(at, true) !== CENTRAL_HEADER || view.getUint32(local, true) !== LOCAL_HEADER)
      throw new Error('The workbook is laid out in another way than known.');
    setDate(at + 12);
    setDate(local + 10);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return zip;
};
