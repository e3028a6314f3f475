import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { deliveryByToken, replyToken } from '../../src/delivery/index.ts';
import { draftFromAnswer, lobbyingJobs } from '../../src/lobbying/index.ts';
import { SYSTEM, type Who } from '../../src/platform/who.ts';
import {
  alertTally,
  answerForMember,
  answerOnPage,
  receiveMail,
  responseOf,
  responsesOf,
  understandReply,
} from '../../src/replies/index.ts';
import { bad, good, staffAs, type TestWorld } from '../support/world.ts';
import {
  alert,
  freshWorld,
  member,
  MINUTE,
  rows,
  sql,
  texts,
  threadOf,
  told,
  type Person,
} from './network.ts';

const HOUR = 60 * MINUTE;
const entry = { who: SYSTEM, action: 'test.seed', subject: { kind: 'test', id: 'test' } };
const as = (person: Person): Who => ({ kind: 'member', id: person.id });

/** A district with a senator and a representative; nothing else of a legislature. */
const legislature = async (world: TestWorld) =>
  world.db.commit(entry, [
    sql(`insert into district (nces, name, state, source) values ('d1', 'Drummond', 'MT', 'test')`),
    sql(`insert into chamber (id, jurisdiction, level, kind, name, seat_label, official_title)
         values ('mt-s', 'mt', 'state', 'upper', 'Senate', 'SD', 'Sen.'), ('mt-h', 'mt', 'state', 'lower', 'House', 'HD', 'Rep.')`),
    ...[
      ['hill', 'mt-s', 'Boyd', 'Hill'],
      ['kes', 'mt-h', 'Ada', 'Kestrelman'],
    ].flatMap(([id, chamber, given, family], at) => [
      sql(
        `insert into seat (id, chamber_id, state, district) values ('seat-${id}', '${chamber}', 'MT', '${at + 1}')`,
      ),
      sql(
        `insert into official (id, name, given, family, source, as_of) values ('${id}', '${given} ${family}', '${given}', '${family}', 'test', '2027-01-01')`,
      ),
      sql(`insert into tenure (id, seat_id, official_id) values ('t-${id}', 'seat-${id}', '${id}')`),
      sql(`insert into reach (district_nces, seat_id, share, source) values ('d1', 'seat-${id}', 1, 'csv')`),
    ]),
  ]);
beforeAll(async () => {
  await legislature(freshWorld());
});

const settled = async (world: TestWorld) => {
  const ned = await member(world);
  await world.db.commit(entry, [sql(`update member set district_nces = 'd1' where id = '${ned.id}'`)]);
  return ned;
};
/** More questions behind the one of `alert`: who, after choice 1; how many come, of all. */
const flow = async (world: TestWorld, id: string, more: string[] = []) =>
  world.db.commit(entry, [
    sql(`insert into question (id, alert_id, no, prompt, kind, after_question, after_option)
         values ('${id}-who', '${id}', 2, 'Whom did you reach?', 'officials', 1, 1)`),
    ...more.map(sql),
  ]);
const howMany = (id: string, no = 3) =>
  `insert into question (id, alert_id, no, prompt, kind, least, most, unit)
   values ('${id}-many', '${id}', ${no}, 'How many come to the rally?', 'number', 0, 500, 'people')`;
/** What was planned for the member has gone out. */
const goesOut = async (world: TestWorld) => {
  await world.db.commit(entry, [
    sql(
      `update delivery set state = 'delivered', claimed_at = ${world.clock.now()} where source_kind = 'question' and state = 'planned'`,
    ),
  ]);
};
/** Every job that was asked for about officials is done. */
const drafts = async (world: TestWorld, memberId: string) => {
  for (const job of world.jobs.filter(({ kind }) => kind === 'answer.about_officials'))
    good(await lobbyingJobs['answer.about_officials'](world, job.body));
  return rows(
    world,
    `select official_id as official, stance, state, door from contact_report where member_id = '${memberId}' order by official_id`,
  );
};

describe('by text', () => {
  test('"1" asks whom, "2 oppose" next morning names the official, and a draft contact report is there', async () => {
    const world = freshWorld();
    const ned = await settled(world);
    const hb = await alert(world, [ned]);
    await flow(world, hb.id, [howMany(hb.id)]);
    await texts(world, ned.phone, '1');
    expect(await told(world, ned.id)).toEqual([
      expect.stringMatching(
        /Whom did you reach\?\nReply 1 \w+\. \w+ \w+, 2 \w+\. \w+ \w+, and where they stand/,
      ),
    ]);
    await goesOut(world);
    world.passTime(17 * HOUR);
    const asked = (await told(world, ned.id))[0] ?? '';
    const second = /2 \w+\. \w+ (\w+)/.exec(asked)?.[1] === 'Hill' ? 'hill' : 'kes';
    const { meaning } = await texts(world, ned.phone, '2 oppose');
    expect(meaning).toBe('answer');
    expect(await drafts(world, ned.id)).toEqual([
      { official: second, stance: 'oppose', state: 'draft', door: 'sms' },
    ]);
    expect((await told(world, ned.id))[1]).toMatch(
      /How many come to the rally\?\nReply with the number of people/,
    );
    await goesOut(world);
    await texts(world, ned.phone, 'about a dozen');
    expect((await responseOf(world, hb.id, ned.id))?.answers.map(({ label }) => label)).toEqual([
      'Have contacted',
      expect.stringMatching(/: oppose$/),
      '12 people',
    ]);
    expect(await told(world, ned.id)).toHaveLength(2);
  });

  test('an official without a stance asks for it, and the draft is completed', async () => {
    const world = freshWorld();
    const ned = await settled(world);
    const hb = await alert(world, [ned]);
    await flow(world, hb.id);
    await texts(world, ned.phone, '1');
    await goesOut(world);
    world.passTime(MINUTE);
    await texts(world, ned.phone, 'Hill');
    expect(await drafts(world, ned.id)).toMatchObject([{ official: 'hill', stance: null }]);
    expect((await told(world, ned.id))[1]).toMatch(
      /Where does Sen\. Boyd Hill stand\?\nReply 1 support, .*6 did not say/,
    );
    await goesOut(world);
    world.passTime(MINUTE);
    await texts(world, ned.phone, '4');
    expect(await drafts(world, ned.id)).toMatchObject([{ official: 'hill', stance: 'lean_oppose' }]);
    expect(await responseOf(world, hb.id, ned.id)).toMatchObject({ no: 1, revised: 0 });
  });

  test('"did not say" is an answer, and the next question follows', async () => {
    const world = freshWorld();
    const ned = await settled(world);
    const hb = await alert(world, [ned]);
    await flow(world, hb.id, [howMany(hb.id)]);
    for (const words of ['1', '1', '6', '7']) {
      await texts(world, ned.phone, words);
      await goesOut(world);
      world.passTime(MINUTE);
    }
    expect((await told(world, ned.id)).map((words) => words.split('\n')[0])).toEqual([
      expect.stringContaining('Whom did you reach?'),
      expect.stringMatching(/Where does .* stand\?/),
      expect.stringContaining('How many come to the rally?'),
    ]);
    expect((await responseOf(world, hb.id, ned.id))?.answers.map(({ number }) => number)).toEqual([
      null,
      null,
      7,
    ]);
  });

  test('the follow-up is asked of those alone who chose what it follows, and once', async () => {
    const world = freshWorld();
    const ned = await settled(world);
    const hb = await alert(world, [ned]);
    await flow(world, hb.id);
    await texts(world, ned.phone, '2');
    expect(await told(world, ned.id)).toEqual([]);
    world.passTime(MINUTE);
    await texts(world, ned.phone, '1');
    world.passTime(MINUTE);
    await texts(world, ned.phone, '2');
    world.passTime(MINUTE);
    await texts(world, ned.phone, '1');
    expect(await told(world, ned.id)).toHaveLength(1);
  });

  test('a number that the question does not offer is no answer to the one before it', async () => {
    const world = freshWorld();
    const ned = await settled(world);
    const hb = await alert(world, [ned]);
    await flow(world, hb.id);
    await texts(world, ned.phone, '1');
    await goesOut(world);
    world.passTime(MINUTE);
    const { meaning } = await texts(world, ned.phone, '4');
    expect(meaning).toBe('talk');
    expect(await responseOf(world, hb.id, ned.id)).toMatchObject({ no: 1, answers: [{ no: 1 }] });
    expect(await threadOf(world, ned.id)).toMatchObject({ state: 'open' });
  });

  test('after two days a bare number is asked about, and a letter settles it', async () => {
    const world = freshWorld();
    const ned = await settled(world);
    const hb = await alert(world, [ned]);
    await flow(world, hb.id);
    await texts(world, ned.phone, '1');
    await goesOut(world);
    world.passTime(50 * HOUR);
    const { meaning } = await texts(world, ned.phone, '2');
    expect(meaning).toMatch(/^which:/);
    expect((await told(world, ned.id)).at(-1)).toContain(
      'A for "Whom did you reach?", B for "Will you call?"',
    );
    expect(await responseOf(world, hb.id, ned.id)).toMatchObject({ no: 1 });
    world.passTime(MINUTE);
    await texts(world, ned.phone, 'A');
    expect((await responseOf(world, hb.id, ned.id))?.answers).toHaveLength(2);
    expect(await responseOf(world, hb.id, ned.id)).toMatchObject({ no: 1 });
  });

  test('after the close a later answer is kept, told once, and not counted', async () => {
    const world = freshWorld();
    const ned = await settled(world);
    const hb = await alert(world, [ned]);
    await flow(world, hb.id);
    await texts(world, ned.phone, '1');
    await goesOut(world);
    await world.db.commit(entry, [sql(`update alert set state = 'closed' where id = '${hb.id}'`)]);
    world.passTime(HOUR);
    expect((await texts(world, ned.phone, '1 oppose')).meaning).toBe('late');
    world.passTime(MINUTE);
    await texts(world, ned.phone, '1 undecided');
    expect((await told(world, ned.id)).filter((words) => words.includes('has closed'))).toHaveLength(1);
    expect((await responseOf(world, hb.id, ned.id))?.answers).toHaveLength(1);
    expect(await rows(world, `select id from answer where question_id = '${hb.id}-who'`)).toHaveLength(2);
  });

  test('a follow-up and another alert within a quarter of an hour cannot be told apart', async () => {
    const world = freshWorld();
    const ned = await settled(world);
    const hb = await alert(world, [ned]);
    await flow(world, hb.id);
    await texts(world, ned.phone, '1');
    await goesOut(world);
    world.passTime(5 * MINUTE);
    await alert(world, [ned], { sentAt: world.clock.now() });
    world.passTime(MINUTE);
    expect((await texts(world, ned.phone, '1')).meaning).toMatch(/^which:/);
  });
});

test('by mail: the answer to the alert, then the next question mailed and answered in its own thread', async () => {
  const world = freshWorld();
  const ned = await settled(world);
  const hb = await alert(world, [ned]);
  await flow(world, hb.id);
  const mail = async (deliveryId: number, words: string, id: string) => {
    const to = `${await replyToken(world.settings.linkSecrets[0], deliveryId)}@reply.network.example`;
    const raw = new TextEncoder().encode(
      `Authentication-Results: mx.network.example; dmarc=pass header.from=district.example\r\nFrom: ${ned.email}\r\nMessage-ID: <${id}@flow>\r\n\r\n${words}\r\n`,
    );
    const { replyId } = good(
      await receiveMail(world, { kind: 'provider', id: 'mail' }, { from: ned.email, to, raw }),
    );
    return good(await understandReply(world, { replyId })).meaning;
  };
  expect(await mail(hb.delivery(ned, 'email'), '1', 'first')).toBe('answer');
  const [question] = await rows(
    world,
    `select d.id, d.channel, w.email_subject as subject from delivery d join wording w on w.id = d.wording_id where d.source_id = '${hb.id}-who'`,
  );
  expect(question).toMatchObject({ channel: 'email', subject: expect.stringMatching(/^Re: HB/) as string });
  await goesOut(world);
  world.passTime(HOUR);
  expect(await mail(Number(question?.id), 'Kestrelman leaning no', 'second')).toBe('answer');
  expect(await drafts(world, ned.id)).toEqual([
    { official: 'kes', stance: 'lean_oppose', state: 'draft', door: 'email' },
  ]);
  expect(typeof deliveryByToken).toBe('function');
});

test('one official with a stance, told as the last answer, is asked back with one key; before a further question it is not', async () => {
  const asks = async (world: TestWorld) => {
    for (const job of world.jobs.filter(({ kind }) => kind === 'contact_report.ask'))
      good(await lobbyingJobs['contact_report.ask'](world, job.body));
  };
  for (const more of [[], ['another']]) {
    const world = freshWorld();
    const ned = await settled(world);
    const hb = await alert(world, [ned]);
    await flow(world, hb.id, more.length > 0 ? [howMany(hb.id)] : []);
    await texts(world, ned.phone, '1');
    await goesOut(world);
    world.passTime(MINUTE);
    await texts(world, ned.phone, 'Kestrelman leaning no');
    expect(await drafts(world, ned.id)).toMatchObject([{ official: 'kes', stance: 'lean_oppose' }]);
    await asks(world);
    expect((await told(world, ned.id)).at(-1)).toMatch(
      more.length > 0 ? /How many come/ : /Rep\. Kestrelman.*, leaning no\. 1 right 2 fix/,
    );
  }
});

test('on the page every kind is answered, in any order, and what does not fit is refused', async () => {
  const world = freshWorld();
  const ned = await settled(world);
  const hb = await alert(world, [ned]);
  await flow(world, hb.id, [
    howMany(hb.id),
    `insert into question (id, alert_id, no, prompt, kind) values ('${hb.id}-text', '${hb.id}', 4, 'What did they say?', 'text')`,
    `insert into question (id, alert_id, no, prompt, kind, most) values ('${hb.id}-scale', '${hb.id}', 5, 'How sure are you?', 'scale', 5)`,
    `insert into question (id, alert_id, no, prompt, kind) values ('${hb.id}-m', '${hb.id}', 6, 'What would help?', 'many')`,
    `insert into question_option (id, question_id, no, label, outcome) values ('${hb.id}-m1', '${hb.id}-m', 1, 'Facts', 'other'), ('${hb.id}-m2', '${hb.id}-m', 2, 'A ride', 'other')`,
  ]);
  const on = (questionId: string, more: object) =>
    answerOnPage(world, as(ned), {
      deliveryId: hb.delivery(ned, 'sms'),
      questionId: `${hb.id}-${questionId}`,
      ...more,
    });
  good(await on('m', { optionIds: [`${hb.id}-m1`, `${hb.id}-m2`] }));
  good(await on('text', { text: 'She wants the enrolment numbers' }));
  good(await on('many', { number: 30 }));
  good(await on('scale', { number: 4 }));
  good(await on('who', { officials: [{ officialId: 'hill', stance: 'support' }] }));
  good(await answerOnPage(world, as(ned), { deliveryId: hb.delivery(ned, 'sms'), optionId: hb.option(1) }));
  for (const [questionId, wrong] of [
    ['m', { optionIds: [hb.option(1)] }],
    ['m', {}],
    ['text', { text: ' ' }],
    ['many', { number: 501 }],
    ['scale', { number: 2.5 }],
    ['scale', { number: 6 }],
    ['who', { officials: [{ officialId: 'nobody', stance: 'support' }] }],
  ] as const)
    expect(bad(await on(questionId, wrong)).kind, questionId).toBe('invalid');
  good(await on('text', { text: 'She wants the enrolment numbers' }));
  expect(await rows(world, `select id from answer where question_id = '${hb.id}-text'`)).toHaveLength(1);
  expect(await threadOf(world, ned.id)).toMatchObject({ unread: 0 });

  const words = [
    'Have contacted',
    'Boyd Hill: support',
    '30 people',
    'She wants the enrolment numbers',
    '4 of 5',
    'Facts, A ride',
  ];
  expect((await responseOf(world, hb.id, ned.id))?.answers.map(({ label }) => label)).toEqual(words);
  const list = good(await responsesOf(world, staffAs('staff'), { alertId: hb.id }));
  expect(list.data[0]?.answers.map((one) => one.words)).toEqual(words);
  expect(
    good(await responsesOf(world, staffAs('staff'), { alertId: hb.id, question: 6, option: 2 })).data,
  ).toHaveLength(1);

  const tally = await alertTally(world, hb.id);
  expect(tally.byQuestion.map(({ kind, asked, answered }) => [kind, asked, answered])).toEqual([
    ['choice', 1, 1],
    ['officials', 1, 1],
    ['number', 1, 1],
    ['text', 1, 1],
    ['scale', 1, 1],
    ['many', 1, 1],
  ]);
  expect(tally.byQuestion[1]?.officials).toEqual([
    { officialId: 'hill', name: 'Boyd Hill', stances: [{ stance: 'support', count: 1 }], strengths: [] },
  ]);
  expect(tally.byQuestion[2]?.number).toEqual({ sum: 30, average: 30, median: 30 });
  expect(tally.byQuestion[4]?.steps.map(({ count }) => count)).toEqual([0, 0, 0, 1, 0]);
  expect(tally.byQuestion[5]?.options.map(({ count }) => count)).toEqual([1, 1]);
  expect(await drafts(world, ned.id)).toMatchObject([{ official: 'hill', stance: 'support', door: 'web' }]);
});

test('an answer names a report once, and a confirmed one is not rewritten', async () => {
  const world = freshWorld();
  const ned = await settled(world);
  const hb = await alert(world, [ned]);
  await flow(world, hb.id);
  const say = (stance: 'support' | 'oppose') =>
    answerForMember(world, staffAs('staff'), {
      alertId: hb.id,
      memberId: ned.id,
      questionId: `${hb.id}-who`,
      officials: [
        { officialId: 'hill', stance },
        { officialId: 'kes', stance: null },
      ],
    });
  good(await say('support'));
  await drafts(world, ned.id);
  expect(await drafts(world, ned.id)).toHaveLength(2);
  await world.db.commit(entry, [
    sql(
      `update contact_report set state = 'confirmed' where official_id = 'hill' and member_id = '${ned.id}'`,
    ),
  ]);
  world.passTime(MINUTE);
  good(await say('oppose'));
  expect(await drafts(world, ned.id)).toMatchObject([
    { official: 'hill', stance: 'support', state: 'confirmed' },
    { official: 'kes', stance: null, state: 'draft' },
  ]);
  expect(good(await draftFromAnswer(world, SYSTEM, { answerId: 'nobody' }))).toEqual({ drafts: 0 });
});

test('whatever a member texts and whenever, each text is one thing, and each response is the last answer in time', async () => {
  const step = fc.record({
    words: fc.constantFrom(
      '1',
      '2',
      '4',
      '9',
      '1 oppose',
      'Hill leaning no',
      'undecided',
      'about 12',
      '300',
      'A',
      'b',
      'thanks',
      'Need help',
      '1 and 2',
    ),
    minutes: fc.constantFrom(1, 20, 600, 2_000, 3_500),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
      const world = freshWorld();
      const ned = await settled(world);
      const hb = await alert(world, [ned]);
      await flow(world, hb.id, [howMany(hb.id)]);
      for (const { words, minutes } of steps) {
        await texts(world, ned.phone, words);
        await goesOut(world);
        world.passTime(minutes * MINUTE);
      }
      const replies = await rows(
        world,
        `select id, state from reply where member_id = '${ned.id}' or from_address = '${ned.phone}'`,
      );
      expect(replies).toHaveLength(steps.length);
      expect(replies.filter(({ state }) => state === 'new')).toEqual([]);
      const answers = await rows(
        world,
        `select id, question_id as question, reply_id as reply, at from answer where member_id = '${ned.id}'`,
      );
      expect(new Set(answers.map(({ reply }) => reply)).size).toBe(answers.length);
      for (const [question, given] of Map.groupBy(answers, (one) => one.question)) {
        const [response] = await rows(
          world,
          `select answer_id as id from response where member_id = '${ned.id}' and question_id = '${String(question)}'`,
        );
        expect(given.toSorted((a, b) => Number(a.at) - Number(b.at)).at(-1)?.id).toBe(response?.id);
      }
      const asked = await rows(
        world,
        `select source_id as source, count(*) as n from delivery where recipient_id = '${ned.id}' and source_kind = 'question' group by 1`,
      );
      expect(asked.every(({ n }) => n === 1)).toBe(true);
    }),
    { numRuns: 25 },
  );
});
