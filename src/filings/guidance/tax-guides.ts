import type { Guide } from './guide.ts';

const AS_OF = '2026-11-21';
const BAN = {
  words: '26 USC 501(c)(3), 4955: no part in a campaign for or against a candidate',
  evidence: 'V' as const,
};

/** What an organization may do by its tax status. */
export const TAX_GUIDES: Guide[] = [
  {
    slug: '501c3-with-election',
    title: '501(c)(3) with the 501(h) election',
    group: 'Your organization',
    lead: 'You may lobby up to a known amount of money. Time that volunteers give costs nothing and does not count.',
    sections: [
      {
        heading: 'You may',
        points: [
          'Ask your members to call or write their legislators about a bill. For the IRS that is direct lobbying.',
          'Speak with legislators about a bill, and pay staff for it, within the limit that Schedule C works out.',
          'Tell members about a bill that concerns them. Where nothing is asked of them, it does not count at all.',
          'Answer a written request of a committee with facts. Keep the letter.',
        ],
      },
      {
        heading: 'Take care',
        points: [
          'Asking members to rouse parents or the public is grass roots lobbying. Its limit is a quarter of the whole.',
          'People who are no members count as the public: partners, press, guests of the board, imported contacts.',
          'More than the limit costs a tax of 25 percent on what is over. Far more, over four years, costs the exemption.',
        ],
      },
      {
        heading: 'You may not',
        points: ['Support or oppose a candidate for office, in any amount.'],
      },
    ],
    sources: [
      { words: '26 USC 501(h), 4911(a) to (d); 26 CFR 1.501(h)-3', evidence: 'V' },
      { words: '26 CFR 56.4911-2 and 56.4911-5, communications with members', evidence: 'V' },
      { words: 'Who is a member: dues, time or money beyond a nominal amount', evidence: 'GH' },
      BAN,
    ],
    asOf: AS_OF,
  },
  {
    slug: '501c3-without-election',
    title: '501(c)(3) without the election',
    group: 'Your organization',
    lead: 'Lobbying may be no substantial part of what you do, and the law names no amount. Volunteers count too.',
    sections: [
      {
        heading: 'You may',
        points: [
          'Speak with legislators and ask members to do so, as a small part of your work.',
          'Give facts that a committee asked for in writing. Keep the letter.',
        ],
      },
      {
        heading: 'Take care',
        points: [
          'Schedule C asks what you did, kind by kind, and what each cost. Work of volunteers is named as well.',
          'Filing Form 5768 replaces the unknown limit by a known one. It holds from the first day of the tax year in which it is filed. Ask your accountant whether it fits.',
        ],
      },
      {
        heading: 'You may not',
        points: ['Support or oppose a candidate for office, in any amount.'],
      },
    ],
    sources: [
      { words: 'Form 990, Schedule C, part II-B', evidence: 'V' },
      { words: '26 USC 4912: 5 percent of the spending where the exemption is lost', evidence: 'V' },
      { words: 'Form 5768, from a Bolder Advocacy sheet', evidence: 'V' },
      BAN,
    ],
    asOf: AS_OF,
  },
  {
    slug: '501c4',
    title: '501(c)(4)',
    group: 'Your organization',
    lead: 'You may lobby without limit for your purpose. What it costs is not deductible by those who pay dues.',
    sections: [
      {
        heading: 'You may',
        points: [
          'Lobby and ask members and the public to do so, without limit of money.',
          'Take some part in campaigns, so long as that is not your main work. It is reported and may be taxed.',
        ],
      },
      {
        heading: 'Take care',
        points: [
          'Tell payers on the invoice what share of the dues is not deductible, or pay the proxy tax on it.',
          'No notice is needed where nearly all dues come from districts, governments or 501(c)(3)s, or where there is only in-house lobbying of $2,000 at most.',
          'The $2,000 relief does not reach calls to the public. A call to members is read strictly here, as a call to a part of the public; a person may decide otherwise, with the reason.',
        ],
      },
    ],
    sources: [
      { words: '26 USC 162(e), 6033(e); Form 990, Schedule C, part III', evidence: 'V' },
      { words: 'irs.gov, Organizations Subject to Proxy Tax', evidence: 'V' },
      {
        words: 'Whether an alert to members is (A) or (C) of section 162(e)(1) is not settled here',
        evidence: 'GL',
      },
    ],
    asOf: AS_OF,
  },
  {
    slug: '501c6',
    title: '501(c)(6)',
    group: 'Your organization',
    lead: 'A professional association may lobby for its members without limit. What it costs is not deductible by those who pay dues.',
    sections: [
      {
        heading: 'You may',
        points: [
          'Lobby and ask members to do so, without limit of money.',
          'Take some part in campaigns, so long as that is not your main work. It is reported and may be taxed.',
        ],
      },
      {
        heading: 'Take care',
        points: [
          'Districts that pay their superintendent’s dues deduct nothing. Where they pay 90 percent or more, no notice and no proxy tax are due. Keep who paid with the dues.',
          'Otherwise the invoice names the share that is not deductible. The estimate stands on the worksheet of Schedule C.',
          'What was spent beyond the dues counts again the next year.',
        ],
      },
    ],
    sources: [
      { words: '26 USC 162(e), 6033(e); Form 990, Schedule C, part III', evidence: 'V' },
      {
        words:
          'irs.gov, Organizations Subject to Proxy Tax: more than 90 percent of dues; the form: 90 percent or more',
        evidence: 'V',
      },
    ],
    asOf: AS_OF,
  },
  {
    slug: 'campaigns',
    title: 'Elections and candidates',
    group: 'Anywhere',
    lead: 'A 501(c)(3) stays out of campaigns altogether. Near an election even naming an official can read as taking sides.',
    sections: [
      {
        heading: 'What is held',
        points: [
          'Words of a 501(c)(3) that support or oppose a candidate.',
          'Words of a 501(c)(3) that name an official who stands in an election within the window set under Candidates.',
          'Scorecards and voting records of a 501(c)(3), unless the director has allowed them.',
        ],
      },
      {
        heading: 'What is weighed',
        points: [
          'Does it name a candidate, come near an election, speak of record or fitness, or differ from what you do in other years?',
          'Is it timed to a vote that you did not set? That speaks for lobbying, and against a campaign.',
          'Say "your senator" and the bill, not the name.',
        ],
      },
    ],
    sources: [
      BAN,
      { words: 'Rev. Rul. 2007-41, facts and circumstances; the number of days is ours', evidence: 'GH' },
      { words: '26 USC 527(f): tax on campaign spending of other organizations', evidence: 'GH' },
    ],
    asOf: AS_OF,
  },
  {
    slug: 'ballot-issues',
    title: 'Levies, bonds and ballot issues',
    group: 'Anywhere',
    lead: 'For the IRS a ballot issue is legislation, and the voters are the legislature. For the state it is a campaign, and public resources stay out of it.',
    sections: [
      {
        heading: 'Public resources',
        points: [
          'Public time, telephones, computers, mail and money are not for urging a vote. Giving facts is another thing.',
          'Mark the alert as a ballot issue. Numbers and addresses that a district owns are then left out, and the count says so.',
          'Members answer such an alert on their own time and their own phone.',
        ],
      },
      {
        heading: 'Reports',
        points: [
          'A message to voters about a measure is direct lobbying for a 501(c)(3).',
          'States ask for reports of ballot issue committees. They are not prepared here.',
        ],
      },
    ],
    sources: [
      { words: 'Ballot measures as direct lobbying: 26 CFR 56.4911-2(b)(1)(iii)', evidence: 'GH' },
      { words: 'Use of public resources: see the page of your state', evidence: 'GM' },
    ],
    asOf: AS_OF,
  },
];
