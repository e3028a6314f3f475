import {
  addRule,
  correctRule,
  listRules,
  proposeRule,
  putRuleInForce,
  reviewRule,
  showRule,
  withdrawRule,
} from '../../filings/index.ts';
import { act, create, list, show, type Group } from '../endpoint.ts';

const RULE = {
  regime: 'mt',
  key: 'late_fee_cap',
  value: '50000',
  operator: 'at_most' as const,
  unit: 'cents' as const,
  from_on: '2029-01-01',
  source: 'MCA 5-7-305, as amended',
  evidence: 'V' as const,
};

export const rules: Group = {
  name: 'Rules',
  about:
    'The dated figures that reports rest on, each with its source and how far it was read. Nothing is edited: a correction ends a row and adds one. A proposal has no effect until it is put in force.',
  endpoints: [
    list('/rules', listRules, 'List the rules of a regime, every row of each', {
      renamed: { after: 'cursor' },
      answers: 'Rule',
    }),
    show('/rules/{id}', showRule, 'Show a rule with its history and the reports that used it', {
      answers: 'Rule',
    }),
    create('/rules', addRule, 'Add a rule for days that no row of it covers', { example: RULE }),
    create('/rule-proposals', proposeRule, 'Keep a rule that may come, without effect', { example: RULE }),
    create('/rules/{id}/corrections', correctRule, 'Correct a rule from a day on', {
      example: {
        value: '310000',
        operator: 'more_than',
        from_on: '2029-01-01',
        source: 'ARM 44.12.204, notice of December 2028',
        evidence: 'V',
      },
    }),
    act('/rules/{id}/force', putRuleInForce, 'Put a proposal in force from its first day'),
    act('/rules/{id}/withdrawal', withdrawRule, 'Withdraw a proposal'),
    act('/rules/{id}/review', reviewRule, 'Note who looked a rule over', {
      example: { reviewer: 'Ruth Calloway, counsel' },
    }),
  ],
};
