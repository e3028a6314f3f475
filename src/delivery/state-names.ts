import { STATE_NAMES } from '../legislature/index.ts';

/** Where members may be: the states and the District of Columbia, by their postal letters. */
export const PLACES: Record<string, string> = { ...STATE_NAMES, DC: 'District of Columbia' };

export const isState = (code: string): boolean => Object.hasOwn(PLACES, code);

/** "Rhode Island"; "every state" for `*`. */
export const stateWords = (code: string): string => (code === '*' ? 'every state' : (PLACES[code] ?? code));
