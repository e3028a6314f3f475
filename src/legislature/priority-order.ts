/** Where a priority goes: one place up, one down, to the end of the list, or off it. */
export type Move = 'up' | 'down' | 'add' | 'remove';

/** The order after one move; the same order where the move leads nowhere. */
export const moved = (order: readonly string[], issueId: string, move: Move): string[] => {
  const rest = order.filter((id) => id !== issueId);
  if (move === 'remove') return rest;
  const at = order.indexOf(issueId);
  if (at < 0) return move === 'add' ? [...order, issueId] : [...order];
  const to = Math.min(Math.max(at + (move === 'up' ? -1 : move === 'down' ? 1 : 0), 0), rest.length);
  return [...rest.slice(0, to), issueId, ...rest.slice(to)];
};
