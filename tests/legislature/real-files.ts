const found = import.meta.glob<string>(
  [
    '../../../shared/data/legislators/*.json',
    '../../../shared/data/reach/*.csv',
    '../../../shared/data/zip-districts/*.json',
    '../../../shared/data/school-districts/*.json',
    '../../../shared/data/rosters/*.csv',
  ],
  { query: '?raw', import: 'default', eager: true },
);

/** A file of open data that lies beside the project, or null where that folder is absent. @param path 'legislators/mt.json' */
export const realFile = (path: string): string | null => found[`../../../shared/data/${path}`] ?? null;
