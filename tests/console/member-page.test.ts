import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import { editTalkingPoints, publishTalkingPoints } from '../../src/alerts/index.ts';
import { cancelAlert, closeAlert } from '../../src/delivery/index.ts';
import { listContactReports } from '../../src/lobbying/index.ts';
import { signToken } from '../../src/platform/tokens.ts';
import { responseOf } from '../../src/replies/index.ts';
import { good, type TestWorld } from '../support/world.ts';
import {
  browserOf,
  CLARA,
  director,
  hidden,
  NED,
  published,
  contents,
  sent,
  settle,
  staff,
  tokenOf,
} from './ground.ts';

let world: TestWorld;
let points: string;
beforeAll(async () => {
  world = await settle();
  points = await published(world);
});
const web = () => browserOf(world, null);
const rows = async (sql: string, ...values: unknown[]) =>
  (
    await env.DB.prepare(sql)
      .bind(...values)
      .all()
  ).results;

/** Opens the page, waits as long as a person would, and sends the form. */
const answer = async (token: string, no: string, waitMs = 5_000) => {
  const { page } = await web().get(`/a/${token}`);
  world.passTime(waitMs);
  return web().post(`/a/${token}/answer`, { csrf: hidden(page, 'csrf'), answer: no });
};

/** Fills in the form of what an official said, and sends it. */
const report = async (token: string, more: Record<string, string> = {}) => {
  const { page } = await web().get(`/a/${token}/contact`);
  world.passTime(20_000);
  const form = {
    csrf: hidden(page, 'csrf'),
    officialId: 'kes',
    stance: 'lean_oppose',
    method: 'phone',
    onDate: '2027-02-09',
    note: 'Worried about the fiscal note',
    ...more,
  };
  return { form, ...(await web().post(`/a/${token}/contact`, form)) };
};

describe('opening the page', () => {
  test('changes nothing in any table, however often it is fetched', async () => {
    const token = await tokenOf(world, await sent(world, { talkingPointsId: points }), NED);
    const before = await contents();
    expect(Object.keys(before).length).toBeGreaterThan(40);
    for (const path of ['', '?done=answered', '/contact']) {
      expect((await web().get(`/a/${token}${path}`)).status).toBe(200);
    }
    expect(await contents()).toEqual(before);
  });

  test('shows what is asked, by when, whom to call and what to say, in a page that needs no script', async () => {
    const token = await tokenOf(world, await sent(world, { talkingPointsId: points }), NED);
    const { page, headers } = await web().get(`/a/${token}`);
    expect(page).toContain('for Ned Harrowgate, Drummond');
    expect(page).toContain('HB 203 is in House Education Wednesday. Please call.');
    expect(page).toContain('Please answer by Wednesday, February 10, 3:00 pm.');
    expect(page.indexOf('Rep. Ada Kestrelman')).toBeLessThan(page.indexOf('Sen. Boyd Aldercott'));
    expect(page).toContain('On House Education.');
    expect(page).toContain('href="tel:+14064444800"');
    expect(page).not.toContain('Bramblewood');
    expect(page).toContain('<strong>$11.2 million</strong>');
    expect(page.match(/<script[^>]*>/g)).toEqual(['<script src="/member.js" defer="">']);
    expect(page).not.toContain('since your message');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('x-robots-tag')).toContain('noindex');
  });

  test('shows no number or address of the member, and nothing of another member', async () => {
    const token = await tokenOf(world, await sent(world, { talkingPointsId: points }), NED);
    for (const path of ['', '/contact']) {
      const { page } = await web().get(`/a/${token}${path}`);
      expect(page).not.toMatch(/555.?0101|4065550101|ned@district/);
      expect(page).not.toMatch(/Clara|Underhill|Billings/);
    }
  });

  test('a token that we never made leads nowhere, with words, and takes nothing', async () => {
    const before = await contents();
    for (const token of ['aaaaaaaaaa', 'x', 'k7Qm2xV9tR', "' or 1=1 --"]) {
      const { status, page } = await web().get(`/a/${encodeURIComponent(token)}`);
      expect(status).toBe(404);
      expect(page).toContain('This page is not here');
      expect((await web().post(`/a/${encodeURIComponent(token)}/answer`, { answer: '1' })).status).toBe(404);
    }
    expect(await contents()).toEqual(before);
  });

  test('thirty days after the close it leads nowhere', async () => {
    const id = await sent(world);
    const token = await tokenOf(world, id, NED);
    good(await closeAlert(world, staff, { id }));
    expect((await web().get(`/a/${token}`)).status).toBe(200);
    const now = world.clock.now();
    world.passTime(31 * 24 * 3_600_000);
    expect((await web().get(`/a/${token}`)).status).toBe(404);
    world.setNow(now);
  });
});

describe('answering on the page', () => {
  test('an answer is kept once, and another one later revises it', async () => {
    const id = await sent(world, { talkingPointsId: points });
    const token = await tokenOf(world, id, NED);
    const first = await answer(token, '2');
    expect(first).toMatchObject({ status: 303, to: `/a/${token}?done=answered` });
    await answer(token, '2');
    expect(await responseOf(world, id, NED)).toMatchObject({ no: 2, door: 'web', revised: 0 });
    expect(await rows('select id from answer where alert_id = ?', id)).toHaveLength(1);
    await answer(token, '1');
    const response = await responseOf(world, id, NED);
    expect(response).toMatchObject({ no: 1, revised: 1 });
    expect(response?.history.map((one) => one.no)).toEqual([2, 1]);
    const { page } = await web().get(`/a/${token}?done=answered`);
    expect(page).toContain('Your answer is in: have contacted');
    expect(page).toMatch(/chosen[^>]*value="1"/);
  });

  test('a form posted by who never opened the page is refused, and so is one of another page', async () => {
    const id = await sent(world);
    const [ned, clara] = [await tokenOf(world, id, NED), await tokenOf(world, id, CLARA)];
    const { page } = await web().get(`/a/${clara}`);
    world.passTime(5_000);
    const forged = await signToken('somebody-elses-secret-of-some-length', 'page.form', '1 0  ');
    for (const csrf of ['', 'x.y', forged, hidden(page, 'csrf')]) {
      const { status, page: said } = await web().post(`/a/${ned}/answer`, { csrf, answer: '1' });
      expect(status).toBe(403);
      expect(said).toContain('nothing was changed');
    }
    expect(await responseOf(world, id, NED)).toBeNull();
  });

  test('a form sent back at once is asked about, and a second act by a person counts', async () => {
    const id = await sent(world);
    const token = await tokenOf(world, id, NED);
    const asked = await answer(token, '1', 300);
    expect(asked.status).toBe(200);
    expect(asked.page).toContain('Press once more to confirm');
    expect(asked.page).toContain('have contacted');
    expect(await responseOf(world, id, NED)).toBeNull();
    world.passTime(3_000);
    const second = await web().post(`/a/${token}/answer`, {
      csrf: hidden(asked.page, 'csrf'),
      answer: hidden(asked.page, 'answer'),
    });
    expect(second.status).toBe(303);
    expect(await responseOf(world, id, NED)).toMatchObject({ no: 1 });
  });

  test('an answer that is not offered is refused beside the choices', async () => {
    const id = await sent(world);
    const refused = await answer(await tokenOf(world, id, NED), '9');
    expect(refused.status).toBe(422);
    expect(refused.page).toContain('Choose one of the answers.');
    expect(await responseOf(world, id, NED)).toBeNull();
  });

  test('a closed alert says so, takes no answer, and keeps a late one without counting it', async () => {
    const id = await sent(world);
    const token = await tokenOf(world, id, NED);
    const opened = await web().get(`/a/${token}`);
    good(await closeAlert(world, staff, { id }));
    world.passTime(5_000);
    const late = await web().post(`/a/${token}/answer`, { csrf: hidden(opened.page, 'csrf'), answer: '1' });
    expect(late.to).toBe(`/a/${token}?done=late`);
    const { page } = await web().get(`/a/${token}?done=late`);
    expect(page).toContain('This alert has closed');
    expect(page).toContain('no longer counted');
    expect(page).not.toContain('class="answers"');
    expect(await responseOf(world, id, NED)).toBeNull();
  });

  test('past its deadline an alert says so and still takes an answer; called off it asks nothing', async () => {
    const id = await sent(world);
    const token = await tokenOf(world, id, NED);
    const now = world.clock.now();
    world.passTime(31 * 3_600_000);
    const late = await web().get(`/a/${token}`);
    expect(late.page).toContain('The deadline was');
    expect(late.page).toContain('class="answers"');
    world.setNow(now);
    good(await cancelAlert(world, staff, { id }));
    const { page } = await web().get(`/a/${token}`);
    expect(page).toContain('called off');
    expect(page).not.toContain('class="answers"');
  });

  test('two members on one number each answer for themselves', async () => {
    await env.DB.prepare(
      `update contact_point set address = (select address from contact_point where id = ?), address_hash = (select address_hash from contact_point where id = ?) where id = ?`,
    )
      .bind(`${NED}-s`, `${NED}-s`, `${CLARA}-s`)
      .run();
    const id = await sent(world);
    const token = await tokenOf(world, id, CLARA);
    expect(token).toBe(await tokenOf(world, id, NED));
    const asks = await web().get(`/a/${token}`);
    expect(asks.page).toContain('Who is answering?');
    expect(asks.page).toContain('Clara Underhill');
    expect(asks.page).not.toContain('class="answers"');
    const place = asks.page.indexOf('Clara') > asks.page.indexOf('Ned') ? 2 : 1;
    const { page } = await web().get(`/a/${token}?as=${place}`);
    expect(page).toContain('for Clara Underhill, Billings');
    world.passTime(5_000);
    const form = { csrf: hidden(page, 'csrf'), answer: '3' };
    expect((await web().post(`/a/${token}/answer?as=${3 - place}`, form)).status).toBe(403);
    const done = await web().post(`/a/${token}/answer?as=${place}`, form);
    expect(done.to).toBe(`/a/${token}?as=${place}&done=answered`);
    expect(await responseOf(world, id, CLARA)).toMatchObject({ no: 3 });
    expect(await responseOf(world, id, NED)).toBeNull();
    await env.DB.prepare(
      `update contact_point set address = '+14065550102', address_hash = 'clara' where id = ?`,
    )
      .bind(`${CLARA}-s`)
      .run();
  });
});

describe('talking points', () => {
  test('an older link shows the newest version, marked as changed; a human act keeps which one was seen', async () => {
    const id = await sent(world, { talkingPointsId: points });
    const token = await tokenOf(world, id, NED);
    const first = await web().get(`/a/${token}`);
    good(await editTalkingPoints(world, staff, { id: points, body: 'Drummond would lose $84,000.' }));
    good(await publishTalkingPoints(world, staff, { id: points, changeNote: 'New fiscal note' }));

    const { page } = await web().get(`/a/${token}`);
    expect(page).toContain('Drummond would lose $84,000.');
    expect(page).toContain('Changed since your message');
    expect(page).toContain('New fiscal note');
    const seen = () =>
      rows(
        `select v.no from talking_points_view w join talking_points_version v on v.id = w.talking_points_version_id
         join delivery d on d.id = w.delivery_id where d.source_id = ? order by v.no`,
        id,
      );
    expect(await seen()).toEqual([]);

    world.passTime(5_000);
    // The form of the page as it was before the change: that version is what this person had before them.
    await web().post(`/a/${token}/answer`, { csrf: hidden(first.page, 'csrf'), answer: '2' });
    expect((await seen()).map((one) => one.no)).toEqual([1]);
    const read = await web().post(`/a/${token}/reading`, { csrf: hidden(page, 'csrf') });
    expect(read.to).toBe(`/a/${token}?done=read`);
    await web().post(`/a/${token}/reading`, { csrf: hidden(page, 'csrf') });
    expect((await seen()).map((one) => one.no)).toEqual([1, 2]);
    const after = (await web().get(`/a/${token}`)).page;
    expect(after).toContain('You have read this version.');
    expect(after).not.toContain('Changed since');
  });

  test('what changed is shown since the version that the member read last, on whatever page', async () => {
    const id = await published(world, 'It costs $40 million.\n\nVote no.');
    const first = await tokenOf(world, await sent(world, { talkingPointsId: id }), NED);
    const republish = async (body: string, changeNote: string) => {
      good(await editTalkingPoints(world, staff, { id, body }));
      good(await publishTalkingPoints(world, staff, { id, changeNote }));
    };
    await republish('It costs $11 million.\n\nVote no.', 'Fiscal note');
    const changed = (await web().get(`/a/${first}`)).page;
    expect(changed).toContain('See what changed');
    expect(changed).toMatch(/<del>.*\$40 <\/del><ins>.*\$11 <\/ins>/s);
    expect(/<div class="compared">.*?<\/div>/s.exec(changed)?.[0]).not.toContain('Vote no.');

    const second = await tokenOf(world, await sent(world, { talkingPointsId: id }), NED);
    const csrf = hidden((await web().get(`/a/${second}`)).page, 'csrf');
    world.passTime(5_000);
    await web().post(`/a/${second}/reading`, { csrf });
    expect((await web().get(`/a/${first}`)).page).not.toContain('Changed since');
    await republish('It costs $12 million.\n\nVote no.', 'Corrected');
    expect((await web().get(`/a/${first}`)).page).toContain('Changed since you read them');
  });

  test('figures of the member’s district stand in the words, and expired words say so', async () => {
    await rows(
      `insert into district_fact (district_nces, key, value, as_of, source) values ('3000001', 'Enrollment', '164', '2026-10-01', 'OPI')`,
    );
    const id = await published(
      world,
      '- {{district}} has {{enrollment}} students\n- It has {{buses}} buses\n- Vote no',
    );
    good(
      await editTalkingPoints(world, staff, {
        id,
        short: 'Vote no for {{district}}.',
        expiresOn: '2027-02-09',
      }),
    );
    good(await publishTalkingPoints(world, staff, { id }));
    const token = await tokenOf(world, await sent(world, { talkingPointsId: id }), NED);
    const { page } = await web().get(`/a/${token}`);
    expect(page).toContain('Drummond has 164 students');
    expect(page).toContain('Figures of Drummond: Enrollment (OPI, Oct 1, 2026).');
    expect(page).not.toContain('buses');
    expect(page).toContain('Vote no for Drummond.');
    expect(page).not.toContain('expired');
    world.passTime(24 * 3_600_000);
    expect((await web().get(`/a/${token}`)).page).toContain(
      'These talking points expired after Tuesday, February 9, 2027.',
    );
  });
});

describe('what they said', () => {
  test('a report from the page is confirmed, and a line of the log, once however often it is sent', async () => {
    const id = await sent(world, { talkingPointsId: points });
    const token = await tokenOf(world, id, NED);
    const { to, form } = await report(token);
    expect(to).toBe(`/a/${token}?done=reported`);
    await web().post(`/a/${token}/contact`, form);
    const { data } = good(await listContactReports(world, director, { alertId: id }));
    expect(data).toHaveLength(1);
    expect(data[0]).toMatchObject({
      state: 'confirmed',
      memberId: NED,
      officialId: 'kes',
      billId: 'hb203',
      stance: 'lean_oppose',
      method: 'phone',
      door: 'web',
    });
    expect(
      await rows('select member_id, official_id from activity where contact_report_id = ?', data[0]!.id),
    ).toEqual([{ member_id: NED, official_id: 'kes' }]);
    expect((await web().get(`/a/${token}`)).page).toContain('Last heard: leaning no, Feb 9.');
  });

  test('nobody reports on an official who is not theirs, or on a day to come; what was typed stays', async () => {
    const id = await sent(world);
    const token = await tokenOf(world, id, NED);
    const stranger = await report(token, { officialId: 'bra' });
    expect(stranger.status).toBe(422);
    expect(stranger.page).toContain('Choose whom you spoke with.');
    expect(stranger.page).toContain('Worried about the fiscal note');
    const future = await report(token, { onDate: '2027-03-09' });
    expect(future.status).toBe(422);
    expect(future.page).toContain('still to come');
    expect(good(await listContactReports(world, director, { alertId: id })).data).toEqual([]);
  });
});
