import { env } from 'cloudflare:workers';
import * as z from 'zod';
import { beforeAll, expect, test } from 'vitest';
import {
  addTalkingPoints,
  compareTalkingPoints,
  editTalkingPoints,
  listTalkingPoints,
  newestVersion,
  publishTalkingPoints,
  shareTalkingPoints,
  showTalkingPoints,
  talkingPointsFigures,
} from '../../src/alerts/index.ts';
import { statement } from '../../src/platform/statement.ts';
import { bad, good, staffAs, type TestWorld } from '../support/world.ts';
import { coordinator, director, owner, run, settle } from './cast.ts';

let world: TestWorld;
const partner = staffAs('partner', { organizationId: 'mtpec' });
const fact = statement({
  params: z.object({
    nces: z.string(),
    key: z.string(),
    value: z.string(),
    asOf: z.string(),
    source: z.string(),
  }),
  row: z.object({}),
  sql: `insert into district_fact (district_nces, key, value, as_of, source) values (:nces, :key, :value, :asOf, :source)`,
});
const rows = async <R>(sql: string) => (await env.DB.prepare(sql).all<R>()).results;
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

test('what is shared with chosen partners is for their people alone, by list and by address', async () => {
  await run(
    `insert into organization (id, name, short_name, kind, created_at) values ('rural', 'Rural Partners', 'RP', 'partner', 0)`,
  );
  const [id, forAll] = [await added('For some'), await added('For all')];
  for (const one of [id, forAll]) good(await publishTalkingPoints(world, coordinator, { id: one }));
  good(await shareTalkingPoints(world, coordinator, { id, shared: true, organizationIds: ['mtpec'] }));
  good(await shareTalkingPoints(world, coordinator, { id: forAll, shared: true }));
  const other = staffAs('partner', { organizationId: 'rural' });
  const seenBy = async (who: typeof other) =>
    good(await listTalkingPoints(world, who, {})).data.map((one) => one.id);
  expect(await seenBy(partner)).toEqual([id, forAll]);
  expect(await seenBy(other)).toEqual([forAll]);
  expect(bad(await showTalkingPoints(world, other, { id })).kind).toBe('missing');
  expect(bad(await showTalkingPoints(world, other, { id, no: 1 })).kind).toBe('missing');
  expect(bad(await showTalkingPoints(world, staffAs('partner'), { id })).kind).toBe('missing');
  // Who else has it is no partner's business.
  expect(good(await showTalkingPoints(world, partner, { id }))).toMatchObject({
    sharedWith: null,
    partners: [],
  });
  expect(good(await showTalkingPoints(world, owner, { id }))).toMatchObject({
    sharedWith: ['mtpec'],
    partners: [{ id: 'mtpec' }, { id: 'rural' }],
  });
  expect(
    bad(await shareTalkingPoints(world, coordinator, { id, shared: true, organizationIds: ['sam'] }))
      .fields?.[0]?.field,
  ).toBe('organizationIds');
  const entry = await rows<{ detail: string }>(
    `select detail from journal where action = 'talking_points.share' and subject_id = '${id}'`,
  );
  expect(entry.map(({ detail }) => JSON.parse(detail))).toEqual([
    { shared: true, organizationIds: ['mtpec'] },
  ]);
  good(await shareTalkingPoints(world, coordinator, { id, shared: true }));
  expect(await seenBy(other)).toEqual([id, forAll]);
  for (const one of [id, forAll])
    good(await shareTalkingPoints(world, coordinator, { id: one, shared: false }));
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

test('words for the other legislature are their twin, one for each', async () => {
  const id = await added();
  const twin = {
    id: world.ids.next(),
    variantOf: id,
    issueId: 'vouchers',
    level: 'state' as const,
    title: 'HB 203, here',
  };
  expect(bad(await addTalkingPoints(world, owner, { ...twin, level: 'federal' })).fields?.[0]?.field).toBe(
    'level',
  );
  good(await addTalkingPoints(world, owner, twin));
  expect(good(await addTalkingPoints(world, owner, twin)).id).toBe(twin.id);
  expect(bad(await addTalkingPoints(world, owner, { ...twin, id: world.ids.next() })).kind).toBe('conflict');
  expect(good(await showTalkingPoints(world, owner, { id })).variantId).toBe(twin.id);
  expect(good(await showTalkingPoints(world, owner, { id: twin.id })).variantId).toBe(id);
  expect(bad(await editTalkingPoints(world, owner, { id, level: 'state' })).fields?.[0]?.field).toBe('level');
  expect(bad(await addTalkingPoints(world, owner, { ...twin, id: undefined, variantOf: 'x' })).kind).toBe(
    'missing',
  );
});

test('a short form is published with the words, and holds no figure', async () => {
  const id = await added();
  good(await publishTalkingPoints(world, owner, { id }));
  expect(
    bad(await editTalkingPoints(world, owner, { id, short: '{{enrollment}} students' })).fields?.[0]?.field,
  ).toBe('short');
  good(await editTalkingPoints(world, owner, { id, short: 'Vote no. {{district}} loses.' }));
  expect(good(await showTalkingPoints(world, owner, { id })).unpublished).toBe(true);
  expect(good(await publishTalkingPoints(world, owner, { id })).no).toBe(2);
  expect((await newestVersion(world, id))?.short).toBe('Vote no. {{district}} loses.');
});

test('figures stand in the words of a district; those not known are listed before publishing', async () => {
  const id = await added('# No\n- {{enrollment}} students in {{district}}\n- Vote no');
  await world.db.record([
    {
      statement: fact,
      values: ['d1', 'enrollment', '164', '2026-10-01', 'OPI'],
      must: false,
    },
  ]);
  expect(good(await talkingPointsFigures(world, coordinator, { id }))).toMatchObject({
    districts: 2,
    figures: [{ key: 'enrollment', missing: [{ nces: 'd2', name: 'Ekalaka' }] }],
    known: [{ key: 'enrollment', districts: 1, oldest: '2026-10-01' }],
  });
  good(await publishTalkingPoints(world, owner, { id }));
  expect(good(await showTalkingPoints(world, owner, { id, district: 'd1' }))).toMatchObject({
    words: '# No\n- 164 students in Drummond\n- Vote no',
    readIn: 'Drummond',
    figures: [{ key: 'enrollment', source: 'OPI' }],
  });
  expect(good(await showTalkingPoints(world, owner, { id, district: 'd2' })).words).toBe('# No\n- Vote no');
  good(await shareTalkingPoints(world, owner, { id, shared: true }));
  const theirs = good(await showTalkingPoints(world, partner, { id, district: 'd1' }));
  expect(JSON.stringify(theirs)).not.toMatch(/164|\{\{/);
  expect(bad(await talkingPointsFigures(world, partner, { id })).kind).toBe('forbidden');
});

test('two versions are compared, and the draft with the newest', async () => {
  const id = await added('It costs $40 million.');
  good(await publishTalkingPoints(world, owner, { id }));
  good(await editTalkingPoints(world, owner, { id, body: 'It costs $11 million.' }));
  const draft = good(await compareTalkingPoints(world, owner, { id, from: 1 }));
  expect(draft).toMatchObject({ to: null, changed: true });
  expect(draft.lines[0]?.map(({ kind }) => kind)).toEqual(['same', 'removed', 'added', 'same']);
  expect(bad(await compareTalkingPoints(world, owner, { id, from: 1, to: 2 })).message).toContain(
    'Version 2',
  );
  good(await publishTalkingPoints(world, owner, { id, changeNote: 'Fiscal note' }));
  expect(good(await compareTalkingPoints(world, owner, { id, from: 1, to: 2 })).to?.changeNote).toBe(
    'Fiscal note',
  );
  expect(good(await compareTalkingPoints(world, owner, { id, from: 2, to: 2 })).changed).toBe(false);
  expect(bad(await compareTalkingPoints(world, partner, { id, from: 1, to: 2 })).kind).toBe('forbidden');
});

test('words hold through their last day in the network’s zone, and are expired the day after', async () => {
  const id = await added();
  good(await editTalkingPoints(world, owner, { id, expiresOn: '2027-02-09' }));
  const expiry = async () => good(await showTalkingPoints(world, owner, { id })).expiry;
  expect(await expiry()).toBe('soon');
  // 11:30 pm in Helena is the next day in UTC already.
  world.passTime(14.5 * 3_600_000);
  expect(await expiry()).toBe('soon');
  world.passTime(3_600_000);
  expect(await expiry()).toBe('expired');
  good(await editTalkingPoints(world, owner, { id, title: 'Still HB 203' }));
  expect(await expiry()).toBe('expired');
  good(await editTalkingPoints(world, owner, { id, expiresOn: null }));
  expect(await expiry()).toBe('holds');
});
