/**
 * The lobbying log. A contact report says that a member or a paid lobbyist spoke with an official, and where the
 * official stands; confirmed, it is a line of the log in the same commit. A closed alert becomes two drafts: the
 * solicitation it was, and what it cost. Whether a line counts is decided for each regime, by a rule with its
 * version or by a person with a reason, and both are kept. Money is whole cents; a member is never a lobbyist
 * unless somebody says so.
 */
import { answerConfirmation } from './answer-confirmation.ts';
import { askMember } from './ask-member.ts';
import { draftContactReport } from './draft-contact-report.ts';
import { draftFromAnswer } from './draft-from-answer.ts';
import { logClosedAlert } from './log-closed-alert.ts';
import { draftRecurring } from './draft-recurring.ts';
import { logText } from './staff-line.ts';
import { settleCosts } from './settle-costs.ts';
import { SYSTEM } from '../platform/who.ts';
import type { World } from '../platform/world.ts';

export { addActivity, ACTIVITY_KINDS, POSITIONS } from './add-activity.ts';
export type { FiledIn, FiledRows, RowKind } from './ports.ts';
export { answerActivity, openQuestions } from './answer-questions.ts';
export { changeActivity } from './change-entry.ts';
export { addAttachment, ATTACHMENT_KINDS, removeAttachment } from './attachments.ts';
export { addFromCalendar } from './add-from-calendar.ts';
export { addCompensation, removeCompensation } from './compensation.ts';
export { changeExpense } from './change-expense.ts';
export { draftRecurring } from './draft-recurring.ts';
export { addDues, removeDues } from './dues.ts';
export { EXPENSE_CATEGORIES, NOT_REPORTED } from './expense-categories.ts';
export { logLine, previewLine } from './log-one-line.ts';
export {
  listAttachments,
  listCompensation,
  listCosts,
  listDues,
  listRecurring,
  showAttachment,
  showWeek,
} from './log-views.ts';
export { addRecurring, endRecurring } from './recurring.ts';
export { splitActivity, splitExpense } from './split-entry.ts';
export { addContactReport } from './add-contact-report.ts';
export { addExpense, MS_CATEGORIES, MT_CATEGORIES } from './add-expense.ts';
export { classifyActivity, confirmActivity } from './change-activity.ts';
export { CLASSES, REGIME_NAMES } from './classify.ts';
export { campaignGuard } from './campaign-guard.ts';
export { listCandidates } from './list-candidates.ts';
export { nameCandidate, removeCandidate } from './name-candidate.ts';
export { setCampaignWindow } from './set-campaign-window.ts';
export { wordingChecklist } from './wording-checklist.ts';
export { confirmContactReport } from './confirm-contact-report.ts';
export { confirmExpense } from './confirm-expense.ts';
export { discardContactReport } from './discard-contact-report.ts';
export { draftContactReport } from './draft-contact-report.ts';
export { draftFromAnswer } from './draft-from-answer.ts';
export { addLobbyist, endLobbyist } from './lobbyists.ts';
export { logClosedAlert } from './log-closed-alert.ts';
export { METHODS, type Method, type Stance } from './read-contact.ts';
export { replyDrafts } from './reply-drafts.ts';
export { ownDraft } from './own-draft.ts';
export { pendingConfirmation } from './pending-confirmation.ts';
export { confidenceIn, type DraftConfidence } from './draft-confidence.ts';
export { memberTraces, officialTraces } from './member-traces.ts';
export { removeActivity } from './remove-activity.ts';
export { removeExpense } from './remove-expense.ts';
export { lobbyingRoutes } from './routes.tsx';
export { restoreContactReport } from './restore-contact-report.ts';
export { setFiler } from './set-filer.ts';
export { staffText } from './staff-line.ts';
export { settleCosts } from './settle-costs.ts';
export { hearingsAhead } from './hearings-ahead.ts';
export { stancesOn, waitingReports } from './stances.ts';
export {
  contactChoices,
  listActivities,
  listContactReports,
  listExpenses,
  listFilers,
  logChoices,
  showActivity,
  showContactReport,
  showExpense,
  summarizeLog,
} from './views.ts';
export { METHOD_LABELS, seenFromUs, STANCE_LABELS, STANCE_TONES } from './labels.ts';
export type { Activity, Expense } from './log-queries.ts';
export type { ContactReport } from './report-queries.ts';

/** Background work of this slice by kind. */
export const lobbyingJobs = {
  'reply.about_contact': (world: World, body: Record<string, string | number | null>) =>
    draftContactReport(world, SYSTEM, { replyId: String(body.replyId) }),
  'contact_report.ask': (world: World, body: Record<string, string | number | null>) =>
    askMember(world, String(body.replyId), 0),
  'contact_report.answered': answerConfirmation,
  'answer.about_officials': (world: World, body: Record<string, string | number | null>) =>
    draftFromAnswer(world, SYSTEM, { answerId: String(body.answerId) }),
  'log.text': (world: World, body: Record<string, string | number | null>) =>
    logText(world, { replyId: String(body.replyId), staffId: String(body.staffId) }),
  'alert.closed': (world: World, body: Record<string, string | number | null>) =>
    logClosedAlert(world, SYSTEM, { alertId: String(body.alertId) }),
};

/** Clocks of this slice. */
export const lobbyingClocks = {
  minute: {
    'expense.settle': async (world: World) => {
      const result = await settleCosts(world, { kind: 'clock', id: 'expense.settle' }, {});
      return { settled: result.ok ? result.value.settled : 0 };
    },
  },
  quarter: {
    'recurring.draft': async (world: World) => {
      const result = await draftRecurring(world, { kind: 'clock', id: 'recurring.draft' }, {});
      return { drafted: result.ok ? result.value.drafted : 0 };
    },
  },
};
