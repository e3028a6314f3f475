/**
 * Replies: what comes back, by text, email and the member's page. It promises that a reply is stored before it
 * is understood, that STOP closes a number before the carrier is told 200, that the three doors fold into one
 * response per member with its history, that a machine, a tapback or an unproved sender never answers, and that
 * nothing is guessed: what rules cannot tell is put in the inbox. Others read `alertTally`, `responsesOf`,
 * `responseOf`; the job `reply.about_contact` tells of a reply that speaks of an official.
 */
export { alertTally, type AlertTally } from './alert-tally.ts';
export { answerForMember } from './answer-for-member.ts';
export { answerOnPage } from './answer-on-page.ts';
export { answerConversation } from './answer-conversation.ts';
export { assignConversation } from './assign-conversation.ts';
export { audienceByAnswer, unansweredOf } from './audience-by-answer.ts';
export { repliesClocks, repliesJobs } from './background.ts';
export { closeConversation, reopenConversation } from './close-conversation.ts';
export { enrol } from './enrol.ts';
export { holdsNow, type Hold } from './holds.ts';
export { inboxRoutes } from './inbox-routes.tsx';
export { officialsAsked, type OfficialAsked } from './officials-asked.ts';
export { answerById } from './queries.ts';
export { questionsFor } from './flow.ts';
export type { QuestionTally } from './tally-questions.ts';
export { keptIn, type Stand } from './answer-value.ts';
export { standInWords } from './answer-words.ts';
export { inviteToConsent } from './invite-to-consent.ts';
export { joinRoutes } from './join-routes.tsx';
export { listReplies } from './list-replies.ts';
export { responseOf, responsesOf, type ResponseRow } from './list-responses.ts';
export { numberToText } from './number-to-text.ts';
export { noteTalkingPointsView } from './note-talking-points-view.ts';
export { receiveMail } from './receive-mail.ts';
export { inboundSms } from './inbound-sms.ts';
export { reopenNumber } from './reopen-number.ts';
export { receiveSms } from './receive-sms.ts';
export { sweepInbound } from './sweep-inbound.ts';
export { setAnswerFromReply } from './set-answer-from-reply.ts';
export { showConversation, type Thread, type ThreadMessage } from './show-conversation.ts';
export { showInbox, type ConversationRow } from './show-inbox.ts';
export type { ReplyDraft, ReplyDrafts } from './reply-drafts.ts';
export type { PendingConfirmation } from './pending-confirmation.ts';
export type { StaffText } from './staff-text.ts';
export { understandReply } from './understand-reply.ts';
export { addLabel, removeLabel } from './label-conversation.ts';
export { addNote, removeNote } from './note-conversation.ts';
export { bindConversation } from './bind-conversation.ts';
export { listSnippets } from './list-snippets.ts';
export { previewFollowUp } from './preview-follow-up.ts';
export { removeSnippet } from './remove-snippet.ts';
export { saveSnippet } from './save-snippet.ts';
export { searchInbox } from './search-inbox.ts';
export { sendDigests } from './send-digests.ts';
export { sendFollowUp } from './send-follow-up.ts';
export { setDigest } from './set-digest.ts';
export { showAutomatic } from './show-automatic.ts';
export { snoozeConversation, wakeConversation } from './snooze-conversation.ts';
export { tellAssignees } from './tell-assignees.ts';
export { unbindConversation } from './unbind-conversation.ts';
export { markRead } from './read-conversation.ts';
