/**
 * Everybody in the demo, made from a few lists so that it is the same at each start. All names are invented;
 * telephone numbers are of the 555-01xx kind that is kept for fiction, addresses end in .example.
 */
const GIVEN =
  'Ada Boyd Clara Dale Edith Frank Gwen Hank Iris Jonas Kate Lars Mabel Ned Olga Pete Quinn Ruth Stan Tess Ulla Vern Wanda Yusuf Zora Amos Birdie Cyrus Della Emmett'.split(
    ' ',
  );
const MEMBER_FAMILY =
  'Harrowgate Underhill-Vann Dunmarsh Ironwell Foxhollow Emberly Yarrowby Wintermoor Thornquist Glasswater O’Quarry Ravensby Barrowfen Pinecastle Brackenridge-Low Jarrowdale Nettlefield Marlowick Stonecroft Larkspur Applegarth Hollyoake Cinderford Quillane'.split(
    ' ',
  );
const OFFICIAL_FAMILY =
  'Kestrelman Aldercott Hillgrove Marchbank Ostrander Pellworth Quarterman Rookwood Silverlake Tamblyn Umberfield Vantongeren Westerhaus Yellowtail Zimmerlund Ashdown Birchmore Copperfield Dovetree Elkington Fairweather Graybill Hawthorne-Bell Ingersby Juniper Knotwell Lockridge Moonshire Northcutt Oakhurst'.split(
    ' ',
  );
export const REGIONS = [
  'Northwest',
  'Western',
  'Southwest',
  'Central',
  'Hi-Line',
  'South Central',
  'Northeast',
  'Southeast',
] as const;
const PLACES =
  'Alder Creek,Bear Gulch,Cedar Flat,Drummond Forks,Eagle Bench,Finch Prairie,Granite Pass,Hollow Lake,Iron Ridge,Juniper Bluff,Kettle Falls,Larch Valley,Medicine Rock,North Fork,Otter Bend,Pine Meadow,Quartz Hill,Red Willow,Sage Basin,Twin Buttes,Upper Crossing,Vista Point,Willow Spring,Yellow Bank'.split(
    ',',
  );
const CLASSES = ['elementary', 'high', 'k12'] as const;

const at = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;
const csv = (rows: (string | number)[][]) =>
  rows
    .map((row) =>
      row
        .map((cell) => (/[",\n]/.test(String(cell)) ? `"${String(cell).replaceAll('"', '""')}"` : cell))
        .join(','),
    )
    .join('\n');

/** Forty-eight districts, two in each place. */
export const districts = PLACES.flatMap((place, p) =>
  [0, 1].map((n) => {
    const kind = at(CLASSES, p + n);
    return {
      nces: `30${String(90_000 + p * 2 + n)}`,
      name: `${place} ${kind === 'k12' ? 'K-12 Schools' : kind === 'high' ? 'HS' : 'Elem'}`,
      county: place.split(' ')[0] ?? place,
      kind,
      region: at(REGIONS, p),
      zip: String(59_001 + p),
    };
  }),
);

export const districtsCsv = (): string =>
  csv([
    ['nces', 'name', 'county', 'state', 'class', 'zip', 'zone'],
    ...districts.map((one) => [one.nces, one.name, one.county, 'MT', one.kind, one.zip, 'America/Denver']),
  ]);

/** Ninety-six members: two to a district, a few without a number or without consent, as in life. */
export const members = districts.flatMap((district, d) =>
  [0, 1].map((n) => {
    const i = d * 2 + n;
    const first = at(GIVEN, i * 7 + n);
    const last = at(MEMBER_FAMILY, i * 5 + Math.floor(i / MEMBER_FAMILY.length));
    const kind =
      n === 0
        ? 'superintendent'
        : i % 19 === 1
          ? 'retired'
          : i % 11 === 1
            ? 'associate'
            : 'assistant superintendent';
    const host = district.name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
    return {
      first,
      last,
      kind,
      title: kind.replace(/(^|\s)\w/g, (letter) => letter.toUpperCase()),
      district,
      phone: i % 14 === 5 ? '' : `(406) 555-0${String(100 + i)}`,
      email:
        i % 23 === 9 ? '' : `${first}.${last}@${host}.example`.toLowerCase().replaceAll(/[^a-z0-9.@-]/g, ''),
      consented: i % 12 !== 7,
      groups: [
        i % 9 === 0 ? 'Legislative committee' : '',
        i % 7 === 3 ? 'Small schools' : '',
        i % 10 === 4 ? 'Women in leadership' : '',
      ]
        .filter(Boolean)
        .join('; '),
    };
  }),
);

/** The members' file. @param consentOn the day on which those with consent gave it */
export const membersCsv = (consentOn: string): string =>
  csv([
    [
      'first_name',
      'last_name',
      'kind',
      'title',
      'organization',
      'region',
      'district_nces',
      'district',
      'mobile',
      'email',
      'email_is_public',
      'zone',
      'sms_consent_on',
      'sms_consent_source',
      'groups',
    ],
    ...members.map((one) => [
      one.first,
      one.last,
      one.kind,
      one.title,
      '',
      one.district.region,
      one.district.nces,
      one.district.name,
      one.phone,
      one.email,
      'yes',
      'America/Denver',
      one.phone && one.consented ? consentOn : '',
      one.phone && one.consented ? 'membership form' : '',
      one.groups,
    ]),
  ]);

const PARTIES = ['Republican', 'Democratic'];
const seats = [
  ...Array.from({ length: 100 }, (_, i) => ({ chamber: 'lower', district: i + 1 })),
  ...Array.from({ length: 50 }, (_, i) => ({ chamber: 'upper', district: i + 1 })),
];
const officials = seats.map(({ chamber, district }, i) => {
  const given = at(GIVEN, i * 11 + 3 + Math.floor(i / GIVEN.length));
  const family = at(OFFICIAL_FAMILY, i + Math.floor(i / OFFICIAL_FAMILY.length) * 4);
  return {
    id: `demo-${chamber}-${district}`,
    name: `${given} ${family}`,
    given,
    family,
    chamber,
    district: String(district),
    party: at(PARTIES, Math.floor(i * 0.618)),
    email: `${given}.${family}@legislature.example`.toLowerCase(),
    phone: '406-555-0180',
  };
});
const HEAD = { source: 'the demo', state: 'MT' };

/** A legislature of 150 people in 150 seats. @param snapshot local date */
export const officialsJson = (snapshot: string): string =>
  JSON.stringify({ ...HEAD, snapshot, vacancies: [], people: officials });

const seated = (chamber: string, from: number, count: number) =>
  officials
    .filter((one) => one.chamber === chamber)
    .slice(from, from + count)
    .map((one, n) => (n === 0 ? [one.id, 'chair'] : n === 1 ? [one.id, 'vice chair'] : [one.id]));

export const committeesJson = (snapshot: string): string =>
  JSON.stringify({
    ...HEAD,
    snapshot,
    committees: [
      { id: 'demo-house-education', name: 'Education', chamber: 'lower', members: seated('lower', 4, 14) },
      {
        id: 'demo-house-appropriations',
        name: 'Appropriations',
        chamber: 'lower',
        members: seated('lower', 30, 18),
      },
      {
        id: 'demo-senate-education',
        name: 'Education and Cultural Resources',
        chamber: 'upper',
        members: seated('upper', 6, 12),
      },
      {
        id: 'demo-senate-finance',
        name: 'Finance and Claims',
        chamber: 'upper',
        members: seated('upper', 22, 14),
      },
      {
        id: 'demo-interim-education',
        name: 'Education Interim',
        chamber: 'legislature',
        members: [...seated('lower', 4, 4), ...seated('upper', 6, 4).slice(2)],
      },
    ],
  });

export const congressJson = (snapshot: string): string =>
  JSON.stringify({
    source: 'the demo',
    snapshot,
    people: [
      {
        id: 'demo-senator-1',
        name: 'Marguerite Stillwater',
        given: 'Marguerite',
        family: 'Stillwater',
        state: 'MT',
        chamber: 'senate',
        class: 1,
        party: 'Republican',
        phone: '202-555-0141',
        office: '100 Demo Senate Office Building',
      },
      {
        id: 'demo-senator-2',
        name: 'Orson Larkmeadow',
        given: 'Orson',
        family: 'Larkmeadow',
        state: 'MT',
        chamber: 'senate',
        class: 2,
        party: 'Democrat',
        phone: '202-555-0142',
        office: '102 Demo Senate Office Building',
      },
      {
        id: 'demo-representative-1',
        name: 'Philippa Grantsdale',
        given: 'Philippa',
        family: 'Grantsdale',
        state: 'MT',
        chamber: 'house',
        district: 1,
        party: 'Democrat',
        phone: '202-555-0143',
        office: '201 Demo House Office Building',
      },
      {
        id: 'demo-representative-2',
        name: 'Ambrose Coldspring',
        given: 'Ambrose',
        family: 'Coldspring',
        state: 'MT',
        chamber: 'house',
        district: 2,
        party: 'Republican',
        phone: '202-555-0144',
        office: '203 Demo House Office Building',
      },
    ],
  });

/** ZIP areas of the demo's places, the western half in the first district, one in both. */
export const zipsJson = (snapshot: string): string =>
  JSON.stringify({
    ...HEAD,
    snapshot,
    zcta_to_cd: Object.fromEntries(
      PLACES.map((_, p) => [String(59_001 + p), p === 11 ? [1, 2] : [p < 12 ? 1 : 2]]),
    ),
  });

/** Each district lies in two House seats and their Senate seat: Montana Senate seat N holds House seats 2N-1 and 2N. */
export const reachCsv = (): string =>
  csv([
    ['district_nces', 'chamber', 'seat', 'share'],
    ...districts.flatMap(({ nces }, d) => {
      const senate = (d % 50) + 1;
      return [
        [nces, 'lower', senate * 2 - 1, '0.62'],
        [nces, 'lower', senate * 2, '0.38'],
        [nces, 'upper', senate, '1.0'],
      ];
    }),
  ]);

/** The staff of the demo, one for each role. */
export const staff = [
  { key: 'owner', name: 'Marlene Oakenshaw', role: 'owner', phone: '+12085550190' },
  { key: 'director', name: 'Desmond Fairbrook', role: 'director', phone: '+12085550191' },
  { key: 'coordinator', name: 'Priya Lindqvist', role: 'coordinator', phone: '+12085550192' },
  { key: 'staff', name: 'Tobias Wren', role: 'staff', phone: '+12085550193' },
  { key: 'president', name: 'Beatrix Foxhollow', role: 'regional_president', phone: '+12085550194' },
  { key: 'partner', name: 'Calvin Moss', role: 'partner', phone: null },
  { key: 'board', name: 'Josephine Arkwright', role: 'board', phone: null },
] as const;
export const staffEmail = (name: string): string => `${name.toLowerCase().replaceAll(' ', '.')}@tsln.example`;
