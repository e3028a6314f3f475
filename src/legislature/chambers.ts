/** A chamber as the tables have it. */
export interface Chamber {
  id: string;
  /** Two capital letters of a state, or US. */
  jurisdiction: string;
  level: 'state' | 'federal';
  kind: 'lower' | 'upper';
  name: string;
  seatLabel: string;
  officialTitle: 'Sen.' | 'Rep.';
}
export type ChamberKind = Chamber['kind'];

/** The states by their postal letters. */
export const STATE_NAMES: Record<string, string> = Object.fromEntries(
  (
    'AL Alabama,AK Alaska,AZ Arizona,AR Arkansas,CA California,CO Colorado,CT Connecticut,DE Delaware,' +
    'FL Florida,GA Georgia,HI Hawaii,ID Idaho,IL Illinois,IN Indiana,IA Iowa,KS Kansas,KY Kentucky,' +
    'LA Louisiana,ME Maine,MD Maryland,MA Massachusetts,MI Michigan,MN Minnesota,MS Mississippi,MO Missouri,' +
    'MT Montana,NE Nebraska,NV Nevada,NH New Hampshire,NJ New Jersey,NM New Mexico,NY New York,' +
    'NC North Carolina,ND North Dakota,OH Ohio,OK Oklahoma,OR Oregon,PA Pennsylvania,RI Rhode Island,' +
    'SC South Carolina,SD South Dakota,TN Tennessee,TX Texas,UT Utah,VT Vermont,VA Virginia,WA Washington,' +
    'WV West Virginia,WI Wisconsin,WY Wyoming'
  )
    .split(',')
    .map((entry) => [entry.slice(0, 2), entry.slice(3)]),
);
const LOWER_NAMES: Record<string, string> = {
  CA: 'Assembly',
  MD: 'House of Delegates',
  NV: 'Assembly',
  NJ: 'General Assembly',
  NY: 'Assembly',
  VA: 'House of Delegates',
  WI: 'Assembly',
  WV: 'House of Delegates',
};
/** Chambers whose seats are numbered from 1: all of them exist, also those that no file mentions. */
const NUMBERED_SEATS: Record<string, number> = {
  'mt-lower': 100,
  'mt-upper': 50,
  'ms-lower': 122,
  'ms-upper': 52,
};

/** The name of a state by its two letters, or the letters where they are none; US for the federal level. */
export const jurisdictionName = (letters: string): string =>
  letters === 'US' ? 'United States' : (STATE_NAMES[letters] ?? letters);
export const isState = (letters: string): boolean => letters in STATE_NAMES;
export const STATE_CHOICES = Object.entries(STATE_NAMES).map(([value, label]) => ({ value, label }));

/** A chamber of a state's legislature. */
export const stateChamber = (state: string, kind: ChamberKind): Chamber => ({
  id: `${state.toLowerCase()}-${kind}`,
  jurisdiction: state,
  level: 'state',
  kind,
  name: `${jurisdictionName(state)} ${kind === 'upper' ? 'Senate' : (LOWER_NAMES[state] ?? 'House')}`,
  seatLabel: kind === 'upper' ? 'SD' : 'HD',
  officialTitle: kind === 'upper' ? 'Sen.' : 'Rep.',
});

export const US_SENATE: Chamber = {
  id: 'us-senate',
  jurisdiction: 'US',
  level: 'federal',
  kind: 'upper',
  name: 'US Senate',
  seatLabel: '',
  officialTitle: 'Sen.',
};
export const US_HOUSE: Chamber = {
  id: 'us-house',
  jurisdiction: 'US',
  level: 'federal',
  kind: 'lower',
  name: 'US House',
  seatLabel: '',
  officialTitle: 'Rep.',
};
/** The district of a state that has one seat in the US House. */
export const AT_LARGE = 'At-Large';

/** How many numbered seats a chamber has, or null where its seats have names or are not known. */
export const numberedSeats = (chamberId: string): number | null => NUMBERED_SEATS[chamberId] ?? null;

const slug = (district: string): string =>
  /^\d+$/.test(district)
    ? String(Number(district)).padStart(3, '0')
    : district
        .normalize('NFD')
        .replaceAll(/\p{M}/gu, '')
        .toLowerCase()
        .replaceAll(/[^a-z0-9]+/g, '-')
        .replaceAll(/^-|-$/g, '');

/** The id of a seat: the same for the same seat in every file, and in the order of the districts. */
export const seatId = (chamber: Chamber, state: string, district: string): string =>
  chamber.level === 'federal'
    ? `${chamber.id}-${state.toLowerCase()}-${slug(district)}`
    : `${chamber.id}-${slug(district)}`;

/** How people name a seat: "HD 78", "1st Franklin", "MT-2", "MT Class 1". */
export const seatName = (seat: {
  chamberId: string;
  seatLabel: string;
  state: string;
  district: string;
}): string => {
  if (seat.chamberId === US_HOUSE.id)
    return seat.district === AT_LARGE ? `${seat.state} at large` : `${seat.state}-${seat.district}`;
  if (seat.chamberId === US_SENATE.id) return `${seat.state} ${seat.district}`;
  return /^\d/.test(seat.district) && !/[a-z]{3}/i.test(seat.district) && seat.seatLabel
    ? `${seat.seatLabel} ${seat.district}`
    : seat.district;
};
