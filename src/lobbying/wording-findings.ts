import { daysBetween, showDay, type LocalDate } from '../platform/days.ts';
import { campaignWords } from './campaign-words.ts';
import { classifyMessage } from './classes/message.ts';
import { messageWords } from './message-words.ts';
import type { Finding } from '../alerts/index.ts';

/** All that the checklist looks at; the pure rules below make findings of it. */
export interface Wording {
  kind: string;
  /** What staff wrote, on every channel in use. */
  text: string;
  /** The text message as it would go out; empty where none is sent. */
  sms: string;
  shortName: string;
  taxStatus: string | null;
  hasBill: boolean;
  ballotIssue: boolean;
  members: number;
  nonMembers: number;
  /** Of a message to both: mainly to members, by the rule of the day. */
  mainlyMembers: boolean;
  today: LocalDate;
  window: { days: number; scorecards: number; source: string } | null;
  candidates: { name: string; given: string; family: string; electionOn: LocalDate }[];
}

const SCORECARD =
  /\b(?:legislative\s+)?(?:score\s?cards?|report\s+cards?|voting\s+records?|voter\s+guides?)\b|\b(?:graded?|grades?|scored?|rated?)\s+(?:of\s+|for\s+)?(?:your\s+|our\s+|every\s+|all\s+)?(?:legislators?|lawmakers?|senators?|representatives?)\b/iu;
const BALLOT =
  /\b(?:ballot\s+(?:issue|measure|question|initiative)s?|on\s+the\s+ballot|(?:mill\s+)?lev(?:y|ies)|bond\s+(?:issue|election|measure)s?|referend(?:um|a)|initiative\s+petitions?|proposition\s+\d+|constitutional\s+amendments?|override\s+election|proposition\s+2)\b/iu;
const OTHERS =
  /\b(?:share|forward|spread|tell|ask|urge|encourage|invite|get|rally|bring)\b[^.!?\n]{0,40}?\b(?:parents?|communit(?:y|ies)|friends?|neighbors?|famil(?:y|ies)|teachers?|public|voters?|constituents?|patrons?|taxpayers?|everyone|trustees?|others)\b/iu;
const NUMBER = /(?<!\d)(?:\+?1[ .-]?)?(?:\(\d{3}\)\s?|\d{3}[ .-])\d{3}[ .-]\d{4}(?!\d)/u;
const ADDRESS = /\bhttps?:\/\/\S+|\bwww\.\S+/iu;

const CALL_WORDS: Record<string, string> = {
  tell: 'tells people to contact legislators',
  contact: 'gives a number, an address or the link to them',
  mechanism: 'gives something to contact them with',
  identify: 'names who is to be moved',
};
const isCharity = (taxStatus: string | null) => taxStatus?.startsWith('501c3') === true;
const guide = (taxStatus: string | null) =>
  isCharity(taxStatus)
    ? taxStatus === '501c3h'
      ? '/guidance/501c3-with-election'
      : '/guidance/501c3-without-election'
    : taxStatus === '501c4'
      ? '/guidance/501c4'
      : '/guidance/501c6';

/** The candidate whom a text names by title or first name, in the words that name them; null for none. */
export const candidateNamed = (
  text: string,
  { given, family }: { given: string; family: string },
): string | null => {
  const [first, last] = [given, family].map((name) => name.replaceAll(/[^\p{L}\p{M}' -]/gu, '').trim());
  if (!last) return null;
  const title =
    '(?:[Ss]en|[Rr]ep|[Gg]ov|[Ss]enator|[Rr]epresentative|[Gg]overnor|[Cc]andidate|[Cc]ongress(?:wo)?man)\\b\\.?';
  const named = new RegExp(
    `(?:${title}\\s+(?:${first || last}\\s+)?|${first || title}\\s+)${last}(?!\\p{L})`,
    'u',
  );
  return named.exec(text)?.[0] ?? null;
};

/** What holds an alert of a charity and warns the others: the campaign ban (26 USC 501(c)(3)). */
export const campaignFindings = (one: Wording): Finding[] => {
  const tone = isCharity(one.taxStatus) ? 'held' : 'warn';
  const where = '/guidance/campaigns';
  const others =
    'A 501(c)(4), (5) or (6) may do some of this; it is reported in part I of Schedule C and may be taxed.';
  const findings: Finding[] = [];
  const campaign = campaignWords(one.text);
  if (campaign)
    findings.push({
      id: 'campaign',
      tone,
      words: campaign,
      why: isCharity(one.taxStatus)
        ? 'A 501(c)(3) may not support or oppose a candidate. Ask for a position on the bill instead.'
        : others,
      guidance: where,
    });
  for (const candidate of one.candidates) {
    const words = candidateNamed(one.text, candidate);
    const days = daysBetween(one.today, candidate.electionOn);
    if (!words || !one.window || days < 0 || days > one.window.days) continue;
    findings.push({
      id: 'candidate',
      tone,
      words,
      why: `${candidate.name} stands in the election on ${showDay(candidate.electionOn, { year: true })}, in ${days} ${days === 1 ? 'day' : 'days'}; naming a candidate is ${tone === 'held' ? 'held' : 'looked at'} within ${one.window.days} days. Say "your senator" or "your representative", or wait. ${one.window.source}.`,
      guidance: where,
    });
  }
  const scorecard = SCORECARD.exec(one.text)?.[0];
  if (scorecard && one.window?.scorecards !== 1)
    findings.push({
      id: 'scorecard',
      tone,
      words: scorecard,
      why: isCharity(one.taxStatus)
        ? 'A scorecard of legislators reads as help for some of them in an election. It is held unless the director has allowed scorecards, on counsel’s word.'
        : others,
      guidance: where,
    });
  return findings;
};

const ballotFindings = (one: Wording): Finding[] => {
  const words = BALLOT.exec(one.text)?.[0] ?? null;
  if (one.ballotIssue)
    return [
      {
        id: 'ballot',
        tone: 'note',
        words,
        why: 'Marked as a ballot issue: numbers and addresses that a district owns are left out, since public time, facilities and equipment are not for ballot campaigns.',
        guidance: '/guidance/ballot-issues',
      },
    ];
  return words
    ? [
        {
          id: 'ballot',
          tone: 'warn',
          words,
          why: 'This looks like a ballot issue. Public time, facilities and equipment are not for ballot campaigns. Mark it as one, and numbers and addresses that a district owns are left out.',
          guidance: '/guidance/ballot-issues',
        },
      ]
    : [];
};

/** What it means to reach beyond the members. */
const publicMeans = (taxStatus: string | null) =>
  isCharity(taxStatus)
    ? 'For the IRS that part, or all of it, is grass roots lobbying, which has a far lower limit.'
    : 'Its cost counts as influencing the public, which members may not deduct and which no small amount leaves out.';

/** What the tax rules make of the message, from its words and from whom it would reach. */
const taxFindings = (one: Wording): Finding[] => {
  const found = messageWords(one.text);
  const others = OTHERS.exec(one.text)?.[0] ?? null;
  const findings: Finding[] = found.calls.map((call) => ({
    id: `call_${call}`,
    tone: 'note',
    words: null,
    why: `Call to action: it ${CALL_WORDS[call] ?? call}.`,
    guidance: guide(one.taxStatus),
  }));
  const isSpecific = one.hasBill || found.specificLegislation;
  if (isSpecific && found.reflectsView)
    findings.push({
      id: 'view',
      tone: 'note',
      words: null,
      why: 'It takes a view on specific legislation, so its cost may be lobbying. The log classes it when the alert closes.',
      guidance: guide(one.taxStatus),
    });
  if (one.taxStatus?.startsWith('501c')) {
    const { class: what } = classifyMessage({
      specificLegislation: isSpecific,
      reflectsView: found.reflectsView,
      directInterest: true,
      calls: found.calls,
      asksNonMembers: others !== null,
      members: one.members,
      nonMembers: one.nonMembers,
      mainlyMembers: one.mainlyMembers,
    });
    if (others && what !== 'not_counted')
      findings.push({
        id: 'others',
        tone: 'warn',
        words: others,
        why: `It asks members to rouse people who are no members. ${publicMeans(one.taxStatus)}`,
        guidance: guide(one.taxStatus),
      });
    if (one.nonMembers > 0 && what !== 'not_counted')
      findings.push({
        id: 'non_members',
        tone: 'warn',
        words: null,
        why: `${one.nonMembers} of ${one.members + one.nonMembers} people are no members of the organization that sends it. ${publicMeans(one.taxStatus)}`,
        guidance: guide(one.taxStatus),
      });
  }
  return findings;
};

/** What carriers ask of a text, and compare with the samples of the registered campaign. */
const carrierFindings = ({ sms, shortName, text }: Wording): Finding[] => {
  if (sms === '') return [];
  const number = NUMBER.exec(text)?.[0];
  const address = ADDRESS.exec(text)?.[0];
  const finding = (id: string, tone: Finding['tone'], words: string | null, why: string): Finding => ({
    id,
    tone,
    words,
    why,
    guidance: null,
  });
  return [
    sms.toLowerCase().startsWith(`${shortName.toLowerCase()}:`)
      ? finding('sender', 'note', null, `The text begins with "${shortName}:", so people know who sends it.`)
      : finding(
          'sender',
          'warn',
          null,
          `The text does not begin with "${shortName}:". Carriers ask that it says who sends it.`,
        ),
    /\bSTOP\b/.test(sms)
      ? finding('stop', 'note', null, 'The text says how to stop.')
      : finding('stop', 'warn', null, 'The text does not say how to stop. Carriers ask for it.'),
    ...(number
      ? [
          finding(
            'number',
            'warn',
            number,
            'A telephone number in a text: carriers filter it where the registered campaign does not declare embedded numbers. The member’s page lists the numbers already.',
          ),
        ]
      : []),
    ...(address
      ? [
          finding(
            'address',
            'warn',
            address,
            'A web address in a text: carriers compare it with the samples of the registered campaign. The link to the member’s page is added for you.',
          ),
        ]
      : []),
  ];
};

const ORDER = { held: 0, warn: 1, note: 2 };
/** Everything the checklist finds in a wording, what would be held first. Refuses nothing by itself. */
export const findingsOf = (one: Wording): Finding[] =>
  [...campaignFindings(one), ...ballotFindings(one), ...taxFindings(one), ...carrierFindings(one)].toSorted(
    (a, b) => ORDER[a.tone] - ORDER[b.tone],
  );
