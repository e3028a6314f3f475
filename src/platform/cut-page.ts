/**
 * A page of rows of which one more was asked for than it holds: its rows, and where the next page begins.
 * @param cursorOf what a list goes on after: the key it is ordered by
 * @returns `nextCursor` is null on the last page
 */
export const cutPage = <Row>(
  rows: readonly Row[],
  limit: number,
  cursorOf: (row: Row) => string,
): { data: Row[]; nextCursor: string | null } => {
  const data = rows.slice(0, limit);
  const last = data.at(-1);
  return { data, nextCursor: rows.length > limit && last !== undefined ? cursorOf(last) : null };
};
