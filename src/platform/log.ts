/** One JSON line per event. Values are ids, counts and states: never names, numbers, addresses or token paths. */
export interface Log {
  info(event: string, values?: Record<string, string | number | boolean | null>): void;
  /** A fault of ours: the message and stack of the error go to the log, never to a person. */
  fault(event: string, error: unknown, values?: Record<string, string | number | boolean | null>): void;
}

export const jsonLog: Log = {
  info: (event, values = {}) => console.log(JSON.stringify({ event, ...values })),
  fault: (event, error, values = {}) =>
    console.error(
      JSON.stringify({
        event,
        ...values,
        error: error instanceof Error ? error.message : 'unknown',
        stack: error instanceof Error ? (error.stack ?? '') : '',
      }),
    ),
};
