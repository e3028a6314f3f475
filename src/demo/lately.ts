import { receiveSms, saveSnippet } from '../replies/index.ts';
import { addContactReport, type Method, type Stance } from '../lobbying/index.ts';
import { listGroups, listMembers } from '../people/index.ts';
import { addDays, instantOf, localDate, showDay } from '../platform/days.ts';
import type { Who } from '../platform/who.ts';
import type { World } from '../platform/world.ts';
import {
  answered,
  closed,
  launched,
  proposed,
  sentBefore,
  worldAt,
  type People,
  type Said,
} from './alerts.ts';
import { members } from './cast.ts';
import { must } from './must.ts';
import { stancesHeard } from './stances.ts';

const ZONE = 'America/Denver';
const MINUTE_MS = 60_000;
/** Longest that the alert that is out has been out, and the hour before which it did not go. */
const OUT_MINUTES = 95;
const FIRST_TEXT = '09:02';

/** Seat by seat of House Education, what members heard about HB 203. The first six before the alert, the others because of it; two seats are left for somebody to ask. */
const HEARD: [seat: number, stance: Stance, method: Method, note: string][] = [
  [6, 'oppose', 'phone', 'Firm. Offered to speak against section 4.'],
  [8, 'oppose', 'in_person', ''],
  [9, 'oppose', 'phone', 'Asked for the one-pager to hand to the caucus.'],
  [10, 'undecided', 'phone', 'Wants to hear from a parent before the vote.'],
  [11, 'lean_oppose', 'email', ''],
  [12, 'support', 'phone', 'Carries it. Civil talk all the same.'],
  [13, 'lean_support', 'in_person', 'Worried about the transport cost of small districts.'],
  [14, 'oppose', 'phone', ''],
  [15, 'undecided', 'sms', ''],
  [17, 'support', 'phone', ''],
];

const BEFORE = 6;

/** What members write with their answer on the page, by their place in the roster. */
const NOTES: Record<number, Omit<Said, 'afterMinutes'>> = {
  3: {
    no: 1,
    note: 'Called Rep. Hillgrove. Undecided, wants the enrollment numbers for small districts before the vote.',
  },
  9: { no: 4, note: 'Who is the right person for us to call? Our schools sit across two House districts.' },
  14: {
    no: 1,
    note: 'Spoke with Rep. Ashdown at the coffee shop this morning. Leaning no, worried about the fiscal note.',
  },
  27: { no: 2, note: 'Happy to testify remotely if that helps. Can someone send me the link?' },
  41: { no: 3, note: 'On the road with the state volleyball team until Thursday. Sorry.' },
  58: { no: 1, note: 'Left word with his aide, no answer yet.' },
};
/** Who of those asked also said where their official stands. */
const NAMED: Record<number, Stance> = { 8: 'lean_oppose', 21: 'undecided', 33: 'support' };
const TEXTS: [place: number, words: string][] = [
  [20, 'What room is the hearing in, and is there parking near the Capitol?'],
  [44, 'enough already'],
];

/** What staff answer often. */
const SNIPPETS: [id: string, title: string, words: string][] = [
  [
    'demo-snippet-room',
    'Room of the hearing',
    'Room 137, {{first_name}}, at 3 pm. Park on Sixth Avenue; the east door is open.',
  ],
  [
    'demo-snippet-remote',
    'How to testify remotely',
    'Thank you, {{first_name}}. Sign up on the legislature’s page by 5 pm the day before, and tell us: we will look out for you.',
  ],
  ['demo-snippet-ring', 'We will ring you', 'Thank you, {{first_name}}. We will ring you today.'],
];

interface About {
  organizationId: string;
  hb203: string;
  sb41: string;
  hb15: string;
  vouchers: string;
  recruitment: string;
  funding: string;
  voucherPoints: string;
  hearing: number;
  nextHearing: number;
}

/** The last days of the association: an alert that closed, one that waits for approval, one that is out and being answered. */
export const lately = async (world: World, people: People, about: About): Promise<void> => {
  const now = world.clock.now();
  const today = localDate(now, ZONE);
  const on = (days: number, clock: string) => instantOf(addDays(today, days), clock, ZONE);
  const { data: roster } = await must(listMembers(world, people.director, { limit: 1000 }));
  const idOf = (place: number): string => {
    const one = members[place];
    return (
      roster.find(
        (m) => m.lastName === one?.last && m.firstName === one.first && m.district === one.district.name,
      )?.id ?? ''
    );
  };

  const hearingDay = showDay(localDate(about.hearing, ZONE)).split(',')[0];
  await lastWeek(world, people, about, on);
  const heard = async (from: number, to: number, alertId: string | null, at: (n: number) => number) => {
    for (const [n, [seat, stance, method, note]] of HEARD.slice(from, to).entries()) {
      const member: Who = { kind: 'member', id: idOf((Math.ceil(seat / 2) - 1) * 2 + (seat % 2)) };
      const officialId = `demo-lower-${seat}`;
      const onDate = localDate(at(n), ZONE);
      await must(
        addContactReport(worldAt(world, at(n)), member, {
          officialId,
          billId: about.hb203,
          alertId,
          stance,
          method,
          onDate,
          note,
        }),
      );
    }
  };
  await stancesHeard(world, about, today, idOf);
  await heard(0, BEFORE, null, (n) => on(-1 - (n % 4), '16:00'));
  await proposed(world, people, {
    kind: 'action',
    title: 'HB 15, school funding: write to Appropriations',
    organizationId: about.organizationId,
    billId: about.hb15,
    issueId: about.funding,
    deadlineAt: about.nextHearing,
    smsText:
      '{{first_name}}, HB 15 (inflation for school budgets) is in House Appropriations this week. Two lines from you help. How: {{link}}',
    emailSubject: 'HB 15 this week: two lines to House Appropriations',
    emailText:
      'Dear {{first_name}},\n\nHB 15 adjusts school funding for inflation. House Appropriations hears it this week. What would three percent mean for {{district}}? Two lines are enough.',
    questions: [
      {
        prompt: 'Have you written?',
        options: [
          { no: 1, label: 'have written', outcome: 'contacted' },
          { no: 2, label: 'will write', outcome: 'will' },
          { no: 3, label: 'cannot', outcome: 'cannot' },
        ],
      },
    ],
  });
  const launchedAt = Math.min(now, Math.max(now - OUT_MINUTES * MINUTE_MS, on(0, FIRST_TEXT)));
  const id = await launched(worldAt(world, launchedAt), people, {
    kind: 'action',
    title: 'HB 203, voucher expansion: call House Education',
    organizationId: about.organizationId,
    billId: about.hb203,
    issueId: about.vouchers,
    talkingPointsId: about.voucherPoints,
    deadlineAt: about.hearing,
    smsText: `{{first_name}}, HB 203 (vouchers) is in House Education ${hearingDay} at 3 pm. Please call your representative before then. What to say: {{link}}`,
    emailSubject: `HB 203, ${hearingDay} at 3 pm: please call your representative`,
    emailText: `Dear {{first_name}},\n\nHB 203 would expand education savings accounts. House Education hears it on ${hearingDay} at 3 pm. A call from {{district}} before then is worth more than ten letters after.`,
    questions: [
      {
        prompt: 'Have you called?',
        options: [
          { no: 1, label: 'have called', outcome: 'contacted' },
          { no: 2, label: 'will call', outcome: 'will' },
          { no: 3, label: 'cannot', outcome: 'cannot' },
          { no: 4, label: 'need a hand', outcome: 'help' },
        ],
      },
      {
        prompt: 'Whom did you reach, and where do they stand?',
        kind: 'officials',
        after: { question: 1, option: 1 },
      },
    ],
  });
  const outMinutes = (now - launchedAt) / MINUTE_MS;
  const notes = new Map(
    Object.entries(NOTES).map(([place, said]) => [idOf(Number(place)), { place: Number(place), said }]),
  );
  await answered(world, people.director, id, launchedAt, (place, memberId) => {
    const noted = notes.get(memberId);
    // Many at once, then fewer: the square gathers answers near the beginning.
    const afterMinutes = outMinutes * ((((place * 37) % 53) + 1) / 55) ** 2;
    if (noted) return { ...noted.said, afterMinutes: outMinutes * (0.7 + noted.place / 300) };
    if (place % 5 === 4 || place % 7 === 3) return null;
    const stance = NAMED[place];
    return {
      no: place % 11 === 5 ? 3 : place % 23 === 6 ? 4 : place % 3 === 1 ? 2 : 1,
      afterMinutes,
      ...(stance && { stance }),
    };
  });
  await heard(
    BEFORE,
    HEARD.length,
    id,
    (n) => launchedAt + Math.round(outMinutes * (0.4 + n / 10)) * MINUTE_MS,
  );
  for (const [id, title, words] of SNIPPETS)
    await must(saveSnippet(world, people.staff, { id, title, words }));
  for (const [place, words] of TEXTS) {
    const phone = members[place]?.phone.replaceAll(/\D/g, '');
    await must(
      receiveSms(
        world,
        { kind: 'provider', id: 'twilio' },
        {
          providerId: `SM${String(place).padStart(32, 'd')}`,
          from: `+1${phone}`,
          to: '+14065550199',
          body: words,
          optOutType: null,
          media: [],
          at: now - 4 * MINUTE_MS,
        },
      ),
    );
  }
};

/** What went to the legislative committee and the small schools six days ago, and closed two days later. */
const lastWeek = async (
  world: World,
  people: People,
  about: About,
  on: (days: number, clock: string) => number,
) => {
  const groups = await must(listGroups(world, people.director, {}));
  const sentAt = on(-6, '10:05');
  const id = await sentBefore(worldAt(world, sentAt), people, {
    kind: 'action',
    title: 'SB 41, educator housing: thank Senate Education',
    organizationId: about.organizationId,
    billId: about.sb41,
    issueId: about.recruitment,
    deadlineAt: on(-4, '17:00'),
    smsText:
      '{{first_name}}, Senate Education passed SB 41 (educator housing). Please thank your senator this week. Who: {{link}}',
    emailSubject: 'SB 41 passed committee: please thank your senator',
    emailText:
      'Dear {{first_name}},\n\nSenate Education passed SB 41, the educator housing loan. A short thanks from {{district}} keeps the vote firm on the floor.',
    audience: {
      groups: groups.filter((one) => one.name !== 'Women in leadership').map((one) => one.id),
    },
    questions: [
      {
        prompt: 'Have you thanked your senator?',
        options: [
          { no: 1, label: 'have thanked', outcome: 'contacted' },
          { no: 2, label: 'will', outcome: 'will' },
          { no: 3, label: 'cannot', outcome: 'cannot' },
        ],
      },
    ],
  });
  await answered(world, people.director, id, sentAt, (place) =>
    place % 6 === 5
      ? null
      : { no: place % 4 === 2 ? 2 : place === 9 ? 3 : 1, afterMinutes: 6 + ((place * 47) % 290) },
  );
  await closed(worldAt(world, on(-4, '17:05')), people, id);
};
