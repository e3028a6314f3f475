import * as z from 'zod';
import { readCsv } from '../platform/csv.ts';
import { isPrivateMailbox } from '../platform/email-address.ts';

/**
 * The files that two projects publish, in the shape that imports take: people of a state as Open States offers them for
 * download (`https://data.openstates.org/people/current/mt.csv`), and Congress as congress-legislators does
 * (`legislators-current.json`). Neither says of which day it is: the day of the import is taken. Office data only.
 * Anything else is answered as it came.
 */
export const fromPublished = (text: string, place: { state: string; today: string }): string => {
  if (/^\ufeff?"?id"?,"?name"?,/.test(text)) return fromOpenStatesCsv(text, place);
  const congress = /^\ufeff?\s*\[/.test(text) ? congressRows(text) : null;
  return congress
    ? JSON.stringify({ source: 'congress-legislators', snapshot: place.today, people: congress })
    : text;
};

const fromOpenStatesCsv = (text: string, { state, today }: { state: string; today: string }): string => {
  const csv = readCsv(text);
  if (!csv.ok) return text;
  const people = csv.rows
    .map(({ cells }) => ({
      id: cells.id,
      name: cells.name,
      given: cells.given_name ?? '',
      family: cells.family_name || cells.name?.split(' ').at(-1),
      chamber: cells.current_chamber,
      district: cells.current_district,
      party: cells.current_party || undefined,
      email: cells.email && !isPrivateMailbox(cells.email) ? cells.email : undefined,
      phone: cells.capitol_voice || undefined,
      links: (cells.links ?? '').split(';').filter(Boolean),
    }))
    .filter(({ chamber }) => chamber === 'lower' || chamber === 'upper');
  return JSON.stringify({ state, source: 'openstates/people', snapshot: today, people });
};

const member = z.object({
  id: z.object({ bioguide: z.string() }),
  name: z.object({ first: z.string(), last: z.string(), official_full: z.string().optional() }),
  terms: z
    .array(
      z.object({
        type: z.enum(['sen', 'rep']),
        start: z.string(),
        end: z.string(),
        state: z.string(),
        district: z.number().optional(),
        class: z.number().optional(),
        party: z.string().optional(),
        phone: z.string().optional(),
        office: z.string().optional(),
        url: z.string().optional(),
      }),
    )
    .min(1),
});

/** Members of Congress for the states; delegates of territories have no vote and no state of ours. */
const congressRows = (text: string) => {
  try {
    const read = z.array(member).safeParse(JSON.parse(text.replace(/^\ufeff/, '')));
    return (
      read.data?.flatMap(({ id, name, terms }) => {
        const term = terms.at(-1);
        if (!term) return [];
        return [
          {
            id: id.bioguide,
            name: name.official_full ?? `${name.first} ${name.last}`,
            given: name.first,
            family: name.last,
            state: term.state,
            chamber: term.type === 'sen' ? 'senate' : 'house',
            class: term.class,
            district: term.district,
            party: term.party,
            phone: term.phone,
            office: term.office,
            links: term.url ? [term.url] : [],
            term: [term.start, term.end],
          },
        ];
      }) ?? null
    );
  } catch {
    return null;
  }
};
