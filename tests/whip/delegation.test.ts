import { beforeAll, expect, test } from 'vitest';
import { setAsk } from '../../src/alerts/index.ts';
import { delegation } from '../../src/whip/index.ts';
import { browserOf, CLARA, hidden, sent } from '../console/ground.ts';
import { coordinator, met, rewritten, settleCongress } from '../reports/congress.ts';
import { bad, good, staffAs, type TestWorld } from '../support/world.ts';

let world: TestWorld;
let points: string;

beforeAll(async () => {
  ({ world, points } = await settleCongress());
});

test('each seat of the state: who holds it, what we ask, who knows them, what was heard, who has older words', async () => {
  good(
    await setAsk(world, coordinator, {
      officialIds: ['ros', 'wes'],
      issueId: 'vouchers',
      words: 'Cosponsor S. 12.',
    }),
  );
  await sent(world, { talkingPointsId: points });
  for (const onDate of ['2027-02-07', '2027-02-08', '2027-02-09']) await met(world, CLARA, onDate);
  await rewritten(world, points, 'Keep it whole, this year.');
  const { data, points: words, state } = good(await delegation(world, coordinator, {}));
  expect(state).toBe('MT');
  expect(words).toMatchObject([{ id: points, no: 2, expiry: 'holds' }]);
  expect(data.map(({ seatId, name, members }) => [seatId, name, members])).toEqual([
    ['us-s1', 'Rosalind Penhallow', 2],
    ['us-h1', 'Wes Tarrant', 1],
    ['us-h2', null, 0],
  ]);
  expect(data[0]).toMatchObject({
    asks: [{ words: 'Cosponsor S. 12.', talkingPointsId: points }],
    known: [{ memberId: CLARA, strength: 3 }],
    contacts: 3,
    heard: [{ memberId: CLARA, onDate: '2027-02-09', stance: 'undecided' }, {}, {}],
    older: [{ talkingPointsId: points, members: 2 }],
  });
  expect(data[1]).toMatchObject({ known: [], heard: [], older: [{ members: 1 }] });
});

test('on the page an ask is added, ended and taken back; a link begins the alert to those who reach them', async () => {
  const web = browserOf(world, coordinator);
  const first = await web.get('/officials/delegation');
  expect(first.page).toContain(`/alerts/new?talking-points=${points}&amp;officials=wes`);
  expect(first.page).toContain('2 members have an older one');
  expect(first.page).toContain('The seat is vacant.');
  expect((await web.post('/officials/delegation/asks', { words: '' })).status).toBe(422);
  const added = await web.post('/officials/delegation/asks', {
    id: hidden(first.page, 'id'),
    officialIds: ['wes'],
    issueId: 'vouchers',
    words: 'Write to the appropriators.',
  });
  expect(added.to).toBe('/officials/delegation?done=asked');
  const listed = (await web.get('/officials/delegation')).page;
  expect(listed).toContain('Write to the appropriators.');
  const ends =
    /\/officials\/delegation\/asks\/[\w-]+\/end(?="[^>]*>\s*<button[^>]*aria-label="End this ask: Write)/.exec(
      listed,
    )?.[0];
  const ended = await web.post(ends ?? '');
  expect((await web.get('/officials/delegation')).page).not.toContain('Write to the appropriators.');
  expect((await web.get(ended.to ?? '')).page).toContain('Let it stand again');
  expect((await web.post(ends ?? '')).status).toBe(409);
  await web.post(ends ?? '', { ended: 'no' });
  expect((await web.get('/officials/delegation')).page).toContain('Write to the appropriators.');

  const draft = await web.get(`/alerts/new?talking-points=${points}&officials=wes`);
  expect(draft.page).toContain('value="update" checked');
  expect(draft.page).toMatch(/value="wes"[^>]*checked/);
  expect((await browserOf(world, staffAs('board')).get('/officials/delegation')).status).toBe(403);
});

test('the delegation is the office’s', async () => {
  for (const role of ['partner', 'board', 'regional_president'] as const)
    expect(bad(await delegation(world, staffAs(role), {})).kind).toBe('forbidden');
});
