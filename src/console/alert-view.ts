import { memberLink, renderSms, type Alert } from '../alerts/index.ts';
import { forecastAndFact, sendingTimesOf, costOf, nextWaitingOf, tallyOf } from '../delivery/index.ts';
import { listContactReports } from '../lobbying/index.ts';
import { segmentsOf } from '../platform/sms-text.ts';
import { regionOf, type Who } from '../platform/who.ts';
import type { World } from '../platform/world.ts';
import { alertTally } from '../replies/index.ts';
import { pageHitsOf } from './page-hit-queries.ts';
import { alertTies } from './queries.ts';

/** Stands for a member where the page shows the words once for all. */
const SOMEBODY = {
  first_name: 'Ned',
  last_name: 'Harrowgate',
  title: 'Superintendent',
  district: 'Drummond Forks HS',
  region: 'Western',
};
const SAMPLE_TOKEN = 'k7Qm2xV9tR';

/** Everything the page of an alert that is or was out shows: how it was sent, who answered what, what came of it. */
export const alertView = async (world: World, who: Who, alert: Alert) => {
  const [tally, sent, cost, contacts, ties, nextAt, times, hits] = await Promise.all([
    alertTally(world, alert.id, regionOf(who)),
    tallyOf(world, alert.id),
    costOf(world, alert.id),
    listContactReports(world, who, { alertId: alert.id, limit: 200 }),
    world.db.all(alertTies, { id: alert.id }),
    alert.state === 'sending' || alert.state === 'open' ? nextWaitingOf(world, alert.id) : null,
    sendingTimesOf(world, alert.id),
    world.db.all(pageHitsOf, { alertId: alert.id }),
  ]);
  const reports = contacts.ok ? contacts.value.data : [];
  const confirmed = reports.filter((one) => one.state === 'confirmed');
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
    ties,
    /** When the next message that waits may go out; null where none waits. ms UTC */
    nextAt,
    /** What was foretold at approval beside what came; null where nothing was foretold. */
    foretold: forecastAndFact(alert.approval?.forecast, times, sent, cost),
    contacts: {
      confirmed: confirmed.length,
      drafts: reports.filter((one) => one.state === 'draft').length,
      officials: new Set(confirmed.map((one) => one.officialId)).size,
    },
    /** Of its pages: how often they were opened by anything, and how often their forms were sent by people and by programs. */
    pages: {
      opened: hits.find(({ act }) => act === 'open')?.raw ?? 0,
      byPeople: hits.find(({ act }) => act === 'send')?.human ?? 0,
      byPrograms: hits.find(({ act }) => act === 'send')?.suspect ?? 0,
    },
    text: text === null ? null : { words: text, segments: segmentsOf(text).segments },
  };
};
export type AlertView = Awaited<ReturnType<typeof alertView>>;
