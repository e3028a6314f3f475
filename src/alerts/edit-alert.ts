import * as z from 'zod';
import { conflict, invalid, missing, ok } from '../platform/problem.ts';
import { change, must } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { networkSettings } from '../staff/index.ts';
import { alertOf, type Alert } from './alert-of.ts';
import { questionChanges } from './draft-alert.ts';
import { draftFields, draftProblems } from './draft.ts';
import { dropOptions, dropQuestions, updateDraft, voidApproval } from './queries.ts';
import type { QuestionInput } from './question.ts';
import { referenceProblems } from './reference-problems.ts';
import { stateAfter, stateInWords, statesFor } from './states.ts';

const input = z.strictObject({
  id: z.string(),
  /** The revision that the person had before them. */
  revision: z.int(),
  ...z.strictObject(draftFields).partial().shape,
});

/**
 * Rewrites an alert that has not been launched; fields left out stay as they are. A proposed, approved or
 * scheduled one goes back to draft and its approval is void. Answers with the alert.
 */
export const editAlert = verb({
  name: 'alert.edit',
  by: ['owner', 'director', 'coordinator', 'staff'],
  input,
  async run(world, who, { id, revision, ...given }) {
    const alert = await alertOf(world, id);
    if (!alert) return missing('That alert');
    if (!stateAfter(alert.state, 'edit'))
      return conflict(
        `This alert ${stateInWords(alert.state)} and cannot be edited any more. Send an update instead.`,
      );
    const draft = merged(alert, given);
    const { shortName } = await networkSettings(world);
    const problems = [
      ...draftProblems(draft, shortName, world.clock.now()),
      ...(await referenceProblems(world, draft)),
    ];
    if (problems.length > 0) return invalid(problems);

    const { questions, ...row } = draft;
    const done = await world.db.commit(
      {
        who,
        action: 'alert.edit',
        subject: { kind: 'alert', id },
        detail: { from: alert.state, revision: revision + 1, approvalVoided: alert.approval !== null },
      },
      [
        must(updateDraft, { id, revision, states: statesFor('edit'), ...row }),
        change(voidApproval, { alertId: id, now: world.clock.now() }),
        ...(given.questions === undefined
          ? []
          : [
              change(dropOptions, { alertId: id }),
              change(dropQuestions, { alertId: id }),
              ...questionChanges(id, questions, world.ids),
            ]),
      ],
    );
    if (!done)
      return conflict(
        'Somebody else changed this alert since you opened it, and nothing of yours was saved. Open it again, look at their change, and add yours.',
      );
    const edited = await alertOf(world, id);
    return edited ? ok(edited) : missing('That alert');
  },
});

/** A question of an alert as somebody would write it anew. */
export const asWritten = (question: Alert['questions'][number]): QuestionInput => {
  const { id: _, no: _no, options, ...rest } = question;
  return { ...rest, options: options.map(({ id: _id, ...option }) => option) };
};

const merged = (alert: Alert, given: Omit<z.output<typeof input>, 'id' | 'revision'>) => ({
  kind: given.kind ?? alert.kind,
  title: given.title ?? alert.title,
  organizationId: given.organizationId ?? alert.organizationId,
  issueId: given.issueId === undefined ? alert.issueId : given.issueId,
  billId: given.billId === undefined ? alert.billId : given.billId,
  talkingPointsId: given.talkingPointsId === undefined ? alert.talkingPointsId : given.talkingPointsId,
  smsText: given.smsText ?? alert.smsText,
  emailSubject: given.emailSubject ?? alert.emailSubject,
  emailText: given.emailText ?? alert.emailText,
  sendSms: given.sendSms ?? alert.sendSms,
  sendEmail: given.sendEmail ?? alert.sendEmail,
  audience: given.audience ?? alert.audience,
  deadlineAt: given.deadlineAt === undefined ? alert.deadlineAt : given.deadlineAt,
  questions: given.questions ?? alert.questions.map(asWritten),
});
