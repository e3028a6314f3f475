import { endAsk, setAsk } from '../../alerts/index.ts';
import { delegation, listCoverage, showBoard, showCoverage } from '../../whip/index.ts';
import { create, list, put, show, type Group } from '../endpoint.ts';

export const whip: Group = {
  name: 'Boards and coverage',
  about:
    'Seat by seat, as members and staff reported it: where the votes stand, who has spoken with whom, who should ask next. Nothing of it is kept apart from the contact reports. A regional president’s key is told no member of another region, a partner’s no member at all.',
  endpoints: [
    show('/bills/{bill_id}/board', showBoard, 'Show where the votes on a bill stand', {
      description:
        'Every seat of a chamber or committee: the last stance of who holds it, who reported it and when (`was`: where they stood a week before; `is_new`: heard within the week for the first time), and in `askers` the members who should ask next, the best first. `over` counts the seats at the end of each of five weeks. Without `body_id`, the committee of the next hearing. `on` shows the end of an earlier day. With `official_id`, `heard` is what was said with that official. A partner’s key reads bills on which talking points are shared.',
      answers: 'Board',
    }),
    list('/coverage', listCoverage, 'List committees with their gaps', {
      description:
        'Of how many `seats`, how many members reach (`reached`), with how many somebody has spoken since the session began (`spoken`), and with how many nobody has (`gaps`).',
      answers: 'Coverage',
    }),
    show('/committees/{committee_id}/coverage', showCoverage, 'Show the coverage of a committee', {
      description:
        'Each seat with how many members reach it and who should ask (`askers`), how many have spoken with its holder since the session began (`speakers`), and what was heard last (`heard`; null: nobody has spoken with them).',
      answers: 'CommitteeCoverage',
    }),
  ],
};

export const delegationGroup: Group = {
  name: 'Delegation',
  about:
    'The state’s senators and representatives in Congress: what is asked of each, who speaks to them, and what was heard last.',
  endpoints: [
    show('/delegation', delegation, 'Show the delegation', { answers: 'Delegation' }),
    create('/asks', setAsk, 'Ask something of officials', {
      example: {
        official_ids: ['01JD3WK2Q9V6H7M4T8XN5RBACD'],
        issue_id: '01JD3WK2Q9V6H7M4T8XN5RBACE',
        words: 'Cosponsor S. 12.',
      },
      answers: 'Made',
    }),
    put('/asks/{id}/ending', endAsk, 'End an ask, or let it stand again', { example: { ended: true } }),
  ],
};
