import { runSteps } from './steps.ts';

runSteps([
  { name: 'Format', command: ['oxfmt', '--check'] },
  { name: 'Types of the Worker', command: ['tsc', '-p', 'tsconfig.json'] },
  { name: 'Types of scripts and node tests', command: ['tsc', '-p', 'tsconfig.node.json'] },
  { name: 'Lint', command: ['oxlint', '--type-aware', '--deny-warnings'] },
  { name: 'Unused code', command: ['knip'] },
  { name: 'Bundle and start-up', command: ['node', 'scripts/budget.ts'] },
]);
