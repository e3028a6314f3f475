const OFFICE =
  '(?:sens?|reps?|senators?|representatives?|congress(?:wo)?man|governor|trustees?|candidates?)\\b';
/** An office, where it does not go on to a thing: "Rep. Hill's amendment". */
const PERSON = `${OFFICE}(?!\\.?\\s+(?:\\p{L}+\\.?\\s+)?[\\p{L}-]+['’])`;
const CAMPAIGN = new RegExp(
  [
    `\\bvote\\s+(?:for|against|out)\\s+${PERSON}`,
    `\\bvote\\s+(?:him|her|them)\\s+(?:in|out)\\b`,
    `\\bre-?elect\\b`,
    `\\belect\\s+(?:${PERSON}|him|her|them)`,
    `\\b(?:defeat|unseat|oust)\\s+${PERSON}`,
    `\\b(?:support|join|back)\\s+(?:his|her|their)\\s+(?:re-?election\\s+)?campaign`,
    `\\bcampaign\\s+(?:donation|contribution)s?\\b`,
    `\\bdonate\\s+to\\s+(?:his|her|their|${OFFICE})\\b`,
    `\\bendorse[sd]?\\s+(?:${PERSON}|for\\b)`,
  ].join('|'),
  'iu',
);

/**
 * The words in a message that read as support for or against a candidate, or null. A 501(c)(3) may do none of
 * that (26 USC 501(c)(3)); "vote for the bill" is lobbying, not a campaign.
 */
export const campaignWords = (text: string): string | null => CAMPAIGN.exec(text)?.[0] ?? null;
