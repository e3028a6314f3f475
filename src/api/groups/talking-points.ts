import {
  addTalkingPoints,
  compareTalkingPoints,
  editTalkingPoints,
  listTalkingPoints,
  publishTalkingPoints,
  shareTalkingPoints,
  showTalkingPoints,
  talkingPointsFigures,
} from '../../alerts/index.ts';
import { pointsAtMeetings, pointsInField } from '../../reports/index.ts';
import { change, create, list, put, show, type Group } from '../endpoint.ts';

export const talkingPoints: Group = {
  name: 'Talking points',
  about:
    'What members read before they call. A published version is never edited; every link in the field shows the newest. Partners see what is shared with their organization.',
  endpoints: [
    list('/talking-points', listTalkingPoints, 'List talking points', { answers: 'TalkingPoints' }),
    create('/talking-points', addTalkingPoints, 'Begin talking points', {
      example: {
        issue_id: '01JD3WK2Q9V6H7M4T8XN5RBACE',
        level: 'state',
        title: 'HB 203: what to say',
        body: 'Ask for a **yes** in committee on Tuesday: {{district}} has {{enrollment | many}} students.',
        short: 'HB 203: ask for a yes on Tuesday.',
        expires_on: '2027-02-09',
      },
      answers: 'Made',
    }),
    show('/talking-points/{id}', showTalkingPoints, 'Show talking points with one version’s words', {
      description:
        'The newest version, unless `no` names another. `words` are the version as it is read, with the figures of `district` in place of fields; a line whose figure is not known is left out. Partners see the words as they are read where no figure is known.',
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
    show('/talking-points/{id}/figures', talkingPointsFigures, 'List the figures that a draft asks for', {
      description: 'Of how many of the members’ districts each is not known, and of which.',
    }),
    show(
      '/talking-points/{id}/comparison',
      compareTalkingPoints,
      'Compare two versions, or one with the draft',
      {
        description:
          'Lines in reading order, each in runs that stand in both, were added or were removed. Without `from_version`, from the version before; without `to_version`, what the draft would change.',
        renamed: { from: 'from_version', to: 'to_version' },
      },
    ),
    show('/talking-points/{id}/field', pointsInField, 'Count who has which version'),
    list(
      '/talking-points/{id}/meetings',
      pointsAtMeetings,
      'List meetings with the version that the member had',
      {
        description:
          'What a member read on the day of the meeting counts; where they read none, what was sent.',
      },
    ),
    put('/talking-points/{id}/sharing', shareTalkingPoints, 'Share with partners, or no longer', {
      description:
        'With every partner, those to come too, or with the people of the organizations named. Each call replaces what was said before.',
      example: { shared: true, organization_ids: ['01JD3WK2Q9V6H7M4T8XN5RBACD'] },
    }),
  ],
};
