/** A file of a ZIP, deflated already. */
export interface Packed {
  name: string;
  /** Bytes when unpacked. */
  size: number;
  /** Bytes as they lie in the ZIP. */
  packed: number;
  /** Of what it unpacks to. */
  crc32: number;
  /** The deflated bytes, asked for when its turn comes. */
  bytes(): Promise<Uint8Array>;
}

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  return sum;
});

/** The checksum that ZIP files carry. */
export const crc32 = (bytes: Uint8Array): number => {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = (TABLE[(sum ^ byte) & 0xff] ?? 0) ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
};

const through = async (
  bytes: Uint8Array,
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(
    await new Response(
      new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(stream),
    ).arrayBuffer(),
  );

/** Bytes deflated as a ZIP has them. */
export const deflated = (bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> =>
  through(bytes, new CompressionStream('deflate-raw'));
/** Deflated bytes as they were. */
export const inflated = (bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> =>
  through(bytes, new DecompressionStream('deflate-raw'));

/** Little-endian fields: [bytes, value] each. */
const fields = (...list: [2 | 4, number][]): Uint8Array => {
  const view = new DataView(new ArrayBuffer(list.reduce((sum, [width]) => sum + width, 0)));
  let at = 0;
  for (const [width, value] of list) {
    if (width === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += width;
  }
  return new Uint8Array(view.buffer);
};

const DEFLATED = 8;
const NAMES_ARE_UTF8 = 1 << 11;
/** January 1, 1980: the earliest day that the format has; when a file was written stands in the manifest. */
const DAY = 0x21;
const described = (file: Packed, nameLength: number): [2 | 4, number][] => [
  [2, 20],
  [2, NAMES_ARE_UTF8],
  [2, DEFLATED],
  [2, 0],
  [2, DAY],
  [4, file.crc32],
  [4, file.packed],
  [4, file.size],
  [2, nameLength],
  [2, 0],
];

async function* parts(files: readonly Packed[]): AsyncGenerator<Uint8Array> {
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const file of files) {
    const name = new TextEncoder().encode(file.name);
    const head = fields([4, 0x04034b50], ...described(file, name.length));
    const bytes = await file.bytes();
    if (bytes.length !== file.packed) throw new Error(`A file of ${file.packed} bytes has ${bytes.length}.`);
    yield head;
    yield name;
    yield bytes;
    directory.push(
      fields(
        [4, 0x02014b50],
        [2, 20],
        ...described(file, name.length),
        [2, 0],
        [2, 0],
        [2, 0],
        [4, 0],
        [4, offset],
      ),
      name,
    );
    offset += head.length + name.length + bytes.length;
  }
  const length = directory.reduce((sum, { length: one }) => sum + one, 0);
  yield* directory;
  yield fields(
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, files.length],
    [2, files.length],
    [4, length],
    [4, offset],
    [2, 0],
  );
}

/**
 * Files as one ZIP, one of them in memory at a time. For less than 65,536 files and 4 GB together.
 * @returns the stream, and how many bytes it will have
 */
export const zipOf = (files: readonly Packed[]): { length: number; stream: ReadableStream<Uint8Array> } => {
  const all = parts(files);
  const names = files.reduce((sum, { name }) => sum + new TextEncoder().encode(name).length, 0);
  return {
    length: files.reduce((sum, { packed }) => sum + packed, 0) + 2 * names + files.length * (30 + 46) + 22,
    stream: new ReadableStream({
      async pull(controller) {
        const { done, value } = await all.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
    }),
  };
};
