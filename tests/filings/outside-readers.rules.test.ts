import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { renderCopy } from '../../src/filings/render-copies.ts';
import { plainCents, showCents } from '../../src/platform/money.ts';
import { LONG_REPORTS, longModel } from './long-year.ts';

/** Files of filings, opened by programs that know nothing of this one. A machine that lacks one is told so. */
const folder = mkdtempSync(join(tmpdir(), 'outside-readers-'));
const models = LONG_REPORTS.map((report) => ({ name: report.regime, model: longModel(report) }));
const pathOf = (name: string, format: string) => join(folder, `${name}.${format}`);
const run = (program: string, ...args: string[]) =>
  execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

/** Whether a program is on this machine; says so where it is not. */
const has = (program: string, ...asked: string[]): boolean => {
  try {
    run(program, ...asked);
    return true;
  } catch {
    console.log(`skipped: ${program} is not on this machine, so no file is opened with it`);
    return false;
  }
};

beforeAll(async () => {
  for (const { name, model } of models)
    for (const format of ['xlsx', 'pdf'] as const)
      writeFileSync(pathOf(name, format), await renderCopy(model, format));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The cells of a CSV file in which every word is quoted. */
const rowsOf = (csv: string): string[][] => {
  const rows: string[][] = [[]];
  for (const [, quoted, bare, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare ?? '');
    if (end !== ',') rows.push([]);
  }
  return rows.filter((row) => row.length > 1);
};
const dollars = (cents: number) => Number(plainCents(cents));

describe.skipIf(!has('soffice', '--version'))(
  'with soffice installed: LibreOffice reads the workbook',
  () => {
    /** Comma, quote, UTF-8, from line 1; every word quoted, numbers as they are; every sheet. */
    const CSV = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,false,false,false,false,-1';
    const convert = (to: string) =>
      run(
        'soffice',
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        '--convert-to',
        to,
        '--outdir',
        folder,
        ...models.map(({ name }) => pathOf(name, 'xlsx')),
      );

    beforeAll(() => {
      convert(CSV);
      convert('fods');
    }, 120_000);
    const linesOf = (name: string) => rowsOf(readFileSync(join(folder, `${name}-Lines.csv`), 'utf8'));

    test.each(models)('of $name: every line with its words and its cents', ({ name, model }) => {
      expect(linesOf(name)).toEqual([
        ['No', 'Section', 'Line', 'Detail', 'Amount'],
        ...model.lines.map(({ no, section, label, detail, amountCents }) => [
          String(no),
          section,
          label,
          detail,
          amountCents === null ? '' : String(dollars(amountCents)),
        ]),
      ]);
    });

    test.each(models)(
      'of $name: amounts are numbers, and nothing anywhere is a formula',
      ({ name, model }) => {
        const workbook = readFileSync(pathOf(name, 'fods'), 'utf8');
        expect(workbook).not.toContain('table:formula');
        const [, lines = ''] = workbook.split('table:name="Lines"');
        const [sheet = ''] = lines.split('</table:table>');
        const numbers = [...sheet.matchAll(/office:value-type="float" office:value="([^"]+)"/g)].map(
          ([, value]) => Number(value),
        );
        expect(numbers).toEqual(
          model.lines.flatMap(({ no, amountCents }) =>
            amountCents === null ? [no] : [no, dollars(amountCents)],
          ),
        );
      },
    );

    test('words that look like formulas stand as they were written', () => {
      expect(linesOf('ma').flat().join(' ')).toContain('=HYPERLINK("https://evil.example"');
    });
  },
);

describe.skipIf(!has('qpdf', '--version'))('with qpdf installed: a checker of PDF files', () => {
  test.each(models)('finds no fault in $name', ({ name }) => {
    expect(run('qpdf', '--check', pathOf(name, 'pdf'))).toContain(
      'No syntax or stream encoding errors found',
    );
  });
});

describe.skipIf(!has('pdftotext', '-v') || !has('pdfinfo', '-v'))(
  'with pdftotext installed: a reader of PDF files',
  () => {
    const words = (text: string) => text.replaceAll(/\s+/g, '');

    test.each(models)('has the title, pages and every line of $name', ({ name, model }) => {
      const about = run('pdfinfo', pathOf(name, 'pdf'));
      expect(about).toContain(model.title);
      expect(about).toMatch(/Page size:\s+612 x 792/);
      const pages = Number(/Pages:\s+(\d+)/.exec(about)?.[1]);
      expect(pages).toBeGreaterThan(1);
      const text = run('pdftotext', '-layout', pathOf(name, 'pdf'), '-');
      expect(text.split('\f').length - 1).toBe(pages);
      for (const { amountCents } of model.lines)
        if (amountCents !== null) expect(text).toContain(showCents(amountCents));
      const read = words(run('pdftotext', '-raw', pathOf(name, 'pdf'), '-'));
      for (const { section } of model.lines) expect(read).toContain(words(section));
      expect(read).toContain(words(`Total ${showCents(model.totalCents)}`));
    });
  },
);
