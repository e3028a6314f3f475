const CAMPAIGN =
  /\b(vote (for|against) (sen|rep|senator|representative|governor|candidate)\b|(re-?)?elect (sen|rep|senator|representative|him|her|them)\b|defeat (sen|rep|senator|representative)\b|support (his|her|their) campaign|campaign (donation|contribution)s?|donate to (his|her|their)|endorse[sd]? (sen|rep|senator|representative|for)\b)/i;

/**
 * The words in a message that read as support for or against a candidate, or null. A 501(c)(3) may do none of
 * that (26 USC 501(c)(3)); "vote for the bill" is lobbying, not a campaign.
 */
export const campaignWords = (text: string): string | null => CAMPAIGN.exec(text)?.[0] ?? null;
