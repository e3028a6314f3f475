import { readable } from './words-read.ts';

const BILL = /\b(not (?:on |about )?)?([hs])\.?\s?(b|f|d|r|jr|cr|j\.r|j)\.?[\s-]?0*([1-9]\d{0,4})\b/gi;
const written = (number: string) => /^([A-Z])\.?\s?([A-Z.]*?)\.?\s?0*(\d+)$/i.exec(number.trim());

/** The bills that words name, as "HB 203"; one that is denied ("SB 12 not 203") is left out. */
export interface Bills {
  named: string[];
  /** Numbers alone, of these bills or of the alert's: "no on 203". */
  ofNumber: (words: string) => string[];
}

/** @param own the number of the alert's bill, so that "203" alone can be told; null where it has none */
export const billsIn = (text: string, own: string | null): Bills => {
  const named = new Set<string>();
  const denied = new Set<string>();
  const words = readable(text);
  for (const [, not, house, kind, no] of words.matchAll(BILL))
    (not ? denied : named).add(`${house}${kind?.replaceAll('.', '')} ${no}`.toUpperCase());
  const numbers = new Map(
    [...named, ...(own ? [own] : [])].map((bill) => [written(bill)?.[3] ?? bill, bill]),
  );
  const ofNumber = (clause: string) => [
    ...new Set(
      [...clause.matchAll(/(?<![\d/$:.])([1-9]\d{1,4})(?![\d/%:]|\s?(?:pm|am|people|members|students))/g)]
        .map(([, number = '']) => numbers.get(number))
        .filter((bill): bill is string => bill !== undefined),
    ),
  ];
  for (const [, number = ''] of words.matchAll(/\bnot (?:on |about )?(?:[hs]b ?)?([1-9]\d{1,4})\b/gi)) {
    const bill = numbers.get(number);
    if (bill) denied.add(bill);
  }
  const own3 = own ? written(own)?.[3] : undefined;
  if (own && own3 && new RegExp(`\\b(?:on|re|about|of) ${own3}\\b`).test(words.toLowerCase())) named.add(own);
  return { named: [...named].filter((bill) => !denied.has(bill)), ofNumber };
};
