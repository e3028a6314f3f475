export * from './report-queries.ts';
export * from './log-queries.ts';
export * from './confirmation-queries.ts';
export * from './facts-queries.ts';
export * from './entry-queries.ts';
export * from './money-queries.ts';
export * from './campaign-queries.ts';
export * from './regime-queries.ts';
