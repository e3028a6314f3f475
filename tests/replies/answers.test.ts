import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { replyToken } from '../../src/delivery/index.ts';
import { SYSTEM, type Who } from '../../src/platform/who.ts';
import {
  alertTally,
  answerForMember,
  answerOnPage,
  audienceByAnswer,
  noteTalkingPointsView,
  receiveMail,
  responseOf,
  responsesOf,
  unansweredOf,
  understandReply,
} from '../../src/replies/index.ts';
import { bad, good, staffAs } from '../support/world.ts';
import { alert, freshWorld, member, MINUTE, rows, sql, texts, threadOf, type Person } from './network.ts';

const as = (person: Person): Who => ({ kind: 'member', id: person.id });

test('text, email and page fold into one response with its history', async () => {
  const world = freshWorld();
  const ned = await member(world);
  const hb = await alert(world, [ned]);
  await texts(world, ned.phone, '2');
  expect(await alertTally(world, hb.id)).toMatchObject({ asked: 1, answered: 1 });
  world.passTime(MINUTE);
  const to = `${await replyToken(world.settings.linkSecrets[0], hb.delivery(ned, 'email'))}@reply.network.example`;
  const raw = new TextEncoder().encode(
    `Authentication-Results: mx.network.example; dmarc=pass header.from=district.example\r\nFrom: ${ned.email}\r\nMessage-ID: <three@doors>\r\n\r\n3\r\n`,
  );
  const { replyId } = good(
    await receiveMail(world, { kind: 'provider', id: 'mail' }, { from: ned.email, to, raw }),
  );
  await understandReply(world, { replyId });
  expect(await responseOf(world, hb.id, ned.id)).toMatchObject({ no: 3, door: 'email', revised: 1 });
  world.passTime(MINUTE);
  good(await answerOnPage(world, as(ned), { deliveryId: hb.delivery(ned, 'sms'), optionId: hb.option(1) }));
  const response = await responseOf(world, hb.id, ned.id);
  expect(response).toMatchObject({ no: 1, door: 'web', revised: 2 });
  expect(response?.history.map(({ no, door }) => [no, door])).toEqual([
    [2, 'sms'],
    [3, 'email'],
    [1, 'web'],
  ]);
  const tally = await alertTally(world, hb.id);
  expect(tally).toMatchObject({ asked: 1, answered: 1 });
  expect(tally.byOption.map(({ count }) => count)).toEqual([1, 0, 0, 0]);
  expect(await rows(world, `select * from response where alert_id = '${hb.id}'`)).toHaveLength(1);
});

describe('on the page', () => {
  test('the same answer once more changes nothing, and a note goes to staff', async () => {
    const world = freshWorld();
    const ned = await member(world);
    const hb = await alert(world, [ned]);
    const input = { deliveryId: hb.delivery(ned, 'sms'), optionId: hb.option(1) };
    good(await answerOnPage(world, as(ned), input));
    good(await answerOnPage(world, as(ned), input));
    expect((await responseOf(world, hb.id, ned.id))?.history).toHaveLength(1);
    expect(await threadOf(world, ned.id)).toBeUndefined();
    good(await answerOnPage(world, as(ned), { ...input, note: 'Spoke with Rep. Kestrelman, leaning no' }));
    expect(await threadOf(world, ned.id)).toMatchObject({ state: 'open', unread: 1 });
    expect(world.jobs.map(({ kind }) => kind)).toEqual(['reply.about_contact']);
  });

  test('nobody answers for another, nor with what was not offered', async () => {
    const world = freshWorld();
    const [ned, clara] = [await member(world), await member(world)];
    const hb = await alert(world, [ned]);
    const other = await alert(world, [ned]);
    const input = { deliveryId: hb.delivery(ned, 'sms'), optionId: hb.option(1) };
    expect(bad(await answerOnPage(world, as(clara), input)).kind).toBe('missing');
    expect(bad(await answerOnPage(world, as(ned), { ...input, optionId: other.option(1) })).kind).toBe(
      'invalid',
    );
    expect(bad(await answerOnPage(world, as(ned), { ...input, deliveryId: 999_999 })).kind).toBe('missing');
    expect(bad(await answerOnPage(world, staffAs('owner'), input)).kind).toBe('forbidden');
  });

  test('after the close an answer is kept and not counted', async () => {
    const world = freshWorld();
    const ned = await member(world);
    const hb = await alert(world, [ned], { state: 'closed' });
    expect(
      good(
        await answerOnPage(world, as(ned), { deliveryId: hb.delivery(ned, 'sms'), optionId: hb.option(1) }),
      ),
    ).toEqual({ counted: false });
    expect(await responseOf(world, hb.id, ned.id)).toBeNull();
    expect(await rows(world, `select door from answer where alert_id = '${hb.id}'`)).toEqual([
      { door: 'web' },
    ]);
  });

  test('which version of the talking points was seen is kept once', async () => {
    const world = freshWorld();
    const ned = await member(world);
    const hb = await alert(world, [ned]);
    await world.db.commit({ who: SYSTEM, action: 'test.seed', subject: { kind: 'test', id: 'test' } }, [
      sql(`insert into issue (id, name, created_at) values ('vouchers', 'Vouchers', 0)`),
      sql(
        `insert into talking_points (id, issue_id, level, title, created_at, created_by, updated_at) values ('tp', 'vouchers', 'state', 'Vouchers', 0, 's', 0)`,
      ),
      sql(
        `insert into talking_points_version (id, talking_points_id, no, body_md, published_at, published_by) values ('tp-1', 'tp', 1, '', 0, 's')`,
      ),
    ]);
    await noteTalkingPointsView(world, hb.delivery(ned, 'sms'), 'tp-1');
    await noteTalkingPointsView(world, hb.delivery(ned, 'sms'), 'tp-1');
    expect(
      await rows(
        world,
        `select member_id as id from talking_points_view where talking_points_version_id = 'tp-1'`,
      ),
    ).toEqual([{ id: ned.id }]);
  });
});

test('staff take an answer by telephone, for a member of the alert only', async () => {
  const world = freshWorld();
  const [ned, clara] = [await member(world), await member(world)];
  const hb = await alert(world, [ned]);
  const input = { alertId: hb.id, memberId: ned.id, optionId: hb.option(4), note: 'Wants the fiscal note' };
  expect(good(await answerForMember(world, staffAs('staff'), input))).toEqual({ counted: true });
  expect(await responseOf(world, hb.id, ned.id)).toMatchObject({ no: 4, door: 'staff' });
  expect(await threadOf(world, ned.id)).toMatchObject({ unread: 0 });
  expect(bad(await answerForMember(world, staffAs('staff'), { ...input, memberId: clara.id })).kind).toBe(
    'missing',
  );
  expect(bad(await answerForMember(world, staffAs('partner'), input)).kind).toBe('forbidden');
});

test('the tally counts people, not messages, by option, region and kind, and a region sees its own', async () => {
  const world = freshWorld();
  const people = [await member(world), await member(world), await member(world, { region: 'central' })];
  const hb = await alert(world, people);
  const [ned, , ann] = people as [Person, Person, Person];
  await texts(world, ned.phone, '1');
  await texts(world, ann.phone, '3');
  const tally = await alertTally(world, hb.id);
  expect(tally).toMatchObject({ asked: 3, answered: 2 });
  expect(tally.byRegion).toEqual([
    { regionId: 'central', region: 'Central', asked: 1, answered: 1 },
    { regionId: 'hi-line', region: 'Hi-Line', asked: 2, answered: 1 },
  ]);
  expect(tally.byKind).toEqual([{ kind: 'superintendent', asked: 3, answered: 2 }]);
  expect(tally.byOption.map(({ no, count }) => [no, count])).toEqual([
    [1, 1],
    [2, 0],
    [3, 1],
    [4, 0],
  ]);
  expect(tally.overTime.reduce((sum, { count }) => sum + count, 0)).toBe(2);
  expect(await alertTally(world, hb.id, 'central')).toMatchObject({ asked: 1, answered: 1 });
  expect(await unansweredOf(world, hb.id)).toEqual([people[1]?.id]);
  expect(await audienceByAnswer.membersByAnswer(world, { alertId: hb.id, options: 'none' })).toEqual([
    people[1]?.id,
  ]);
  expect(await audienceByAnswer.membersByAnswer(world, { alertId: hb.id, options: [1, 3] })).toEqual(
    [ned.id, ann.id].toSorted(),
  );
});

test('responses are listed by key, by option and for one’s own region', async () => {
  const world = freshWorld();
  const people = [await member(world), await member(world), await member(world, { region: 'central' })];
  const hb = await alert(world, people);
  await texts(world, (people[0] as Person).phone, '1');
  const staff = staffAs('staff');
  const first = good(await responsesOf(world, staff, { alertId: hb.id, limit: 2 }));
  const second = good(
    await responsesOf(world, staff, { alertId: hb.id, limit: 2, cursor: first.nextCursor }),
  );
  expect([...first.data, ...second.data].map(({ memberId }) => memberId)).toEqual(
    people.map(({ id }) => id).toSorted(),
  );
  expect(second.nextCursor).toBeNull();
  expect(
    good(await responsesOf(world, staff, { alertId: hb.id, option: 1 })).data.map(({ label }) => label),
  ).toEqual(['Have contacted']);
  expect(good(await responsesOf(world, staff, { alertId: hb.id, unanswered: true })).data).toHaveLength(2);
  const president = staffAs('regional_president', { regionId: 'central' });
  expect(
    good(await responsesOf(world, president, { alertId: hb.id, regionId: 'hi-line' })).data.map(
      ({ region }) => region,
    ),
  ).toEqual(['Central']);
  expect(bad(await responsesOf(world, staffAs('partner'), { alertId: hb.id })).kind).toBe('forbidden');
});

test('whatever members answer through whatever doors, each has one response, and it is their last', async () => {
  const step = fc.record({
    who: fc.nat({ max: 2 }),
    no: fc.integer({ min: 1, max: 4 }),
    door: fc.constantFrom('sms', 'web', 'staff'),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
      const world = freshWorld();
      const people = [await member(world), await member(world), await member(world)];
      const hb = await alert(world, people);
      const last = new Map<string, number>();
      for (const { who, no, door } of steps) {
        const person = people[who] as Person;
        world.passTime(MINUTE);
        if (door === 'sms') await texts(world, person.phone, String(no));
        else if (door === 'web')
          good(
            await answerOnPage(world, as(person), {
              deliveryId: hb.delivery(person, 'sms'),
              optionId: hb.option(no),
            }),
          );
        else
          good(
            await answerForMember(world, staffAs('staff'), {
              alertId: hb.id,
              memberId: person.id,
              optionId: hb.option(no),
            }),
          );
        last.set(person.id, no);
      }
      const tally = await alertTally(world, hb.id);
      expect(tally).toMatchObject({ asked: 3, answered: last.size });
      expect(tally.byOption.reduce((sum, { count }) => sum + count, 0)).toBe(last.size);
      for (const [id, no] of last) expect(await responseOf(world, hb.id, id)).toMatchObject({ no });
    }),
    { numRuns: 15 },
  );
});
