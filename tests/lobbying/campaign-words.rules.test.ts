import { expect, test } from 'vitest';
import { campaignWords } from '../../src/lobbying/campaign-words.ts';

test.each([
  'Please re-elect Rep. Harrowgate in November',
  'Reelect Senator Hill',
  'Vote for Sen. Ada Hill',
  'vote against Representative Smith',
  'VOTE FOR\nGOVERNOR SMITH',
  'Vote her out',
  'Help defeat Rep. Smith',
  'Unseat Senator Hill',
  'Elect them',
  'We endorse Sen. Hill',
  'Support her campaign',
  'Make a campaign contribution today',
  'Vote for trustee Jones',
])('a campaign: %s', (text) => expect(campaignWords(text)).not.toBeNull());

test.each([
  'Please ask them to vote for HB 203',
  'Vote against the bill on Wednesday',
  'Ask Sen. Hill to vote for HB 203',
  'Vote against Rep. Smith’s amendment',
  "Defeat Rep. Smith's amendment",
  'Support HB 203 and defeat SB 4',
  'Your elected representative needs to hear from you',
  'A campaign of facts about school funding',
  'Thank the representatives you elected',
  '',
])('no campaign: %s', (text) => expect(campaignWords(text)).toBeNull());
