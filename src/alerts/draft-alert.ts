import * as z from 'zod';
import { conflict, invalid, ok } from '../platform/problem.ts';
import { change, must, type Change } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { networkSettings } from '../staff/index.ts';
import { alertOf } from './alert-of.ts';
import { draftFields, draftProblems } from './draft.ts';
import type { QuestionInput } from './question.ts';
import { addOptions, addQuestions, insertAlert } from './queries.ts';
import { referenceProblems } from './reference-problems.ts';

/** The changes that write the questions of an alert and their choices. @param ids names for new rows */
export const questionChanges = (
  alertId: string,
  questions: readonly QuestionInput[],
  ids: { next(): string },
): Change[] =>
  questions.length === 0
    ? []
    : [
        change(addQuestions, {
          alertId,
          questions: questions.map((question) => ({
            id: ids.next(),
            ...question,
            afterQuestion: question.after?.question ?? null,
            afterOption: question.after?.option ?? null,
          })),
        }),
        change(addOptions, {
          alertId,
          options: questions.flatMap(({ options }, place) =>
            options.map((option) => ({ id: ids.next(), question: place + 1, ...option })),
          ),
        }),
      ];

/** Begins an alert. The same `id` sent twice begins it once. Answers with the alert. */
export const draftAlert = verb({
  name: 'alert.draft',
  by: ['owner', 'director', 'coordinator', 'staff'],
  input: z.strictObject({ id: z.ulid().optional(), ...draftFields }),
  async run(world, who, input) {
    const { id = world.ids.next(), questions = [], ...given } = input;
    const draft = {
      kind: given.kind,
      title: given.title,
      organizationId: given.organizationId,
      issueId: given.issueId ?? null,
      billId: given.billId ?? null,
      talkingPointsId: given.talkingPointsId ?? null,
      smsText: given.smsText ?? '',
      emailSubject: given.emailSubject ?? '',
      emailText: given.emailText ?? '',
      sendSms: given.sendSms ?? true,
      sendEmail: given.sendEmail ?? true,
      audience: given.audience ?? {},
      deadlineAt: given.deadlineAt ?? null,
    };
    const now = world.clock.now();
    const { shortName } = await networkSettings(world);
    const problems = [
      ...draftProblems({ ...draft, questions }, shortName, now),
      ...(await referenceProblems(world, draft)),
    ];
    if (problems.length > 0) return invalid(problems);

    await world.db.commit(
      { who, action: 'alert.draft', subject: { kind: 'alert', id }, detail: { kind: draft.kind } },
      [must(insertAlert, { id, ...draft, now, by: who.id }), ...questionChanges(id, questions, world.ids)],
    );
    const alert = await alertOf(world, id);
    return alert ? ok(alert) : conflict('The alert could not be kept. Send the form again.');
  },
});
