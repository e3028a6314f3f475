/** What ends a consumer without a word: the platform evicted it. Nothing of it runs on. */
export class Killed extends Error {
  constructor(point: string) {
    super(`Killed at ${point}.`);
    this.name = 'Killed';
  }
}

/** What befalls one call to the outside: before it had its effect, or after. */
export type Strike = 'kill-before' | 'kill-after' | 'fail-before' | 'fail-after';
/** Decides for each call of a process what befalls it. @param no counts the calls from 1 */
export type Script = (name: string, no: number) => Strike | null;

const FAILURES: Record<string, string> = {
  d1: 'D1_ERROR: Network connection lost.',
  queue: 'Queue send failed: Too Many Requests',
  pacer: 'Network connection lost.',
  files: 'put: We encountered an internal error. Please try again. (10001)',
};

/**
 * One run of the Worker: a consumer, a clock or a request. Every call to the database, a queue, the Pacer, the
 * object store or a provider passes through `point`, where it can fail or the whole run can be killed.
 */
export interface Process {
  /** Names of the calls so far, in order. */
  passed: string[];
  dead(): boolean;
  /** A call that storage serves: one at a time, in the order in which they came. */
  stored<T>(name: string, run: () => Promise<T>): Promise<T>;
  /** A call to a provider, which may wait for anything. */
  outside<T>(name: string, run: () => Promise<T>): Promise<T>;
}

/** Lets one call through at a time, so that the order of effects depends on nothing but the order of calls. */
export const openTurns = () => {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(run: () => Promise<T>): Promise<T> => {
    const mine = last.then(run, run);
    last = mine.catch(() => undefined);
    return mine;
  };
};

/** @param before is awaited at each call before anything befalls it: a place for barriers */
export const openProcess = (
  turns: ReturnType<typeof openTurns>,
  script: Script = () => null,
  before?: (name: string, no: number) => Promise<void>,
): Process => {
  let dead = false;
  const passed: string[] = [];
  const die = (name: string): never => {
    dead = true;
    throw new Killed(name);
  };
  const fail = (name: string): never => {
    throw new Error(FAILURES[name.split('.')[0] ?? ''] ?? 'fetch failed');
  };
  const point = async <T>(name: string, run: () => Promise<T>): Promise<T> => {
    if (dead) return die(name);
    passed.push(name);
    const no = passed.length;
    if (before) await before(name, no);
    const strike = script(name, no);
    if (strike === 'kill-before') die(name);
    if (strike === 'fail-before') fail(name);
    const value = await run();
    if (strike === 'kill-after' || dead) die(name);
    if (strike === 'fail-after') fail(name);
    return value;
  };
  return {
    passed,
    dead: () => dead,
    stored: (name, run) => point(name, () => turns(() => (dead ? Promise.resolve(die(name)) : run()))),
    outside: point,
  };
};
