import type { Chamber } from './chambers.ts';
import { numberedSeats, seatId, seatName, stateChamber, US_HOUSE, US_SENATE } from './chambers.ts';
import { plainId, sourceOf, type congressFile, type officialFile } from './files.ts';
import type { FieldProblem } from '../platform/problem.ts';
import type * as z from 'zod';

export interface RosterSeat {
  id: string;
  chamberId: string;
  state: string;
  district: string;
  division: string | null;
  /** The first day of its map, where another was before it. */
  fromOn?: string | null;
}
export interface RosterOfficial {
  id: string;
  name: string;
  given: string;
  family: string;
  party: string | null;
  email: string | null;
  phone: string | null;
  office: string | null;
  links: string;
}
export interface RosterHolder {
  seatId: string;
  officialId: string;
  /** The first day in the seat, where the source says it. */
  fromOn: string | null;
}
/** What a file says about chambers: their seats, the people, and who holds which seat. */
export interface Roster {
  jurisdiction: string;
  chambers: Chamber[];
  states: string[];
  seats: RosterSeat[];
  officials: RosterOfficial[];
  holders: RosterHolder[];
  source: string;
  asOf: string;
}
export type RosterResult = { ok: true; roster: Roster } | { ok: false; fields: FieldProblem[] };

type StatePerson = z.output<typeof officialFile>['people'][number];
type Person = Omit<StatePerson, 'chamber' | 'district'> & { office?: string | undefined };
const officialOf = (person: Person): RosterOfficial => ({
  id: plainId(person.id),
  name: person.name,
  given: person.given,
  family: person.family,
  party: person.party ?? null,
  email: person.email ?? null,
  phone: person.phone ?? null,
  office: person.office ?? null,
  links: JSON.stringify(person.links),
});

/** The roster of a state's legislature; refuses a person in two seats and two people in one. */
export const stateRoster = (file: z.output<typeof officialFile>): RosterResult => {
  const chambers = (['lower', 'upper'] as const).map((kind) => stateChamber(file.state, kind));
  const chamberOf = (kind: 'lower' | 'upper') => chambers[kind === 'lower' ? 0 : 1] as Chamber;
  const seats = new Map<string, RosterSeat>();
  const addSeat = (chamber: Chamber, district: string, division: string | null) => {
    const id = seatId(chamber, file.state, district);
    if (!seats.has(id) || division)
      seats.set(id, { id, chamberId: chamber.id, state: file.state, district, division });
    return id;
  };
  for (const chamber of chambers)
    for (let no = 1; no <= (numberedSeats(chamber.id) ?? 0); no += 1) addSeat(chamber, String(no), null);
  const fields: FieldProblem[] = [];
  for (const [at, { chamber, district }] of [...file.people, ...file.vacancies].entries()) {
    const { id, name } = chamberOf(chamber);
    const size = numberedSeats(id);
    const no = /^\d+$/.test(district) ? Number(district) : 0;
    if (size !== null && (no < 1 || no > size)) {
      const field =
        at < file.people.length ? `people.${at}.district` : `vacancies.${at - file.people.length}.district`;
      fields.push({ field, message: `The seats of the ${name} are numbered 1 to ${size}.` });
    }
  }
  const holders = file.people.map((person) => ({
    seatId: addSeat(chamberOf(person.chamber), person.district, person.division ?? null),
    officialId: plainId(person.id),
    fromOn: null,
  }));
  const vacant = file.vacancies.map((one) => addSeat(chamberOf(one.chamber), one.district, null));
  fields.push(...doubles(holders, [...seats.values()], chambers));
  for (const [at, id] of vacant.entries())
    if (holders.some((holder) => holder.seatId === id))
      fields.push({
        field: `vacancies.${at}.district`,
        message: 'This seat is listed as vacant, and a person holds it.',
      });
  if (fields.length > 0) return { ok: false, fields };
  const roster = {
    jurisdiction: file.state,
    chambers,
    states: [file.state],
    seats: [...seats.values()],
    officials: file.people.map(officialOf),
    holders,
    source: sourceOf(file),
    asOf: file.snapshot,
  };
  return { ok: true, roster };
};

/** The roster of the members of Congress from some states. */
export const congressRoster = (file: z.output<typeof congressFile>, states: string[]): RosterResult => {
  const people = file.people.filter((person) => states.includes(person.state));
  const fields: FieldProblem[] = [];
  for (const [at, person] of file.people.entries()) {
    if (person.chamber === 'senate' && person.class === undefined)
      fields.push({ field: `people.${at}.class`, message: 'A senator has a class: 1, 2 or 3.' });
    if (person.chamber === 'house' && person.district === undefined)
      fields.push({
        field: `people.${at}.district`,
        message: 'A representative has a district; 0 where the state has one seat.',
      });
  }
  for (const state of states)
    if (!people.some((person) => person.state === state))
      fields.push({ field: 'states', message: `The file names nobody from ${state}.` });
  if (fields.length > 0) return { ok: false, fields };
  const seats = new Map<string, RosterSeat>();
  const holders = people.map((person) => {
    const chamber = person.chamber === 'senate' ? US_SENATE : US_HOUSE;
    const district = chamber === US_SENATE ? `Class ${person.class}` : houseDistrict(person.district ?? '');
    const id = seatId(chamber, person.state, district);
    const division = person.division ?? null;
    seats.set(id, { id, chamberId: chamber.id, state: person.state, district, division });
    return { seatId: id, officialId: plainId(person.id), fromOn: person.term?.[0] ?? null };
  });
  const chambers = [US_SENATE, US_HOUSE];
  const twice = doubles(holders, [...seats.values()], chambers);
  if (twice.length > 0) return { ok: false, fields: twice };
  const roster = {
    jurisdiction: 'US',
    chambers,
    states,
    seats: [...seats.values()],
    officials: people.map(officialOf),
    holders,
    source: sourceOf(file),
    asOf: file.snapshot,
  };
  return { ok: true, roster };
};

/** Congress-legislators writes the only seat of a state as district 0. */
const houseDistrict = (text: string): string => (/^(?:0|at[ -]?large)$/i.test(text) ? 'At-Large' : text);

const doubles = (holders: RosterHolder[], seats: RosterSeat[], chambers: Chamber[]): FieldProblem[] => {
  const fields: FieldProblem[] = [];
  const taken = new Set<string>();
  const seated = new Set<string>();
  for (const [at, holder] of holders.entries()) {
    if (taken.has(holder.seatId)) {
      const seat = seats.find(({ id }) => id === holder.seatId);
      const seatLabel = chambers.find(({ id }) => id === seat?.chamberId)?.seatLabel ?? '';
      const name = seat ? seatName({ ...seat, seatLabel }) : 'This seat';
      fields.push({
        field: `people.${at}.district`,
        message: `${name} is held by another person of this file.`,
      });
    }
    if (seated.has(holder.officialId))
      fields.push({ field: `people.${at}.id`, message: 'This person holds another seat in this file.' });
    taken.add(holder.seatId);
    seated.add(holder.officialId);
  }
  return fields;
};
