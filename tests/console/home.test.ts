import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import { draftAlert, proposeAlert, shareTalkingPoints } from '../../src/alerts/index.ts';
import { addContactReport } from '../../src/lobbying/index.ts';
import { alertTally, answerOnPage, receiveSms } from '../../src/replies/index.ts';
import { good, staffAs, type TestWorld } from '../support/world.ts';
import { alertsOut } from '../../src/console/home.ts';
import { browserOf, CLARA, director, NED, published, sent, settle, staff } from './ground.ts';

let world: TestWorld;
const central = staffAs('regional_president', { regionId: 'central' });
const board = staffAs('board');
const partner = staffAs('partner', { organizationId: 'sam' });
const home = async (who = director) => (await browserOf(world, who).get('/')).page;

describe('before anything has happened', () => {
  test('home teaches the first steps, with a mark on those that are done', async () => {
    world = await settle();
    const page = await home(staff);
    expect(page).toContain('Tuesday, February 9');
    expect(page).toContain('3 of 5 done');
    expect(page).toContain('href="/talking-points/new"');
    expect(page).toContain('Nothing is out');
    expect(page).toContain('Nobody is waiting');
    expect(page).not.toContain('hx-get');
  });

  test('who can fill gaps in reach is told how many there are, on home and above the officials; nobody without gaps', async () => {
    const pages = async (who = staff) => {
      const { get } = browserOf(world, who);
      return Promise.all(
        ['/', '/officials'].map(async (path) => (await get(path)).page.split('No reach known').length - 1),
      );
    };
    expect(await pages()).toEqual([1, 1]);
    expect(await pages(central)).toEqual([0, 0]);
    expect(await home(staff)).toContain(
      'No reach known for 1 school district, with 1 member. <a href="/officials/reach">Fill the gap</a>',
    );
    await env.DB.prepare(
      `insert into reach (district_nces, seat_id, share, source) values ('3000002', 'sd39', 0.1, 'csv')`,
    ).run();
    expect(await pages()).toEqual([0, 0]);
    await env.DB.prepare(`delete from reach where district_nces = '3000002' and seat_id = 'sd39'`).run();
  });

  test('a person who may take no step is shown none', async () => {
    expect(await home(central)).not.toContain('First steps');
  });
});

describe('while an alert is out', () => {
  let alertId: string;
  let points: string;
  beforeAll(async () => {
    points = await published(world);
    alertId = await sent(world, { talkingPointsId: points });
    const delivery = await env.DB.prepare('select id from delivery where source_id = ? and recipient_id = ?')
      .bind(alertId, NED)
      .first<{ id: number }>();
    const option = await env.DB.prepare(
      'select o.id from question_option o join question q on q.id = o.question_id where q.alert_id = ? and o.no = 2',
    )
      .bind(alertId)
      .first<{ id: string }>();
    good(
      await answerOnPage(
        world,
        { kind: 'member', id: NED },
        { deliveryId: delivery!.id, optionId: option!.id },
      ),
    );
  });

  test('it leads with how many have answered, what, and the nudge for the rest', async () => {
    const page = await home();
    expect(page).toMatch(/class="figure">1<small> of 2 have answered/);
    expect(page).toContain('Answers. Of 2: have contacted 0, will 1, cannot 0, No answer 1.');
    expect(page).toContain(`href="/alerts/${alertId}/nudge"`);
    expect(page).toContain('Nudge the 1');
    expect(page).toContain('Hearing Wednesday 3:00 pm, in 30 hours.');
    expect(page).not.toContain('First steps');
    expect(page).toContain('hx-get="/home/live"');
    const live = await browserOf(world, director).get('/home/live');
    expect(live.page).toMatch(/^<div id="out-now"/);
    expect(live.page).toContain('of 2 have answered');
  });

  test('its numbers are those of the alert’s own page, for the network and for a region', async () => {
    for (const [who, regionId] of [
      [director, null],
      [central, 'central'],
    ] as const) {
      const [out] = await alertsOut(world, who, 'America/Denver');
      const tally = await alertTally(world, alertId, regionId);
      expect({ asked: out!.asked, answered: out!.answered }).toEqual({
        asked: tally.asked,
        answered: tally.answered,
      });
      expect(out!.options.map((one) => one.people)).toEqual(tally.byOption.map((one) => one.count));
    }
  });

  test('a regional president sees the region, and no nudge, draft or filing', async () => {
    const page = await home(central);
    expect(page).toMatch(/class="figure">0<small> of 1 have answered/);
    expect(page).not.toContain('/nudge');
    expect(page).not.toContain('/filings');
  });

  test('a partner sees what is shared and totals, and no name', async () => {
    expect(await home(partner)).toContain('Nothing is shared yet');
    good(await shareTalkingPoints(world, staff, { id: points, shared: true }));
    const page = await home(partner);
    expect(page).toContain(`href="/talking-points/${points}"`);
    expect(page).toContain('1 of 2');
    expect(page).not.toMatch(/href="\/agenda(?!\/bills\/hb203\/board")/);
    expect(page).not.toMatch(/Harrowgate|Underhill|Kestrelman|\/alerts/);
    expect((await browserOf(world, partner).get('/home/live')).status).toBe(403);
    // Words for another partner take the alerts that carry them along.
    await env.DB.prepare(`update talking_points set shared_with = '["another"]'`).run();
    await env.DB.prepare(`update alert set talking_points_id = ?`).bind(points).run();
    const without = await home(partner);
    expect(without).not.toContain(`href="/talking-points/${points}"`);
    expect(without).not.toContain('1 of 2');
    await env.DB.prepare(`update talking_points set shared_with = null`).run();
    expect(await home(partner)).toContain('1 of 2');
  });

  test('the board sees counts and the priorities they serve, and no name', async () => {
    const page = await home(board);
    expect(page).toContain('contacts reported in 30 days');
    expect(page).toContain('1. Vouchers');
    expect(page).toContain('HB 203');
    expect(page).not.toMatch(/Harrowgate|Underhill/);
    expect((await browserOf(world, board).get('/home/live')).status).toBe(403);
  });

  test('a page of home takes few statements, however much is out', async () => {
    const before = world.db.count();
    await home();
    expect(world.db.count() - before).toBeLessThanOrEqual(9);
  });
});

describe('what waits and what falls due', () => {
  test('a director is asked to approve, a writer is not', async () => {
    const { id } = good(
      await draftAlert(world, staff, {
        kind: 'update',
        title: 'Week in Helena',
        organizationId: 'sam',
        smsText: 'The week in Helena.',
        sendSms: true,
        sendEmail: false,
        audience: { members: [NED] },
      }),
    );
    good(await proposeAlert(world, staff, { id }));
    expect(await home()).toContain(`href="/alerts/${id}/preview"`);
    expect(await home(staffAs('coordinator'))).not.toContain('Week in Helena');
  });

  test('an unread reply stands there with its words, and its draft report beside it; other regions do not see it', async () => {
    await receiveSms(
      world,
      { kind: 'provider', id: 'twilio' },
      {
        providerId: 'SMin1',
        from: '+14065550101',
        to: '+14065550000',
        body: 'Can someone send me the link?',
        optOutType: null,
        media: [],
        at: world.clock.now(),
      },
    );
    const thread = await env.DB.prepare('select id from conversation where member_id = ?')
      .bind(NED)
      .first<{ id: string }>();
    await env.DB.prepare(`update conversation set state = 'open', unread = 1 where id = ?`)
      .bind(thread!.id)
      .run();
    const page = await home();
    expect(page).toContain(`href="/inbox/${thread!.id}"`);
    expect(page).toContain('Can someone send me the link?');
    expect(page).toContain('Drummond');
    expect(await home(central)).not.toContain('Can someone send me the link?');

    const reply = await env.DB.prepare('select id from reply where conversation_id = ?')
      .bind(thread!.id)
      .first<{ id: string }>();
    await env.DB.prepare(
      `insert into contact_report (id, state, member_id, official_id, bill_id, reply_id, stance, on_date, door, created_at, created_by)
       values ('draft1', 'draft', ?, 'kes', 'hb203', ?, 'lean_oppose', '2027-02-09', 'sms', ?, 'system')`,
    )
      .bind(NED, reply!.id, world.clock.now())
      .run();
    const tagged = await home();
    expect(tagged).toContain('draft report: Rep. Kestrelman, leaning no');
    expect(tagged.match(/draft1/g)).toHaveLength(1);
    await env.DB.prepare('update conversation set unread = 0').run();
    expect(await home()).toContain('href="/log/contacts/draft1"');
  });

  test('reports fall due with the days that are left, among the hearings of the week', async () => {
    await env.DB.prepare(
      `insert into obligation (id, regime, form, organization_id, name, period_from, period_to, statutory_due_on, due_on, internal_due_on, state, updated_at)
       values ('ob1', 'mt', 'l5', 'sam', 'Montana L-5, January', '2027-01-01', '2027-01-31', '2027-02-15', '2027-02-16', '2027-02-10', 'open', 1),
         ('ob2', 'mt', 'l5', 'sam', 'Montana L-5, December', '2026-12-01', '2026-12-31', '2027-01-15', '2027-01-15', '2027-01-10', 'filed', 1)`,
    ).run();
    const page = await home();
    expect(page).toContain('Montana L-5, January');
    expect(page).toContain('7 days');
    expect(page).toContain('Due Tuesday, February 16');
    expect(page).not.toContain('Montana L-5, December');
    expect(page.indexOf('HB 203 hearing')).toBeLessThan(page.indexOf('Montana L-5, January'));
    expect(page).toContain('One hearing on our bills within seven days.');
    expect(await home(central)).not.toContain('Montana L-5');
  });

  test('a line of the law that is near or was crossed of late stands there, and one crossed long ago does not', async () => {
    await env.DB.prepare(
      `insert into threshold_near (organization_id, regime, key, period_from, name, state, on_date, updated_at)
       values ('sam', 'mt', 'payment_threshold', '2027-01-01', 'Payments for lobbying, 2027', 'near', '2027-03-12', 1),
         ('sam', 'ma', 'group_floor', '2027-01-01', 'Spent by a group', 'crossed', '2027-02-04', 1),
         ('sam', 'lda', 'in_house_expenses', '2026-10-01', 'Expenses of the quarter', 'crossed', '2026-12-04', 1)`,
    ).run();
    const page = await home();
    expect(page).toContain('Near a line of the law; at this pace crossed on Mar 12');
    expect(page).toContain('Past a line of the law since Feb 4');
    expect(page).toContain('href="/filings#lines"');
    expect(page).not.toContain('Expenses of the quarter');
    expect(await home(central)).not.toContain('line of the law');
  });

  test('the committee of the next hearing stands seat by seat, with whom nobody has asked and who could', async () => {
    expect(await home()).toContain('House Education on HB 203');
    expect(await home()).toContain('Nobody has asked: HD 78, HD 83.');
    const heard = { officialId: 'kes', billId: 'hb203', memberId: NED, onDate: '2027-02-08' };
    good(await addContactReport(world, staff, { ...heard, stance: 'oppose' }));
    good(await addContactReport(world, staff, { ...heard, onDate: '2027-02-09', stance: 'lean_support' }));
    const page = await home();
    expect(page).toContain('HD 78, Rep. Ada Kestrelman: leaning yes');
    expect(page).toContain('2 seats: 1 leaning yes, 1 not heard yet');
    expect(page).toContain('Nobody has asked: HD 83.');
    expect(page).toContain('One member can reach this seat');
    expect(await home(staffAs('regional_president', { regionId: 'western' }))).toContain(
      'No members can reach this seat',
    );
    expect(page).not.toContain(CLARA);
  });
});

test('a hold that nobody has decided about in a working day stands before everything else that waits', async () => {
  const text = { to: '+14065550100', optOutType: null, media: [], at: world.clock.now() };
  const [row] = (
    await env.DB.prepare(`select address from contact_point where member_id = ? and channel = 'sms'`)
      .bind(CLARA)
      .all<{ address: string }>()
  ).results;
  good(
    await receiveSms(
      world,
      { kind: 'provider', id: 'twilio' },
      { ...text, providerId: 'SMhold', from: row?.address ?? '', body: 'leave me alone' },
    ),
  );
  expect(await home()).not.toContain('on hold: decide');
  world.passTime(2 * 24 * 3_600_000);
  const page = await home();
  expect(page).toContain('texts on hold: decide');
  expect(page.indexOf('texts on hold: decide')).toBeLessThan(page.indexOf('draft report'));
  expect(page.match(/leave me alone/g)).toHaveLength(1);
  expect(await home(staffAs('regional_president', { regionId: 'western' }))).not.toContain('leave me alone');
});
