const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const DAY = '(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:the )?';
/** What leads to the day of return; the day itself follows at once. */
const LEADS =
  '(?:until|till|through|thru|back(?: (?:in|at) the office| at work)?(?: on)?|return(?:ing)?(?: to (?:the|my) office| to work)?(?: on)?|hasta(?: el)?|regreso(?: el)?)';
const BY_NAME = new RegExp(`\\b${LEADS} ${DAY}(${MONTH})\\.? (\\d{1,2})(?:st|nd|rd|th)?\\b`, 'i');
const BY_NUMBER = new RegExp(`\\b${LEADS} ${DAY}(\\d{1,2})/(\\d{1,2})(?:/\\d{2,4})?\\b`, 'i');
const BY_WEEKDAY = new RegExp(`\\b${LEADS} ((?:next )?(?:mon|tues|wednes|thurs|fri|satur|sun)day)\\b`, 'i');
const NAME = "([A-Z][\\w'’-]{1,30}(?: [A-Z][\\w'’.-]{0,30}){1,3})";
const DEPUTIES = [
  new RegExp(
    `\\b(?:[Cc]ontact|[Cc]all|[Ee]-?mail|[Rr]each(?: out to)?|[Ss]ee|[Aa]sk)(?: (?:my|our|the)(?: [a-z]{2,20}){1,3},?)? ${NAME}`,
  ),
  new RegExp(`${NAME},? (?:is covering|will be covering|can help|can assist|is acting|will assist)`),
];
const LONGEST = 4_000;

/** What an out-of-office answer says of its sender's absence. */
export interface Away {
  /** As people read it: "Feb 12", or a weekday. */
  until: string | null;
  deputy: string | null;
}

/**
 * Reads the day of return and who stands in out of an automatic reply; null where it tells neither.
 * For people only: nothing is decided by it.
 */
export const awayNote = (subject: string, words: string): Away | null => {
  const text = `${subject}\n${words}`.slice(0, LONGEST).replaceAll(/\s+/g, ' ');
  const named = BY_NAME.exec(text);
  const numbered = BY_NUMBER.exec(text);
  const month = named
    ? MONTHS.indexOf((named[1] ?? '').slice(0, 3).toLowerCase())
    : Number(numbered?.[1] ?? 0) - 1;
  const day = Number(named?.[2] ?? numbered?.[2] ?? 0);
  const short = MONTHS[month];
  const until =
    short && day >= 1 && day <= 31
      ? `${short[0]?.toUpperCase()}${short.slice(1)} ${day}`
      : (BY_WEEKDAY.exec(text)?.[1] ?? null);
  const deputy =
    DEPUTIES.map((rule) => rule.exec(text)?.[1] ?? null)
      .find(Boolean)
      ?.replace(/[.,]+$/, '') ?? null;
  return until || deputy ? { until, deputy } : null;
};

/** The same as one line: "away until Feb 12; deputy Ann Lee". */
export const awayInWords = (away: Away): string =>
  [away.until ? `away until ${away.until}` : 'away', away.deputy && `deputy ${away.deputy}`]
    .filter(Boolean)
    .join('; ');
