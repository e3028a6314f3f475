import { listSuppressions, releaseHold, suppressAddress } from '../../people/index.ts';
import {
  answerConversation,
  assignConversation,
  closeConversation,
  inviteToConsent,
  listReplies,
  reopenConversation,
  setAnswerFromReply,
  showConversation,
  showInbox,
} from '../../replies/index.ts';
import { act, create, list, put, show, type Group } from '../endpoint.ts';

const ID = '01JD3WK2Q9V6H7M4T8XN5RBACE';

export const replies: Group = {
  name: 'Replies',
  about:
    'What came back by text, email and the member’s page, and the threads it stands in. What rules could not tell waits for staff.',
  endpoints: [
    list('/replies', listReplies, 'List replies, the newest first', {
      description: 'Without the numbers and addresses they came from.',
      answers: 'Reply',
    }),
    act('/replies/{reply_id}/answer', setAnswerFromReply, 'Say which answer a reply was', {
      example: { alert_id: ID, option_id: ID },
    }),
    list('/conversations', showInbox, 'List threads, the latest first', { answers: 'Conversation' }),
    show('/conversations/{id}', showConversation, 'Show a thread'),
    create('/conversations/{conversation_id}/answers', answerConversation, 'Answer a thread', {
      description: 'By text or email. Suppression holds. The thread is put away, unless told to keep it.',
      example: { channel: 'sms', body: 'Thank you. We will tell the committee.' },
    }),
    put('/conversations/{id}/assignment', assignConversation, 'Give a thread to somebody', {
      example: { staff_id: ID },
      answers: 'Made',
    }),
    act('/conversations/{id}/close', closeConversation, 'Put a thread away', { answers: 'Made' }),
    act('/conversations/{id}/reopen', reopenConversation, 'Bring a thread back', { answers: 'Made' }),
    act('/consent-invitations', inviteToConsent, 'Invite members to agree to texts', {
      description: 'By email, those with a number and no consent; nobody twice within a day.',
      example: { member_ids: [ID] },
    }),
  ],
};

export const suppressions: Group = {
  name: 'Suppressions',
  about:
    'Numbers and addresses that must not be sent to, for everybody who has them, whatever is imported. Only the person there can open one again; staff can clear a hold.',
  endpoints: [
    list('/suppressions', listSuppressions, 'List suppressed addresses', { answers: 'Suppression' }),
    act('/suppressions', suppressAddress, 'Suppress a number or address', {
      example: { channel: 'email', address: 'lena.marsh@district.example', reason: 'unsubscribed' },
    }),
    act('/suppressions/release', releaseHold, 'Clear a hold', {
      example: { channel: 'sms', address: '406-555-0142' },
    }),
  ],
};
