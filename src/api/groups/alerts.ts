import {
  alertById,
  approveAlert,
  discardAlert,
  draftAlert,
  editAlert,
  listAlerts,
  listExcluded,
  previewAlert,
  proposeAlert,
  returnAlert,
} from '../../alerts/index.ts';
import {
  cancelAlert,
  closeAlert,
  deliveriesOf,
  launchAlert,
  leaveUnconfirmed,
  listUnconfirmed,
  nudgeAlert,
  pauseAlert,
  resumeAlert,
  scheduleAlert,
  sendAgain,
  supersedeAlert,
  unscheduleAlert,
} from '../../delivery/index.ts';
import { answerForMember, responsesOf } from '../../replies/index.ts';
import { act, change, create, list, remove, show, type Group } from '../endpoint.ts';
import { showTally } from '../show-tally.ts';

const ID = '01JD3WK2Q9V6H7M4T8XN5RBACE';

export const alerts: Group = {
  name: 'Alerts',
  about:
    'A call to members: drafted, proposed, approved by a second person, launched, answered, closed. `revision` is the one you had before you; it refuses a change when somebody else was first.',
  endpoints: [
    list('/alerts', listAlerts, 'List alerts, the newest first', { answers: 'AlertLine' }),
    create('/alerts', draftAlert, 'Draft an alert', {
      description:
        'Everything but kind, title and organization may come later. Keys of the audience narrow each other, the values of one key widen it; none at all means every active member.',
      example: {
        kind: 'action',
        title: 'HB 203: hearing on Tuesday',
        organization_id: ID,
        sms_text: 'HB 203 is heard Tuesday. Please call your representative. {{link}}',
        email_subject: 'HB 203 is heard on Tuesday',
        email_text: 'Dear {{first_name}}, please call your representative before Tuesday. {{link}}',
        audience: { kinds: ['superintendent'] },
        deadline_at: '2027-02-10T00:00:00Z',
        questions: [
          {
            prompt: 'Have you reached your representative?',
            options: [
              { no: 1, label: 'Reached them', outcome: 'contacted', synonyms: ['spoke with them'] },
              { no: 2, label: 'Will call today', outcome: 'will' },
            ],
          },
          {
            prompt: 'Whom did you reach, and where do they stand?',
            kind: 'officials',
            after: { question: 1, option: 1 },
          },
        ],
      },
      answers: 'Alert',
    }),
    show('/alerts/{id}', alertById, 'Show an alert', { answers: 'Alert' }),
    change('/alerts/{id}', editAlert, 'Rewrite an alert that is not launched', {
      description: 'Fields left out stay. The approval is void, and the alert is a draft again.',
      example: { revision: 1, title: 'HB 203: hearing moved to Wednesday' },
      answers: 'Alert',
    }),
    remove('/alerts/{id}', discardAlert, 'Discard an alert that is not launched', {
      description: 'It stays on record.',
      answers: 'Made',
    }),
    show('/alerts/{id}/preview', previewAlert, 'Preview: people, exclusions, the text at its longest, cost', {
      description: '`hash` and `people` are what an approval has to name.',
      answers: 'Preview',
    }),
    list('/alerts/{id}/exclusions', listExcluded, 'List the people who are left out, with the reason', {
      answers: 'Exclusion',
    }),
    act('/alerts/{id}/proposal', proposeAlert, 'Propose an alert for approval', {
      description: 'Freezes the words and tells the approvers.',
      example: { revision: 1 },
      answers: 'Alert',
    }),
    act('/alerts/{id}/return', returnAlert, 'Send an alert back to its writers', {
      example: { note: 'Please name the committee.' },
      answers: 'Alert',
    }),
    act('/alerts/{id}/approval', approveAlert, 'Approve an alert', {
      description:
        'By another person than the one who proposed it, with the `hash` and the number of people that the preview showed. An owner may approve their own with a `reason`. Those past the weekly budget are left out, except with `over_budget`: why they get it all the same.',
      example: {
        hash: '9f2c6d4be1a87305c2d4f6a8b0c1e3d5f7092b4d6e8fa0c1d3e5f7a9b1c3d5e7',
        audience_count: 212,
      },
      answers: 'Alert',
    }),
    act('/alerts/{id}/launch', launchAlert, 'Send an approved alert', { answers: 'Sending' }),
    act('/alerts/{id}/schedule', scheduleAlert, 'Have the clock send an approved alert', {
      description:
        'With every check of a launch. A clock that comes more than 15 minutes late sends nothing: the alert stays scheduled until a person launches it or takes it back.',
      example: { at: '2027-02-09T16:00:00Z' },
      answers: 'Alert',
    }),
    act('/alerts/{id}/unschedule', unscheduleAlert, 'Take a scheduled alert back from the clock', {
      description: 'It stays approved.',
      answers: 'Alert',
    }),
    act('/alerts/{id}/pause', pauseAlert, 'Pause the sending', { answers: 'Sending' }),
    act('/alerts/{id}/resume', resumeAlert, 'Go on sending', { answers: 'Sending' }),
    act('/alerts/{id}/nudges', nudgeAlert, 'Remind those who have not answered', {
      description: 'In the alert’s words after “Reminder:”, unless you give others.',
      example: { sms_text: 'Reminder: HB 203 is heard in an hour. {{link}}' },
      answers: 'Sending',
    }),
    act('/alerts/{id}/supersede', supersedeAlert, 'Begin a new version of an alert that is out', {
      description:
        'Makes a draft in the same words, which is proposed and approved like any. One that is being sent is paused meanwhile. The launch of the draft ends the old alert.',
      example: { draft_id: ID },
      answers: 'Made',
    }),
    act('/alerts/{id}/close', closeAlert, 'Close an alert', {
      description: 'Answers no longer count. What it cost becomes a draft of the lobbying log.',
      answers: 'Sending',
    }),
    act('/alerts/{id}/cancel', cancelAlert, 'Call an alert off', {
      description: 'Nothing more of it goes out.',
    }),
    show('/alerts/{id}/tally', showTally, 'Show how an alert stands', {
      description:
        'Asked and answered, by option, region, kind and class; and the sending. Partners see totals only.',
      answers: 'Tally',
    }),
    list('/alerts/{id}/deliveries', deliveriesOf, 'List deliveries, nudges included', {
      answers: 'Delivery',
    }),
    list('/alerts/{alert_id}/unconfirmed', listUnconfirmed, 'List messages that nobody could confirm', {
      description: 'They may have arrived. Each waits for one of the two decisions below.',
      answers: 'Unconfirmed',
    }),
    act('/alerts/{alert_id}/unconfirmed/again', sendAgain, 'Send unconfirmed messages once more', {
      description: 'Some members may get them twice. An opt-out, the hours and the deadline hold.',
      example: { ids: [1204], reason: 'The hearing was moved to tomorrow morning.' },
    }),
    act('/alerts/{alert_id}/unconfirmed/leave', leaveUnconfirmed, 'Leave unconfirmed messages as they are', {
      example: { ids: [1204] },
    }),
    list('/alerts/{alert_id}/responses', responsesOf, 'List who was asked, with their current answer', {
      description:
        '`unanswered=1` leaves those who have not answered. `answers` holds the answer to each question, in words.',
      answers: 'Response',
    }),
    act('/alerts/{alert_id}/responses', answerForMember, 'Write down what a member told you', {
      example: { member_id: ID, option_id: ID, note: 'On the phone: leaning yes.' },
    }),
  ],
};
