const QUOTED = '[“"„«].*';
const WORDS =
  'liked|loved|disliked|laughed at|emphasized|emphasised|questioned|le gusto|le encanto|me gusta|removed an? [a-z ]+ from';
const BY_WORD = new RegExp(`^(?:${WORDS})\\s+(?:${QUOTED}|an (?:image|attachment|audio message)$)`, 'su');
const BY_EMOJI = new RegExp(
  `^(?:reacted\\s+)?[\\p{Extended_Pictographic}\\p{Emoji_Component}\\u200d\\ufe0f]+\\s+(?:to|a)\\s+${QUOTED}`,
  'su',
);

/**
 * Whether a text is a phone's own report of a reaction (`Liked “…”`, `👍 to “…”`). It quotes our message,
 * numbers and all, and says that somebody saw it: it is never an answer.
 */
export const isTapback = (text: string): boolean => {
  const start = text.trim().slice(0, 400).toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '');
  return BY_WORD.test(start) || BY_EMOJI.test(start);
};
