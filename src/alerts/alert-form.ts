import { instantOf, localDate, localTime, parseDate } from '../platform/days.ts';
import { list, text, type Form } from '../platform/form.ts';
import type { FieldProblem } from '../platform/problem.ts';
import type { Alert } from './alert-of.ts';
import type { AlertKind } from './draft.ts';
import type { Outcome } from './question.ts';

/** How many choices the form offers; each line's number is the number that members reply. */
export const OPTION_LINES = [1, 2, 3, 4, 5, 6];
export const AUDIENCE_KEYS = [
  'organizations',
  'regions',
  'kinds',
  'classes',
  'groups',
  'committees',
] as const;

/** The form of a new action alert: the four answers that most alerts ask for. */
export const BLANK: Form = {
  kind: 'action',
  channels: ['sms', 'email'],
  prompt: 'Have you spoken with your legislator?',
  label1: 'have contacted',
  outcome1: 'contacted',
  label2: 'will',
  outcome2: 'will',
  label3: 'cannot',
  outcome3: 'cannot',
  label4: 'need help',
  outcome4: 'help',
};

/** An alert as its form was posted. @param zone the network's, for the deadline */
export const formFromAlert = (alert: Alert, zone: string): Form => {
  const { audience, question, deadlineAt } = alert;
  const answered = audience.answered;
  return {
    id: alert.id,
    revision: String(alert.revision),
    kind: alert.kind,
    title: alert.title,
    organizationId: alert.organizationId,
    issueId: alert.issueId ?? '',
    billId: alert.billId ?? '',
    talkingPointsId: alert.talkingPointsId ?? '',
    smsText: alert.smsText,
    emailSubject: alert.emailSubject,
    emailText: alert.emailText,
    channels: [...(alert.sendSms ? ['sms'] : []), ...(alert.sendEmail ? ['email'] : [])],
    ...Object.fromEntries(AUDIENCE_KEYS.map((key) => [key, audience[key] ?? []])),
    answeredAlert: answered?.alertId ?? '',
    answered: answered?.options === 'none' ? ['none'] : (answered?.options.map(String) ?? []),
    deadlineOn: deadlineAt === null ? '' : localDate(deadlineAt, zone),
    deadlineTime: deadlineAt === null ? '' : localTime(deadlineAt, zone),
    prompt: question?.prompt ?? '',
    ...Object.fromEntries(
      (question?.options ?? []).flatMap(({ no, label, outcome }) => [
        [`label${no}`, label],
        [`outcome${no}`, outcome],
      ]),
    ),
  };
};

const deadlineFrom = (form: Form, zone: string): number | null => {
  const on = text(form, 'deadlineOn');
  const time = text(form, 'deadlineTime');
  if (!on && !time) return null;
  const date = parseDate(on ?? '');
  // Not a number is told by the verb as a deadline that cannot be read.
  return date.ok && /^([01]\d|2[0-3]):[0-5]\d$/.test(time ?? '')
    ? instantOf(date.date, time ?? '', zone)
    : Number.NaN;
};

const linesOf = (form: Form) => OPTION_LINES.filter((no) => text(form, `label${no}`) !== undefined);

/**
 * What the verbs take, from the posted form. What only the form can get wrong is left for them to tell.
 * An audience that only the API can set (officials, named members) is kept from `kept`.
 */
export const inputFromForm = (form: Form, zone: string, kept: Alert['audience'] = {}) => {
  const lines = linesOf(form);
  const prompt = text(form, 'prompt');
  const answeredAlert = text(form, 'answeredAlert');
  const answers = list(form, 'answered');
  const { officials, members } = kept;
  return {
    kind: (text(form, 'kind') ?? '') as AlertKind,
    title: text(form, 'title') ?? '',
    organizationId: text(form, 'organizationId') ?? '',
    issueId: text(form, 'issueId') ?? null,
    billId: text(form, 'billId') ?? null,
    talkingPointsId: text(form, 'talkingPointsId') ?? null,
    smsText: text(form, 'smsText') ?? '',
    emailSubject: text(form, 'emailSubject') ?? '',
    emailText: text(form, 'emailText') ?? '',
    sendSms: list(form, 'channels').includes('sms'),
    sendEmail: list(form, 'channels').includes('email'),
    audience: {
      ...(officials && { officials }),
      ...(members && { members }),
      ...Object.fromEntries(
        AUDIENCE_KEYS.map((key) => [key, list(form, key)] as const).filter(([, ids]) => ids.length > 0),
      ),
      ...(answeredAlert && {
        answered: {
          alertId: answeredAlert,
          options: answers.includes('none') ? ('none' as const) : answers.map(Number),
        },
      }),
    },
    deadlineAt: deadlineFrom(form, zone),
    question:
      lines.length > 0
        ? {
            prompt: prompt ?? '',
            options: lines.map((no) => ({
              no,
              label: text(form, `label${no}`) ?? '',
              outcome: (text(form, `outcome${no}`) ?? 'other') as Outcome,
            })),
          }
        : null,
  };
};

const RENAMED: Record<string, string> = {
  deadlineAt: 'deadlineOn',
  sendSms: 'channels',
  sendEmail: 'channels',
  audience: 'regions',
  question: 'prompt',
  'question.prompt': 'prompt',
  'question.options': 'label1',
  'audience.answered.alertId': 'answeredAlert',
  'audience.answered.options': 'answered',
};

/** Problems by the names of the form's fields, the first of each. */
export const problemsByField = (form: Form, problems: FieldProblem[]): Record<string, string> => {
  const lines = linesOf(form);
  const named: Record<string, string> = {};
  for (const { field, message } of problems) {
    const option = /^question\.options\.(\d+)/.exec(field);
    const name = option
      ? `label${lines[Number(option[1])] ?? 1}`
      : (RENAMED[field] ?? field.replace(/^audience\.(\w+).*$/, '$1'));
    named[name] ??= message;
  }
  return named;
};
