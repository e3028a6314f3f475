import { figureName } from '../platform/figure-name.ts';
import { mergeValue } from './merge.ts';

/** A figure about a school district, as kept with its day and source. */
export interface Fact {
  key: string;
  value: string;
  asOf: string;
  source: string;
}
/** Whose figures stand in the words: a district by name, or nobody's. */
export interface Reader {
  district: string | null;
  facts: Fact[];
}
export const NOBODY: Reader = { district: null, facts: [] };

const FIELD = /\{\{\s*([^{}|]*?)\s*(?:\|\s*([^{}]*?)\s*)?\}\}/g;
const DISTRICT = 'district';

/** The figures that words ask for, each once, by the names that are compared. */
export const factKeys = (body: string): string[] =>
  [...new Set([...body.matchAll(FIELD)].map(([, name]) => figureName(name ?? '')))].filter(
    (key) => key !== '' && key !== DISTRICT,
  );

/** Braces that belong to no field: one was opened and not closed, or holds no name. */
export const hasBrokenField = (body: string): boolean =>
  /\{\{|\}\}/.test(body.replaceAll(FIELD, '')) || [...body.matchAll(FIELD)].some(([, name]) => name === '');

/** Nothing that Markdown would act on: a figure is words, whatever was typed into it. */
const plain = (value: string) => mergeValue(value.replaceAll(/[\\`*_[\]#|]+/g, ' '));

/**
 * Words with one district's figures in the place of their fields. Where a figure is not known, the words behind the
 * bar stand there; where there are none, the line is left out.
 * @returns `used`: the figures that now stand in the words, each once; `missing`: the names of those not known
 */
export const mergeFacts = (
  body: string,
  { district, facts }: Reader,
): { body: string; used: Fact[]; missing: string[] } => {
  const used = new Set<Fact>();
  const missing = new Set<string>();
  const known = new Map(facts.map((fact) => [figureName(fact.key), fact]));
  const lines = body.split('\n').flatMap((line) => {
    let whole = true;
    const usedHere: Fact[] = [];
    const merged = line.replaceAll(FIELD, (_, name: string, instead: string | undefined) => {
      const key = figureName(name);
      const fact = known.get(key);
      const value = key === DISTRICT ? plain(district ?? '') : plain(fact?.value ?? '');
      if (value !== '') {
        if (fact && key !== DISTRICT) usedHere.push(fact);
        return value;
      }
      if (key !== DISTRICT) missing.add(key);
      if (instead === undefined) whole = false;
      return instead ?? '';
    });
    if (!whole) return [];
    for (const fact of usedHere) used.add(fact);
    return [merged];
  });
  return { body: lines.join('\n'), used: [...used], missing: [...missing] };
};
