import { memberLink, renderSms, type Alert } from '../alerts/index.ts';
import { forecastAndFact, sendingOf } from '../delivery/index.ts';
import { segmentsOf } from '../platform/sms-text.ts';
import { regionOf, type Who } from '../platform/who.ts';
import type { World } from '../platform/world.ts';
import { alertTally } from '../replies/index.ts';
import { besideAlert } from './queries.ts';

/** Stands for a member where the page shows the words once for all. */
const SOMEBODY = {
  first_name: 'Ned',
  last_name: 'Harrowgate',
  title: 'Superintendent',
  district: 'Drummond Forks HS',
  region: 'Western',
};
const SAMPLE_TOKEN = 'k7Qm2xV9tR';

/** An alert that another takes the place of, or is to. */
interface Tie {
  tie: 'replaces' | 'replaced-by' | 'draft';
  id: string;
  title: string;
  state: string;
}

/** Everything the page of an alert that is or was out shows: how it was sent, who answered what, what came of it. */
export const alertView = async (world: World, who: Who, alert: Alert) => {
  const regionId = regionOf(who);
  const [tally, { sent, cost, nextAt }, beside] = await Promise.all([
    alertTally(world, alert.id, regionId, alert.questions),
    sendingOf(world, alert.id),
    world.db.first(besideAlert, { id: alert.id, regionId }),
  ]);
  const text = alert.version?.smsText
    ? renderSms(alert.version.smsText, {
        ...SOMEBODY,
        link: memberLink(world.settings.publicUrl, SAMPLE_TOKEN, 'sms'),
      })
    : null;
  return {
    alert,
    tally,
    sent,
    cost,
    ties: JSON.parse(beside?.ties ?? '[]') as Tie[],
    /** When the next message that waits may go out; null where none waits. ms UTC */
    nextAt: alert.state === 'sending' || alert.state === 'open' ? nextAt : null,
    /** What was foretold at approval beside what came; null where nothing was foretold. */
    foretold: forecastAndFact(alert.approval?.forecast, alert, sent, cost),
    contacts: {
      confirmed: beside?.confirmed ?? 0,
      drafts: beside?.drafts ?? 0,
      officials: beside?.officials ?? 0,
    },
    pages: {
      opened: beside?.opened ?? 0,
      byPeople: beside?.byPeople ?? 0,
      byPrograms: beside?.byPrograms ?? 0,
    },
    text: text === null ? null : { words: text, segments: segmentsOf(text).segments },
  };
};
export type AlertView = Awaited<ReturnType<typeof alertView>>;
