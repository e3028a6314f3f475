import {
  addTalkingPoints,
  editTalkingPoints,
  listTalkingPoints,
  publishTalkingPoints,
  shareTalkingPoints,
  showTalkingPoints,
} from '../../alerts/index.ts';
import { change, create, list, put, show, type Group } from '../endpoint.ts';

export const talkingPoints: Group = {
  name: 'Talking points',
  about:
    'What members read before they call. A published version is never edited; every link in the field shows the newest. Partners see what is shared.',
  endpoints: [
    list('/talking-points', listTalkingPoints, 'List talking points', { answers: 'TalkingPoints' }),
    create('/talking-points', addTalkingPoints, 'Begin talking points', {
      example: {
        issue_id: '01JD3WK2Q9V6H7M4T8XN5RBACE',
        level: 'state',
        title: 'HB 203: what to say',
        body: 'Ask for a **yes** in committee on Tuesday.',
      },
      answers: 'Made',
    }),
    show('/talking-points/{id}', showTalkingPoints, 'Show talking points with one version’s words', {
      description: 'The newest version, unless `no` names another.',
      answers: 'TalkingPoints',
    }),
    change('/talking-points/{id}', editTalkingPoints, 'Write the draft', {
      description:
        'What is published stays as it is. `seen_at`, the `updated_at` that you had before you, refuses the change when somebody else wrote since.',
      example: { body: 'Ask for a **yes** on the floor on Friday.' },
    }),
    create('/talking-points/{id}/versions', publishTalkingPoints, 'Publish the draft as the next version', {
      example: { change_note: 'The vote is on Friday now.' },
    }),
    put('/talking-points/{id}/sharing', shareTalkingPoints, 'Share with partners, or no longer', {
      example: { shared: true },
    }),
  ],
};
