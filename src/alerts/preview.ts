import type { FieldProblem } from '../platform/problem.ts';
import { segmentsOf, SMS_MAX_CHARACTERS, type Segments } from '../platform/sms-text.ts';
import { read } from '../platform/together.ts';
import type { World } from '../platform/world.ts';
import { networkSettings } from '../staff/index.ts';
import type { Alert } from './alert-of.ts';
import { weekRead, withinBudget } from './budget.ts';
import { composeWording, wordingHash } from './compose.ts';
import { deadlineOf, tooLong, unfinished } from './draft.ts';
import { memberLink, ownFieldsIn, renderSms, renderWording } from './merge.ts';
import { pointsFindings } from './points-findings.ts';
import { longestPeople, recipientCounts, recipientMembership, recipientPeople } from './queries.ts';
import { exclusionInWords } from './recipients.ts';
import { pointsOfAlert } from './talking-points-queries.ts';

const SAMPLE_TOKEN = 'k7Qm2xV9tR';

/** The longest of several texts as carriers count them: by segments, then by units. */
const longestOf = (texts: string[]): { text: string; counted: Segments } | null =>
  texts
    .map((text) => ({ text, counted: segmentsOf(text) }))
    .toSorted((a, b) => b.counted.segments - a.counted.segments || b.counted.units - a.counted.units)[0] ??
  null;

/** Whom an alert means, its words as they would go out, and what the checklists find in them. */
const readingOf = async (
  world: World,
  alert: Alert,
  pass: string | null = alert.approval?.overBudget ?? null,
) => {
  const now = world.clock.now();
  const startsAt = Math.max(now, alert.scheduledAt ?? now);
  const [network, { audience, week: budget }] = await Promise.all([
    networkSettings(world),
    withinBudget(world, alert.audience, { at: startsAt, pass }),
  ]);
  const wording = alert.version ?? composeWording(alert, network);
  const fields = ownFieldsIn(wording.smsText);
  const who = { audience, sms: alert.sendSms, email: alert.sendEmail };
  const [[week = null], counts, [people], [reach], longest, [points]] = await world.db.together(
    weekRead(who, budget),
    read(recipientCounts, who),
    read(recipientPeople, who),
    read(recipientMembership, { ...who, organizationId: alert.organizationId }),
    fields.length > 0 ? read(longestPeople, { ...who, fields }) : null,
    alert.talkingPointsId === null
      ? null
      : read(pointsOfAlert, { talkingPointsId: alert.talkingPointsId, billId: alert.billId }),
  );
  const texts = (longest.length > 0 ? longest : [SOMEBODY]).map((person) =>
    renderSms(wording.smsText, {
      first_name: person.firstName,
      last_name: person.lastName,
      title: person.title,
      district: person.district,
      region: person.region,
      link: memberLink(world.settings.publicUrl, SAMPLE_TOKEN, 'sms'),
    }),
  );
  const atLongest = alert.sendSms ? longestOf(texts) : null;
  const checked = await world.wordingChecklist.check(world, {
    organizationId: alert.organizationId,
    startsAt,
    kind: alert.kind,
    text: [
      ...(alert.sendSms ? [alert.smsText] : []),
      ...(alert.sendEmail ? [alert.emailSubject, alert.emailText] : []),
      ...alert.questions.map((one) => one.prompt),
    ].join('\n'),
    sms: wording.smsText,
    shortName: network.shortName,
    hasBill: alert.billId !== null,
    ballotIssue: alert.audience.ballotIssue === true,
    members: reach?.members ?? 0,
    nonMembers: reach?.nonMembers ?? 0,
  });
  const { zone } = network;
  const findings = [...checked, ...(points ? pointsFindings(points, alert, { now, zone }) : [])];
  return { now, startsAt, who, wording, fields, week, counts, people, atLongest, findings };
};

const smsOf = ({ text, counted }: { text: string; counted: Segments }) => ({
  text,
  segments: counted.segments,
  characters: counted.characters,
  encoding: counted.encoding,
  notGsm: counted.notGsm,
});

/** The text of an alert at its longest, and what the checklists find: what whoever writes it should see. */
export const wordsOf = async (world: World, alert: Alert) => {
  const { atLongest, findings } = await readingOf(world, alert);
  return { sms: atLongest && smsOf(atLongest), findings };
};

/**
 * What would go out, to how many, who is left out and why, and what stands in the way of proposing it. The
 * text is shown at its longest: with the names and places of the member for whom it takes most segments.
 * @param pass why it may go past the weekly budget, where an approver says so; else as it was approved
 */
export const previewOf = async (world: World, alert: Alert, pass?: string | null) => {
  const read = await readingOf(world, alert, pass);
  const { now, startsAt, who, wording, fields, week, counts, people, atLongest, findings } = read;
  const counted = (channel: 'sms' | 'email', state: string) =>
    counts
      .filter((one) => one.channel === channel && one.state === state)
      .reduce((sum, one) => sum + one.count, 0);
  const channels = (['sms', 'email'] as const)
    .filter((channel) => (channel === 'sms' ? alert.sendSms : alert.sendEmail))
    .map((channel) => ({
      channel,
      planned: counted(channel, 'planned'),
      onHold: counted(channel, 'on-hold'),
      skipped: counted(channel, 'skipped'),
    }));
  const exclusions = counts
    .filter((one) => one.state !== 'planned')
    .map(({ channel, state, reason, count }) => ({
      channel,
      state,
      reason: reason ?? '',
      words: exclusionInWords(channel, reason ?? ''),
      count,
    }))
    .toSorted((a, b) => b.count - a.count);

  const texted = counted('sms', 'planned');
  const forecast = await world.forecast.of(world, {
    ...who,
    segments: atLongest?.counted.segments ?? 1,
    alike: fields.length === 0,
    startsAt,
    deadlineAt: deadlineOf(alert, startsAt),
  });
  const problems: FieldProblem[] = [
    ...unfinished(alert, now),
    ...(atLongest && atLongest.text.length > SMS_MAX_CHARACTERS ? [tooLong(atLongest.text.length)] : []),
    ...(people?.reachable || week?.over
      ? []
      : [
          {
            field: 'audience',
            message: people?.people
              ? 'Nobody in this audience can be reached on the channels chosen. Add a channel or widen the audience.'
              : 'Nobody is in this audience. Widen it.',
          },
        ]),
  ];
  return {
    alertId: alert.id,
    revision: alert.revision,
    state: alert.state,
    hash: await wordingHash(wording),
    people: people?.people ?? 0,
    reachable: people?.reachable ?? 0,
    channels,
    exclusions,
    sms: atLongest && { ...smsOf(atLongest), totalSegments: atLongest.counted.segments * texted },
    email: alert.sendEmail
      ? {
          subject: renderWording(wording.emailSubject, SOMEBODY_MERGED),
          text: renderWording(wording.emailText, {
            ...SOMEBODY_MERGED,
            link: memberLink(world.settings.publicUrl, SAMPLE_TOKEN, 'email'),
          }),
        }
      : null,
    /** At the longest text for everybody, so never less than what it costs; null when no price is known. */
    costMicros: atLongest && forecast.costMicros,
    /** When it would be out, and who would miss it, were it sent now or at the hour for which it is scheduled. */
    forecast,
    /** Which message of their week it is for how many, and how many are past their budget; null without one. */
    week,
    /** What the checklist finds in the words and the audience; what is held would be refused at launch. */
    findings,
    problems,
  };
};
export type Preview = Awaited<ReturnType<typeof previewOf>>;

/** Stands in the email's preview, and in the text's while the audience is empty. */
const SOMEBODY = {
  firstName: 'Alexandria',
  lastName: 'Featherstone',
  title: 'Superintendent',
  district: 'Example Elementary District',
  region: 'Example',
};
const SOMEBODY_MERGED = {
  first_name: SOMEBODY.firstName,
  last_name: SOMEBODY.lastName,
  title: SOMEBODY.title,
  district: SOMEBODY.district,
  region: SOMEBODY.region,
};
