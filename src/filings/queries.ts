export * from './filing-queries.ts';
export * from './log-row-queries.ts';
export * from './obligation-queries.ts';
