import {
  addActivity,
  addContactReport,
  addExpense,
  classifyActivity,
  confirmActivity,
  confirmContactReport,
  confirmExpense,
  discardContactReport,
  listActivities,
  listContactReports,
  listExpenses,
  removeActivity,
  removeExpense,
  showActivity,
  showContactReport,
  showExpense,
} from '../../lobbying/index.ts';
import { act, create, list, put, remove, show, type Group } from '../endpoint.ts';

const ID = '01JD3WK2Q9V6H7M4T8XN5RBACE';
const PAGED = { renamed: { after: 'cursor' } };

export const contactReports: Group = {
  name: 'Contact reports',
  about:
    'That a member or a paid lobbyist spoke with an official, and where the official stands. A draft comes from a reply; confirmed, it is a line of the log in the same commit.',
  endpoints: [
    list('/contact-reports', listContactReports, 'List contact reports, the newest first', {
      ...PAGED,
      answers: 'ContactReport',
    }),
    create('/contact-reports', addContactReport, 'Add a contact report', {
      description: 'Confirmed at once. Without `member_id` it is your own contact.',
      example: {
        member_id: ID,
        official_id: ID,
        bill_id: ID,
        method: 'phone',
        stance: 'lean_support',
        on_date: '2027-02-08',
        note: 'Worried about the cost to the state.',
      },
      answers: 'Made',
    }),
    show('/contact-reports/{id}', showContactReport, 'Show a contact report', { answers: 'ContactReport' }),
    act('/contact-reports/{id}/confirmation', confirmContactReport, 'Confirm a draft', {
      description: 'Fields left out stay as the draft has them; an official must be known by then.',
      example: { stance: 'lean_oppose' },
      answers: 'Made',
    }),
    remove('/contact-reports/{id}', discardContactReport, 'Put a draft away', { answers: 'Made' }),
  ],
};

export const activities: Group = {
  name: 'Activities',
  about:
    'The lobbying log: one person, one day, one subject. Whether a line counts is decided for each regime, by a rule with its version or by a person with a reason.',
  endpoints: [
    list('/activities', listActivities, 'List activities of a period, the oldest first', {
      ...PAGED,
      answers: 'Activity',
    }),
    create('/activities', addActivity, 'Log an activity', {
      example: {
        on_date: '2027-02-08',
        kind: 'testimony',
        method: 'in_person',
        bill_id: ID,
        position: 'support',
        minutes: 45,
        note: 'House Education Committee',
      },
      answers: 'Made',
    }),
    show('/activities/{id}', showActivity, 'Show an activity', { answers: 'Activity' }),
    act('/activities/{id}/confirmation', confirmActivity, 'Confirm a draft', {
      example: { minutes: 30 },
      answers: 'Made',
    }),
    put('/activities/{id}/class', classifyActivity, 'Decide what a regime makes of a line', {
      description: 'The reason stays with the line.',
      example: {
        regime: 'mt',
        class: 'direct',
        counts: true,
        reason: 'Official of the association by title.',
      },
      answers: 'Made',
    }),
    remove('/activities/{id}', removeActivity, 'Remove an activity', { answers: 'Made' }),
  ],
};

export const expenses: Group = {
  name: 'Expenses',
  about: 'What lobbying cost, in whole cents, in the category of each regime.',
  endpoints: [
    list('/expenses', listExpenses, 'List expenses of a period, the oldest first', {
      ...PAGED,
      answers: 'Expense',
    }),
    create('/expenses', addExpense, 'Log an expense', {
      example: {
        incurred_on: '2027-02-08',
        amount_cents: 18450,
        payee: 'Example Printing',
        purpose: 'Fact sheets for the hearing on HB 203',
        mt_category: 'printing',
      },
      answers: 'Made',
    }),
    show('/expenses/{id}', showExpense, 'Show an expense', { answers: 'Expense' }),
    act('/expenses/{id}/confirmation', confirmExpense, 'Confirm a draft', {
      description:
        'A closed alert leaves its measured cost as a draft. A category left out stays as the draft has it; null takes it out of that state’s reports.',
      example: { mt_category: 'telephone' },
      answers: 'Made',
    }),
    remove('/expenses/{id}', removeExpense, 'Remove an expense', { answers: 'Made' }),
  ],
};
