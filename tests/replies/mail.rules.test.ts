import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bounceOf } from '../../src/replies/bounce.ts';
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
  test('through a folded header, and never by what a chain of relays claims', () => {
    const folded = results(
      `${OURS};\r\n\tdkim=pass (2048-bit key)\r\n\theader.d=drummond.example;\r\n  spf=none`,
    );
    expect(isAuthenticated([folded], OURS, from)).toBe(true);
    const chain = { key: 'arc-authentication-results', value: `i=1; ${pass('drummond.example').value}` };
    expect(isAuthenticated([chain], OURS, from)).toBe(false);
    expect(isAuthenticated([chain, fail('drummond.example')], OURS, from)).toBe(false);
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
  'Change how we reach you: https://network.example/me/MDFKWg-1-.a_2-Hx',
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
    expect(writtenWords({ text: lines.join('\r\n'), html: null })).toEqual({
      words,
      inline: false,
      own: words,
    }),
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
    expect(read.words).not.toContain('how we reach you');
  });

  test('and without what a mail program broke off the line of a link of ours', () => {
    const words = 'See https://network.example/me/ too\nhttps://legislature.example/bills/hb203';
    const read = writtenWords({
      text: [
        ...quoted.slice(0, 2),
        `> ${words}`,
        '> Change how we reach you:',
        '> https://network.example/me/MDFKWg-1-.a_2-Hx',
      ].join('\n'),
      html: null,
    });
    expect(read.words).not.toContain('MDFKWg');
    expect(read.words).toContain(words);
  });

  test('and below the quoted mail: the whole text, with what is theirs apart from it', () => {
    const read = writtenWords({ text: [...quoted, '', '1', 'but call me first'].join('\n'), html: null });
    expect(read.inline).toBe(true);
    expect(read.words).toContain('Please call.');
    expect(read.words).toContain('but call me first');
    expect(read.own).toBe('1\nbut call me first');
  });

  test.each([
    ['[EXTERNAL] 1', '1'],
    ['*** EXTERNAL EMAIL ***\n\n1', '1'],
    ['CAUTION: External sender. Think before you click.\n\n1', '1'],
    [
      "You don't often get email from alerts@network.example. Learn why this is important\n\n2 later today",
      '2 later today',
    ],
    ['1\n\nThe information contained in this email may be an education record under FERPA.', '1'],
    ['1\n\nUnder Florida law, e-mail addresses are public records.', '1'],
    ['1\n\nSent from Yahoo Mail for iPhone', '1'],
    ['1\n\nGet Outlook for iOS <https://aka.ms/o0ukef>', '1'],
    ['1\n\n-Ned Harrowgate', '1'],
    ['From: my point of view it helps.\n\n1', 'From: my point of view it helps.\n\n1'],
  ])('without banners, notices and a phone’s own line: %j', (text, words) =>
    expect(writtenWords({ text, html: null })).toMatchObject({ words, inline: false }),
  );

  test('with links as they were written, not as a gateway rewrote them', () => {
    const link = 'https://leg.example.gov/bills/HB203?x=1';
    for (const wrapped of [
      `https://nam02.safelinks.protection.outlook.com/?url=${encodeURIComponent(link)}&data=05%7C02&reserved=0`,
      `https://urldefense.proofpoint.com/v2/url?u=https-3A__leg.example.gov_bills_HB203-3Fx-3D1&d=DwMFaQ&c=x`,
      `https://urldefense.com/v3/__${link}__;!!AbC!xyz$`,
      `https://linkprotect.cudasvc.com/url?a=${encodeURIComponent(link)}&c=E,1,x`,
    ])
      expect(writtenWords({ text: `See ${wrapped} please`, html: null }).words).toBe(`See ${link} please`);
    const odd = 'https://nam02.safelinks.protection.outlook.com/?url=javascript%3Aalert(1)';
    expect(writtenWords({ text: odd, html: null }).words).toBe(odd);
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
    for (const piece of [
      'From: a\n',
      'https://a.safelinks.protection.outlook.com/?url=',
      'sent from my ',
      '* _',
      '> ',
      ' ',
      '<style',
      '-',
      'On a wrote:\n',
      '_',
      '\n',
      'a ',
      '--\n',
      '<',
    ])
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
  test.each([
    ['5.1.1', '', 'permanent'],
    ['5.1.8', 'smtp; 501 5.1.8 Sender address rejected', 'policy'],
    ['5.1.0', 'smtp; 550 5.1.0 refused by SPF', 'policy'],
    ['5.2.1', '', 'permanent'],
    ['5.2.2', 'smtp; 552 5.2.2 mailbox full', 'passing'],
    ['5.4.1', 'smtp; 550 5.4.1 Recipient address rejected: Access denied', 'permanent'],
    ['5.7.1', '', 'policy'],
    ['5.0.0', 'smtp; 550 user unknown', 'permanent'],
    ['5.0.0', 'smtp; 550 #5.2.2 over quota', 'passing'],
    ['4.4.1', 'smtp; no such user', 'passing'],
    ['4.7.1', 'smtp; greylisted', 'passing'],
    ['5.3.4', '', 'passing'],
  ])('a report of status %s, %s: %s', (status, diagnostic, lasting) =>
    expect(
      bounceOf(
        `Final-Recipient: rfc822; a@b.example\r\nAction: failed\r\nStatus: ${status}\r\nDiagnostic-Code: ${diagnostic}`,
        '',
      ),
    ).toMatchObject({ lasting, recipient: 'a@b.example' }),
  );
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

type Kind = 'permanent' | 'passing' | 'policy' | 'auto_reply' | 'complaint' | 'person';
/** What each report of the set is, read by hand from its codes and its words. A delay is no failure. */
const BOUNCES: Record<string, Kind> = {
  'arf-01': 'complaint',
  'arf-02': 'complaint',
  'is-not-bounce-01': 'person',
  'is-not-bounce-02': 'person',
  'lhost-exchange2007-01': 'permanent',
  'lhost-exchange2007-02': 'passing',
  'lhost-exchange2007-03': 'passing',
  'lhost-gmail-01': 'permanent',
  'lhost-gmail-03': 'policy',
  'lhost-gmail-04': 'policy',
  'lhost-office365-01': 'permanent',
  'lhost-office365-02': 'permanent',
  // SPF and a refused sender: 5.1 codes that are no fault of the address.
  'lhost-office365-03': 'policy',
  'lhost-office365-04': 'permanent',
  'lhost-office365-05': 'policy',
  'lhost-postfix-01': 'permanent',
  'lhost-postfix-02': 'permanent',
  'lhost-postfix-03': 'permanent',
  'lhost-postfix-04': 'permanent',
  'lhost-postfix-05': 'passing',
  'rb-issue-368-bug': 'auto_reply',
  'rfc3464-01': 'permanent',
  'rfc3464-03': 'policy',
  'rfc3464-04': 'passing',
  'rfc3464-06': 'permanent',
  'rfc3464-07': 'auto_reply',
  'rfc3464-08': 'policy',
  'rfc3464-09': 'auto_reply',
  'rfc3464-10': 'permanent',
  'rfc3834-01': 'auto_reply',
  'rfc3834-02': 'auto_reply',
  'rfc3834-03': 'auto_reply',
  'rhost-google-01': 'permanent',
  'rhost-google-02': 'permanent',
  'rhost-google-03': 'policy',
  'rhost-gsuite-01': 'permanent',
  'rhost-gsuite-02': 'permanent',
  'rhost-gsuite-03': 'passing',
  'rhost-gsuite-04': 'passing',
  'rhost-gsuite-05': 'passing',
};

describe.runIf(here('bounces'))('real reports of mail systems', () => {
  test('are told apart: what bounced, for how long, what is a complaint, what answered by itself', async () => {
    const files = readdirSync(folder('bounces')).filter((name) => name.endsWith('.eml'));
    expect(files.map((name) => name.replace('.eml', '')).toSorted()).toEqual(Object.keys(BOUNCES).toSorted());
    const read: { name: string; want: Kind; got: string }[] = [];
    for (const name of files) {
      const raw = new Uint8Array(readFileSync(join(folder('bounces'), name)));
      const empty = /^return-path: ?<>/im.test(new TextDecoder().decode(raw.slice(0, 4_000)));
      const mail = await readMail(raw, empty ? '' : 'x@y.example');
      const machine = mail && machineMail(mail);
      const got = machine?.kind === 'bounce' ? machine.lasting : (machine?.kind ?? 'person');
      read.push({ name, want: BOUNCES[name.replace('.eml', '')] ?? 'person', got });
    }
    const kinds: Kind[] = ['permanent', 'passing', 'policy', 'auto_reply', 'complaint', 'person'];
    console.table(
      Object.fromEntries(
        kinds.map((kind) => {
          const of = read.filter(({ want }) => want === kind);
          return [kind, { reports: of.length, right: of.filter(({ want, got }) => want === got).length }];
        }),
      ),
    );
    expect(read.filter(({ want, got }) => want !== got)).toEqual([]);
  });
});

/** How the visible words of each mail begin and end; a mail answered below or between the quoted lines is `whole`. */
const WRITTEN: Record<string, string | { begins: string; ends?: string; whole?: true }> = {
  'correct_sig.txt': 'this is an email with a correct -- signature.',
  'email_1_1.txt': { begins: 'Hi folks\n\nWhat is the best way', ends: 'using the Java HTTP API.' },
  'email_1_2.txt': { begins: 'Hi,\nYou can list the keys', ends: 'delete them all individually."' },
  'email_1_3.txt': 'Oh thanks.\n\nHaving the function would be great.',
  'email_1_4.txt': "Awesome! I haven't had another problem with it.",
  'email_1_5.txt': {
    begins: "One: Here's what I've got.\n\n- This",
    ends: 'It goes on and on\nfor a while.',
  },
  'email_1_6.txt': 'I get proper rendering as well.',
  'email_1_7.txt': ':+1:',
  'email_1_8.txt': { begins: 'On Tue, Apr 29', whole: true },
  'email_2_1.txt': 'Outlook with a reply',
  'email_2_2.txt': 'Outlook with a reply directly above line',
  'email_2_3.txt': 'Outlook with a reply directly above line',
  'email_BlackBerry.txt': 'Here is another email',
  'email_bullets.txt': { begins: 'test 2 this should list second', ends: '- and another' },
  'email_iPhone.txt': 'Here is another email',
  'email_long_quote.txt': { begins: 'Hi folks\n\nWhat is the best way to clear a Riak bucket' },
  'email_multi_word_sent_from_my_mobile_device.txt': 'Here is another email',
  'email_one_is_not_on.txt': { begins: 'Thank, this is really helpful.', ends: 'when I run...' },
  'email_sent_from_my_not_signature.txt':
    'Here is another email\n\nSent from my desk, is much easier then my mobile phone.',
  'email_sig_delimiter_in_middle_of_line.txt': { begins: 'Hi there!', ends: 'kthxbai' },
  'greedy_on.txt': { begins: 'On your remote host you can run:', ends: 'the tunnel is not working.' },
  'pathological.txt': { begins: "I think you're onto something.", ends: 'get back to a computer.' },
};

describe.runIf(here('email-replies'))('mails collected by others', () => {
  test('keep what was written and lose what was quoted and signed', () => {
    const files = readdirSync(folder('email-replies')).filter((name) => name.endsWith('.txt'));
    expect(files.toSorted()).toEqual(Object.keys(WRITTEN).toSorted());
    const wrong: unknown[] = [];
    for (const name of files) {
      const began = performance.now();
      const { words, inline } = writtenWords({
        text: readFileSync(join(folder('email-replies'), name), 'utf8'),
        html: null,
      });
      expect(performance.now() - began).toBeLessThan(1_000);
      const want = WRITTEN[name] ?? '';
      const right =
        typeof want === 'string'
          ? words === want && !inline
          : words.startsWith(want.begins) &&
            words.endsWith(want.ends ?? '') &&
            inline === (want.whole ?? false);
      if (!right) wrong.push({ name, words: words.slice(0, 300), inline });
    }
    console.log(`Mails cut right: ${files.length - wrong.length} of ${files.length}.`);
    expect(wrong).toEqual([]);
  });
});
