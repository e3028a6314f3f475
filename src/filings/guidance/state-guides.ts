import type { Guide } from './guide.ts';

const AS_OF = '2026-11-21';

/** What members and associations may do in a state: public employees, public resources, ballot issues. */
export const STATE_GUIDES: Guide[] = [
  {
    slug: 'montana',
    title: 'Montana',
    group: 'Your state',
    lead: 'A superintendent may speak with legislators. Who is paid to lobby, and what the association pays for it, is reported.',
    sections: [
      {
        heading: 'Public employees',
        points: [
          'Elected trustees act in official capacity, which is not lobbying.',
          'A superintendent is hired. Whether it is lobbying depends on the facts: who pays, and how much of the work is lobbying. The Commissioner of Political Practices has a guide for government employees.',
          'Your call as a member is logged, and left out of the association’s report unless staff decide otherwise.',
        ],
      },
      {
        heading: 'Public resources',
        points: [
          'Public employees may not use public time, facilities, equipment or supplies to urge support or opposition of a candidate or a ballot issue.',
          'Speaking with legislators about a bill is another thing. Follow your board’s policy, and use your own phone where you are unsure.',
        ],
      },
      {
        heading: 'Ballot issues',
        points: [
          'Levies, bonds and initiatives are campaigns. Facts may be given; a side may not be urged with public resources.',
        ],
      },
    ],
    sources: [
      { words: 'COPP, lobbying FAQ and Government Employee Lobbying Guide', evidence: 'V' },
      { words: 'ARM 44.12.101A and 44.12.102: legislation only, not agencies', evidence: 'V' },
      { words: 'MCA 2-2-121, use of public time and equipment: not read in a copy', evidence: 'GM' },
    ],
    asOf: AS_OF,
  },
  {
    slug: 'mississippi',
    title: 'Mississippi',
    group: 'Your state',
    lead: 'Asking others to speak with officials is lobbying here, so the association reports what its alerts cost. Your own call is usually left out.',
    sections: [
      {
        heading: 'Public employees',
        points: [
          'A public official or employee may not be a lobbyist, except in official capacity. Members are never named as lobbyists here by default.',
          'A member for whom lobbying is no regular part of the work is left out, while things of value given to officials stay under $200 in the year.',
          'Coffee counts: food and drink up to $10 in a year for an official is nothing of value; more is listed.',
        ],
      },
      {
        heading: 'Public resources',
        points: [
          'Rules for state and local action, school district rules among them, count like legislation.',
          'Ask your board’s attorney before you use district time or equipment for anything but your official duties.',
        ],
      },
      {
        heading: 'Ballot issues',
        points: [
          'Keep public time and equipment out of campaigns about bonds and levies. Facts may be given.',
        ],
      },
    ],
    sources: [
      { words: 'Miss. Code 5-8-3, 5-8-7, 5-8-9, 5-8-13(4)', evidence: 'V' },
      { words: 'Public resources in ballot campaigns: not read in a copy', evidence: 'GL' },
    ],
    asOf: AS_OF,
  },
  {
    slug: 'massachusetts',
    title: 'Massachusetts',
    group: 'Your state',
    lead: 'Employees of a district who act as such are outside the lobbying law. What the association spends is not.',
    sections: [
      {
        heading: 'Public employees',
        points: [
          'Employees of a city, a town, a district or a regional school district, acting as such, are outside sections 39 to 49 of chapter 3.',
          'Retired and associate members are not covered by that. Tell staff before you speak for the association.',
          'A person whom a committee asked to appear, and who does nothing else, is outside the law as well.',
        ],
      },
      {
        heading: 'Public resources',
        points: [
          'Public money, time and equipment are not for a campaign about a ballot question. Officials may state a view; public funds may not spread it.',
        ],
      },
      {
        heading: 'Ballot issues',
        points: [
          'Overrides and debt exclusions are ballot questions. Mark such an alert, so that district-owned numbers are left out.',
        ],
      },
    ],
    sources: [
      { words: 'G.L. c.3 s.50, public employees', evidence: 'V' },
      { words: 'G.L. c.3 ss.39 to 47, from summaries', evidence: 'V2' },
      {
        words: 'Anderson v. City of Boston (1978), public funds in ballot campaigns: not read in a copy',
        evidence: 'GM',
      },
    ],
    asOf: AS_OF,
  },
];
