import { type MetadataJson, parsePhoneNumberFromString } from 'libphonenumber-js/core';
import plusOne from './phone-metadata.json' with { type: 'json' };

/** A number as E.164 ("+14065550100"), or the reason it was refused. */
export type PhoneResult = { ok: true; e164: string } | { ok: false; reason: string };

const METADATA = plusOne as unknown as MetadataJson;
const LONGEST_PHONE_TEXT = 60;

/** One number of the +1 countries as people write it, its extension and its label left where they are. */
const PLUS_ONE_NUMBER =
  /(?<!\d|\+\d{1,3}[\s.(-]{0,3})(?:\+?1[\s.-]{0,3})?\(?\d{3}\)?[\s./-]{0,3}\d{3}[\s.-]{0,3}\d{4}(?!\d)(?:[,;]?\s{0,3}(?:x|ext\.?|extension)[\s.:]{0,3}\d{1,6}\b)?/gi;
const BETWEEN_NUMBERS = /[\n\r;,|/&]|\bor\b|\band\b/i;

/**
 * What the numbering plan allows as an ordinary area code and exchange. The library's table lags behind
 * new area codes (471 joined 662 in Mississippi in January 2026), so what fits the plan passes as well.
 */
const FITS_THE_PLAN = /^\+1(?!37|96)[2-9](?!9)(\d)(?!\1)\d[2-9](?!11)\d{6}$/;

const refuse = (reason: string): PhoneResult => ({ ok: false, reason });
const plain = (text: string) => text.normalize('NFKC').replace(/[\u2010-\u2015\u2212]/g, '-');

/**
 * Reads one telephone number of the United States, Canada or the Caribbean that texts can reach.
 * Numbers kept for fiction (555-01xx) and Twilio's test numbers are read like any other.
 */
export function parsePhone(text: string): PhoneResult {
  const written = plain(text)
    .trim()
    .replace(/^(?:'|tel:)/i, '');
  const digits = written.replaceAll(/\D/g, '').length;
  if (written === '') return refuse('Enter a mobile number, such as (406) 555-0100.');
  if (/^\d(?:\.\d+)?e\+?\d+$/i.test(written)) {
    return refuse('A spreadsheet has shortened this number. Format the column as text and type it again.');
  }
  if (digits === 0) return refuse('This is not a telephone number.');
  if (written.length > LONGEST_PHONE_TEXT) return refuse('This is more than one telephone number.');

  const number = parsePhoneNumberFromString(written, { defaultCountry: 'US', extract: false }, METADATA);
  if (!number) {
    return refuse(
      /^\s*\+(?!1)/.test(written)
        ? 'Only numbers of the United States, Canada and the Caribbean (+1) can be texted.'
        : 'This is not a telephone number. Write it like (406) 555-0100.',
    );
  }
  if (number.ext) return refuse('A number with an extension cannot receive texts. Give a mobile number.');
  if (!number.isPossible()) {
    return refuse(`A telephone number has 10 digits, area code first; this one has ${digits}.`);
  }
  if (!number.isValid() && !FITS_THE_PLAN.test(number.number)) {
    return refuse('No telephone has this number. Check the area code and the first three digits.');
  }
  return { ok: true, e164: number.number };
}

/**
 * Splits a spreadsheet cell into the numbers written in it, labels dropped: each is a text for
 * `parsePhone`. What holds digits but is no whole number, and a cell without any number, comes back
 * too, so that the import can say why it was refused. The same number may come back twice.
 */
export function phonesIn(cell: string): string[] {
  const text = plain(cell).trim();
  const pieces: string[] = [];
  let from = 0;
  for (const match of text.matchAll(PLUS_ONE_NUMBER)) {
    pieces.push(...unreadIn(text.slice(from, match.index)), match[0].trim());
    from = match.index + match[0].length;
  }
  pieces.push(...unreadIn(text.slice(from)));
  return pieces.length === 0 && text !== '' ? [text] : pieces;
}

function unreadIn(gap: string): string[] {
  return gap
    .split(BETWEEN_NUMBERS)
    .map((piece) => piece.trim())
    .filter((piece) => piece.replaceAll(/\D/g, '').length > 2);
}

/** "(406) 555-0100" for a number of the +1 countries; any other is shown as it is. */
export function showPhone(e164: string): string {
  const parts = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(e164);
  return parts ? `(${parts[1]}) ${parts[2]}-${parts[3]}` : e164;
}
