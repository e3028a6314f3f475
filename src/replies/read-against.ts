import { listsOfficials, questionsOfAlerts } from '../alerts/index.ts';
import type { World } from '../platform/world.ts';
import { keptIn, leftOpen, type Stand, type Value } from './answer-value.ts';
import { bindAlert } from './bind-alert.ts';
import { bindQuestion, type Ask, type Meant } from './bind-question.ts';
import { officialsAsked } from './officials-asked.ts';
import type { Own } from './officials-named.ts';
import { alertOfDelivery, alertsSentTo, questionsAsked, responsesOfMember } from './queries.ts';
import { saysYes } from './read-answer.ts';
import { readHowWell } from './read-known.ts';
import { readOfficials, readStance } from './read-officials.ts';
import { readValue, type ReadValue } from './read-value.ts';
import type { Reply, Sender } from './sender-of.ts';

const ALERTS_BACK_MS = 60 * 24 * 3_600_000;
const BARE = /^[^\p{L}\p{N}]*\d+[^\p{L}\p{N}]*$/u;

/** What a reply is taken for: an answer to a question, in time or late; one of several; talk; nothing of ours. */
export type Against =
  | { kind: 'answer' | 'late'; alertId: string; questionId: string; value: Value; note: string }
  | { kind: 'talk'; alertId: string }
  /** Alerts or questions by id, each with the words to name it by. */
  | { kind: 'ask'; choices: { id: string; title: string }[] }
  | { kind: 'none' };

/** Where officials stand that were named before: the ones named now, merged into the earlier answer. */
const withStances = (before: readonly Stand[], text: string, own: readonly Own[]): ReadValue => {
  const unclear = leftOpen('officials', before);
  const one = unclear.length === 1 ? readStance(text) : undefined;
  const read = one === undefined ? readOfficials(text, own) : null;
  const said =
    one === undefined
      ? (read?.officials ?? []).filter(({ stance }) => stance !== null)
      : unclear.map(({ officialId }) => ({ officialId, stance: one }));
  if (said.length === 0) return { value: null, note: text };
  const officials = [
    ...before.filter((stand) => !said.some(({ officialId }) => officialId === stand.officialId)),
    ...said,
  ];
  return { value: { kind: 'officials', officials }, note: read?.note ?? '' };
};

/** What was left open of the officials that an answer named. */
const detailOf = (kind: string, before: readonly Stand[], text: string, own: readonly Own[]): ReadValue => {
  if (kind !== 'known') return withStances(before, text, own);
  const read = readHowWell(text, before, own);
  return read ? { value: { kind, officials: read.officials }, note: read.note } : { value: null, note: text };
};

/**
 * The text read against every question that the member was asked in sixty days, and the one it means.
 * @param about the alert or the question that the member named, where they were asked
 */
export const readAgainst = async (
  world: World,
  reply: Reply,
  sender: Sender,
  text: string,
  about: string | null,
) => {
  const { memberId } = sender;
  const between = { memberId, before: reply.receivedAt, after: reply.receivedAt - ALERTS_BACK_MS };
  const [sent, later, token] = await Promise.all([
    world.db.all(alertsSentTo, between),
    world.db.all(questionsAsked, between),
    reply.tokenDeliveryId === null
      ? null
      : world.db.first(alertOfDelivery, { deliveryId: reply.tokenDeliveryId }),
  ]);
  const alertIds = sent.map(({ alertId }) => alertId);
  const [questions, rows] = await Promise.all([
    questionsOfAlerts(world, alertIds),
    later.length > 0 || about !== null ? world.db.all(responsesOfMember, { alertIds, memberId }) : [],
  ]);
  const current = rows.map((row) => ({ ...row, ...keptIn(row) }));
  const own = new Map<string, Own[]>();
  for (const { kind, alertId } of questions)
    if (listsOfficials(kind) && !own.has(alertId))
      own.set(alertId, await officialsAsked(world, alertId, memberId));

  const readings = new Map<string, ReadValue>();
  const keyOf = (questionId: string, detail: boolean) => `${questionId}${detail ? '.stance' : ''}`;
  const asksOf = ({ alertId, sentAt, channels, answered }: (typeof sent)[number]): Ask[] =>
    questions
      .filter((one) => one.alertId === alertId)
      .flatMap((question) => {
        const asked = later.filter(({ questionId }) => questionId === question.id);
        const answer = current.find(({ questionId }) => questionId === question.id);
        const officials = own.get(alertId) ?? [];
        const ask = (detail: boolean, askedAt: number, sameThread: boolean, done: boolean): Ask => {
          const read = detail
            ? detailOf(question.kind, answer?.officials ?? [], text, officials)
            : readValue(text, question, officials);
          const yes = saysYes(text) && !sender.mayHear;
          readings.set(keyOf(question.id, detail), yes ? { value: null, note: read.note } : read);
          const reads = !yes && read.value !== null;
          const free = question.kind === 'text';
          return {
            questionId: question.id,
            no: question.no,
            detail,
            askedAt,
            sameThread,
            answered: done,
            reads,
            free,
          };
        };
        const first =
          question.no === 1
            ? [ask(false, sentAt, channels.split(',').includes(reply.channel), answered === 1)]
            : [];
        const further = [false, true].flatMap((detail) => {
          const times = asked.filter(({ source }) => source.endsWith('.stance') === detail);
          const latest = times[0];
          if (!latest) return [];
          const done = detail
            ? !answer ||
              leftOpen(question.kind, answer.officials ?? []).length === 0 ||
              answer.at > latest.askedAt
            : answer !== undefined;
          return [
            ask(
              detail,
              latest.askedAt,
              times.some(({ channel }) => channel === reply.channel),
              done,
            ),
          ];
        });
        return [...first, ...further];
      });

  const thread = about ?? token?.questionId ?? token?.alertId ?? null;
  const oneAsked = questions.find(({ id }) => id === thread);
  const threadAlert = oneAsked?.alertId ?? thread;
  const meant = new Map<string, Meant>(
    sent.map((alert) => {
      const asks = asksOf(alert);
      // A reply to the mail of an alert means its first question; one that the member named means that one.
      const narrow = oneAsked
        ? asks
            .filter(({ questionId }) => questionId === oneAsked.id)
            .toSorted((a, b) => b.askedAt - a.askedAt)
            .slice(0, 1)
        : asks.filter(({ no }) => no === 1);
      const fixed = alert.alertId === threadAlert && (oneAsked !== undefined || about === null);
      const [only] = narrow;
      if (!fixed) return [alert.alertId, bindQuestion(asks, reply.receivedAt, BARE.test(text))];
      return [alert.alertId, only?.reads ? { kind: 'one', ask: only } : { kind: 'none' }];
    }),
  );
  const bound = bindAlert(
    sent.map((one) => {
      const which = meant.get(one.alertId) ?? { kind: 'none' as const };
      const asks = which.kind === 'one' ? [which.ask] : which.kind === 'several' ? which.asks : [];
      return {
        alertId: one.alertId,
        isOut: one.isOut === 1,
        sentAt: Math.max(...asks.map(({ askedAt }) => askedAt), ...(asks.length === 0 ? [one.sentAt] : [])),
        sameThread:
          asks.length === 0
            ? one.channels.split(',').includes(reply.channel)
            : asks.some(({ sameThread }) => sameThread),
        answered: asks.length === 0 ? one.answered === 1 : asks.every(({ answered }) => answered),
        reads: asks.length > 0,
      };
    }),
    threadAlert,
    reply.receivedAt,
  );
  const titleOf = (alertId: string) => sent.find((one) => one.alertId === alertId)?.title ?? '';
  const against = (): Against => {
    if (bound.kind === 'ask')
      return { kind: 'ask', choices: bound.alertIds.map((id) => ({ id, title: titleOf(id) })) };
    if (bound.kind === 'none') return bound;
    if (bound.kind === 'talk') return { kind: 'talk', alertId: bound.alertId };
    const which = meant.get(bound.alertId);
    if (which?.kind === 'several')
      return {
        kind: 'ask',
        choices: [...new Set(which.asks.map(({ questionId }) => questionId))].map((id) => ({
          id,
          title: questions.find((one) => one.id === id)?.prompt ?? '',
        })),
      };
    if (which?.kind !== 'one') return { kind: 'talk', alertId: bound.alertId };
    const { questionId, detail } = which.ask;
    const read = readings.get(keyOf(questionId, detail));
    return read?.value
      ? { kind: bound.kind, alertId: bound.alertId, questionId, value: read.value, note: read.note }
      : { kind: 'talk', alertId: bound.alertId };
  };
  return {
    against: against(),
    titleOf,
    questionsOf: (alertId: string) => questions.filter((one) => one.alertId === alertId),
    /** Whether it was asked already what an answer to a question left open of the officials it names. */
    detailAsked: (questionId: string) => later.some(({ source }) => source === `${questionId}.stance`),
    /** The member's answers before this one; read only where more than one question is asked. */
    answersOf: async (alertId: string) =>
      (await world.db.all(responsesOfMember, { alertIds: [alertId], memberId })).map((row) => ({
        ...row,
        ...keptIn(row),
      })),
  };
};
