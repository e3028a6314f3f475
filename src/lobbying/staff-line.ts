import { enqueuePlanned, planOne } from '../delivery/index.ts';
import { addressHash } from '../people/index.ts';
import { showShortDay } from '../platform/days.ts';
import { change, must } from '../platform/statement.ts';
import { SYSTEM } from '../platform/who.ts';
import type { World } from '../platform/world.ts';
import type { StaffText } from '../replies/index.ts';
import { networkSettings, staffPhones } from '../staff/index.ts';
import { logActivity } from './add-activity.ts';
import { fieldsOfLine, readLine } from './log-one-line.ts';
import type { ReadLine } from './log-line.ts';
import { KIND_LABELS, POSITION_LABELS, showMinutes } from './pages/words.ts';
import {
  confirmActivity,
  insertStaffLine,
  latestStaffLine,
  memberHasNumber,
  textOfReply,
} from './queries.ts';

const LIVES_MS = 24 * 3_600_000;
const LOG = /^\s*log\b/iu;
const RIGHT = /^\s*(?:log\s+)?1\s*[.!]?\s*$/iu;

/** "LOG …" from a phone of the staff, or the "1" that confirms the draft made of one within a day. */
export const staffText: StaffText = async (world, { address, text, at }) => {
  const [logs, right] = [LOG.test(text), RIGHT.test(text)];
  if (!logs && !right) return null;
  const people = await staffPhones(world, ['owner', 'director', 'coordinator', 'staff']);
  const person = people.find((one) => one.phone === address);
  if (!person) return null;
  const own = { staffId: person.staffId };
  if (logs) return own;
  // A member's bare "1" answers an alert; theirs is LOG 1.
  const member = await world.db.first(memberHasNumber, { address });
  const line = await world.db.first(latestStaffLine, { ...own, after: at - LIVES_MS });
  return member?.n === 0 && line?.state === 'draft' ? own : null;
};

const inWords = (read: ReadLine): string =>
  [
    read.minutes === null ? null : showMinutes(read.minutes),
    read.kind && KIND_LABELS[read.kind],
    read.official && `${read.official.title} ${read.official.name}`,
    read.bill?.number,
    read.position && POSITION_LABELS[read.position]?.toLowerCase(),
    showShortDay(read.onDate),
  ]
    .filter(Boolean)
    .join(', ');

/** A job: makes the draft of a staff text, or confirms the last one, and answers by text. Safe to run twice. */
export const logText = async (
  world: World,
  { replyId, staffId }: { replyId: string; staffId: string },
): Promise<void> => {
  const [reply, { shortName }] = await Promise.all([
    world.db.first(textOfReply, { replyId }),
    networkSettings(world),
  ]);
  if (!reply) return;
  const at = world.clock.now();
  const answer = async (words: string) =>
    planOne(world, {
      sourceKind: 'notice',
      sourceId: replyId,
      recipientId: staffId,
      channel: 'sms',
      contactPointId: null,
      addressHash: await addressHash(world, 'sms', reply.fromAddress),
      wording: { sms: `${shortName}: ${words.replaceAll(/[{}]/g, '')}` },
      urgent: true,
    });
  const entry = { who: SYSTEM, subject: { kind: 'reply', id: replyId } };
  if (RIGHT.test(reply.body)) {
    const line = await world.db.first(latestStaffLine, { staffId, after: reply.receivedAt - LIVES_MS });
    const activityId = line?.state === 'draft' ? line.activityId : null;
    const words = activityId
      ? 'It is in the log.'
      : 'No draft of yours waits. Text LOG and what you did, such as LOG 30m SB 12 Sen Hill oppose.';
    const done = await world.db.commit(
      { ...entry, action: 'activity.confirm', detail: { activityId, staffId, door: 'sms' } },
      [
        ...(activityId ? [must(confirmActivity, { id: activityId, minutes: null, at })] : []),
        ...(await answer(words)),
      ],
    );
    await enqueuePlanned(world, done);
    return;
  }
  const read = await readLine(world, reply.body);
  const logged =
    read.problems.length === 0
      ? await logActivity(
          world,
          SYSTEM,
          { ...fieldsOfLine(read), id: replyId },
          { door: 'sms', state: 'draft', staffId },
        )
      : null;
  const member = await world.db.first(memberHasNumber, { address: reply.fromAddress });
  const words = logged?.ok
    ? `draft: ${inWords(read)}. Reply ${member?.n ? 'LOG 1' : '1'} to confirm, or change it under Log.`
    : `not logged. ${read.problems[0]?.message ?? (logged && !logged.ok ? (logged.problem.fields?.[0]?.message ?? logged.problem.message) : '')}`;
  const done = await world.db.commit({ ...entry, action: 'activity.text', detail: { staffId } }, [
    change(insertStaffLine, { replyId, staffId, activityId: logged?.ok ? replyId : null, at }),
    ...(await answer(words)),
  ]);
  await enqueuePlanned(world, done);
};
