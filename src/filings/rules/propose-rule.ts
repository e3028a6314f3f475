import * as z from 'zod';
import { verb } from '../../platform/verb.ts';
import { writeRule } from './add-rule.ts';
import { ruleFields } from './rule-input.ts';

/** Keeps a rule that may come, such as a bill not yet law. It has no effect until it is put in force. */
export const proposeRule = verb({
  name: 'rule.propose',
  by: ['owner', 'director'],
  input: z.strictObject(ruleFields),
  run: (world, who, input) => writeRule(world, who, input, 'proposed'),
});
