const VERB =
  /\b(?:called|caled|phoned|spoke|spoken|talked|tlked|met|saw|e-?mailed|texted|messaged|wrote|visited|testified|reached|contacted|asked|told|left|lvm|heard from|caught|ran into|stopped by|sat (?:down|with)|(?:coffee|lunch|call|chat|talk|meeting|mtg|visit|zoom|dinner) (?:w|with|to)|got (?:through|off|a?hold|her|him)|hung up|returned my call|llam[eéa]\w*|habl\w+|mand[eé]|dej[eé]|escrib\w+)\b/iu;
const STANCE =
  /\b(?:lean(?:s|ing)?\s+(?:\w+\s)?(?:yes|no|support|oppose|toward|against|for)|(?:is|was|'s)\s+(?:an?\s)?(?:hard |soft |firm |lean |strong )?(?:yes|no)\b|on the fence|undecided|(?:will|would|plans to)\s+vote|voting\s+(?:yes|no|for|against)|noncommittal|with us)|\b(?:yes|no|maybe|opposed|indecis[oa])\W*$|[☎📞]/iu;

/** Whether free text may tell of speaking with an official, so that it is worth reading as a contact report. */
export const looksLikeContact = (text: string): boolean => {
  const said = text.slice(0, 4_000);
  return VERB.test(said) || STANCE.test(said);
};
