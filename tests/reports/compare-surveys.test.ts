import { beforeAll, expect, test } from 'vitest';
import { compareSurveys, listSurveys, reportRoutes } from '../../src/reports/index.ts';
import { browserOf } from '../lobbying/app.ts';
import { alert, freshWorld, run, settle } from '../lobbying/cast.ts';
import { bad, good, staffAs } from '../support/world.ts';

const world = freshWorld();
const board = staffAs('board');

/** A survey of one question, and what members answered to it. */
const survey = async (id: string, kind: string, most: number, answers: Record<string, number>) => {
  const alertId = await alert(world, { kind: 'survey' });
  await run(
    [
      `insert into question (id, alert_id, no, prompt, kind, least, most, low_label) values ('${id}', '${alertId}', 1, 'How comfortable are you?', '${kind}', 1, ${most}, 'not at all')`,
      ...Object.entries(answers).flatMap(([member, number]) => [
        `insert into answer (id, alert_id, question_id, member_id, number, door, confidence, at) values ('${id}-${member}', '${alertId}', '${id}', '${member}', ${number}, 'sms', 'sure', 0)`,
        `insert into response (alert_id, question_id, member_id, answer_id, first_at, at) values ('${alertId}', '${id}', '${member}', '${id}-${member}', 0, 0)`,
      ]),
    ].join(';'),
  );
};
const compare = (before: string, after: string, who = board) => compareSurveys(world, who, { before, after });

beforeAll(async () => {
  await settle();
  await survey('first', 'scale', 5, { ned: 2, carla: 3, partner: 1 });
  await survey('second', 'scale', 5, { ned: 4, carla: 3, lobby: 5 });
  await survey('ten', 'scale', 10, { ned: 9 });
});

test('two surveys stand side by side, and those who answered both as pairs', async () => {
  const found = good(await compare('first', 'second'));
  expect(found.before).toMatchObject({ n: 3, mean: 2, spread: 1 });
  expect(found.after).toMatchObject({ n: 3, mean: 4, spread: 1 });
  expect(found.both).toMatchObject({ n: 2, up: 1, same: 1, down: 0, moved: { mean: 1 } });
  expect(found.both.before.mean).toBe(2.5);
  expect(found.steps.map(({ value, before, after }) => [value, before, after])).toEqual([
    [1, 1, 0],
    [2, 1, 0],
    [3, 1, 1],
    [4, 0, 1],
    [5, 0, 1],
  ]);
  expect(JSON.stringify(found)).not.toMatch(/Ned|Carla|Harrowgate/);
});

test('a regional president compares the answers of their region', async () => {
  const found = good(
    await compare('first', 'second', staffAs('regional_president', { regionId: 'hi-line' })),
  );
  expect([found.before.n, found.after.n, found.both.n]).toEqual([1, 2, 1]);
});

test('what is not measured alike is not compared, nor a survey with itself', async () => {
  expect(bad(await compare('first', 'ten')).fields).toMatchObject([{ field: 'after' }]);
  expect(bad(await compare('first', 'first')).fields).toMatchObject([{ field: 'after' }]);
  expect(bad(await compare('gone', 'second')).fields).toMatchObject([{ field: 'before' }]);
});

test('the page offers the surveys, and says what is wrong with a choice', async () => {
  expect(
    good(await listSurveys(world, board, {}))
      .data.map(({ id }) => id)
      .toSorted(),
  ).toEqual(['first', 'second', 'ten']);
  const reader = browserOf(world, board, reportRoutes);
  expect((await reader.get('/reports/surveys')).page).toContain('Choose two surveys with the same scale');
  const { page } = await reader.get('/reports/surveys?before=first&after=second');
  expect(page).toContain('2.00 more than before');
  expect(page).toContain('2 answered both: 1 went up, 1 stayed, 0 went down.');
  const wrong = await reader.get('/reports/surveys?before=first&after=ten');
  expect(wrong.status).toBe(422);
  expect(wrong.page).toContain('These two are not measured alike');
  expect((await browserOf(world, staffAs('partner'), reportRoutes).get('/reports/surveys')).status).toBe(403);
});
