import { setWeeklyBudget } from '../../staff/index.ts';
import { put, type Group } from '../endpoint.ts';

export const network: Group = {
  name: 'Network',
  about: 'What the director decides for the whole network.',
  endpoints: [
    put('/weekly-budget', setWeeklyBudget, 'Set how many messages a member may get in a week', {
      description:
        'Alerts and nudges of the last seven days, by text and email as one. Whoever has had so many is left out of the next, with the reason `over_budget`. `null` sets no limit.',
      example: { weekly_budget: 3 },
      answers: 'WeeklyBudget',
    }),
  ],
};
