import type * as z from 'zod';
import type { Settings } from '../../platform/world.ts';
import { askJson, OUTSIDE, type Outside } from '../feeds/index.ts';
import { jurisdiction, pageOf } from './shapes.ts';

const SERVICE = 'Open States';
const BASE = 'https://v3.openstates.org';
/** The free tier answers ten times a minute; a little slower than that is never told to wait. */
const PAUSE_MS = 6_200;
const MOST_PAGES = 40;

/** Open States over HTTP: one request after the other, at the pace of its free tier. */
export const openStatesClient = (key: NonNullable<Settings['openStatesKey']>, outside: Outside = OUTSIDE) => {
  let asked = false;
  const get = async <Schema extends z.ZodType>(path: string, query: [string, string][], schema: Schema) => {
    if (asked) await outside.sleep(PAUSE_MS);
    asked = true;
    const search = new URLSearchParams(query).toString();
    const url = `${BASE}${path}${search ? `?${search}` : ''}`;
    return askJson(outside, { service: SERVICE, url, headers: { 'x-api-key': key }, schema });
  };
  return {
    get,
    /** Every row of a list that comes in pages. */
    async all<Row extends z.ZodType>(
      path: string,
      query: [string, string][],
      row: Row,
    ): Promise<z.output<Row>[]> {
      const rows: z.output<Row>[] = [];
      for (let page = 1; page <= MOST_PAGES; page += 1) {
        const answer = await get(path, [...query, ['page', String(page)]], pageOf(row));
        rows.push(...answer.results);
        if (page >= answer.pagination.max_page) break;
      }
      return rows;
    },
    jurisdiction: (letters: string, include: 'organizations' | 'legislative_sessions') =>
      get(`/jurisdictions/${jurisdictionId(letters)}`, [['include', include]], jurisdiction),
  };
};

/** The id of a state's government, or of the federal one, as Open Civic Data writes it. */
export const jurisdictionId = (letters: string): string =>
  letters === 'US'
    ? 'ocd-jurisdiction/country:us/government'
    : `ocd-jurisdiction/country:us/state:${letters.toLowerCase()}/government`;
