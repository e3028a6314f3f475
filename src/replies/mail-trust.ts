/** How far the sender of a mail is who it says. */
export type Trust = 'verified' | 'needs_review' | 'probable' | 'unknown';

/** One header line of a mail, name in lower case; in the order of the mail, topmost first. */
export interface HeaderLine {
  key: string;
  value: string;
}

const domainOf = (address: string) => address.split('@').at(-1)?.toLowerCase() ?? '';

/**
 * Whether our own mail server found the From address to be true. Only the topmost Authentication-Results
 * that bears its name counts: what a mail brought along stands below it (RFC 8601 §5).
 * @param authservId the name under which our server writes the header
 */
export const isAuthenticated = (
  headers: readonly HeaderLine[],
  authservId: string,
  from: string,
): boolean => {
  const results = headers
    .filter(({ key }) => key === 'authentication-results')
    .map(({ value }) => clauses(value))
    .find(([id]) => id?.split(/\s+/)[0] === authservId.toLowerCase());
  const domain = domainOf(from);
  if (!results || domain === '') return false;
  const passed = (method: string, property: string) =>
    results.some((clause) => {
      const words = clause.split(/\s+/);
      return words[0] === `${method}=pass` && words.includes(`${property}=${domain}`);
    });
  const dmarcFailed = results.some((clause) => /^dmarc=(?!pass|none)/.test(clause));
  return passed('dmarc', 'header.from') || (!dmarcFailed && passed('dkim', 'header.d'));
};

/** The parts of a result header between semicolons, in lower case, comments and quotes taken out. */
const clauses = (value: string): string[] =>
  value
    .slice(0, 10_000)
    .replaceAll(/\([^()]*\)/g, ' ')
    .replaceAll(/"([^"]*)"/g, '$1')
    .toLowerCase()
    .split(';')
    .map((clause) => clause.trim().replaceAll(/\s+/g, ' ').replaceAll(/ ?= ?/g, '='));

/**
 * The level of a mail. Only `verified` is ever counted.
 * @param mail.tokenMember whose reply address it was sent to, if it was a true one
 * @param mail.fromMembers members who have the From address
 */
export const trustOf = (mail: {
  tokenMember: string | null;
  fromMembers: readonly string[];
  authenticated: boolean;
}): Trust => {
  const own = mail.tokenMember !== null && mail.fromMembers.includes(mail.tokenMember);
  if (own && mail.authenticated) return 'verified';
  if (mail.tokenMember !== null) return 'needs_review';
  return mail.authenticated && mail.fromMembers.length === 1 ? 'probable' : 'unknown';
};
