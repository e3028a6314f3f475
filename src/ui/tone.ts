/**
 * The colours that carry a meaning. Support and oppose run from strong (2) to leaning (1); `none` is
 * "nobody has asked", drawn hollow. Meaning never rests on the colour alone: parts add words or a sign.
 */
export type Tone =
  | 'support-2'
  | 'support-1'
  | 'undecided'
  | 'oppose-1'
  | 'oppose-2'
  | 'warn'
  | 'accent'
  | 'none';

/** Joins the class names that are there. */
export const classes = (...names: (string | false | null | undefined)[]): string =>
  names.filter(Boolean).join(' ');
