const VERB =
  /\b(?:called|spoke|talked|met|e-?mailed|texted|wrote|visited|testified|heard (?:back )?from|reached|left (?:a |him a |her a )?(?:message|voicemail))\b/i;
const OFFICIAL =
  /\b(?:sen|rep|senator|representative|legislators?|congress(?:man|woman)?|delegat(?:e|ion)|(?:his|her|their) (?:office|staff|aide))\b/i;
const NAMED = /\b(?:called|emailed|texted|visited|reached|with|to|from)\s+(?:\S+\s)?\p{Lu}\p{Ll}+/u;
const STANCE =
  /\b(?:lean(?:s|ing)?\s+(?:\w+\s)?(?:yes|no|support|oppose|toward|against|for)|(?:is|was|'s)\s+(?:an?\s)?(?:hard |soft |firm |lean |strong )?(?:yes|no)\b|on the fence|undecided|(?:will|would|plans to)\s+vote|voting\s+(?:yes|no|for|against)|noncommittal)/i;

/** Whether free text tells of speaking with an official, so that a contact report may be drafted from it. */
export const looksLikeContact = (text: string): boolean => {
  const said = text.slice(0, 4_000);
  return (VERB.test(said) && (OFFICIAL.test(said) || NAMED.test(said))) || STANCE.test(said);
};
