import * as z from 'zod';
import type { FieldProblem } from '../platform/problem.ts';
import { SMS_MAX_CHARACTERS } from '../platform/sms-text.ts';
import { AudienceInput } from './audience.ts';
import { composeSms, firstAsked } from './compose.ts';
import { hasLooseBraces, MERGE_FIELDS, unknownFields } from './merge.ts';
import { questionProblems, QuestionsInput } from './question.ts';
import { reservedReply } from './reserved-words.ts';

export const ALERT_KINDS = ['action', 'update', 'survey', 'drill'] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];

const UPDATE_EXPIRES_MS = 24 * 60 * 60 * 1000;

/** What staff write about an alert; everything but kind, title and organization may come later. */
export const draftFields = {
  kind: z.enum(ALERT_KINDS, 'Choose what kind of alert this is.'),
  title: z
    .string('Give the alert a title.')
    .trim()
    .min(1, 'Give the alert a title that staff will know it by.')
    .max(120, 'Keep the title to 120 characters.'),
  organizationId: z.string('Choose who sends it.').min(1, 'Choose who sends it.'),
  issueId: z.string().nullish(),
  billId: z.string().nullish(),
  talkingPointsId: z.string().nullish(),
  smsText: z.string().max(4_000, 'This is far too long for a text.').optional(),
  emailSubject: z.string().max(150, 'Keep the subject to 150 characters.').optional(),
  emailText: z.string().max(20_000, 'Keep the email to 20,000 characters.').optional(),
  sendSms: z.boolean().optional(),
  sendEmail: z.boolean().optional(),
  audience: AudienceInput.optional(),
  /** ms UTC. */
  deadlineAt: z.int('Write the deadline as a date and a time.').nullish(),
  /** What it asks, in order. The first stands in the text itself. */
  questions: QuestionsInput.optional(),
};
const Draft = z.strictObject(draftFields);
export type DraftFields = z.output<typeof Draft>;

// Carriers filter texts that hide where a link leads (CTIA messaging principles 5.3.4).
const SHORTENERS =
  /\b(?:bit\.ly|tinyurl\.com|goo\.gl|t\.co|ow\.ly|is\.gd|buff\.ly|rebrand\.ly|cutt\.ly|lnkd\.in|tiny\.cc|rb\.gy|shorturl\.at|bl\.ink|t\.ly|s\.id|tiny\.one|rotf\.lol|v\.gd)(?=\/|\s|$)/i;

const wordProblems = (field: string, text: string): FieldProblem[] => {
  const unknown = unknownFields(text)[0];
  const shortener = SHORTENERS.exec(text)?.[0];
  const reply = reservedReply(text);
  return [
    ...(unknown === undefined
      ? []
      : [
          `{{${unknown}}} is not a field. Known are ${MERGE_FIELDS.map((name) => `{{${name}}}`).join(', ')}.`,
        ]),
    ...(unknown === undefined && hasLooseBraces(text)
      ? ['A brace is left over. A field is written with two on each side: {{first_name}}.']
      : []),
    ...(shortener
      ? [`Carriers filter texts with ${shortener} links. Use {{link}}, which leads to the member’s own page.`]
      : []),
    ...(reply
      ? [
          `Do not ask members to send ${reply.toUpperCase()}: the carriers act on it. The numbers of the choices are added for you.`,
        ]
      : []),
  ].map((message) => ({ field, message }));
};

/**
 * What makes a draft wrong, as against unfinished: fields by name with a sentence each. Such a draft is
 * not kept.
 * @param now ms UTC
 */
export const draftProblems = (
  draft: Partial<DraftFields>,
  shortName: string,
  now: number,
): FieldProblem[] => {
  const composed = composeSms({ smsText: draft.smsText ?? '' }, firstAsked(draft.questions ?? []), shortName);
  return [
    ...wordProblems('smsText', draft.smsText ?? ''),
    ...(composed.length > SMS_MAX_CHARACTERS ? [tooLong(composed.length)] : []),
    ...wordProblems('emailSubject', draft.emailSubject ?? ''),
    ...(draft.emailSubject?.includes('{{link}}')
      ? [{ field: 'emailSubject', message: 'The link cannot stand in the subject. Put it into the email.' }]
      : []),
    ...wordProblems('emailText', draft.emailText ?? ''),
    ...questionProblems(draft.questions ?? []),
    ...(draft.deadlineAt != null && draft.deadlineAt <= now
      ? [{ field: 'deadlineAt', message: 'The deadline has passed. Choose a later one.' }]
      : []),
  ];
};

/** Why a text of that many characters cannot go out. */
export const tooLong = (characters: number): FieldProblem => ({
  field: 'smsText',
  message: `With names and the numbers to reply, the text has ${characters} characters; carriers take ${SMS_MAX_CHARACTERS}. Shorten it.`,
});

interface Finished {
  kind: AlertKind;
  smsText: string;
  emailSubject: string;
  emailText: string;
  sendSms: boolean;
  sendEmail: boolean;
  deadlineAt: number | null;
  questions: readonly unknown[];
}

/**
 * What is still missing before somebody can be asked to approve.
 * @param now ms UTC
 */
export const unfinished = (alert: Finished, now: number): FieldProblem[] => {
  const missing: FieldProblem[] = [];
  const need = (field: string, message: string) => missing.push({ field, message });
  if (!alert.sendSms && !alert.sendEmail) need('sendSms', 'Choose at least one channel: text or email.');
  if (alert.sendSms && alert.smsText.trim() === '') need('smsText', 'Write the text, or leave texting out.');
  if (alert.sendEmail && alert.emailSubject.trim() === '')
    need('emailSubject', 'Write the subject of the email.');
  if (alert.sendEmail && alert.emailText.trim() === '')
    need('emailText', 'Write the email, or leave email out.');
  if ((alert.kind === 'action' || alert.kind === 'survey') && alert.questions.length === 0)
    need(
      'questions.0.prompt',
      `${alert.kind === 'action' ? 'An action alert' : 'A survey'} asks a question. Write it and its choices.`,
    );
  if (alert.kind === 'action' && alert.deadlineAt === null)
    need('deadlineAt', 'An action alert needs a deadline: after it, nothing more is sent.');
  if (alert.deadlineAt !== null && alert.deadlineAt <= now)
    need('deadlineAt', 'The deadline has passed. Choose a later one.');
  return missing;
};

/**
 * When an alert stops being sent: its deadline, else 24 hours after launch.
 * @returns ms UTC
 */
export const deadlineOf = (alert: { deadlineAt: number | null }, launchedAt: number): number =>
  alert.deadlineAt ?? launchedAt + UPDATE_EXPIRES_MS;
