import { beforeAll, expect, test } from 'vitest';
import {
  alertById,
  approveAlert,
  discardAlert,
  draftAlert,
  editAlert,
  listAlerts,
  previewAlert,
  proposeAlert,
  returnAlert,
} from '../../src/alerts/index.ts';
import { readJournal } from '../../src/staff/index.ts';
import { bad, good, staffAs, type TestWorld } from '../support/world.ts';
import { actionAlert, coordinator, director, drafted, owner, settle } from './cast.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await settle();
});

const proposed = async () => {
  const { id } = await drafted(world);
  good(await proposeAlert(world, coordinator, { id }));
  const preview = good(await previewAlert(world, director, { id }));
  return { id, seen: { id, hash: preview.hash, audienceCount: preview.people } };
};

test('a draft keeps what was written, and the same form sent twice keeps one', async () => {
  const id = '01HZZZZZZZZZZZZZZZZZZZZZZ1';
  const first = await drafted(world, { id });
  const second = await drafted(world, { id, title: 'Another title' });
  expect(first).toMatchObject({
    id,
    state: 'draft',
    revision: 1,
    billNumber: 'HB 203',
    sendSms: true,
    audience: {},
  });
  expect(first.question?.options.map((one) => [one.no, one.label, one.outcome])).toEqual([
    [1, 'have contacted', 'contacted'],
    [2, 'will', 'will'],
    [3, "can't", 'cannot'],
    [4, 'need help', 'help'],
  ]);
  expect(second).toEqual(first);
});

test('what is wrong in a draft is named by field, and nothing is kept', async () => {
  const before = good(await listAlerts(world, owner, {})).data.length;
  const problem = bad(
    await draftAlert(world, coordinator, {
      ...actionAlert(world),
      organizationId: 'nowhere',
      billId: 'nothing',
      smsText: 'Reply YES {{phone}} bit.ly/x',
      deadlineAt: world.clock.now() - 1,
      audience: {
        regions: ['atlantis'],
        officials: ['kes'],
        answered: { alertId: 'never', options: 'none' },
      },
      questions: [
        {
          prompt: 'Q',
          options: [
            { no: 1, label: 'Yes' },
            { no: 2, label: 'No' },
          ],
        },
      ],
    }),
  );
  expect(problem.kind).toBe('invalid');
  expect(problem.fields?.map((one) => one.field).toSorted()).toEqual([
    'audience.answered.alertId',
    'audience.regions',
    'billId',
    'deadlineAt',
    'organizationId',
    'questions.0.options.0.label',
    'smsText',
    'smsText',
    'smsText',
  ]);
  const strict = { ...actionAlert(world), surprise: 1 } as never;
  expect(bad(await draftAlert(world, coordinator, strict)).fields?.[0]?.field).toBe('surprise');
  expect(good(await listAlerts(world, owner, {})).data).toHaveLength(before);
});

test('proposing freezes the composed words and asks the approvers', async () => {
  const { id } = await drafted(world);
  world.jobs.length = 0;
  const alert = good(await proposeAlert(world, coordinator, { id, revision: 1 }));
  expect(alert).toMatchObject({
    state: 'proposed',
    proposedBy: coordinator.kind === 'staff' ? coordinator.id : '',
  });
  expect(alert.version?.smsText).toBe(
    "TSLN: {{first_name}} {{last_name}}: HB 203 is in House Education Wednesday. Please call. {{link}}\nReply 1 have contacted, 2 will, 3 can't, 4 need help\nSTOP to end",
  );
  expect(alert.version?.hash).toMatch(/^[0-9a-f]{64}$/);
  expect(world.jobs).toMatchObject([{ kind: 'alert.proposed', body: { alertId: id } }]);
  expect(bad(await proposeAlert(world, coordinator, { id })).kind).toBe('conflict');
});

test('an unfinished alert is not proposed, and says what is missing', async () => {
  const { id } = await drafted(world, { deadlineAt: null, questions: [], emailText: '' });
  const problem = bad(await proposeAlert(world, coordinator, { id }));
  expect(problem.fields?.map((one) => one.field)).toEqual(['emailText', 'questions.0.prompt', 'deadlineAt']);
  expect(good(await alertById(world, owner, { id })).state).toBe('draft');
});

test('an alert that reaches nobody is not proposed', async () => {
  const { id } = await drafted(world, { audience: { members: ['gus'] } });
  expect(bad(await proposeAlert(world, coordinator, { id })).fields).toMatchObject([{ field: 'audience' }]);
});

test('a second person approves, and of two at once the second is told', async () => {
  const { id, seen } = await proposed();
  const answers = await Promise.all([approveAlert(world, director, seen), approveAlert(world, owner, seen)]);
  expect(answers.map((one) => String(one.ok)).toSorted()).toEqual(['false', 'true']);
  const lost = answers.find((one) => !one.ok);
  expect(lost && bad(lost).kind).toBe('conflict');
  const alert = good(await alertById(world, owner, { id }));
  expect(alert).toMatchObject({
    state: 'approved',
    approval: { hash: seen.hash, audienceCount: 5, own: false },
  });
});

test('words or an audience other than those seen are not approved', async () => {
  const { id, seen } = await proposed();
  expect(bad(await approveAlert(world, director, { ...seen, hash: 'x' })).kind).toBe('conflict');
  expect(bad(await approveAlert(world, director, { ...seen, audienceCount: 9 })).kind).toBe('conflict');
  expect(good(await alertById(world, owner, { id })).state).toBe('proposed');
});

test('a director cannot approve their own; an owner can, with a reason that the journal keeps', async () => {
  const { id } = await drafted(world);
  good(await proposeAlert(world, owner, { id }));
  const { hash, people } = good(await previewAlert(world, owner, { id }));
  expect(bad(await approveAlert(world, owner, { id, hash, audienceCount: people })).fields).toMatchObject([
    { field: 'reason' },
  ]);
  const reason = 'The vote moved up to noon.';
  expect(
    good(await approveAlert(world, owner, { id, hash, audienceCount: people, reason })).approval,
  ).toMatchObject({ own: true, reason });
  const { data } = good(await readJournal(world, owner, { subjectKind: 'alert', subjectId: id } as never));
  expect(JSON.stringify(data)).toContain(reason);

  const other = await drafted(world);
  good(await proposeAlert(world, director, { id: other.id }));
  const own = good(await previewAlert(world, director, { id: other.id }));
  expect(
    bad(await approveAlert(world, director, { id: other.id, hash: own.hash, audienceCount: own.people })),
  ).toMatchObject({ kind: 'refused', rule: 'second-person' });
});

test('an edit of an approved alert takes it back to draft and voids the approval', async () => {
  const { id, seen } = await proposed();
  good(await approveAlert(world, director, seen));
  const edited = good(
    await editAlert(world, coordinator, { id, revision: 1, smsText: 'Other words. {{link}}' }),
  );
  expect(edited).toMatchObject({
    state: 'draft',
    revision: 2,
    approval: null,
    version: null,
    proposedBy: null,
    smsText: 'Other words. {{link}}',
  });
  expect(edited.question?.options).toHaveLength(4);
  expect(bad(await approveAlert(world, director, seen)).kind).toBe('conflict');
  good(await proposeAlert(world, coordinator, { id }));
  expect(bad(await approveAlert(world, director, seen)).kind).toBe('conflict');
  const again = good(await previewAlert(world, director, { id }));
  expect(again.hash).not.toBe(seen.hash);
  good(await approveAlert(world, director, { id, hash: again.hash, audienceCount: again.people }));
});

test('two edits of one revision: the second is told and changes nothing', async () => {
  const { id } = await drafted(world);
  good(await editAlert(world, coordinator, { id, revision: 1, title: 'First' }));
  expect(bad(await editAlert(world, director, { id, revision: 1, title: 'Second' })).kind).toBe('conflict');
  expect(good(await alertById(world, owner, { id }))).toMatchObject({ title: 'First', revision: 2 });
});

test('a question can be reworded and taken away', async () => {
  const { id } = await drafted(world);
  const question = {
    prompt: 'Will you come?',
    options: [
      { no: 1, label: 'I will' },
      { no: 2, label: 'I cannot' },
    ],
  };
  const reworded = good(await editAlert(world, coordinator, { id, revision: 1, questions: [question] }));
  expect(reworded.question?.options.map((one) => one.label)).toEqual(['I will', 'I cannot']);
  expect(good(await editAlert(world, coordinator, { id, revision: 2, questions: [] })).question).toBeNull();
});

test('an approver sends an alert back with a note, and it can be proposed again', async () => {
  const { id } = await proposed();
  expect(bad(await returnAlert(world, director, { id, note: ' ' })).kind).toBe('invalid');
  expect(good(await returnAlert(world, director, { id, note: 'Name the room.' }))).toMatchObject({
    state: 'draft',
    revision: 2,
  });
  expect(good(await proposeAlert(world, coordinator, { id })).version?.revision).toBe(2);
});

test('a discarded alert stays on record and goes nowhere', async () => {
  const { id } = await drafted(world);
  good(await discardAlert(world, coordinator, { id }));
  expect(good(await alertById(world, owner, { id })).state).toBe('discarded');
  expect(bad(await proposeAlert(world, coordinator, { id })).kind).toBe('conflict');
  expect(bad(await editAlert(world, coordinator, { id, revision: 1, title: 'x' })).kind).toBe('conflict');
});

test('alerts are listed newest first, a page at a time, by state', async () => {
  const all = good(await listAlerts(world, owner, { states: ['draft', 'proposed'] }));
  const first = good(await listAlerts(world, owner, { states: ['draft', 'proposed'], limit: 2 }));
  const next = good(
    await listAlerts(world, owner, {
      states: ['draft', 'proposed'],
      limit: 2,
      cursor: first.nextCursor ?? '',
    }),
  );
  expect([...first.data, ...next.data]).toEqual(all.data.slice(0, 4));
});

test('coordinators draft and do not approve; a regional president sees nothing that is not out', async () => {
  const { id, seen } = await proposed();
  expect(bad(await approveAlert(world, coordinator, seen)).kind).toBe('forbidden');
  const president = staffAs('regional_president', { regionId: 'hi-line' });
  expect(bad(await alertById(world, president, { id })).kind).toBe('missing');
  expect(good(await listAlerts(world, president, {})).data).toEqual([]);
  for (const role of ['partner', 'board'] as const) {
    expect(bad(await listAlerts(world, staffAs(role, { organizationId: 'mtpec' }), {})).kind).toBe(
      'forbidden',
    );
  }
});
