import type { ActivityRow, LobbyistRow } from './regime.ts';

/**
 * Activities with their lobbyist only where that person is one in this regime: who lobbies in one state is nobody's
 * lobbyist in another, and is not named there.
 */
export const namedIn = (
  lobbyists: readonly Pick<LobbyistRow, 'id'>[],
  activities: readonly ActivityRow[],
): ActivityRow[] =>
  activities.map((one) =>
    lobbyists.some((lobbyist) => lobbyist.id === one.lobbyistId)
      ? one
      : { ...one, lobbyistId: null, lobbyistName: null },
  );
