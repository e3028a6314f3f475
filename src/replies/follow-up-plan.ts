import { exclusionInWords, fieldsIn, renderSms, renderWording, type Audience } from '../alerts/index.ts';
import { segmentMicros } from '../delivery/index.ts';
import type { FieldProblem } from '../platform/problem.ts';
import { segmentsOf } from '../platform/sms-text.ts';
import type { RowOf } from '../platform/statement.ts';
import type { World } from '../platform/world.ts';
import { fieldProblemsOf } from './merge-problems.ts';
import { followUpRecipients, membersWhoChose } from './queries.ts';

export interface FollowUpWords {
  smsText: string;
  emailSubject: string;
  emailText: string;
}

/** Who gave the answer, as an audience; a region narrows it. */
export const audienceOf = async (
  world: World,
  of: { alertId: string; option: number; regionId?: string | null },
): Promise<Audience> => ({
  members: (await world.db.all(membersWhoChose, { alertId: of.alertId, options: [of.option] })).map(
    ({ memberId }) => memberId,
  ),
  ...(of.regionId ? { regions: [of.regionId] } : {}),
});

type Recipient = RowOf<typeof followUpRecipients>;
const mergeOf = (one: Recipient) => ({
  first_name: one.firstName,
  last_name: one.lastName,
  title: one.title,
  district: one.district,
  region: one.region,
});

/** A message to all who gave one answer, before it is sent. */
export interface FollowUpPlan {
  /** Members who gave it, in the region where one is chosen. */
  chose: number;
  /** Members who get it at least once. */
  people: number;
  texts: number;
  mails: number;
  left: { channel: 'sms' | 'email'; reason: string; people: number }[];
  /** The longest text that anybody gets, and the segments it takes; null where no text is sent. */
  longest: { text: string; segments: number; member: string } | null;
  /** The email as the first of them reads it; null where no email is sent. */
  mail: { subject: string; text: string; member: string } | null;
  /** At the longest text for everybody; null when no price is known. In millionths of a dollar. */
  micros: number | null;
}

/** Works out who gets a message, who not and why, and what it takes. */
export const planFollowUp = async (
  world: World,
  audience: Audience,
  words: FollowUpWords,
): Promise<FollowUpPlan> => {
  const sms = words.smsText !== '';
  const email = words.emailText !== '';
  const none = (audience.members ?? []).length === 0;
  // Before any words are written, both channels are counted: they say what may be written at all.
  const rows = none
    ? []
    : await world.db.all(followUpRecipients, {
        audience,
        sms: sms || !email,
        email: email || !sms,
      });
  const goes = rows.filter((one) => one.state === 'planned');
  const left = new Map<string, { channel: 'sms' | 'email'; reason: string; people: number }>();
  for (const one of rows) {
    if (one.state === 'planned') continue;
    const reason = exclusionInWords(one.channel, one.reason ?? 'no_address');
    const key = `${one.channel} ${reason}`;
    const found = left.get(key) ?? { channel: one.channel, reason, people: 0 };
    left.set(key, { ...found, people: found.people + 1 });
  }
  const toText = goes.filter((one) => one.channel === 'sms');
  let longest: FollowUpPlan['longest'] = null;
  for (const one of sms ? toText : []) {
    const text = renderSms(words.smsText, mergeOf(one));
    const { segments } = segmentsOf(text);
    if (!longest || segments > longest.segments || text.length > longest.text.length)
      longest = { text, segments, member: `${one.firstName} ${one.lastName}`.trim() };
    if (fieldsIn(words.smsText).length === 0) break;
  }
  const reader = email ? goes.find((one) => one.channel === 'email') : undefined;
  const price = sms ? await segmentMicros(world) : 0;
  return {
    chose: new Set(rows.map((one) => one.memberId)).size,
    people: new Set(goes.map((one) => one.memberId)).size,
    texts: toText.length,
    mails: goes.filter((one) => one.channel === 'email').length,
    left: [...left.values()],
    longest,
    mail: reader
      ? {
          subject: renderWording(words.emailSubject, mergeOf(reader)),
          text: renderWording(words.emailText, mergeOf(reader)),
          member: `${reader.firstName} ${reader.lastName}`.trim(),
        }
      : null,
    micros: price === null ? null : price * (longest?.segments ?? 0) * toText.length,
  };
};

/** What is wrong with the words, field by field. */
export const wordProblems = (words: FollowUpWords): FieldProblem[] => [
  ...fieldProblemsOf('smsText', words.smsText),
  ...fieldProblemsOf('emailSubject', words.emailSubject),
  ...fieldProblemsOf('emailText', words.emailText),
  ...(words.smsText === '' && words.emailText === ''
    ? [{ field: 'smsText', message: 'Write a text, an email, or both.' }]
    : []),
  ...(words.emailText !== '' && words.emailSubject === ''
    ? [{ field: 'emailSubject', message: 'Give the email a subject.' }]
    : []),
];
