import { inflateRawSync } from 'node:zlib';

/** The files of a ZIP by name, each unpacked when it is asked for. For ZIPs of our own exports: no comment, no 64-bit sizes. */
export const unzip = (zip: Buffer): Map<string, () => Uint8Array<ArrayBuffer>> => {
  const end = zip.length - 22;
  if (end < 0 || zip.readUInt32LE(end) !== 0x06054b50) return new Map();
  const files = new Map<string, () => Uint8Array<ArrayBuffer>>();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const packed = zip.readUInt32LE(at + 20);
    const nameLength = zip.readUInt16LE(at + 28);
    const start = zip.readUInt32LE(at + 42) + 30 + nameLength;
    files.set(
      zip.toString('utf8', at + 46, at + 46 + nameLength),
      () => new Uint8Array(inflateRawSync(zip.subarray(start, start + packed))),
    );
    at += 46 + nameLength;
  }
  return files;
};
