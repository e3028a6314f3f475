import { spawnSync } from 'node:child_process';
import { dirname, delimiter, join } from 'node:path';
import { ROOT } from './local.ts';

export interface Step {
  name: string;
  command: string[];
}

/** Runs named steps one after the other and says how each went; stops the program with 1 at the first that fails. */
export const runSteps = (steps: Step[]): void => {
  const path = [join(ROOT, 'node_modules/.bin'), dirname(process.execPath), process.env.PATH].join(delimiter);
  const all = Date.now();
  for (const { name, command } of steps) {
    console.log(`\n${name}: ${command.join(' ')}`);
    const began = Date.now();
    const [program = '', ...args] = command;
    const { status } = spawnSync(program, args, {
      cwd: ROOT,
      stdio: 'inherit',
      env: { ...process.env, PATH: path },
    });
    const took = ((Date.now() - began) / 1000).toFixed(1);
    if (status !== 0) {
      console.error(`${name} failed after ${took} s.`);
      process.exit(1);
    }
    console.log(`${name}: fine, ${took} s.`);
  }
  console.log(`\nAll ${steps.length} steps fine, ${((Date.now() - all) / 1000).toFixed(0)} s.`);
};
