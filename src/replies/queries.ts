export * from './answer-queries.ts';
export * from './enrol-queries.ts';
export * from './inbound-queries.ts';
export * from './inbox-queries.ts';
export * from './reply-queries.ts';
export * from './mail-queries.ts';
