export * from './report-queries.ts';
export * from './log-queries.ts';
export * from './confirmation-queries.ts';
