/** An address in lower case, with the name written before it, or the reason it was refused. */
export type EmailResult = { ok: true; address: string; name?: string } | { ok: false; reason: string };

const LONGEST_ADDRESS = 254;
const LONGEST_LOCAL_PART = 64;
const LOCAL_PART = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const DOMAIN_LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
// Copied from a web page or a document, these come along unseen.
const UNSEEN = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;

const refuse = (reason: string): EmailResult => ({ ok: false, reason });

/**
 * Reads one email address as people write it, "Name <a@b.org>" and "mailto:" included.
 * Addresses of plain letters only: mail systems of schools take no others.
 */
export function parseEmail(text: string): EmailResult {
  const written = text.replaceAll(UNSEEN, '').trim();
  const named = /^(?<name>[^<>]*)<(?<inside>[^<>]*)>$/.exec(written)?.groups;
  const name = named?.name
    ?.replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .trim();
  const address = (named?.inside ?? written)
    .trim()
    .replace(/^mailto:/i, '')
    .toLowerCase();

  if (address === '') return refuse('Enter an email address.');
  if (name?.includes('@') || (address.match(/@/g)?.length ?? 0) > 1) {
    return refuse('This is more than one address. Give only one.');
  }
  const [local = '', domain] = address.split('@');
  if (domain === undefined) return refuse('An email address has an @ sign. This one has none.');
  if (/\s/.test(address)) return refuse('An email address has no spaces.');
  if (local === '') return refuse('The part before the @ sign is missing.');
  if (domain === '') return refuse('The part after the @ sign is missing.');
  if (!domain.includes('.')) {
    return refuse('The part after the @ sign has no dot. It should look like district.org.');
  }
  if (address.length > LONGEST_ADDRESS || local.length > LONGEST_LOCAL_PART) {
    return refuse('This address is too long to be real.');
  }
  if (!LOCAL_PART.test(local)) return refuse('The part before the @ sign is not written right.');
  if (!isDomain(domain)) return refuse('The part after the @ sign is not written right.');
  return name ? { ok: true, address, name } : { ok: true, address };
}

function isDomain(domain: string): boolean {
  const labels = domain.split('.');
  return labels.every((label) => DOMAIN_LABEL.test(label)) && /[a-z]/.test(labels.at(-1) ?? '');
}

const PRIVATE_MAILBOX =
  /@(?:gmail|googlemail|yahoo|hotmail|outlook|live|msn|aol|icloud|me|comcast|charter|att|verizon)\./i;

/** Whether an address is at a place where people keep private mail, and so is no office's. */
export const isPrivateMailbox = (address: string): boolean => PRIVATE_MAILBOX.test(address);
