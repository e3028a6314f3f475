import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keywordOf } from '../../src/replies/keywords.ts';
import { looksLikeOptOut, type OptOut } from '../../src/replies/opt-out.ts';
import { isTapback } from '../../src/replies/tapback.ts';

const LINES: Record<Exclude<OptOut, null> | 'none', string[]> = {
  keyword: [
    'STOP',
    'stop',
    'Stop.',
    ' stop!!! ',
    '"STOP"',
    'STOPALL',
    'Stop all',
    'UNSUBSCRIBE',
    'cancel',
    'End',
    'QUIT',
    'revoke',
    'OptOut',
    'opt out',
    'Opt-Out',
    'alto',
    'BASTA',
    'no más',
    'NO MAS',
    'STPO',
    'stopp',
    'STOP 🛑',
    'STOP\nSent from my iPhone',
    'ST0P',
    'Stooop',
    'sttop',
    'STOP.\n\nEnviado desde mi iPhone',
  ],
  clear: [
    'STOP PLEASE',
    'please stop',
    'Please stop texting me',
    'stop texting me',
    'Stop sending me these messages',
    'quit messaging me',
    'stop all texts',
    'no more texts please',
    'Remove me from this list',
    'remove me',
    'please take me off your list',
    'Take me off.',
    'unsubscribe me please',
    'How do I unsubscribe?',
    'do not text me again',
    "Don't contact me",
    'I retired in June, please remove me from the list',
    'I do not want any more texts',
    'opt me out',
    'lose my number',
    'no me manden mensajes',
    'Stop bothering me',
    'stop w the messages',
    'plz remvoe me from your list',
    'why wont you stop texting me',
    'I told you to stop texting me',
    'tell your people to stop texting me',
    'dont text this number again',
    'I revoke my consent to these messages',
    'end all alerts please',
    'cancel my subscription',
    'Do not send me any more of these',
    'please unsubscribe my email from this list',
    'no quiero recibir más mensajes',
    'Por favor dejen de enviarme mensajes',
    'elimine mi número de su lista',
    'denme de baja por favor',
    'alto, por favor',
    'just stop please',
    'delete my number from your database',
    'I wish to receive no communications, unsubscribe me',
  ],
  wrong_number: [
    'Wrong number',
    'You have the wrong person',
    'This is not his number',
    'new phone who dis',
    'número equivocado',
    'this is no longer her phone',
    'Se equivocó de persona',
    'This is not Mrs. Bell',
  ],
  to_email: [
    'Stop texting me and email me',
    'no more texts, email is fine',
    'Please email me instead of texting',
    'switch me to email please',
    'take me off texts, just email',
    'email only',
    'ya no me manden textos, mejor por correo',
  ],
  to_sms: [
    'Stop emailing me and text me instead',
    'No more emails, just text',
    'text me instead of emailing',
    'ya no me manden correos, prefiero mensajes de texto',
  ],
  unclear: [
    'stop it',
    'Stop this',
    'just make it stop',
    'enough',
    'enough already',
    'no more',
    'leave me alone',
    'fuck off',
    'too many texts',
    'stop texting me after 8pm',
    "don't text me during session hours",
    'stop sending me alerts about HB 203',
    "This isn't Dave",
    'No soy Miguel',
    'Stop. He already voted',
    'I retired last year',
    'I no longer work in schools',
    'ya basta',
    "I can't stop these",
    'I already told you to stop twice, still getting these',
    '🖕',
    'Please leave me out of this',
    'count me out',
    'why am I getting these',
  ],
  none: [
    'Stop HB 203',
    'stop hb203!',
    'Please stop this bill',
    'We must stop the voucher expansion',
    'STOP the cuts',
    'END the cap on levies',
    'cancel my hearing slot',
    "I'll quit the meeting early",
    'can you stop by the office',
    "don't stop fighting",
    'I can stop by Thursday',
    'unsubscribe from the newsletter but keep alerts',
    'Parents can opt out of testing under SB 12',
    'The opt-out provision is what worries us',
    'At the end of the day he is a no',
    '1',
    '2',
    "1 but can't Thursday",
    'Called Sen. Hill, leaning no',
    'Will call tomorrow',
    'No',
    'She wants to end social promotion',
    'Left a message, no answer',
    'She will contact me Friday',
    'He asked us to remove the fiscal note',
    'Who do I call?',
    'Talked to Rep. Kestrelman; she would stop at 3 percent',
    "I'm done calling, he is a no",
    'Done',
    'Can anybody with a van take me',
    'done with the call',
    'Out today',
    'He is out until Monday',
    'Not interested in testifying but I will call',
    'Please email me the fiscal note',
    'text me the room number please',
    'Email me the talking points instead of the bill text',
    'just text me when it is scheduled',
    'Too many amendments to read',
    "don't message the chair before the hearing",
    'Could not stop at the Capitol today',
    'New district maps are out?',
    'She asked me to stop emailing her',
    "I'm not a Republican but he listens to me",
    'This is not good',
    'Can I get his email? His text box is full',
    'please remove my name from the sign-in sheet for the hearing',
    'He hung up on me. End of story',
    "don't take me off, I only changed phones",
    'we need to end this program',
    'We have enough votes now',
    'They quit taking messages',
    'I will contact him and not stop until he answers',
    'Voy a llamar para parar la 203',
    'No dejen de avisarnos',
    'Basta de vales',
    'If you no longer wish to receive mail from us click unsubscribe',
    'add me back please',
    'What happens if I reply STOP to end?',
    'texting while driving is SB 9, right?',
    'Does he get my emails or my texts?',
    'I text him every week and he answers',
    'My message to him was: stop it at the door',
  ],
};

describe('the opt-out recogniser', () => {
  for (const [kind, lines] of Object.entries(LINES)) {
    test.each(lines)(`reads as ${kind}: %s`, (line) => expect(looksLikeOptOut(line) ?? 'none').toBe(kind));
  }

  test('never throws, whatever is texted', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        looksLikeOptOut(text);
        isTapback(text);
      }),
    );
  });

  test('takes a long text in a moment', () => {
    const began = performance.now();
    for (const piece of ['stop ', 'please ', 'stop all the ', 'no more ', 'do not ', '“Liked '])
      looksLikeOptOut(piece.repeat(20_000));
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});

test('YES, and a keyword inside a sentence, are no keywords', () => {
  expect(['YES', 'help me call him', 'start with HB 2', 'info on HB 203?'].map(keywordOf)).toEqual([
    null,
    null,
    null,
    null,
  ]);
  expect(['START', 'unstop.', 'HELP', 'info', 'JOIN', 'Join!'].map(keywordOf)).toEqual([
    'start',
    'start',
    'help',
    'help',
    'join',
    'join',
  ]);
});

test('a reaction that a phone reports is a tapback, words about liking are not', () => {
  const reactions = [
    'Liked “HB 203: call Rep. Kestrelman. Reply 1 done, 2 will”',
    'Loved "HB 203"',
    'Laughed at “x”',
    '👍 to “Reply 1 done”',
    'Reacted 👍🏽 to “Reply 1 done”',
    'Removed a heart from “Reply 1”',
    'Le gustó “Reply 1”',
    'Liked an image',
  ];
  expect(reactions.filter((text) => !isTapback(text))).toEqual([]);
  expect(['Liked the bill', 'I liked “fair funding”', '👍', '1', 'Loved it'].filter(isTapback)).toEqual([]);
});
