import { keyedHash, sameText } from '../platform/tokens.ts';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
const VERSION = 1;
const ID_BYTES = 6;
/** 80 bits of the keyed hash. */
const MAC_HEX = 20;
const TOKEN = /^[a-z2-7]{28}$/;

const macOf = async (secret: string, id: number): Promise<string> =>
  (await keyedHash(secret, `reply:v${VERSION}:${id}`)).slice(0, MAC_HEX);

/**
 * What stands before the @ of the address that a mail asks to be answered at. Lower-case base32, since mail
 * servers may change the case; 28 characters.
 */
export const replyToken = async (secret: string, deliveryId: number): Promise<string> => {
  const mac = await macOf(secret, deliveryId);
  const id = deliveryId.toString(16).padStart(ID_BYTES * 2, '0');
  return base32(bytesOf(`${VERSION.toString(16).padStart(2, '0')}${id}${mac}`));
};

/**
 * The delivery that a reply answers, or null when the address was not made by us.
 * @param secrets the current secret first, then the previous one during a rotation
 * @param address an address or its part before the @, in any case: `r.abc…@reply.example.org`
 */
export const readReplyToken = async (secrets: string[], address: string): Promise<number | null> => {
  const token = address.trim().toLowerCase().split('@')[0]?.replace(/^r\./, '') ?? '';
  if (!TOKEN.test(token)) return null;
  const hex = hexOf(token);
  const id = Number.parseInt(hex.slice(2, 2 + ID_BYTES * 2), 16);
  if (hex.slice(0, 2) !== VERSION.toString(16).padStart(2, '0')) return null;
  for (const secret of secrets) {
    if (sameText(await macOf(secret, id), hex.slice(2 + ID_BYTES * 2))) return id;
  }
  return null;
};

const bytesOf = (hex: string): number[] => (hex.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));

const base32 = (bytes: number[]): string => {
  const bits = bytes.map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => ALPHABET[Number.parseInt(five.padEnd(5, '0'), 2)] ?? '')
    .join('');
};

const hexOf = (token: string): string => {
  const bits = [...token].map((one) => ALPHABET.indexOf(one).toString(2).padStart(5, '0')).join('');
  return (bits.match(/.{8}/g) ?? [])
    .map((byte) => Number.parseInt(byte, 2).toString(16).padStart(2, '0'))
    .join('');
};
