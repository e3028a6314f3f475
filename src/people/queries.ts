export * from './consent-queries.ts';
