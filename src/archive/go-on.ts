import type { World } from '../platform/world.ts';
import { runningRestoration, writingNow } from './queries.ts';

/** Exports whose next step was lost are taken up again. */
export const goOn = async (world: World): Promise<Record<string, number>> => {
  const writing = await world.db.all(writingNow, {});
  await world.events.send(writing.map(({ id }) => ({ kind: 'archive.write', body: { exportId: id } })));
  return { exports: writing.length };
};

/** Whether everything is being put back: no clock may touch half a network. */
export const isRestoring = async (world: World): Promise<boolean> =>
  (await world.db.first(runningRestoration, {})) !== null;
