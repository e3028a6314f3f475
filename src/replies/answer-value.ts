import type { OfficialStance, RelationshipKind } from '../legislature/index.ts';

/** An official that a member spoke with, or knows; what they did not say is null, or left out. */
export interface Stand {
  officialId: string;
  /** Where the official stands. */
  stance: OfficialStance | null;
  /** How well they know each other, from 1 to 3. */
  strength?: number | null;
  /** How they know each other. */
  kind?: RelationshipKind | null;
}
/** What was answered. The words of a free answer stay in the reply, which can be erased. */
export type Value =
  | { kind: 'choice'; optionId: string }
  | { kind: 'many'; optionIds: string[] }
  | { kind: 'text' }
  | { kind: 'number' | 'scale'; number: number }
  | { kind: 'officials'; officials: Stand[] }
  /** Whom they know; nobody where the list is empty. */
  | { kind: 'known'; officials: Stand[] };

/** Whether an answer names officials of the member's. */
export const namesOfficials = ({ kind }: Value): boolean => kind === 'officials' || kind === 'known';
/** The officials of whom an answer left open what its question asks beside the name. */
export const leftOpen = (kind: string, officials: readonly Stand[]): Stand[] =>
  officials.filter((one) => (kind === 'known' ? (one.strength ?? null) : one.stance) === null);

/** What was answered, as the columns of an answer keep it. */
export interface Kept {
  optionId: string | null;
  optionIds: string[] | null;
  number: number | null;
  officials: Stand[] | null;
}

/** A value as columns. */
export const keptOf = (value: Value): Kept => ({
  optionId: value.kind === 'choice' ? value.optionId : null,
  optionIds: value.kind === 'many' ? value.optionIds.toSorted() : null,
  number: value.kind === 'number' || value.kind === 'scale' ? value.number : null,
  officials:
    value.kind === 'officials' || value.kind === 'known'
      ? value.officials.toSorted((a, b) => (a.officialId < b.officialId ? -1 : 1))
      : null,
});

/** Columns as a query answers with them: lists as JSON text. */
export interface KeptRow {
  optionId: string | null;
  optionIds: string | null;
  number: number | null;
  officials: string | null;
}
/** Columns of a row as values. */
export const keptIn = (row: KeptRow): Kept => ({
  ...row,
  optionIds: row.optionIds === null ? null : (JSON.parse(row.optionIds) as string[]),
  officials: row.officials === null ? null : (JSON.parse(row.officials) as Stand[]),
});
/** The options that were chosen, whether one or several. */
export const chosenIn = (kept: Pick<Kept, 'optionId' | 'optionIds'>): string[] =>
  kept.optionIds ?? (kept.optionId === null ? [] : [kept.optionId]);
