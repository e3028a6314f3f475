import {
  addBill,
  addBillEvent,
  addIssue,
  editIssue,
  endLegislativeSession,
  listBills,
  listIssues,
  listLegislativeSessions,
  rankPriorities,
  setPosition,
  showBill,
  startLegislativeSession,
  updateBill,
} from '../../legislature/index.ts';
import { change, create, list, put, show, type Group } from '../endpoint.ts';

const ID = '01JD3WK2Q9V6H7M4T8XN5RBACE';

export const agenda: Group = {
  name: 'Agenda',
  about:
    'Issues, the few that the director ranks, bills with hearings, votes and the network’s dated position.',
  endpoints: [
    list('/issues', listIssues, 'List issues by name', {
      description: 'With rank and number of bills in a legislative session, where one is given.',
      answers: 'Issue',
    }),
    create('/issues', addIssue, 'Add an issue', {
      example: { name: 'School funding formula', summary: 'Inflation in the base entitlements.' },
      answers: 'Issue',
    }),
    change('/issues/{id}', editIssue, 'Change an issue', {
      example: { summary: 'Inflation in the base entitlements and in special education.' },
      answers: 'Issue',
    }),
    put('/legislative-sessions/{legislative_session_id}/priorities', rankPriorities, 'Rank the priorities', {
      description:
        'The whole order at once; issues left out are priorities no more. `was`, the order you saw, refuses the change when another ranking came between.',
      example: { issue_ids: [ID] },
    }),
    list('/legislative-sessions', listLegislativeSessions, 'List legislative sessions', {
      answers: 'LegislativeSession',
    }),
    create('/legislative-sessions', startLegislativeSession, 'Start a legislative session', {
      example: { jurisdiction: 'MT', name: '2027 Regular Session', kind: 'regular', starts_on: '2027-01-04' },
      answers: 'LegislativeSession',
    }),
    put('/legislative-sessions/{id}/end', endLegislativeSession, 'Note that a legislature adjourned', {
      example: { ends_on: '2027-04-30' },
      answers: 'LegislativeSession',
    }),
    list('/bills', listBills, 'List bills by number', { answers: 'Bill' }),
    create('/bills', addBill, 'Put a bill on the agenda', {
      example: {
        legislative_session_id: ID,
        number: 'HB 203',
        title: 'Revise school funding laws',
        status: 'In committee',
        status_on: '2027-01-22',
      },
      answers: 'Bill',
    }),
    show('/bills/{id}', showBill, 'Show a bill with its events and positions', { answers: 'Bill' }),
    change('/bills/{id}', updateBill, 'Change a bill', {
      description: 'A new status is kept among its events.',
      example: { status: 'Passed the House', status_on: '2027-02-19' },
      answers: 'Bill',
    }),
    put('/bills/{bill_id}/position', setPosition, 'Say where an organization stands on a bill', {
      description: 'The association, unless told. The position held before ends on that day.',
      example: { position: 'support', from_on: '2027-01-25' },
      answers: 'Position',
    }),
    create('/bills/{bill_id}/events', addBillEvent, 'Add a hearing, a vote or a change of status', {
      example: { kind: 'hearing', at: '2027-02-09T22:00:00Z', note: 'Room 137' },
      answers: 'BillEvent',
    }),
  ],
};
