import { expect, test } from 'vitest';
import { audienceGrew, AudienceInput, audienceMoved } from '../../src/alerts/audience.ts';
import { deadlineOf, draftProblems, unfinished } from '../../src/alerts/draft.ts';

const NOW = Date.UTC(2027, 1, 9, 16);
const HOUR = 3_600_000;
const sms = (smsText: string) => draftProblems({ smsText }, 'TSLN', NOW).map((one) => one.message);

test('a text may hold known fields only', () => {
  expect(sms('Hello {{first_name}}')).toEqual([]);
  expect(sms('Hello {{phone}}')).toEqual([expect.stringMatching(/\{\{phone\}\} is not a field/)]);
  expect(sms('Hello {{first_name}')).toEqual([expect.stringMatching(/brace is left over/)]);
});

test('public link shorteners are refused and our own words are not', () => {
  expect(sms('See https://bit.ly/3xYz')).toEqual([
    expect.stringMatching(/Carriers filter texts with bit\.ly/),
  ]);
  expect(sms('See tinyurl.com/abc')).toHaveLength(1);
  expect(sms('See opi.mt.gov/budget about it.')).toEqual([]);
  expect(sms('The list is short. It.ly')).toEqual([]);
});

test('a text that asks for YES is refused', () => {
  expect(sms('Reply YES if you will call')).toEqual([
    expect.stringMatching(/Do not ask members to send YES/),
  ]);
});

test('a deadline in the past is refused', () => {
  expect(draftProblems({ deadlineAt: NOW }, 'TSLN', NOW)).toMatchObject([{ field: 'deadlineAt' }]);
  expect(draftProblems({ deadlineAt: NOW + HOUR }, 'TSLN', NOW)).toEqual([]);
});

test('an action alert is not finished without a deadline and a question; an update is', () => {
  const alert = {
    kind: 'action' as const,
    smsText: 'Call',
    emailSubject: 'Call',
    emailText: 'Call',
    sendSms: true,
    sendEmail: true,
    deadlineAt: null,
    questions: [],
  };
  expect(unfinished(alert, NOW).map((one) => one.field)).toEqual(['questions.0.prompt', 'deadlineAt']);
  expect(unfinished({ ...alert, kind: 'update' }, NOW)).toEqual([]);
  expect(
    unfinished({ ...alert, kind: 'update', sendSms: false, sendEmail: false }, NOW).map((one) => one.field),
  ).toEqual(['sendSms']);
  expect(unfinished({ ...alert, kind: 'update', emailSubject: ' ' }, NOW).map((one) => one.field)).toEqual([
    'emailSubject',
  ]);
});

test('without a deadline nothing is sent later than a day after launch', () => {
  expect(deadlineOf({ deadlineAt: null }, NOW)).toBe(NOW + 24 * HOUR);
  expect(deadlineOf({ deadlineAt: NOW + HOUR }, NOW)).toBe(NOW + HOUR);
});

test('an audience has moved by more than 5 people or 2 percent', () => {
  expect(audienceMoved(212, 212)).toBe(false);
  expect(audienceMoved(212, 216)).toBe(false);
  expect(audienceMoved(212, 217)).toBe(true);
  expect(audienceMoved(212, 206)).toBe(true);
  expect(audienceMoved(100_000, 100_006)).toBe(true);
  expect(audienceMoved(0, 1)).toBe(true);
  expect(audienceGrew(212, 150)).toBe(false);
  expect(audienceGrew(212, 260)).toBe(true);
});

test('an empty list in an audience is refused, not read as everybody', () => {
  expect(AudienceInput.safeParse({ regions: [] }).success).toBe(false);
  expect(AudienceInput.safeParse({ everybody: true }).success).toBe(false);
  expect(AudienceInput.safeParse({}).success).toBe(true);
});
