import { canSpell, spell } from './ids.ts';

const encoder = new TextEncoder();
const bytesOf = (text: string) => encoder.encode(text);
const PAIRS = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const hex = (bytes: Uint8Array) => {
  let text = '';
  for (const byte of bytes) text += PAIRS[byte];
  return text;
};
const base64url = (bytes: Uint8Array) =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

// A handful of secrets for the life of an isolate: each is made into a key once, not once for each message.
const keys = new Map<string, Promise<CryptoKey>>();
const macKey = (secret: string): Promise<CryptoKey> => {
  const known = keys.get(secret);
  if (known) return known;
  const made = crypto.subtle.importKey('raw', bytesOf(secret), { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
  ]);
  keys.set(secret, made);
  return made;
};
const mac = async (secret: string, text: string) =>
  new Uint8Array(await crypto.subtle.sign('HMAC', await macKey(secret), bytesOf(text)));

/** SHA-256 of text or bytes, in hex. */
export const sha256 = async (content: string | Uint8Array<ArrayBuffer>): Promise<string> =>
  hex(
    new Uint8Array(
      await crypto.subtle.digest('SHA-256', typeof content === 'string' ? bytesOf(content) : content),
    ),
  );

/** Equal, in a time that does not tell where they differ. */
export const sameText = (a: string, b: string): boolean => {
  const [x, y] = [bytesOf(a), bytesOf(b)];
  let difference = x.length ^ y.length;
  for (let i = 0; i < x.length; i += 1) difference |= (x[i] ?? 0) ^ (y[i % Math.max(1, y.length)] ?? 0);
  return difference === 0;
};

/** A keyed hash of an address: lets a suppression outlive the address itself. Hex, 64 characters. */
export const keyedHash = async (secret: string, text: string): Promise<string> =>
  hex(await mac(secret, text));

/** Ten unguessable characters for one delivery's page, made from its id, so that a repeated send carries the same link. */
export const pageToken = async (secret: string, deliveryId: number): Promise<string> => {
  const first = await mac(secret, `page:${deliveryId}`);
  if (canSpell(first, 10)) return spell(first, 10);
  // Once in many million millions.
  return spell([...first, ...(await mac(secret, `page:${deliveryId}:more`))], 10);
};

/**
 * A signed token for one purpose: `payload.mac`, safe in addresses, case-sensitive.
 * @param purpose names what the token may do; a token for one purpose is refused for any other
 */
export const signToken = async (secret: string, purpose: string, payload: string): Promise<string> => {
  const body = base64url(bytesOf(payload));
  const sum = await mac(secret, `${purpose}:${body}`);
  return `${body}.${base64url(sum.slice(0, 16))}`;
};

/**
 * The payload of a signed token, or null when it was not signed by us for this purpose.
 * @param secrets the current secret first, then the previous one during a rotation
 */
export const readToken = async (
  secrets: string[],
  purpose: string,
  token: string,
): Promise<string | null> => {
  const [body, sum, ...rest] = token.split('.');
  if (!body || !sum || rest.length > 0 || !/^[A-Za-z0-9_-]+$/.test(body)) return null;
  for (const secret of secrets) {
    const expected = base64url((await mac(secret, `${purpose}:${body}`)).slice(0, 16));
    if (sameText(expected, sum)) {
      const binary = atob(body.replaceAll('-', '+').replaceAll('_', '/'));
      return new TextDecoder().decode(Uint8Array.from(binary, (c) => c.charCodeAt(0)));
    }
  }
  return null;
};
