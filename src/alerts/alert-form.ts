import { instantOf, localDate, localTime, parseDate } from '../platform/days.ts';
import { list, text, type Form } from '../platform/form.ts';
import type { FieldProblem } from '../platform/problem.ts';
import type { Alert } from './alert-of.ts';
import type { AlertKind } from './draft.ts';
import { formFromQuestions, questionField, questionsFromForm } from './question-form.ts';

export const AUDIENCE_KEYS = [
  'organizations',
  'regions',
  'kinds',
  'classes',
  'groups',
  'committees',
  'officials',
] as const;

/** The form of a new action alert: the four answers that most alerts ask for. */
export const BLANK: Form = {
  kind: 'action',
  channels: ['sms', 'email'],
  ...formFromQuestions([
    {
      prompt: 'Have you spoken with your legislator?',
      kind: 'choice',
      options: [
        { no: 1, label: 'have contacted', outcome: 'contacted', synonyms: [] },
        { no: 2, label: 'will', outcome: 'will', synonyms: [] },
        { no: 3, label: 'cannot', outcome: 'cannot', synonyms: [] },
        { no: 4, label: 'need help', outcome: 'help', synonyms: [] },
      ],
    },
  ]),
};

/** An alert as its form was posted. @param zone the network's, for the deadline */
export const formFromAlert = (alert: Alert, zone: string): Form => {
  const { audience, questions, deadlineAt } = alert;
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
    ballotIssue: audience.ballotIssue ? 'yes' : '',
    answeredAlert: answered?.alertId ?? '',
    answered: answered?.options === 'none' ? ['none'] : (answered?.options.map(String) ?? []),
    deadlineOn: deadlineAt === null ? '' : localDate(deadlineAt, zone),
    deadlineTime: deadlineAt === null ? '' : localTime(deadlineAt, zone),
    ...formFromQuestions(questions),
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

/**
 * What the verbs take, from the posted form. What only the form can get wrong is left for them to tell.
 * An audience that only the API can set (named members) is kept from `kept`.
 */
export const inputFromForm = (form: Form, zone: string, kept: Alert['audience'] = {}) => {
  const answeredAlert = text(form, 'answeredAlert');
  const answers = list(form, 'answered');
  const { members } = kept;
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
      ...(members && { members }),
      ...(text(form, 'ballotIssue') === 'yes' && { ballotIssue: true as const }),
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
    questions: questionsFromForm(form),
  };
};

const RENAMED: Record<string, string> = {
  deadlineAt: 'deadlineOn',
  sendSms: 'channels',
  sendEmail: 'channels',
  audience: 'regions',
  'audience.answered.alertId': 'answeredAlert',
  'audience.answered.options': 'answered',
};

/** Problems by the names of the form's fields, the first of each. */
export const problemsByField = (form: Form, problems: FieldProblem[]): Record<string, string> => {
  const named: Record<string, string> = {};
  for (const { field, message } of problems) {
    const name =
      questionField(form, { field }) ?? RENAMED[field] ?? field.replace(/^audience\.(\w+).*$/, '$1');
    named[name] ??= message;
  }
  return named;
};
