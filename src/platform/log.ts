import { withheld } from './personal.ts';

type Values = Record<string, string | number | boolean | null>;

/** One JSON line per event. Values are ids, counts and states: never names, numbers, addresses or token paths. */
export interface Log {
  info(event: string, values?: Values): void;
  /** A fault of ours: the message and stack of the error go to the log, never to a person. */
  fault(event: string, error: unknown, values?: Values): void;
}

/** Errors of others may quote what they were given, so every text of a line is looked through. */
const clean = (values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? withheld(value) : value,
    ]),
  );

export const jsonLog: Log = {
  info: (event, values = {}) => console.log(JSON.stringify({ event, ...clean(values) })),
  fault: (event, error, values = {}) =>
    console.error(
      JSON.stringify({
        event,
        ...clean(values),
        error: error instanceof Error ? withheld(error.message) : 'unknown',
        stack: error instanceof Error ? withheld(error.stack ?? '') : '',
      }),
    ),
};
