import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FeedFailure } from '../../src/platform/feeds.ts';
import type { Outside } from '../../src/providers/feeds/index.ts';
import { legiScanBills } from '../../src/providers/legiscan/index.ts';
import { openStatesBills, openStatesRoster } from '../../src/providers/openstates/index.ts';

const recorded = (name: string) =>
  readFileSync(join(import.meta.dirname, '../fixtures', `${name}.json`), 'utf8');

/** A service that answers each address by the first rule that fits, and notes what was asked and how long was waited. */
const service = (rules: [RegExp, string | Response | Error | (() => Response)][]) => {
  const asked: { url: string; key: string | null }[] = [];
  const waited: number[] = [];
  const outside: Outside = {
    fetcher: (url, init) => {
      asked.push({ url, key: new Headers(init.headers).get('x-api-key') });
      const answer = rules.find(([pattern]) => pattern.test(decodeURIComponent(url)))?.[1];
      if (answer instanceof Error) return Promise.reject(answer);
      if (typeof answer === 'function') return Promise.resolve(answer());
      return Promise.resolve(
        answer instanceof Response
          ? answer.clone()
          : new Response(answer ?? '{}', { status: answer ? 200 : 404 }),
      );
    },
    sleep: (ms) => {
      waited.push(ms);
      return Promise.resolve();
    },
  };
  return { outside, asked, waited };
};
const failureOf = async (asking: Promise<unknown>) => {
  const error = await asking.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(FeedFailure);
  return error instanceof Error ? error.message : '';
};
const openStatesKey = 'test-key';
const legiScanKey = 'test-key';
const HB203 = { number: 'HB 203', changeHash: null };
const SESSION = { jurisdiction: 'MT', special: false, startsOn: '2027-01-04' };

test('without a key there is no service, and nothing can be asked', () => {
  expect(openStatesRoster({ openStatesKey: null })).toBeNull();
  expect(openStatesBills({ openStatesKey: null })).toBeNull();
  expect(legiScanBills({ legiScanKey: null })).toBeNull();
});

describe('Open States', () => {
  const states = () =>
    service([
      [/\/people\?.*page=2/, recorded('openstates/people-2')],
      [/\/people\?/, recorded('openstates/people-1')],
      [/\/jurisdictions\//, recorded('openstates/jurisdiction')],
      [/\/committees\?/, recorded('openstates/committees')],
      [/\/bills\?.*q=HB\+203/, recorded('openstates/bills')],
      [/\/bills\?/, '{"results":[],"pagination":{"per_page":5,"page":1,"max_page":1,"total_items":0}}'],
    ]);

  test('people come page by page at its pace, with the key in a header', async () => {
    const { outside, asked, waited } = states();
    const people = await openStatesRoster({ openStatesKey }, outside)?.people('MT');
    expect(asked.map(({ key }) => key)).toEqual(['test-key', 'test-key']);
    expect(asked[0]?.url).toContain(encodeURIComponent('ocd-jurisdiction/country:us/state:mt/government'));
    expect(waited.every((ms) => ms > 6_000)).toBe(true);
    expect(people?.map(({ name, chamber, district }) => `${name} ${chamber} ${district}`)).toEqual([
      'Ada Kestrelman lower 78',
      'Lyle Bramblewood upper 39',
      'Boyd Aldercott lower 79',
    ]);
  });

  test('only what belongs to the office is taken: no home, no birth date, no private mailbox', async () => {
    const people = await openStatesRoster({ openStatesKey }, states().outside)?.people('MT');
    expect(people?.[0]).toMatchObject({ phone: '406-444-4800', email: 'ada.kestrelman@legmt.example.gov' });
    expect(people?.[1]).toMatchObject({ family: 'Bramblewood', email: undefined, phone: undefined });
    expect(JSON.stringify(people)).not.toMatch(/1961|gmail|0199|Home St/);
  });

  test('a committee is of the chamber above it, also through another committee; under both it is joint', async () => {
    const committees = await openStatesRoster({ openStatesKey }, states().outside)?.committees('MT');
    expect(committees?.map(({ name, chamber }) => `${name}: ${chamber}`)).toEqual([
      'Education: lower',
      'Education Funding: lower',
      'Education Interim: legislature',
    ]);
    // Somebody whom the service could not match has no id, and is left out.
    expect(committees?.[0]?.members.map(([, role]) => role)).toEqual(['chair', 'member']);
  });

  test('a bill comes with its actions in order and its votes; the same mark as before means no change', async () => {
    const bills = openStatesBills({ openStatesKey }, states().outside);
    const [bill] =
      (await bills?.changed({ ...SESSION, known: [HB203, { number: 'HB 7', changeHash: null }] })) ?? [];
    expect(bill).toMatchObject({ number: 'HB 203', status: 'Tabled in Committee', statusOn: '2027-02-05' });
    expect(bill?.events.map(({ kind, on, note }) => `${kind} ${on} ${note}`)).toEqual([
      'status 2027-01-12 Introduced',
      'status 2027-02-05 Tabled in Committee',
      'vote 2027-02-05 Education: Do Pass. fail. yes 6, no 8',
    ]);
    const known = [{ number: 'HB 203', changeHash: bill?.changeHash ?? null }];
    expect(await bills?.changed({ ...SESSION, known })).toEqual([]);
    expect(
      await failureOf(bills?.changed({ ...SESSION, startsOn: '2029-01-01', known }) ?? Promise.resolve()),
    ).toBe('Open States has no session of MT that began in 2029 yet.');
  });

  test('asked for patience it waits once as long as it was told; then the limit is said', async () => {
    let first = true;
    const patient = service([
      [
        /\/people/,
        () => {
          const answer = first
            ? new Response('', { status: 429, headers: { 'retry-after': '7' } })
            : new Response(recorded('openstates/people-2'));
          first = false;
          return answer;
        },
      ],
    ]);
    expect(await openStatesRoster({ openStatesKey }, patient.outside)?.people('MT')).toHaveLength(2);
    expect(patient.waited).toContain(7_000);
    const spent = service([[/./, new Response('', { status: 429, headers: { 'retry-after': '0' } })]]);
    expect(
      await failureOf(openStatesRoster({ openStatesKey }, spent.outside)?.people('MT') ?? Promise.resolve()),
    ).toBe('Open States answers no more for now: the limit of the key is used up.');
    expect(spent.asked).toHaveLength(2);
  });

  test.each([
    [new Response('', { status: 403 }), 'Open States refused the key (403).'],
    [new Response('', { status: 502 }), 'Open States answered with an error (502).'],
    [new Error('socket'), 'Open States could not be reached.'],
    [new DOMException('late', 'TimeoutError'), 'Open States did not answer within 20 seconds.'],
    [new Response('<html>'), 'Open States answered in a shape that is not known here (no JSON).'],
    [
      Response.json({ results: [{ id: 7 }], pagination: {} }),
      /^Open States answered in a shape .*\(results\.0\.id\)\.$/,
    ],
    [
      Response.json({ results: [], pagination: { page: 1, max_page: 1 } }),
      'Open States named nobody in the legislature of MT.',
    ],
  ])('what goes wrong is said in words (%#)', async (answer, words) => {
    const { outside } = service([[/./, answer]]);
    expect(
      await failureOf(openStatesRoster({ openStatesKey }, outside)?.people('MT') ?? Promise.resolve()),
    ).toMatch(words);
  });
});

describe('LegiScan', () => {
  const scan = () =>
    service([
      [/op=getSessionList/, recorded('legiscan/session-list')],
      [/op=getMasterListRaw/, recorded('legiscan/master-list-raw')],
      [/op=getBill&id=1900203/, recorded('legiscan/bill')],
    ]);

  test('only bills that changed are asked for one by one', async () => {
    const { outside, asked } = scan();
    const bills = await legiScanBills({ legiScanKey }, outside)?.changed({
      ...SESSION,
      known: [
        HB203,
        { number: 'HB 15', changeHash: '22222222222222222222222222222222' },
        { number: 'SB 41', changeHash: null },
      ],
    });
    expect(bills?.map(({ number }) => number)).toEqual(['HB 203']);
    expect(asked.map(({ url }) => /op=(\w+)/.exec(url)?.[1])).toEqual([
      'getSessionList',
      'getMasterListRaw',
      'getBill',
    ]);
    expect(asked[1]?.url).toContain('id=2301');
  });

  test('actions, votes and hearings come with keys that stay, and a status in plain words', async () => {
    const [bill] =
      (await legiScanBills({ legiScanKey }, scan().outside)?.changed({ ...SESSION, known: [HB203] })) ?? [];
    expect(bill).toMatchObject({ status: 'In committee', statusOn: '2027-01-12', serviceId: '1900203' });
    expect(bill?.events.map(({ kind, on, time, note }) => `${kind} ${on} ${time} ${note}`)).toEqual([
      'status 2027-01-12 null Introduced',
      'status 2027-01-13 null Referred to Committee',
      'status 2027-01-13 null Referred to Committee',
      'vote 2027-02-05 null House: Second reading. Not passed, 48 to 51',
      'hearing 2027-02-10 15:00 House Education Hearing, Room 137',
      'hearing 2027-02-17 null House Education Hearing',
    ]);
    expect(new Set(bill?.events.map(({ key }) => key)).size).toBe(6);
  });

  test('a refusal comes with HTTP 200 and is said without the key', async () => {
    const { outside } = service([[/./, recorded('legiscan/error')]]);
    const words = await failureOf(
      legiScanBills({ legiScanKey }, outside)?.changed({ ...SESSION, known: [HB203] }) ?? Promise.resolve(),
    );
    expect(words).toBe('LegiScan refused: Invalid API key the key');
  });

  test('a session that it does not have yet is said; a special one is another', async () => {
    const bills = legiScanBills({ legiScanKey }, scan().outside);
    expect(
      await failureOf(
        bills?.changed({ ...SESSION, startsOn: '2031-01-06', known: [HB203] }) ?? Promise.resolve(),
      ),
    ).toBe('LegiScan has no session of MT in 2031 yet.');
    const { outside, asked } = scan();
    await legiScanBills({ legiScanKey }, outside)?.changed({ ...SESSION, special: true, known: [HB203] });
    expect(asked[1]?.url).toContain('id=2302');
  });
});
