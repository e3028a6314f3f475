/** How a member knows an official. */
export const RELATIONSHIP_KINDS = [
  'acquainted',
  'friend',
  'family',
  'neighbor',
  'former_student',
  'colleague',
  'served_together',
  'campaign',
  'community',
] as const;
export type RelationshipKind = (typeof RELATIONSHIP_KINDS)[number];

/** The kinds in words, the official being whom they speak of. */
export const RELATIONSHIP_WORDS: Record<RelationshipKind, string> = {
  acquainted: 'Knows them',
  friend: 'Friend',
  family: 'Family',
  neighbor: 'Neighbor',
  former_student: 'Was a student of theirs or their schools',
  colleague: 'Worked together',
  served_together: 'Served on a board together',
  campaign: 'Helped with a campaign, on their own time',
  community: 'Same church, club or team',
};

/** How well, by strength from 1 to 3. */
export const STRENGTH_WORDS: Record<number, string> = {
  1: 'Have met',
  2: 'Know each other',
  3: 'Know each other well',
};

/** "Know each other well, neighbor"; only how well where nothing more is known than that. */
export const howKnown = ({
  strength,
  kind,
}: {
  strength: number | null;
  kind: RelationshipKind | null;
}): string => {
  const words = [
    strength && STRENGTH_WORDS[strength],
    kind && kind !== 'acquainted' && RELATIONSHIP_WORDS[kind],
  ].filter((one) => typeof one === 'string');
  return words.map((one, at) => (at === 0 ? one : one.charAt(0).toLowerCase() + one.slice(1))).join(', ');
};
