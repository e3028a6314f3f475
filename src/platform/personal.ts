const ADDRESS = /[^\s@<>"',;:()[\]]+@[^\s@<>"',;:()[\]]+\.[a-z]{2,}/gi;
/** A telephone number as people and carriers write it; ids and hashes, where digits stand among letters, are none. */
const NUMBER =
  /(?<![\w+.-])(?:\+\d{8,15}|(?:\+?1[\s.-]{0,2})?\(?\d{3}\)?[\s.-]{0,2}\d{3}[\s.-]?\d{4})(?![\w-])/g;
/** The path of a page that only its token protects. */
const TOKEN_PATH = /\/(a|u|me|join|invitations|status|link)\/[\w.~-]{6,}/g;
const WITHHELD = 'withheld';

/** A text with every telephone number, mail address and token path in it replaced by "withheld". */
export const withheld = (text: string): string =>
  // Ids without either are most of what providers say, and the first pattern is slow to see that it is not there.
  (text.includes('@') ? text.replace(ADDRESS, WITHHELD) : text)
    .replace(TOKEN_PATH, `/$1/${WITHHELD}`)
    .replace(NUMBER, WITHHELD);

/** Names of fields, of carriers and of mail providers, that hold a person's number, address, place or words. */
const PERSONAL =
  /^(?:(?:from|to|forwarded|caller|called)(?:_?(?:city|state|zip|country|address))?|cc|bcc|reply_?to|subject|body|text|html|headers|profile_?name|wa_?id|channel(?:to|from)address|ip_?address|user_?agent|link|address|raw_?dlr.*|media_?url\d*)$/i;

/**
 * What a provider said without anything personal: such fields are left out, and numbers and addresses within the
 * others are withheld. For objects and lists, at any depth.
 */
export const withoutPersonal = (value: unknown): unknown => {
  if (typeof value === 'string') return withheld(value);
  if (Array.isArray(value)) return value.map(withoutPersonal);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !PERSONAL.test(name))
      .map(([name, one]) => [name, withoutPersonal(one)]),
  );
};
