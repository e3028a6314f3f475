import { expect, test } from 'vitest';
import { turnstile } from '../../src/providers/turnstile/index.ts';
import { parseSettings } from '../../src/settings.ts';
import { TEST_SETTINGS } from '../support/settings.ts';

const keys = { turnstile: { siteKey: '1x00000000000000000000AA', secret: 'only-ours' } };
const vendor = (answer: Response | Error) => {
  const asked: { url: string; form: Record<string, string> }[] = [];
  const check = turnstile(keys, (url, init) => {
    asked.push({ url, form: Object.fromEntries(init.body as URLSearchParams) });
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  });
  if (!check) throw new Error('The settings are there.');
  return { check, asked };
};

test('without its settings there is no check; one alone is a mistake that is named', () => {
  expect(parseSettings(TEST_SETTINGS).turnstile).toBeNull();
  expect(turnstile({ turnstile: null })).toBeNull();
  expect(() => parseSettings({ ...TEST_SETTINGS, TURNSTILE_SITE_KEY: 'one' })).toThrow(
    'set both TURNSTILE_SITE_KEY and TURNSTILE_SECRET, or neither',
  );
  expect(
    parseSettings({ ...TEST_SETTINGS, TURNSTILE_SITE_KEY: 'one', TURNSTILE_SECRET: 'two' }).turnstile,
  ).toEqual({ siteKey: 'one', secret: 'two' });
});

test('what the script earned is asked about once, with our secret and without the reader’s address', async () => {
  const { check, asked } = vendor(Response.json({ success: true, hostname: 'network.example' }));
  expect(await check.passed('earned')).toBe(true);
  expect(asked).toEqual([
    {
      url: 'https://challenges.cloudflare.com/turnstile/v0/siteverify',
      form: { secret: 'only-ours', response: 'earned' },
    },
  ]);
});

test('no value, a refusal, a vendor that is down or answers nonsense prove nothing, and nothing is thrown', async () => {
  const silent = vendor(Response.json({ success: true }));
  expect(await silent.check.passed(undefined)).toBe(false);
  expect(silent.asked).toEqual([]);
  for (const answer of [
    Response.json({ success: false, 'error-codes': ['timeout-or-duplicate'] }),
    new Response('Bad gateway', { status: 502 }),
    new Error('no connection'),
  ])
    expect(await vendor(answer).check.passed('earned')).toBe(false);
});
