import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import { CALCULATIONS } from '../../src/filings/calculate.ts';
import { filingRoutes } from '../../src/filings/index.ts';
import { VALUE_WORDS } from '../../src/filings/pages/what-if-words.ts';
import type { Role } from '../../src/platform/who.ts';
import type { AppEnv } from '../../src/ui/index.ts';
import { staffAs, testWorld } from '../support/world.ts';

const world = testWorld();
const appFor = (role: Role) => {
  const app = new Hono<AppEnv>();
  app.use(async (c, next) => {
    c.set('world', world);
    c.set('who', staffAs(role));
    c.set('frame', {
      network: 'SAM',
      nav: [{ key: 'filings', label: 'Filings', href: '/filings' }],
      person: { name: 'Test', role: 'Staff' },
      zone: 'America/Denver',
    });
    await next();
  });
  app.route('/', filingRoutes);
  return app;
};
const staff = appFor('staff');
const ask = async (name: string, query: Record<string, string>) => {
  const response = await staff.request(
    `/filings/what-if/${name}?${new URLSearchParams({ ...query, ask: '1' }).toString()}`,
  );
  return { status: response.status, page: await response.text() };
};

describe('what if', () => {
  test('lists every calculator by the question it answers, and filings link to it', async () => {
    const page = await (await staff.request('/filings/what-if')).text();
    for (const { calculator } of CALCULATIONS) {
      expect(page).toContain(`/filings/what-if/${calculator.id}"`);
      expect((await staff.request(`/filings/what-if/${calculator.id}`)).status).toBe(200);
    }
    for (const name of ['Montana', 'Mississippi', 'Massachusetts', 'Federal lobbying law', 'IRS'])
      expect(page).toContain(`>${name}</h2>`);
    expect(await (await staff.request('/filings')).text()).toContain('href="/filings/what-if"');
  });

  test('answers with the figure, the reason and the sources; money is typed in dollars', async () => {
    const { status, page } = await ask('mt-threshold', {
      on: '2027-03-01',
      paymentsCents: '$3,000',
      travelCents: '400.00',
      personalLivingCents: '',
    });
    expect(status).toBe(200);
    expect(page).toContain('Exactly this amount registers a lobbyist');
    expect(page).toContain('$3,400.00');
    expect(page).toContain('ARM 44.12.202(1)');
    expect(page).toContain('evidence V');
    expect(page).toContain('value="$3,000"');
  });

  test('takes lists: months that roll forward, and the years before of an election', async () => {
    const months = await ask('mt-month', { year: '2026', 'spentCents.5': '2000', 'spentCents.6': '5000' });
    expect(months.page).toContain('July: a report of $7,000.00, due Monday, August 17, 2026.');
    const years = await ask('501h', {
      on: '2026-07-01',
      exemptPurposeCents: '500000',
      lobbyingCents: '100000',
      'earlier.2.exemptPurposeCents': '600000',
      'earlier.2.lobbyingCents': '120000',
    });
    expect(years.page).toContain('Over these years');
    expect(years.page).toContain('$322,500.00');
  });

  test.each([
    ['ld2-rounding', { on: '2026-03-31', amountCents: '12.345' }, 'amountCents', 'at most two places'],
    ['ld2-rounding', { on: '2026-03-31', amountCents: '-5' }, 'amountCents', 'below zero'],
    ['ld2-rounding', { on: '2026-03-31', amountCents: '' }, 'amountCents', 'Enter an amount'],
    ['ld2-rounding', { on: '', amountCents: '5' }, 'on', 'Choose a day.'],
    ['ld2-rounding', { on: '1999-01-01', amountCents: '5' }, 'on', 'No rule'],
    ['ms-late-fee', { on: '2026-01-30', daysLate: 'ten' }, 'daysLate', 'Give a whole number.'],
    [
      '501h',
      {
        on: '2026-07-01',
        exemptPurposeCents: '5',
        'earlier.2.lobbyingCents': '7',
        'earlier.2.exemptPurposeCents': '6',
      },
      'earlier-2-lobbyingCents',
      'cannot be more',
    ],
  ])(
    '%s %j says what is wrong beside its field and keeps what was typed',
    async (name, query, field, words) => {
      const { status, page } = await ask(name, query);
      expect(status).toBe(422);
      expect(page).toContain(`href="#field-${field}"`);
      expect(page).toContain(words);
      expect(page).not.toContain('Rules it used');
    },
  );

  test('says all that is wrong at once', async () => {
    const { status, page } = await ask('lda-registration', {
      on: '2026-01-08',
      amountCents: '12.345',
      contacts: '',
      lobbyingMinutes: '9',
      totalMinutes: 'x',
    });
    expect(status).toBe(422);
    for (const name of ['amountCents', 'contacts', 'totalMinutes'])
      expect(page.split(`href="#field-${name}"`)).toHaveLength(2);
  });

  test('has words for every part of an answer', () => {
    for (const { calculator } of CALCULATIONS)
      for (const key of Object.keys(calculator.value.shape).filter(
        (one) => !['reports', 'fourYears'].includes(one),
      ))
        expect(VALUE_WORDS[key], `${calculator.id} ${key}`).toBeTruthy();
  });

  test('is closed to whom filings are closed, and says what is not there', async () => {
    expect((await appFor('board').request('/filings/what-if')).status).toBe(403);
    expect((await appFor('partner').request('/filings/what-if/501h')).status).toBe(403);
    expect((await staff.request('/filings/what-if/tax')).status).toBe(404);
  });
});
