import type { LocalDate } from '../../platform/days.ts';

/** Where a sentence comes from. `evidence`: V read in the text, V2 second-hand, GH, GM, GL general knowledge. */
export interface GuideSource {
  words: string;
  evidence: 'V' | 'V2' | 'GH' | 'GM' | 'GL';
}
export interface GuideSection {
  heading: string;
  points: string[];
}
/** One short page on what is allowed. Written for school leaders; never legal advice. */
export interface Guide {
  slug: string;
  title: string;
  group: 'Your organization' | 'Your state' | 'Anywhere';
  /** The page in one sentence. */
  lead: string;
  sections: GuideSection[];
  sources: GuideSource[];
  /** The day on which somebody last read it against its sources. */
  asOf: LocalDate;
}
