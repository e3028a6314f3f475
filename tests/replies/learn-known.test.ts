import { beforeAll, expect, test } from 'vitest';
import {
  changeRelationship,
  learnRelationships,
  listOfficialsKnown,
  removeRelationship,
} from '../../src/legislature/index.ts';
import { SYSTEM } from '../../src/platform/who.ts';
import { repliesJobs, responseOf } from '../../src/replies/index.ts';
import { good, staffAs, type TestWorld } from '../support/world.ts';
import { alert, freshWorld, member, MINUTE, rows, sql, texts, told } from './network.ts';

const entry = { who: SYSTEM, action: 'test.seed', subject: { kind: 'test', id: 'test' } };
const staff = staffAs('staff');

beforeAll(async () => {
  await freshWorld().db.commit(entry, [
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
});

/** A member who was asked whom they know, after saying that they know somebody. */
const asked = async (world: TestWorld) => {
  const ned = await member(world);
  await world.db.commit(entry, [sql(`update member set district_nces = 'd1' where id = '${ned.id}'`)]);
  const survey = await alert(world, [ned]);
  await world.db.commit(entry, [
    sql(`insert into question (id, alert_id, no, prompt, kind, asks_known, after_question, after_option)
         values ('${survey.id}-who', '${survey.id}', 2, 'Which of your legislators do you know well?', 'officials', 1, 1, 1)`),
  ]);
  await texts(world, ned.phone, '1');
  const words = (await told(world, ned.id))[0] ?? '';
  await goesOut(world);
  return { ned, survey, words };
};
const goesOut = async (world: TestWorld) => {
  world.passTime(MINUTE);
  await world.db.commit(entry, [
    sql(
      `update delivery set state = 'delivered', claimed_at = ${world.clock.now()} where source_kind = 'question' and state = 'planned'`,
    ),
  ]);
  world.passTime(MINUTE);
};
const learn = async (world: TestWorld) => {
  for (const job of world.jobs.filter(({ kind }) => kind === 'answer.about_known'))
    await repliesJobs['answer.about_known'](world, job.body);
};
const knownBy = async (world: TestWorld, memberId: string) =>
  good(await listOfficialsKnown(world, staff, { memberId })).data.map(
    ({ officialId, kind, strength, source }) => `${officialId} ${kind} ${strength} ${source}`,
  );

test('"1" asks which, by number with 0 for none; who says how well and how is asked no more, and no contact report is made', async () => {
  const world = freshWorld();
  const { ned, survey, words } = await asked(world);
  expect(words).toMatch(
    /Reply 1 \w+\. \w+ \w+, 2 \w+\. \w+ \w+, 0 none of them\. Say how well, and how if you like/,
  );
  const [first, second] = /2 \w+\. \w+ (\w+)/.exec(words)?.[1] === 'Hill' ? ['kes', 'hill'] : ['hill', 'kes'];
  expect((await texts(world, ned.phone, '2 well, my neighbor. 1 met')).meaning).toBe('answer');
  expect(world.jobs.some(({ kind }) => kind === 'answer.about_officials')).toBe(false);
  await learn(world);
  await learn(world);
  expect(await knownBy(world, ned.id)).toEqual([
    `${second} neighbor 3 survey`,
    `${first} acquainted 1 survey`,
  ]);
  expect(await rows(world, `select id from contact_report where member_id = '${ned.id}'`)).toEqual([]);
  // Nothing more is asked: not how well, and not where they stand.
  expect(await told(world, ned.id)).toHaveLength(1);
  expect((await responseOf(world, survey.id, ned.id))?.answers.map(({ label }) => label)[1]).toMatch(
    /Hill: (?:have met|know each other well, neighbor)/,
  );
});

test('a number alone is asked once how well; one digit answers, a later one corrects it', async () => {
  const world = freshWorld();
  const { ned } = await asked(world);
  await texts(world, ned.phone, 'Hill');
  await learn(world);
  expect(await knownBy(world, ned.id)).toEqual(['hill acquainted 2 survey']);
  expect((await told(world, ned.id)).at(-1)).toMatch(
    /How well do you know Sen\. Boyd Hill\?\nReply 1 have met, 2 know each other, 3 know each other well\. Say how if you like, such as 3 neighbor/,
  );
  await goesOut(world);
  expect((await texts(world, ned.phone, '3 he was my student')).meaning).toBe('answer');
  await learn(world);
  expect(await knownBy(world, ned.id)).toEqual(['hill former_student 3 survey']);
  expect(await told(world, ned.id)).toHaveLength(2);
  world.passTime(MINUTE);
  expect((await texts(world, ned.phone, 'met once')).meaning).toBe('answer');
  await learn(world);
  expect(await knownBy(world, ned.id)).toEqual(['hill former_student 1 survey']);
  world.passTime(MINUTE);
  await texts(world, ned.phone, 'Hill met and Kestrelman');
  await learn(world);
  expect(await knownBy(world, ned.id)).toEqual(['kes acquainted 2 survey', 'hill former_student 1 survey']);
  expect(await told(world, ned.id)).toHaveLength(2);
});

test('of several each is told by number, and what is not said stays in the middle', async () => {
  const world = freshWorld();
  const { ned } = await asked(world);
  await texts(world, ned.phone, '1 and 2');
  const words = (await told(world, ned.id)).at(-1) ?? '';
  expect(words).toMatch(/How well do you know each of them\? 1 .*, 2 .*\nReply such as 1 well, 2 met\./);
  const hill = /1 Sen\. Boyd Hill/.test(words) ? 1 : 2;
  await goesOut(world);
  expect((await texts(world, ned.phone, '3')).meaning).toBe('talk');
  expect((await texts(world, ned.phone, `${hill} very well!`)).meaning).toBe('answer');
  await learn(world);
  expect(await knownBy(world, ned.id)).toEqual(['hill acquainted 3 survey', 'kes acquainted 2 survey']);
});

test('another answer replaces the first, and "none" takes all of it back', async () => {
  const world = freshWorld();
  const { ned } = await asked(world);
  await texts(world, ned.phone, 'Hill and Kestrelman');
  await learn(world);
  expect(await knownBy(world, ned.id)).toHaveLength(2);
  world.passTime(MINUTE);
  await texts(world, ned.phone, 'Hill');
  // The first answer's job comes again, late: the current answer counts.
  await learn(world);
  expect(await knownBy(world, ned.id)).toEqual(['hill acquainted 2 survey']);
  world.passTime(MINUTE);
  await texts(world, ned.phone, 'none');
  await learn(world);
  expect(await knownBy(world, ned.id)).toEqual([]);
});

test('what staff wrote is never changed by a survey, and what they took off does not come back', async () => {
  const world = freshWorld();
  const { ned } = await asked(world);
  await texts(world, ned.phone, 'Hill and Kestrelman');
  await learn(world);
  const { data } = good(await listOfficialsKnown(world, staff, { memberId: ned.id }));
  const idOf = (officialId: string) => data.find((one) => one.officialId === officialId)?.id ?? '';
  good(await changeRelationship(world, staff, { id: idOf('hill'), kind: 'neighbor', strength: 1 }));
  good(await removeRelationship(world, staff, { id: idOf('kes') }));
  await learn(world);
  expect(await knownBy(world, ned.id)).toEqual(['hill neighbor 1 staff']);
  good(
    await learnRelationships(world, SYSTEM, {
      memberId: ned.id,
      alertId: 'a-later-survey',
      at: world.clock.now() + 1,
      offered: ['hill', 'kes'],
      known: [],
    }),
  );
  expect(await knownBy(world, ned.id)).toEqual(['hill neighbor 1 staff']);
});
