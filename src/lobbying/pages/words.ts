import { EXPENSE_CATEGORIES } from '../expense-categories.ts';

/** Words of the log as a school leader would say them. */
export const KIND_LABELS: Record<string, string> = {
  direct_contact: 'Spoke with an official',
  testimony: 'Testified',
  preparation: 'Prepared',
  research: 'Researched',
  planning: 'Planned',
  solicitation_of_members: 'Asked members to contact officials',
  solicitation_of_public: 'Asked the public to contact officials',
  event: 'Held an event',
  monitoring: 'Followed a bill',
  technical_response: 'Answered a request for facts',
  administrative: 'Office work',
};
export const POSITION_LABELS: Record<string, string> = {
  support: 'Support',
  oppose: 'Oppose',
  amend: 'Amend',
  monitor: 'Monitor',
  neutral: 'Neutral',
};
export const MT_LABELS: Record<string, string> = EXPENSE_CATEGORIES.mt ?? {};
export const MS_LABELS: Record<string, string> = EXPENSE_CATEGORIES.ms ?? {};
export const choicesOf = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

/** "45 min", "1 h 20". */
export const showMinutes = (minutes: number): string =>
  minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h${minutes % 60 ? ` ${minutes % 60}` : ''}`;
