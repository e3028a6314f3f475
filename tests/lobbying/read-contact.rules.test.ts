import { describe, expect, test } from 'vitest';
import { readContact, type ReadContact } from '../../src/lobbying/read-contact.ts';

const OWN = [
  { officialId: 'hill', title: 'Sen.', given: 'Ada', family: 'Hill' },
  { officialId: 'morigeau', title: 'Rep.', given: 'Tom', family: 'Morigeau' },
];
const OTHERS = [
  { officialId: 'max-hill', title: 'Rep.', given: 'Max', family: 'Hill' },
  { officialId: 'jane-smith', title: 'Sen.', given: 'Jane', family: 'Smith' },
  { officialId: 'bob-smith', title: 'Rep.', given: 'Robert', family: 'Smith' },
  { officialId: 'love', title: 'Rep.', given: 'Lena', family: 'Love' },
  { officialId: 'gomez', title: 'Rep.', given: 'José', family: 'Gómez' },
  { officialId: 'kerr', title: 'Sen.', given: 'Liz', family: 'Kerr-Carpenter' },
];

type Said = Partial<Omit<ReadContact, 'severalBills'>>;
const BLANK = { officialId: null, billNumber: null, stance: null, method: null, daysAgo: 0 as const };
const read = (text: string) => {
  const { severalBills: _, ...said } = readContact(text, OWN, OTHERS, 'oppose');
  return said;
};
const contact = (said: Said): Said => ({ ...BLANK, isContact: true, ...said });
const chatter = (said: Said = {}): Said => ({ ...BLANK, isContact: false, ...said });

/** What members write, and all that may be taken from it. */
const REPLIES: [string, Said][] = [
  ['Called Sen. Hill, leaning no', contact({ officialId: 'hill', method: 'phone', stance: 'lean_oppose' })],
  [
    'Sen. Hill on HB 203, leaning no',
    contact({ officialId: 'hill', billNumber: 'HB 203', stance: 'lean_oppose' }),
  ],
  ["talked to Morigeau, he's a no", contact({ officialId: 'morigeau', stance: 'oppose' })],
  ['talked to Morigeau, he’s a firm yes', contact({ officialId: 'morigeau', stance: 'support' })],
  ['called my rep', contact({ officialId: 'morigeau', method: 'phone' })],
  [
    'Called my senator, she is undecided',
    contact({ officialId: 'hill', method: 'phone', stance: 'undecided' }),
  ],
  ['Called a legislator', contact({ method: 'phone' })],
  ['emailed both senators', contact({ method: 'email' })],
  [
    'Met with Senator Hill for coffee. She will vote no on hb203',
    contact({ officialId: 'hill', billNumber: 'HB 203', method: 'in_person', stance: 'oppose' }),
  ],
  ['Left a voicemail with Sen Hill', contact({ officialId: 'hill', method: 'phone' })],
  ["Called Hill's office", contact({ officialId: 'hill', method: 'phone' })],
  [
    'Spoke with Rep. Hill yesterday, on the fence',
    contact({ officialId: 'max-hill', stance: 'undecided', daysAgo: 1 }),
  ],
  ['Texted Max Hill', contact({ officialId: 'max-hill', method: 'sms' })],
  ['Called Sen. J. Smith', contact({ officialId: 'jane-smith', method: 'phone' })],
  ['Called Rep. Smith: opposed', contact({ officialId: 'bob-smith', method: 'phone', stance: 'oppose' })],
  [
    'Called Rep. Gomez, he supports H.B. 12',
    contact({ officialId: 'gomez', billNumber: 'HB 12', method: 'phone', stance: 'support' }),
  ],
  ['Sen. Kerr-Carpenter told me she is voting yes', contact({ officialId: 'kerr', stance: 'support' })],
  ['Rep Love is leaning yes', contact({ officialId: 'love', stance: 'lean_support' })],
  [
    'Testified before Sen. Hill on SB 12',
    contact({ officialId: 'hill', billNumber: 'SB 12', method: 'testimony' }),
  ],
  // The association opposes the bill: "with us" is against it.
  ['Called Sen. Hill and she is with us', contact({ officialId: 'hill', method: 'phone', stance: 'oppose' })],
  // Two officials: neither name nor stance is sure.
  ['Called Sen. Hill and Rep. Morigeau, leaning no', contact({ method: 'phone' })],
  ['Talked to Hill and Morigeau', contact({})],
  ['Called Sen. Hill, she says Rep. Morigeau is a no', contact({ method: 'phone' })],
  // Titles and first names that fit nobody known.
  ['Called Rep. Kerr-Carpenter', contact({ method: 'phone' })],
  ["Talked to Bubba, he's a no", contact({ stance: 'oppose' })],
  ["Talked to Bob Smith, he's a no", contact({ stance: 'oppose' })],
  ['Called Smith', chatter({ method: 'phone' })],
  // What the writer asked for, hopes, guesses, doubts or negates is nobody's stance.
  ['Called Sen. Hill and asked her to vote no', contact({ officialId: 'hill', method: 'phone' })],
  [
    'Spoke with Sen. Hill and told her we are opposed to HB 203',
    contact({ officialId: 'hill', billNumber: 'HB 203' }),
  ],
  [
    'Called Sen. Hill to oppose HB 203',
    contact({ officialId: 'hill', billNumber: 'HB 203', method: 'phone' }),
  ],
  ['Called Sen. Hill. I think she is a no', contact({ officialId: 'hill', method: 'phone' })],
  ['Spoke to Sen. Hill, she is not opposed', contact({ officialId: 'hill' })],
  ['Spoke to Sen. Hill, not a yes yet', contact({ officialId: 'hill' })],
  ["Spoke to Sen. Hill, she won't support it", contact({ officialId: 'hill', stance: 'oppose' })],
  ['Spoke to Sen. Hill, there is no answer from her', contact({ officialId: 'hill' })],
  ['Met Sen. Hill, was a no show', contact({ officialId: 'hill', method: 'in_person' })],
  [
    "Called Sen. Hill, she didn't say whether she supports it",
    contact({ officialId: 'hill', method: 'phone' }),
  ],
  ['Called Sen. Hill, was a yes, now a no', contact({ officialId: 'hill', method: 'phone' })],
  ['Called Sen. Hill. Is she a no?', contact({ officialId: 'hill', method: 'phone' })],
  ['Called Sen. Hill and emailed her too', contact({ officialId: 'hill' })],
  ['Called Sen. Hill on HB 203 and HB 12', contact({ officialId: 'hill', method: 'phone' })],
  // Nobody was spoken to.
  ['Stop HB 203', chatter({ billNumber: 'HB 203' })],
  ['Will call Sen. Hill tomorrow', chatter({ officialId: 'hill' })],
  ["Haven't called Sen. Hill yet", chatter({ officialId: 'hill' })],
  ["Couldn't reach Sen. Hill", chatter({ officialId: 'hill' })],
  ["What is Sen. Hill's number?", chatter({ officialId: 'hill' })],
  ['Love the talking points', chatter()],
  ['The walk up the hill was fine', chatter()],
  ['1', chatter()],
  ['Thanks, will do', chatter()],
  ['We are opposed to HB 203', chatter({ billNumber: 'HB 203' })],
  ['He is a no', chatter({ stance: 'oppose' })],
  ['', chatter()],
];

describe('a reply is read as a contact report', () => {
  test.each(REPLIES)('%j', (text, said) => {
    expect(read(text)).toEqual(said);
  });

  test('enough of them are labelled', () => expect(REPLIES.length).toBeGreaterThanOrEqual(50));

  test('a name with two bearers among the own officials stays blank', () => {
    const two = [...OWN, { officialId: 'ben', title: 'Sen.', given: 'Ben', family: 'Hill' }];
    expect(readContact('Called Hill', two, OTHERS).officialId).toBeNull();
    expect(readContact('Called Ben Hill', two, OTHERS).officialId).toBe('ben');
  });

  test('"with us" says nothing where the association stands nowhere', () => {
    expect(readContact('Called Sen. Hill, with us', OWN, OTHERS).stance).toBeNull();
    expect(readContact('Called Sen. Hill, with us', OWN, OTHERS, 'support').stance).toBe('support');
    expect(readContact('Called Sen. Hill, leaning our way', OWN, OTHERS, 'oppose').stance).toBe(
      'lean_oppose',
    );
  });

  test('two bills are told from none', () => {
    expect(readContact('HB 203 and SB 4', OWN, OTHERS).severalBills).toBe(true);
    expect(readContact('called', OWN, OTHERS).severalBills).toBe(false);
  });

  test('names with marks that mean something to a pattern are only names', () => {
    const odd = [{ officialId: 'x', title: 'Rep.', given: '(', family: 'O(Dd+' }];
    expect(readContact('Called Rep. O(Dd+', odd, []).isContact).toBe(true);
  });
});
