/** The largest file that is kept beside a row, in bytes. */
export const ATTACHMENT_MAX_BYTES = 8 * 1024 * 1024;

const startsWith = (bytes: Uint8Array, ...values: number[]) =>
  values.every((value, at) => bytes[at] === value);
const wordAt = (bytes: Uint8Array, at: number, length: number) =>
  String.fromCharCode(...bytes.subarray(at, at + length));

/** The type that the bytes themselves show, or null for what is not kept. The name and the sender are not asked. */
export const typeOf = (bytes: Uint8Array): string | null => {
  if (startsWith(bytes, 0xff, 0xd8, 0xff)) return 'image/jpeg';
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png';
  if (wordAt(bytes, 0, 4) === 'RIFF' && wordAt(bytes, 8, 4) === 'WEBP') return 'image/webp';
  if (wordAt(bytes, 4, 4) === 'ftyp' && /^(?:heic|heix|mif1|msf1|heim|heis)$/.test(wordAt(bytes, 8, 4)))
    return 'image/heic';
  return wordAt(bytes, 0, 5) === '%PDF-' ? 'application/pdf' : null;
};
