import { describe, expect, test } from 'vitest';
import { readContact, type Named } from '../../src/lobbying/read-contact.ts';

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

interface Said {
  isContact: boolean;
  officials: string[];
  billNumber: string | null;
  stance: string | null;
  method: string | null;
  on: string | null;
}
const BLANK = { officials: [], billNumber: null, stance: null, method: null, on: null };
const TODAY = '2027-02-09';
const reading = (text: string, position: string | null = 'oppose', own: Named[] = OWN) =>
  readContact(text, { own, others: OTHERS, position, bill: null, today: TODAY });
const stanceOf = (text: string, position: string | null) =>
  reading(text, position).reached[0]?.stance?.value ?? null;
const read = (text: string): Said => {
  const { isContact, reached, stance, method, bill, on } = reading(text);
  return {
    isContact,
    officials: reached.map(({ officialId }) => officialId),
    billNumber: bill?.value ?? null,
    stance: (reached[0]?.stance ?? stance)?.value ?? null,
    method: method?.value ?? null,
    on: on?.value ?? null,
  };
};
const contact = (said: Partial<Said>): Said => ({ ...BLANK, isContact: true, ...said });
const chatter = (): Said => ({ ...BLANK, isContact: false });

/** What members write, and all that may be taken from it. */
const REPLIES: [string, Said][] = [
  ['Called Sen. Hill, leaning no', contact({ officials: ['hill'], method: 'phone', stance: 'lean_oppose' })],
  ['Sen. Hill on HB 203, leaning no', chatter()],
  ["talked to Morigeau, he's a no", contact({ officials: ['morigeau'], stance: 'oppose' })],
  ['talked to Morigeau, he’s a firm yes', contact({ officials: ['morigeau'], stance: 'support' })],
  ['called my rep', contact({ officials: ['morigeau'], method: 'phone' })],
  [
    'Called my senator, she is undecided',
    contact({ officials: ['hill'], method: 'phone', stance: 'undecided' }),
  ],
  ['Called a legislator', contact({ method: 'phone' })],
  ['emailed both senators', contact({ method: 'email' })],
  [
    'Met with Senator Hill for coffee. She will vote no on hb203',
    contact({ officials: ['hill'], billNumber: 'HB 203', method: 'in_person', stance: 'oppose' }),
  ],
  ['Left a voicemail with Sen Hill', contact({ officials: ['hill'], method: 'phone' })],
  ["Called Hill's office", contact({ officials: ['hill'], method: 'phone' })],
  [
    'Spoke with Rep. Hill yesterday, on the fence',
    contact({ officials: ['max-hill'], stance: 'undecided', on: '2027-02-08' }),
  ],
  ['Texted Max Hill', contact({ officials: ['max-hill'], method: 'sms' })],
  ['Called Sen. J. Smith', contact({ officials: ['jane-smith'], method: 'phone' })],
  ['Called Rep. Smith: opposed', contact({ officials: ['bob-smith'], method: 'phone', stance: 'oppose' })],
  [
    'Called Rep. Gomez, he supports H.B. 12',
    contact({ officials: ['gomez'], billNumber: 'HB 12', method: 'phone', stance: 'support' }),
  ],
  ['Sen. Kerr-Carpenter told me she is voting yes', contact({ officials: ['kerr'], stance: 'support' })],
  ['Rep Love is leaning yes', chatter()],
  [
    'Testified before Sen. Hill on SB 12',
    contact({ officials: ['hill'], billNumber: 'SB 12', method: 'testimony' }),
  ],
  // The association opposes the bill: "with us" is against it.
  [
    'Called Sen. Hill and she is with us',
    contact({ officials: ['hill'], method: 'phone', stance: 'oppose' }),
  ],
  // Two officials: whose stance it is cannot be told.
  [
    'Called Sen. Hill and Rep. Morigeau, leaning no',
    contact({ officials: ['hill', 'morigeau'], method: 'phone' }),
  ],
  ['Talked to Hill and Morigeau', contact({ officials: ['hill', 'morigeau'] })],
  ['Called Sen. Hill, she says Rep. Morigeau is a no', contact({ officials: ['hill'], method: 'phone' })],
  // Titles and first names that fit nobody known.
  ['Called Rep. Kerr-Carpenter', contact({ method: 'phone' })],
  ["Talked to Bubba, he's a no", contact({ stance: 'oppose' })],
  ["Talked to Bob Smith, he's a no", contact({ officials: ['bob-smith'], stance: 'oppose' })],
  ['Called Smith', contact({ method: 'phone' })],
  // What the writer asked for, hopes, guesses, doubts or negates is nobody's stance.
  ['Called Sen. Hill and asked her to vote no', contact({ officials: ['hill'], method: 'phone' })],
  [
    'Spoke with Sen. Hill and told her we are opposed to HB 203',
    contact({ officials: ['hill'], billNumber: 'HB 203' }),
  ],
  [
    'Called Sen. Hill to oppose HB 203',
    contact({ officials: ['hill'], billNumber: 'HB 203', method: 'phone' }),
  ],
  ['Called Sen. Hill. I think she is a no', contact({ officials: ['hill'], method: 'phone' })],
  ['Spoke to Sen. Hill, she is not opposed', contact({ officials: ['hill'] })],
  ['Spoke to Sen. Hill, not a yes yet', contact({ officials: ['hill'] })],
  ["Spoke to Sen. Hill, she won't support it", contact({ officials: ['hill'], stance: 'oppose' })],
  ['Spoke to Sen. Hill, there is no answer from her', contact({ officials: ['hill'] })],
  ['Met Sen. Hill, was a no show', contact({ officials: ['hill'], method: 'in_person' })],
  [
    "Called Sen. Hill, she didn't say whether she supports it",
    contact({ officials: ['hill'], method: 'phone' }),
  ],
  ['Called Sen. Hill, was a yes, now a no', contact({ officials: ['hill'], method: 'phone' })],
  ['Called Sen. Hill. Is she a no?', contact({ officials: ['hill'], method: 'phone' })],
  ['Called Sen. Hill and emailed her too', contact({ officials: ['hill'] })],
  ['Called Sen. Hill on HB 203 and HB 12', contact({ officials: ['hill'], method: 'phone' })],
  // Nobody was spoken to.
  ['Stop HB 203', chatter()],
  ['Will call Sen. Hill tomorrow', chatter()],
  ["Haven't called Sen. Hill yet", chatter()],
  ["Couldn't reach Sen. Hill", chatter()],
  ["What is Sen. Hill's number?", chatter()],
  ['Love the talking points', chatter()],
  ['The walk up the hill was fine', chatter()],
  ['1', chatter()],
  ['Thanks, will do', chatter()],
  ['We are opposed to HB 203', chatter()],
  ['He is a no', chatter()],
  ['', chatter()],
];

describe('a reply is read as a contact report', () => {
  test.each(REPLIES)('%j', (text, said) => {
    expect(read(text)).toEqual(said);
  });

  test('enough of them are labelled', () => expect(REPLIES.length).toBeGreaterThanOrEqual(50));

  test('a name with two bearers among the own officials stays blank, and both are offered', () => {
    const two = [...OWN, { officialId: 'ben', title: 'Sen.', given: 'Benjamin', family: 'Hill' }];
    expect(reading('Called Hill', null, two)).toMatchObject({ reached: [], candidates: ['hill', 'ben'] });
    expect(reading('Called Ben Hill', null, two).reached).toMatchObject([
      { officialId: 'ben', confidence: 'sure' },
    ]);
    expect(reading('Called Hill. Ada Hill is a no', null, two).reached).toMatchObject([
      { officialId: 'hill' },
    ]);
  });

  test('a slip of the pen never lands between two', () => {
    const near = [...OWN, { officialId: 'hull', title: 'Sen.', given: 'Kay', family: 'Hull' }];
    expect(reading('Called Senater Hil', null, OWN).reached).toMatchObject([
      { officialId: 'hill', confidence: 'likely' },
    ]);
    expect(reading('Called Sen. Hlll', null, near).reached).toEqual([]);
  });

  test('"with us" says nothing where the association stands nowhere', () => {
    expect(stanceOf('Called Sen. Hill, she is with us', null)).toBeNull();
    expect(stanceOf('Called Sen. Hill, she is with us', 'support')).toBe('support');
    expect(stanceOf('Called Sen. Hill, leaning our way', 'oppose')).toBe('lean_oppose');
  });

  test('each official of several stands where it is told of them', () => {
    expect(reading('Spoke to Hill and Morigeau. Hill no, Morigeau yes.').reached).toMatchObject([
      { officialId: 'hill', stance: { value: 'oppose' } },
      { officialId: 'morigeau', stance: { value: 'support' } },
    ]);
  });

  test('the bill of the alert stands where none is named, as likely', () => {
    const of = (text: string) =>
      readContact(text, { own: OWN, others: OTHERS, position: null, bill: 'HB 203', today: TODAY }).bill;
    expect(of('Called Sen. Hill')).toEqual({ value: 'HB 203', confidence: 'likely' });
    expect(of('Called Sen. Hill on SB 4')).toEqual({ value: 'SB 4', confidence: 'sure' });
    expect(of('Called Sen. Hill on HB 203 and SB 4')).toBeNull();
  });

  test('names with marks that mean something to a pattern are only names', () => {
    const odd = [{ officialId: 'x', title: 'Rep.', given: '(', family: 'O(Dd+' }];
    expect(reading('Called Rep. O(Dd+', null, odd).isContact).toBe(true);
  });
});
