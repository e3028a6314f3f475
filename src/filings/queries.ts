export * from './fact-queries.ts';
export * from './filing-queries.ts';
export * from './log-row-queries.ts';
export * from './obligation-queries.ts';
export * from './rules/rule-queries.ts';
export * from './days/day-queries.ts';
export * from './receipt-queries.ts';
export * from './threshold-queries.ts';
