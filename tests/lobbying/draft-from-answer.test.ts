import { beforeAll, expect, test } from 'vitest';
import { draftFromAnswer } from '../../src/lobbying/index.ts';
import { SYSTEM } from '../../src/platform/who.ts';
import { bad, good, staffAs } from '../support/world.ts';
import { alert, freshWorld, rows, run, settle } from './cast.ts';

beforeAll(settle);

/** An answer of Ned's that names officials, as it is kept. */
const answered = async (id: string, alertId: string, officials: string | null) =>
  run(
    `insert into answer (id, alert_id, question_id, member_id, officials, door, confidence, at)
     values ('${id}', '${alertId}', 'q-${alertId}', 'ned', ${officials ? `'${officials}'` : 'null'}, 'sms', 'sure', 1800000000000)`,
  );
const drafts = (alertId: string) =>
  rows(
    `select official_id as official, stance, bill_id as bill, state, note from contact_report where alert_id = '${alertId}' order by official_id`,
  );

test('an answer about two officials becomes two drafts, once, and a later one says where they stand', async () => {
  const world = freshWorld();
  const alertId = await alert(world);
  await answered(
    'w1',
    alertId,
    '[{"officialId":"hill","stance":"oppose"},{"officialId":"morigeau","stance":null}]',
  );
  expect(good(await draftFromAnswer(world, SYSTEM, { answerId: 'w1' }))).toEqual({ drafts: 2 });
  good(await draftFromAnswer(world, SYSTEM, { answerId: 'w1' }));
  expect(await drafts(alertId)).toEqual([
    { official: 'hill', stance: 'oppose', bill: 'hb203', state: 'draft', note: '' },
    { official: 'morigeau', stance: null, bill: 'hb203', state: 'draft', note: '' },
  ]);
  await answered('w2', alertId, '[{"officialId":"morigeau","stance":"undecided"}]');
  good(await draftFromAnswer(world, SYSTEM, { answerId: 'w2' }));
  expect((await drafts(alertId)).map(({ stance }) => stance)).toEqual(['oppose', 'undecided']);
});

test('an answer that names nobody drafts nothing, and no person starts it', async () => {
  const world = freshWorld();
  const alertId = await alert(world);
  await answered('w3', alertId, null);
  expect(good(await draftFromAnswer(world, SYSTEM, { answerId: 'w3' }))).toEqual({ drafts: 0 });
  expect(await drafts(alertId)).toEqual([]);
  expect(bad(await draftFromAnswer(world, staffAs('owner'), { answerId: 'w3' })).kind).toBe('forbidden');
});
