/** D1 takes values of at most 2 MB; lists travel as JSON in pieces well below it. */
const CHUNK_CHARACTERS = 500_000;

/** A list in pieces, each small enough to travel as one JSON parameter. No piece for an empty list. */
export const inChunks = <T>(list: readonly T[]): T[][] => {
  const chunks: T[][] = [];
  let size = CHUNK_CHARACTERS;
  for (const one of list) {
    const length = JSON.stringify(one).length;
    if (size + length > CHUNK_CHARACTERS) {
      chunks.push([]);
      size = 0;
    }
    chunks.at(-1)?.push(one);
    size += length + 1;
  }
  return chunks;
};
