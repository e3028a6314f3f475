import { beforeAll, expect, test } from 'vitest';
import {
  addTalkingPoints,
  editTalkingPoints,
  listTalkingPoints,
  newestVersion,
  publishTalkingPoints,
  shareTalkingPoints,
  showTalkingPoints,
} from '../../src/alerts/index.ts';
import { bad, good, staffAs, type TestWorld } from '../support/world.ts';
import { coordinator, director, owner, settle } from './cast.ts';

let world: TestWorld;
const partner = staffAs('partner', { organizationId: 'mtpec' });
beforeAll(async () => {
  world = await settle();
});

const added = async (body = '# No on HB 203') =>
  good(
    await addTalkingPoints(world, coordinator, {
      issueId: 'vouchers',
      billId: 'hb203',
      level: 'federal',
      title: 'HB 203',
      body,
    }),
  ).id;

test('talking points are published in versions, and the newest is the one in the field', async () => {
  const id = await added();
  expect(await newestVersion(world, id)).toBeNull();
  expect(good(await publishTalkingPoints(world, coordinator, { id })).no).toBe(1);
  good(await editTalkingPoints(world, coordinator, { id, body: '# No on HB 203\n\nCosts $40 million.' }));
  expect((await newestVersion(world, id))?.no).toBe(1);
  expect(good(await publishTalkingPoints(world, director, { id, changeNote: 'The fiscal note' })).no).toBe(2);
  expect(await newestVersion(world, id)).toMatchObject({
    no: 2,
    body: '# No on HB 203\n\nCosts $40 million.',
  });
  expect(good(await showTalkingPoints(world, owner, { id, no: 1 })).version?.body).toBe('# No on HB 203');
  expect(good(await showTalkingPoints(world, owner, { id })).versions.map((one) => one.no)).toEqual([2, 1]);
});

test('a draft that says what is published is not published again', async () => {
  const id = await added();
  good(await publishTalkingPoints(world, coordinator, { id }));
  expect(bad(await publishTalkingPoints(world, coordinator, { id }))).toMatchObject({
    kind: 'refused',
    rule: 'unchanged',
  });
  expect(
    bad(await publishTalkingPoints(world, coordinator, { id: await added(' ') })).fields?.[0]?.field,
  ).toBe('body');
});

test('of two people publishing at once one wins and no version is doubled', async () => {
  const id = await added();
  const answers = await Promise.all([
    publishTalkingPoints(world, coordinator, { id }),
    publishTalkingPoints(world, director, { id }),
  ]);
  expect(answers.filter((one) => one.ok)).toHaveLength(1);
  expect(good(await showTalkingPoints(world, owner, { id })).versions).toHaveLength(1);
});

test('of two edits of one state the second is told', async () => {
  const id = await added();
  const { updatedAt } = good(await showTalkingPoints(world, owner, { id }));
  good(await editTalkingPoints(world, coordinator, { id, seenAt: updatedAt, title: 'First' }));
  expect(bad(await editTalkingPoints(world, director, { id, seenAt: updatedAt, title: 'Second' })).kind).toBe(
    'conflict',
  );
  expect(good(await showTalkingPoints(world, owner, { id })).title).toBe('First');
});

test('partners see the newest version of what is shared, and no draft', async () => {
  const id = await added();
  const hidden = await added();
  good(await shareTalkingPoints(world, coordinator, { id, shared: true }));
  expect(bad(await showTalkingPoints(world, partner, { id })).kind).toBe('missing');
  good(await publishTalkingPoints(world, coordinator, { id }));
  good(await publishTalkingPoints(world, coordinator, { id: hidden }));
  good(await editTalkingPoints(world, coordinator, { id, body: 'Second' }));
  good(await publishTalkingPoints(world, coordinator, { id }));
  const shown = good(await showTalkingPoints(world, partner, { id }));
  expect(shown).toMatchObject({ draft: null, version: { no: 2 } });
  expect(shown.versions).toHaveLength(1);
  expect(bad(await showTalkingPoints(world, partner, { id, no: 1 })).kind).toBe('missing');
  expect(good(await listTalkingPoints(world, partner, {})).data.map((one) => one.id)).toEqual([id]);
  expect(bad(await showTalkingPoints(world, partner, { id: hidden })).kind).toBe('missing');
  good(await shareTalkingPoints(world, coordinator, { id, shared: false }));
  expect(bad(await showTalkingPoints(world, partner, { id })).kind).toBe('missing');
});

test('an unknown issue or bill is named, and other roles are turned away', async () => {
  const input = { issueId: 'nothing', title: 'X' };
  expect(bad(await addTalkingPoints(world, coordinator, input)).fields?.[0]?.field).toBe('issueId');
  expect(
    bad(await addTalkingPoints(world, coordinator, { ...input, issueId: 'vouchers', billId: 'no' }))
      .fields?.[0]?.field,
  ).toBe('billId');
  expect(bad(await addTalkingPoints(world, partner, input)).kind).toBe('forbidden');
  expect(bad(await publishTalkingPoints(world, staffAs('board'), { id: 'x' })).kind).toBe('forbidden');
  expect(bad(await publishTalkingPoints(world, coordinator, { id: 'x' })).kind).toBe('missing');
});

test('a list says what is written and not yet published', async () => {
  const id = await added();
  const find = async () => good(await listTalkingPoints(world, owner, {})).data.find((one) => one.id === id);
  expect(await find()).toMatchObject({ no: null, unpublished: true, level: 'federal' });
  good(await publishTalkingPoints(world, owner, { id }));
  expect(await find()).toMatchObject({ no: 1, unpublished: false });
});
