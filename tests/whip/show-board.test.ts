import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import { showBoard } from '../../src/whip/index.ts';
import { shareTalkingPoints } from '../../src/alerts/index.ts';
import { addContactReport, hearingsAhead } from '../../src/lobbying/index.ts';
import { openDb } from '../../src/platform/db.ts';
import { countedDb } from '../support/counted-db.ts';
import { bad, good, staffAs, type TestWorld } from '../support/world.ts';
import { browserOf, CLARA, director, NED, published, sent, settle, staff } from '../console/ground.ts';

let world: TestWorld;
const central = staffAs('regional_president', { regionId: 'central' });
const western = staffAs('regional_president', { regionId: 'western' });
const partner = staffAs('partner', { organizationId: 'sam' });
const days = (count: number) => count * 86_400_000;
const board = async (who = director, more = {}) =>
  good(await showBoard(world, who, { billId: 'hb203', ...more }));
const seat = async (officialId: string, who = director, more = {}) =>
  (await board(who, more)).seats.find((one) => one.officialId === officialId);
const heard = async (officialId: string, stance: 'support' | 'lean_oppose', onDate: string, memberId = NED) =>
  good(
    await addContactReport(world, staff, {
      officialId,
      billId: 'hb203',
      memberId,
      stance,
      onDate,
      note: 'Over coffee.',
    }),
  );

beforeAll(async () => {
  world = await settle();
  await env.DB.batch(
    [
      `insert into position (id, bill_id, organization_id, position, from_on, set_by) values ('p1', 'hb203', 'sam', 'oppose', '2027-01-10', 'x')`,
      `insert into seat (id, chamber_id, state, district) values ('hd99', 'mt-lower', 'MT', '99')`,
    ].map((sql) => env.DB.prepare(sql)),
  );
});

describe('before anybody has spoken', () => {
  test('the committee of the next hearing is shown, every seat unheard, with who reaches it', async () => {
    const { body, counts, seats } = await board();
    expect(body?.name).toBe('House Education');
    expect(counts.map(({ key, count }) => [key, count])).toEqual([['not-heard', 2]]);
    expect(seats.map((one) => [one.seat, one.askers.map(({ name }) => name)])).toEqual([
      ['HD 78', ['Ned Harrowgate']],
      ['HD 83', ['Clara Underhill']],
    ]);
  });

  test('the chamber has its vacant seat', async () => {
    const { counts, total } = await board(director, { bodyId: 'mt-lower' });
    expect(total).toBe(3);
    expect(counts.map(({ key, count }) => [key, count])).toEqual([
      ['not-heard', 2],
      ['vacant', 1],
    ]);
    expect(bad(await showBoard(world, director, { billId: 'hb203', bodyId: 'nowhere' })).kind).toBe(
      'invalid',
    );
    expect(bad(await showBoard(world, director, { billId: 'hb404' })).kind).toBe('missing');
  });

  test('home, the agenda, the bill and the board ask for an alert to those who reach the uncovered seats', async () => {
    const browser = browserOf(world, director);
    for (const path of ['/', '/agenda', '/agenda/bills/hb203', '/agenda/bills/hb203/board']) {
      const { page } = await browser.get(path);
      expect(page, path).toContain('HB 203: hearing in 30 hours, 2 of 2 seats uncovered');
      expect(page, path).toContain('href="/alerts/new?bill=hb203&amp;officials=bra%2Ckes"');
    }
    expect((await browser.get('/agenda')).page).toContain(
      'No reach known for 1 school district, with 1 member.',
    );
    const { page } = await browserOf(world, central).get('/agenda/bills/hb203');
    expect(page).toContain('One member reaches them');
    expect(page).not.toContain('/alerts/new');
  });

  test('the draft begins with audience, talking points, bill and the hearing as deadline, and nothing is written', async () => {
    const points = await published(world);
    const before = await env.DB.prepare('select count(*) as n from alert').first<{ n: number }>();
    const { page } = await browserOf(world, staff).get('/alerts/new?bill=hb203&officials=bra,kes');
    expect(page).toContain('value="HB 203: call House Education"');
    expect(page).toMatch(/<option value="hb203" selected/);
    expect(page).toMatch(new RegExp(`<option value="${points}" selected`));
    expect(page).toMatch(/name="officials" value="kes" checked/);
    expect(page).toContain('Rep. Lyle Bramblewood, HD 83');
    expect(page).toContain('value="2027-02-10"');
    expect(page).toContain('value="15:00"');
    expect((await env.DB.prepare('select count(*) as n from alert').first<{ n: number }>())?.n).toBe(
      before?.n,
    );
  });

  test('expired talking points are left out of it: older ones that hold are chosen, and without any it says how to renew', async () => {
    const older = await published(world);
    world.passTime(60_000);
    const newest = await published(world);
    const ends = (id: string, on: string | null) =>
      env.DB.prepare('update talking_points set expires_on = ? where id = ?').bind(on, id).run();
    const draft = async () =>
      (await browserOf(world, staff).get('/alerts/new?bill=hb203&officials=bra')).page;
    await ends(newest, '2027-02-08');
    expect(await draft()).toMatch(new RegExp(`<option value="${older}" selected`));
    expect(await draft()).not.toContain('expired after');
    await env.DB.prepare(`update talking_points set expires_on = '2027-02-08' where bill_id = 'hb203'`).run();
    const page = await draft();
    expect(page).toContain('The talking points of this bill expired after');
    expect(page).toContain(`href="/talking-points/${newest}/edit#field-expiresOn"`);
    expect(page).not.toMatch(new RegExp(`<option value="(?:${older}|${newest})" selected`));
    await ends(newest, '2027-02-09');
    expect(await draft()).toMatch(new RegExp(`<option value="${newest}" selected`));
    await env.DB.prepare(`update talking_points set expires_on = null where bill_id = 'hb203'`).run();
  });
});

describe('as members report', () => {
  beforeAll(async () => {
    await heard('kes', 'lean_oppose', '2027-01-28');
    await heard('kes', 'support', '2027-02-08');
  });

  test('the latest counts, seen from our side, with who heard it and where they stood a week before', async () => {
    const kes = await seat('kes');
    expect(kes?.group.label).toBe('Against us');
    expect(kes?.was?.label).toBe('Leaning our way');
    expect(kes?.by).toBe('Ned Harrowgate, Drummond');
    expect(kes?.onDate).toBe('2027-02-08');
    expect((await board()).seats.flatMap(({ officialId, was }) => (was ? [officialId] : []))).toEqual([
      'kes',
    ]);
  });

  test('as of a day it stands as it stood', async () => {
    const then = await board(director, { on: '2027-02-01' });
    expect(then.seats.find(({ officialId }) => officialId === 'kes')?.group.key).toBe('leaning-our-way');
    expect((await seat('kes', director, { on: '2027-01-20' }))?.group.key).toBe('not-heard');
    expect((await board()).over.map(({ notHeard }) => notHeard)).toEqual([2, 2, 2, 1, 1]);
    expect(then.over.at(-1)?.day).toBe('2027-02-01');
  });

  test('drafts and what others heard of another bill count for nothing', async () => {
    await env.DB.prepare(
      `insert into contact_report (id, state, member_id, official_id, bill_id, stance, on_date, door, created_at, created_by)
       values ('d1', 'draft', ?, 'bra', 'hb203', 'support', '2027-02-09', 'sms', 1, 'x')`,
    )
      .bind(CLARA)
      .run();
    expect((await seat('bra'))?.group.key).toBe('not-heard');
  });

  test('a seat is covered once somebody spoke, whatever was heard', async () => {
    const ahead = () =>
      hearingsAhead(world, { until: world.clock.now() + days(7), billId: 'hb203', regionId: null });
    expect((await ahead())[0]).toMatchObject({ seats: 2, uncovered: ['bra'], reachers: 1 });
    good(await addContactReport(world, staff, { officialId: 'bra', billId: 'hb203', onDate: '2027-02-08' }));
    expect((await ahead())[0]?.uncovered).toEqual([]);
    expect((await seat('bra'))?.spoken).toBe(true);
    expect((await seat('bra'))?.group.key).toBe('not-heard');
  });
});

describe('who should ask next', () => {
  const more = async () => (await seat('bra'))?.askers.map(({ name }) => name);

  test('who knows them best, then the larger share, then whom no alert asked lately', async () => {
    await env.DB.batch(
      [
        `insert into member (id, first_name, last_name, kind, title, organization_id, region_id, district_nces, created_at, updated_at)
         values ('m3', 'Abel', 'Aster', 'superintendent', 'x', 'sam', 'central', '3000002', 1, 1), ('m4', 'Zoe', 'Zabel', 'superintendent', 'x', 'sam', 'central', '3000002', 1, 1), ('m5', 'Gone', 'Away', 'superintendent', 'x', 'sam', 'central', '3000002', 1, 1)`,
        `update member set state = 'left' where id = 'm5'`,
        `insert into reach (district_nces, seat_id, share, source) values ('3000001', 'hd83', 0.1, 'csv')`,
      ].map((sql) => env.DB.prepare(sql)),
    );
    expect(await more()).toEqual(['Abel Aster', 'Clara Underhill', 'Zoe Zabel', 'Ned Harrowgate']);
    await sent(world, { members: [CLARA, 'm3'] });
    expect((await more())?.slice(0, 3)).toEqual(['Abel Aster', 'Zoe Zabel', 'Clara Underhill']);
    await env.DB.prepare(
      `insert into relationship (id, member_id, official_id, kind, strength, source, source_id, at) values ('r1', ?, 'bra', 'friend', 3, 'staff', 'x', 1)`,
    )
      .bind(NED)
      .run();
    expect((await more())?.[0]).toBe('Ned Harrowgate');
    const [first] = (await seat('bra'))?.askers ?? [];
    expect(first?.why).toBe('Know each other well, 10% of the district');
    expect(first?.reach).toBe(4);
  });
});

describe('where a district has many members', () => {
  test('the first few by name stand for it, whoever knows the official before them, and all are counted', async () => {
    await env.DB.batch(
      [
        `with recursive n(i) as (select 1 union all select i + 1 from n where i < 20)
         insert into member (id, first_name, last_name, kind, title, organization_id, region_id, district_nces, created_at, updated_at)
         select 'many' || i, 'Many', printf('Bee%02d', i), 'superintendent', 'x', 'sam', 'western', '3000001', 1, 1 from n`,
        `insert into relationship (id, member_id, official_id, kind, strength, source, source_id, at) values ('r2', 'many20', 'kes', 'friend', 1, 'staff', 'x', 1), ('r3', 'many19', 'ald', 'friend', 3, 'staff', 'x', 1)`,
      ].map((sql) => env.DB.prepare(sql)),
    );
    const kes = await seat('kes', director, { officialId: 'kes' });
    expect(kes?.askers.map(({ name }) => name)).toEqual(
      ['Bee20', 'Bee01', 'Bee02', 'Bee03', 'Bee04', 'Bee05'].map((name) => `Many ${name}`),
    );
    expect(kes?.askers[0]?.reach).toBe(21);
    await env.DB.batch(
      [`delete from relationship where id in ('r2', 'r3')`, `delete from member where id glob 'many*'`].map(
        (sql) => env.DB.prepare(sql),
      ),
    );
  });
});

describe('who may see what', () => {
  test('a regional president is told the region’s members only', async () => {
    expect((await seat('kes', western))?.by).toBe('Ned Harrowgate, Drummond');
    expect((await seat('kes', central))?.by).toBe('A member of another region');
    const { seats, heard: said } = await board(central, { officialId: 'kes' });
    expect(said.every(({ note, by }) => note === '' && by === 'A member of another region')).toBe(true);
    expect(seats.flatMap(({ askers }) => askers.map(({ name }) => name))).not.toContain('Ned Harrowgate');
    expect((await browserOf(world, central).get('/agenda/bills/hb203/board?seat=kes')).page).not.toMatch(
      /Harrowgate|Over coffee/,
    );
  });

  test('a partner sees where seats stand on a bill that is shared, and no member', async () => {
    expect(bad(await showBoard(world, partner, { billId: 'hb203' })).kind).toBe('missing');
    const points = await env.DB.prepare('select id from talking_points').first<{ id: string }>();
    good(await shareTalkingPoints(world, staff, { id: points!.id, shared: true }));
    const { page } = await browserOf(world, partner).get('/agenda/bills/hb203/board?seat=kes');
    expect(page).toContain('Against us');
    expect(page).not.toMatch(/Harrowgate|Underhill|Zabel|Aster|Over coffee|Test staff|Note it|\/members/);
    const file = await browserOf(world, partner).get('/agenda/bills/hb203/board.csv');
    expect(file.page).not.toMatch(/Harrowgate|Underhill|Zabel|Aster/);
    // Words that are for another partner open no board.
    await env.DB.prepare(`update talking_points set shared_with = '["another"]'`).run();
    expect(bad(await showBoard(world, partner, { billId: 'hb203' })).kind).toBe('missing');
    await env.DB.prepare(`update talking_points set shared_with = null`).run();
  });

  test('the board of the association reads reports, not boards', async () => {
    expect(bad(await showBoard(world, staffAs('board'), { billId: 'hb203' })).kind).toBe('forbidden');
  });
});

describe('its pages', () => {
  test('every seat is a link with a name', async () => {
    const { page } = await browserOf(world, director).get('/agenda/bills/hb203/board?in=mt-lower');
    expect(page).toContain('aria-label="HD 78, Rep. Ada Kestrelman: against us, heard Feb 8"');
    expect(page).toContain('aria-label="HD 99: vacant"');
    expect(page).toMatch(/<svg class="hemicycle"[^>]+role="group" aria-label="Montana House, 3 seats/);
  });

  test('staff note a stance on it once, a regional president for a member of the region', async () => {
    const browser = browserOf(world, staff);
    const note = {
      id: '01NOTE00000000000000000000',
      officialId: 'bra',
      stance: 'oppose',
      onDate: '2027-02-09',
    };
    const first = await browser.post('/agenda/bills/hb203/board/stances', { ...note, body: 'ed' });
    expect(first.status).toBe(303);
    expect(first.to).toBe('/agenda/bills/hb203/board?in=ed&seat=bra&done=noted#seat');
    await browser.post('/agenda/bills/hb203/board/stances', note);
    const kept = await env.DB.prepare(
      `select count(*) as n from contact_report where official_id = 'bra' and stance = 'oppose'`,
    ).first<{ n: number }>();
    expect(kept?.n).toBe(1);
    expect((await seat('bra'))?.group.label).toBe('With us');
    const refused = await browserOf(world, central).post('/agenda/bills/hb203/board/stances', {
      ...note,
      id: '01NOTE00000000000000000001',
    });
    expect(refused.status).toBe(422);
    expect(refused.page).toContain('Choose the member who spoke.');
  });

  test('the file cannot run as a formula and carries every seat', async () => {
    await env.DB.prepare(`update official set name = '=cmd()' where id = 'bra'`).run();
    const { page } = await browserOf(world, director).get('/agenda/bills/hb203/board.csv?in=mt-lower');
    expect(page.trim().split('\r\n')).toHaveLength(4);
    expect(page).not.toMatch(/(^|,)=cmd/m);
  });

  test('what is printed says of which network and day it is, and what "with us" means', async () => {
    const { get } = browserOf(world, director);
    const pocket = (await get('/agenda/bills/hb203/board/print?in=ed')).page;
    for (const words of [
      'Treasure State Legislative Network',
      'House Education',
      'As of Feb',
      'We oppose it',
    ])
      expect(pocket).toContain(words);
    for (const path of ['/agenda/bills/hb203/board?in=ed', '/officials/committees/ed'])
      expect((await get(path)).page).toContain('<p class="printed">Printed Tuesday, February 9, 2027</p>');
  });

  test('a board takes at most nine statements, the frame and one seat included, and reads no more of a long history', async () => {
    const counts = { statements: 0, rowsRead: 0, rowsWritten: 0 };
    const db = openDb(countedDb(env.DB, counts), {
      now: world.clock.now,
      ids: world.ids,
      enqueue: () => Promise.resolve(),
    });
    const read = async () => {
      Object.assign(counts, { statements: 0, rowsRead: 0 });
      await browserOf({ ...world, db }, director).get('/agenda/bills/hb203/board?seat=kes&in=mt-lower');
      return { ...counts };
    };
    const before = await read();
    expect(before.statements).toBeLessThanOrEqual(9);
    await env.DB.batch(
      [
        `with recursive n(i) as (select 1 union all select i + 1 from n where i < 4000)
         insert into contact_report (id, state, member_id, official_id, bill_id, stance, on_date, door, created_at, created_by)
         select 'old' || i, 'confirmed', '${NED}', iif(i % 2, 'kes', 'bra'), 'hb203', 'undecided', '2027-01-05', 'sms', 1, 'x' from n`,
        `with recursive n(i) as (select 1 union all select i + 1 from n where i < 4000)
         insert into delivery (source_kind, source_id, recipient_id, channel, wording_id, state, due_at, updated_at)
         select 'alert', 'old', 'm' || i, 'sms', 'w', 'delivered', 1, 1 from n`,
      ].map((sql) => env.DB.prepare(sql)),
    );
    expect((await read()).rowsRead - before.rowsRead).toBeLessThan(50);
  });
});
