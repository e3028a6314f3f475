import { runSteps } from './steps.ts';

const more = process.argv.slice(2);
runSteps([{ name: 'Tests', command: ['vitest', 'run', ...more] }]);
