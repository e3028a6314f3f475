import { enqueuePlanned, planOne } from '../delivery/index.ts';
import { addressHash } from '../people/index.ts';
import { localDate, localTime } from '../platform/days.ts';
import { must } from '../platform/statement.ts';
import { SYSTEM } from '../platform/who.ts';
import type { World } from '../platform/world.ts';
import { networkSettings } from '../staff/index.ts';
import { digestsDue, inboxCounts, markDigest, waitingConversations } from './queries.ts';
import type { ConversationRow } from './show-inbox.ts';

const FROM = '07:30';
const NAMED = 12;

/**
 * Mails what waits to the staff who want it, once a day from half past seven by the network's clock: what is on hold
 * first, then the latest. Nobody gets a mail that says nothing waits. A clock; safe to run twice.
 */
export const sendDigests = async (world: World): Promise<Record<string, number>> => {
  const now = world.clock.now();
  const { zone, shortName } = await networkSettings(world);
  if (localTime(now, zone) < FROM) return { sent: 0 };
  const today = localDate(now, zone);
  const due = await world.db.all(digestsDue, { today });
  let sent = 0;
  for (const one of due) {
    const mine = one.which === 'mine';
    const asked = { ...ALL, now, assignedTo: mine ? one.staffId : null };
    const [counts, held, rows] = await Promise.all([
      world.db.first(inboxCounts, { regionId: null, staffId: one.staffId, now }),
      world.db.all(waitingConversations, { ...asked, held: true }),
      world.db.all(waitingConversations, asked),
    ]);
    const waiting = (mine ? counts?.mine : counts?.waiting) ?? 0;
    const rest = rows.filter((row) => row.held === 0);
    const words = `${waiting === 1 ? 'One conversation waits' : `${waiting} conversations wait`}${mine ? ' that you look after' : ''}.${held.length > 0 ? ` Texts are on hold for ${held.length}: say first what was meant there.` : ''}\n\n${[...held.map((row) => `On hold: ${nameIn(row)}`), ...rest.map(nameIn)].slice(0, NAMED).join('\n')}\n\n${world.settings.publicUrl}/inbox${mine ? '?show=mine' : ''}`;
    const done = await world.db.commit(
      {
        who: SYSTEM,
        action: 'notice.plan',
        subject: { kind: 'staff', id: one.staffId },
        detail: { which: one.which, waiting, held: held.length },
      },
      [
        must(markDigest, { staffId: one.staffId, today }),
        ...(waiting === 0
          ? []
          : planOne(world, {
              sourceKind: 'notice',
              sourceId: 'inbox-digest',
              round: Number(today.replaceAll('-', '')),
              recipientId: one.staffId,
              channel: 'email',
              contactPointId: null,
              addressHash: await addressHash(world, 'email', one.email),
              wording: { subject: `${shortName} inbox: ${waiting} waiting`, email: words },
              urgent: false,
            })),
      ],
    );
    if (done && waiting > 0) sent += 1;
    await enqueuePlanned(world, done);
  }
  return { sent };
};

const ALL = {
  unread: false,
  unbound: false,
  held: false,
  alertId: null,
  optionNo: null,
  labelId: null,
  regionId: null,
  beforeAt: Number.MAX_SAFE_INTEGER,
  beforeId: '\uffff',
  limit: NAMED,
};

const nameIn = (row: Pick<ConversationRow, 'firstName' | 'lastName'>): string =>
  (row.lastName ? `${row.firstName ?? ''} ${row.lastName}`.trim() : 'An unknown sender').replaceAll(
    /[{}\r\n]/g,
    ' ',
  );
