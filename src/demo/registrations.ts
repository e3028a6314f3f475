import { fileFiling, listObligations, prepareFiling } from '../filings/index.ts';
import type { Who } from '../platform/who.ts';
import type { World } from '../platform/world.ts';
import { must } from './must.ts';

const REGISTRATIONS = ['l1', 'l2', 'client-registration', 'lobbyist-registration'];

/** The association registered when it began: its registrations are filed, so that what is owed now leads the page. */
export const fileRegistrations = async (world: World, director: Who): Promise<void> => {
  const { data } = await must(listObligations(world, director, { state: 'open', limit: 200 }));
  for (const { id } of data.filter((one) => REGISTRATIONS.includes(one.form))) {
    const { filingId } = await must(prepareFiling(world, director, { obligationId: id }));
    await must(fileFiling(world, director, { filingId }));
  }
};
