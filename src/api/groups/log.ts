import {
  addActivity,
  addCompensation,
  addDues,
  addRecurring,
  answerActivity,
  changeActivity,
  changeExpense,
  endRecurring,
  listCompensation,
  listDues,
  listRecurring,
  logLine,
  openQuestions,
  previewLine,
  removeCompensation,
  removeDues,
  showWeek,
  splitActivity,
  splitExpense,
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
    create('/activities/lines', logLine, 'Log one line of text', {
      description: 'What the line leaves open is refused, with the field. Warnings keep nothing back.',
      example: { line: '30m SB 12 Sen Hill oppose' },
      answers: 'Made',
    }),
    act('/activities/lines/preview', previewLine, 'Show what a line would log', {
      example: { line: '1h prep HB 203 yesterday' },
    }),
    show('/activities/week', showWeek, 'Show a week: minutes by person and day, gaps, lines that look alike'),
    show('/activities/{id}', showActivity, 'Show an activity', { answers: 'Activity' }),
    put('/activities/{id}', changeActivity, 'Change an activity', {
      description:
        'Its classes follow by rule; a person’s decision stands. Where a filed report has it, only with `amends`.',
      example: { on_date: '2027-02-08', kind: 'testimony', minutes: 50, note: 'House Education Committee' },
      answers: 'Made',
    }),
    show('/activities/{id}/questions', openQuestions, 'Show the questions whose answer would change a class'),
    put('/activities/{id}/answers', answerActivity, 'Answer what a regime asks of an activity', {
      example: { on_record: true },
      answers: 'Made',
    }),
    act('/activities/{id}/parts', splitActivity, 'Split an activity', {
      description: 'The first part stays; the minutes of all parts add up to the whole.',
      example: { parts: [{ share: 2 }, { share: 1, bill_id: ID }] },
    }),
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
        ms_category: 'not_reported',
      },
      answers: 'Made',
    }),
    show('/expenses/{id}', showExpense, 'Show an expense', { answers: 'Expense' }),
    put('/expenses/{id}', changeExpense, 'Change an expense', {
      description: 'Categories left out stay. Where a filed report has it, only with `amends`.',
      example: {
        incurred_on: '2027-02-08',
        amount_cents: 18450,
        payee: 'Example Printing',
        purpose: 'Fact sheets for the hearing on HB 203',
      },
      answers: 'Made',
    }),
    act('/expenses/{id}/parts', splitExpense, 'Split an expense', {
      description: 'The first part stays; the cents of all parts add up to the whole.',
      example: { parts: [{ share: 1 }, { share: 1, bill_id: ID }] },
    }),
    act('/expenses/{id}/confirmation', confirmExpense, 'Confirm a draft', {
      description:
        'A closed alert leaves its measured cost as a draft. A category left out stays as the draft has it; null takes it out of that state’s reports.',
      example: { mt_category: 'telephone' },
      answers: 'Made',
    }),
    remove('/expenses/{id}', removeExpense, 'Remove an expense', { answers: 'Made' }),
  ],
};

export const recurring: Group = {
  name: 'Recurring entries',
  about: 'Entries of the log that come back each week or month. On its day each makes one draft.',
  endpoints: [
    list('/recurring-entries', listRecurring, 'List recurring entries'),
    create('/recurring-entries', addRecurring, 'Set up a recurring entry', {
      example: { every: 'week', on_day: 1, kind: 'planning', minutes: 60, note: 'Weekly call' },
      answers: 'Made',
    }),
    remove('/recurring-entries/{id}', endRecurring, 'End a recurring entry', { answers: 'Made' }),
  ],
};

export const compensation: Group = {
  name: 'Compensation',
  about:
    'What lobbyists were paid for spans of days, in whole cents, benefits apart. No two spans of one person share a day.',
  endpoints: [
    list('/compensation', listCompensation, 'List pay that has a day in a period'),
    create('/compensation', addCompensation, 'Record pay', {
      example: {
        lobbyist_id: ID,
        from_on: '2027-01-01',
        to_on: '2027-01-31',
        pay_cents: 500000,
        benefit_cents: 90000,
        counted: ['health'],
        total_minutes: 9600,
      },
      answers: 'Made',
    }),
    remove('/compensation/{id}', removeCompensation, 'Remove pay', { answers: 'Made' }),
  ],
};

export const dues: Group = {
  name: 'Dues',
  about: 'Dues, fees and gifts that the association received, and whether they were given for lobbying.',
  endpoints: [
    list('/dues', listDues, 'List receipts of a period, the oldest first', PAGED),
    create('/dues', addDues, 'Record a receipt', {
      description: 'What was given for lobbying needs the payer’s address and what it was for.',
      example: {
        received_on: '2027-02-01',
        amount_cents: 30000,
        payer_kind: 'district',
        payer: 'Example School District',
        earmarked: true,
        payer_address: '1 Main Street, Example, MT 59000',
        earmark: 'The fight against HB 203',
      },
      answers: 'Made',
    }),
    remove('/dues/{id}', removeDues, 'Remove a receipt', { answers: 'Made' }),
  ],
};
