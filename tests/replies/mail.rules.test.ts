import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { machineMail } from '../../src/replies/machine-mail.ts';
import { isAuthenticated, trustOf } from '../../src/replies/mail-trust.ts';
import { textOfHtml, writtenWords } from '../../src/replies/mail-words.ts';
import { readMail } from '../../src/replies/read-mail.ts';

const OURS = 'mx.network.example';
const results = (value: string) => ({ key: 'authentication-results', value });
const pass = (domain: string) =>
  results(`${OURS}; dkim=pass header.d=${domain}; dmarc=pass header.from=${domain}`);
const fail = (domain: string) =>
  results(`${OURS}; dkim=fail header.d=${domain}; dmarc=fail header.from=${domain}`);

const levels = (tokenMember: string | null, fromMembers: string[], authenticated: boolean) =>
  trustOf({ tokenMember, fromMembers, authenticated });

describe('the sender of a mail is believed', () => {
  const from = 'ned@drummond.example';
  test('where our server found the From domain to be true', () => {
    expect(isAuthenticated([pass('drummond.example')], OURS, from)).toBe(true);
    expect(
      isAuthenticated(
        [results(`${OURS} 1; spf=pass (sender ok); DKIM = pass header.d="drummond.example"`)],
        OURS,
        from,
      ),
    ).toBe(true);
  });
  test('not by a header that the mail brought along below ours', () => {
    expect(isAuthenticated([fail('drummond.example'), pass('drummond.example')], OURS, from)).toBe(false);
  });
  test('not by a header of another server, of another domain, or by a passed SPF alone', () => {
    expect(
      isAuthenticated([results(`mx.evil.example; dmarc=pass header.from=drummond.example`)], OURS, from),
    ).toBe(false);
    expect(isAuthenticated([pass('evil.example')], OURS, from)).toBe(false);
    expect(isAuthenticated([results(`${OURS}; spf=pass smtp.mailfrom=drummond.example`)], OURS, from)).toBe(
      false,
    );
    expect(
      isAuthenticated(
        [results(`${OURS}; dkim=pass header.d=drummond.example; dmarc=fail header.from=drummond.example`)],
        OURS,
        from,
      ),
    ).toBe(false);
    expect(isAuthenticated([], OURS, from)).toBe(false);
  });
  test('and counted only with a true token of the same member', () => {
    expect(levels('ned', ['ned'], true)).toBe('verified');
    expect(levels('ned', ['ned'], false)).toBe('needs_review');
    expect(levels('ned', [], true)).toBe('needs_review');
    expect(levels(null, ['ned'], true)).toBe('probable');
    expect(levels(null, ['ned'], false)).toBe('unknown');
    expect(levels(null, ['ned', 'clara'], true)).toBe('unknown');
  });
});

const FOOT = [
  '--',
  'You get this as a member of Treasure State.',
  'To get no more of these emails, reply with the word unsubscribe.',
  '1 Example Street',
];
const quoted = [
  'On Tue, Feb 9, 2027 at 9:00 AM, Treasure State <alerts@network.example> wrote:',
  ...['Please call.', '', ...FOOT].map((line) => `> ${line}`),
];

describe('of a mail, the sender’s own words are kept', () => {
  test.each([
    ['a short reply above the quoted mail', ['1', '', ...quoted], '1'],
    ['a reply with a note', ["1 but can't Thursday", '', ...quoted], "1 but can't Thursday"],
    ['a reply from a phone', ['2', '', 'Sent from my iPhone', '', ...quoted], '2'],
    [
      'a reply under a gateway’s banner',
      ['[EXTERNAL]', 'CAUTION: This email originated from outside of the district.', '', '1', '', ...quoted],
      '1',
    ],
    [
      'a reply above Outlook’s header',
      [
        '3',
        '',
        '________________________________',
        'From: Treasure State <alerts@network.example>',
        'Sent: Tuesday',
        'Subject: HB 203',
        '',
        ...FOOT,
      ],
      '3',
    ],
    [
      'a reply above a notice',
      ['1', '', 'Confidentiality Notice: this email may be privileged under FERPA'],
      '1',
    ],
    ['a reply above our foot without marks', ['1', '', ...FOOT], '1'],
  ])('%s', (_, lines, words) =>
    expect(writtenWords({ text: lines.join('\r\n'), html: null })).toEqual({ words, inline: false }),
  );

  test.each([
    [['1', '', 'Ned Harrowgate', 'Superintendent, Drummond', '406-555-0123'], '1'],
    [['2, after the board meets', '', 'Thanks,', 'Ned'], '2, after the board meets'],
    [['1', '', 'Ned Harrowgate, Ed.D.', 'Drummond HS'], '1'],
    [['Ned', '', 'is out'], 'Ned\n\nis out'],
    [['I spoke for', 'Ned Harrowgate at the hearing'], 'I spoke for\nNed Harrowgate at the hearing'],
  ])('without the signature that begins with their name: %j', (lines, words) => {
    for (const name of ['Ned Harrowgate', 'Harrowgate, Ned'])
      expect(writtenWords({ text: lines.join('\n'), html: null, name }).words).toBe(words);
  });

  test('where nothing stands above, the whole text without our foot', () => {
    const read = writtenWords({
      text: [...quoted.slice(0, 2), '> 1 is fine', ...FOOT.map((line) => `> ${line}`)].join('\n'),
      html: null,
    });
    expect(read.inline).toBe(true);
    expect(read.words).toContain('1 is fine');
    expect(read.words).not.toContain('unsubscribe');
  });

  test('out of HTML, up to the quoted mail', () => {
    const html =
      '<html><head><style>p{color:red}</style></head><body><p>1 &amp; thanks&#33;</p><div class="gmail_quote">On Tue wrote:<p>unsubscribe</p></div></body></html>';
    expect(textOfHtml(html)).toBe('1 & thanks!');
  });

  test('in a moment, and never by throwing', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 2_000 }),
        (text) => void writtenWords({ text, html: null }),
      ),
    );
    const began = performance.now();
    for (const piece of ['> ', ' ', '<style', '-', 'On a wrote:\n', '_', '\n', 'a ', '--\n', '<'])
      for (const as of ['text', 'html'] as const) {
        const whole = piece.repeat(100_000 / piece.length);
        writtenWords({ text: as === 'text' ? whole : null, html: as === 'html' ? whole : null });
      }
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});

const eml = (headers: string[], body = 'I am away until Monday. 1') =>
  new TextEncoder().encode([...headers, '', body].join('\r\n'));
const kindOf = async (raw: Uint8Array, envelopeFrom = 'ned@drummond.example') => {
  const mail = await readMail(raw, envelopeFrom);
  return mail && machineMail(mail);
};

describe('a machine is told from a person by', () => {
  const person = [
    'From: Ned <ned@drummond.example>',
    'To: r.abc@reply.network.example',
    'Subject: Re: HB 203',
    'Message-ID: <1@x>',
  ];
  test('nothing in a plain reply', async () => {
    expect(await kindOf(eml(person))).toBeNull();
    expect(await kindOf(eml([...person, 'Auto-Submitted: no']))).toBeNull();
    expect(await kindOf(eml([...person, 'X-Auto-Response-Suppress: All']))).toBeNull();
  });
  test.each([
    ['Auto-Submitted: auto-replied'],
    ['X-Autoreply: yes'],
    ['Precedence: bulk'],
    ['X-Autorespond: vacation'],
    ['Content-Type: text/calendar; method=REPLY'],
  ])('%s', async (line) => expect(await kindOf(eml([...person, line]))).toEqual({ kind: 'auto_reply' }));
  test('its subject, and an empty envelope', async () => {
    expect(await kindOf(eml([...person.slice(0, 2), 'Subject: Automatic reply: HB 203']))).toEqual({
      kind: 'auto_reply',
    });
    expect(await kindOf(eml(person), '')).toEqual({ kind: 'auto_reply' });
  });
});

const folder = (name: string) => join(process.cwd(), '../shared/vectors', name);
const here = (name: string) => {
  if (existsSync(folder(name))) return true;
  console.log(`Skipped: ../shared/vectors/${name} is absent.`);
  return false;
};

describe.runIf(here('bounces'))('real reports of mail systems', () => {
  const files = here('bounces') ? readdirSync(folder('bounces')).filter((name) => name.endsWith('.eml')) : [];
  test.each(files)('%s', async (name) => {
    const raw = new Uint8Array(readFileSync(join(folder('bounces'), name)));
    const mail = await readMail(
      raw,
      /^return-path: ?<>/im.test(new TextDecoder().decode(raw.slice(0, 4_000))) ? '' : 'x@y.example',
    );
    expect(mail).not.toBeNull();
    const kind = mail && machineMail(mail)?.kind;
    if (name.startsWith('is-not') || name.startsWith('rb-issue')) expect(kind).not.toBe('bounce');
    else if (name.startsWith('arf')) expect(kind).toBe('complaint');
    else if (name.startsWith('rfc3834')) expect(kind).toBe('auto_reply');
    else expect(['bounce', 'auto_reply']).toContain(kind);
  });
});

describe.runIf(here('email-replies'))('mails collected by others', () => {
  const read = (name: string) =>
    writtenWords({ text: readFileSync(join(folder('email-replies'), name), 'utf8'), html: null }).words;
  test('keep what was written and lose what was quoted', () => {
    expect(read('email_1_1.txt')).toContain('What is the best way to clear a Riak bucket');
    expect(read('email_iPhone.txt')).toBe('Here is another email');
    expect(read('email_BlackBerry.txt')).toContain('Here is another email');
    expect(read('email_1_3.txt')).toContain('Oh thanks.\n\nHaving the function would be great.');
    expect(read('email_2_1.txt')).toContain('Outlook with a reply');
    expect(read('email_1_6.txt')).toContain('I get proper rendering as well.');
    expect(read('email_sent_from_my_not_signature.txt')).toContain('Here is another email');
  });
  test.each(
    here('email-replies') ? readdirSync(folder('email-replies')).filter((name) => name.endsWith('.txt')) : [],
  )('%s ends quickly and holds some words', (name) => {
    const began = performance.now();
    expect(read(name).length).toBeGreaterThan(0);
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});
