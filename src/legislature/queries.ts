export * from './agenda-queries.ts';
export * from './official-queries.ts';
export * from './refresh-queries.ts';
export * from './relationship-queries.ts';
export * from './fetch-queries.ts';
export * from './undo-queries.ts';
export * from './map-queries.ts';
