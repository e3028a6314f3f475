/** Where an official stands on a bill itself, whatever the association wants of it. */
export const OFFICIAL_STANCES = ['support', 'lean_support', 'undecided', 'lean_oppose', 'oppose'] as const;
export type OfficialStance = (typeof OFFICIAL_STANCES)[number];

/** The same in a few words, as a text or a page says them. */
export const STANCE_SHORT: Record<OfficialStance, string> = {
  support: 'support',
  lean_support: 'leaning support',
  undecided: 'undecided',
  lean_oppose: 'leaning oppose',
  oppose: 'oppose',
};
