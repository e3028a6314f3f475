import { showCents } from '../../../platform/money.ts';
import { wholeCents } from '../../calculators/share.ts';
import type { Cell, Line, Source } from '../regime.ts';

const CENTS_PER_DOLLAR = 100;

/** Whole dollars as Form 990 prints them, half a dollar up (26 USC 6102). Each printed line is rounded once, from its cents. */
export const wholeDollars = (cents: number): number => wholeCents(cents, CENTS_PER_DOLLAR) * CENTS_PER_DOLLAR;

interface More {
  sources?: Source[];
  cells?: Cell[];
  /** The name of the line in the IRS's e-file schema. */
  xml?: string;
}
const detailOf = (detail: string, xml?: string) =>
  [detail, xml && `e-file: ${xml}`].filter(Boolean).join(' ').trim();

/** A printed amount in whole dollars. */
export const amountLine =
  (section: string) =>
  (label: string, cents: number, detail = '', { sources = [], cells, xml }: More = {}): Line => ({
    section,
    label,
    detail: detailOf(
      cents % CENTS_PER_DOLLAR === 0 ? detail : `${detail} Exactly ${showCents(cents)}.`.trim(),
      xml,
    ),
    amountCents: wholeDollars(cents),
    sources,
    ...(cells && { cells }),
  });

/** A line in words: yes, no, or what nobody has answered. */
export const wordLine =
  (section: string) =>
  (label: string, detail: string, { sources = [], xml }: More = {}): Line => ({
    section,
    label,
    detail: detailOf(detail, xml),
    amountCents: null,
    sources,
  });

/** "Yes", "No", or that it is not answered. */
export const answered = (fact: string | null): string =>
  fact === null ? 'Not answered.' : fact === 'yes' ? 'Yes.' : 'No.';
