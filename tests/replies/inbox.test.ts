import { beforeAll, describe, expect, test } from 'vitest';
import { SYSTEM } from '../../src/platform/who.ts';
import {
  answerConversation,
  assignConversation,
  closeConversation,
  listReplies,
  reopenConversation,
  responseOf,
  setAnswerFromReply,
  showConversation,
  showInbox,
} from '../../src/replies/index.ts';
import { bad, good, staffAs, type TestWorld } from '../support/world.ts';
import { browserOf, hidden } from './app.ts';
import {
  alert,
  arrives,
  freshWorld,
  member,
  MINUTE,
  pointState,
  replyRow,
  rows,
  sql,
  texts,
  threadOf,
  told,
} from './network.ts';

const staff = staffAs('staff', { id: 'sue' });
beforeAll(async () => {
  await freshWorld().db.commit({ who: SYSTEM, action: 'test.seed', subject: { kind: 'test', id: 'test' } }, [
    sql(
      `insert into staff (id, name, email, created_at, updated_at) values ('sue', 'Sue Emberly', 'sue@network.example', 0, 0)`,
    ),
    sql(
      `insert into role (id, staff_id, role, granted_at, granted_by) values ('sue-role', 'sue', 'staff', 0, 'system')`,
    ),
  ]);
});
const idOf = async (world: TestWorld, memberId: string) => String((await threadOf(world, memberId))?.id);
/** A member who wrote words, and their thread. */
const writer = async (body = 'When is the hearing?', more: Parameters<typeof member>[1] = {}) => {
  const world = freshWorld();
  const ned = await member(world, more);
  const hb = await alert(world, [ned]);
  const { replyId } = await texts(world, ned.phone, body);
  return { world, ned, hb, replyId, id: await idOf(world, ned.id) };
};

describe('the inbox', () => {
  test('lists what waits, the latest first and by pages, and leaves plain answers out', async () => {
    const world = freshWorld(Date.UTC(2028, 0, 4, 17));
    const people = [await member(world), await member(world), await member(world)];
    const hb = await alert(world, people);
    for (const [at, body] of ['1', 'first question', 'second question'].entries()) {
      world.passTime(MINUTE);
      await texts(world, people[at]?.phone ?? '', body);
    }
    const first = good(await showInbox(world, staff, { alertId: hb.id, limit: 1 }));
    const second = good(
      await showInbox(world, staff, { alertId: hb.id, limit: 1, cursor: first.nextCursor }),
    );
    expect([...first.data, ...second.data].map(({ body }) => body)).toEqual([
      'second question',
      'first question',
    ]);
    expect(second.nextCursor).toBeNull();
    expect(good(await showInbox(world, staff, { alertId: hb.id, show: 'all' })).data).toHaveLength(3);
  });

  test('narrows to unknown senders, holds and one’s own', async () => {
    const world = freshWorld();
    const ned = await member(world);
    await arrives(world, ned.phone, 'enough');
    await texts(world, '+14065557777', 'who is this');
    good(await assignConversation(world, staff, { id: await idOf(world, ned.id), staffId: 'sue' }));
    const held = good(await showInbox(world, staff, { show: 'held' })).data;
    expect(held.every((row) => row.held === 1)).toBe(true);
    expect(held.map(({ memberId }) => memberId)).toContain(ned.id);
    expect(
      good(await showInbox(world, staff, { show: 'unbound' })).data.map(({ memberId }) => memberId),
    ).toEqual([null]);
    expect(
      good(await showInbox(world, staff, { show: 'mine' })).data.map(({ memberId }) => memberId),
    ).toEqual([ned.id]);
  });

  test('shows a regional president the region’s members and nobody else', async () => {
    const { world, id } = await writer('a question', { region: 'central' });
    const own = staffAs('regional_president', { regionId: 'central' });
    const other = staffAs('regional_president', { regionId: 'hi-line' });
    expect(good(await showInbox(world, own, {})).data.map((row) => row.id)).toContain(id);
    expect(good(await showInbox(world, other, {})).data.map((row) => row.id)).not.toContain(id);
    expect(bad(await showConversation(world, other, { id })).kind).toBe('missing');
    expect(
      bad(await answerConversation(world, own, { conversationId: id, channel: 'sms', body: 'Hi' })).kind,
    ).toBe('forbidden');
    expect(bad(await showInbox(world, staffAs('partner'), {})).kind).toBe('forbidden');
  });
});

describe('a conversation', () => {
  test('shows both sides in order, with what was sent in the member’s own words', async () => {
    const { world, id } = await writer();
    const { messages } = good(await showConversation(world, staff, { id }));
    expect(messages.map((one) => one.side)).toEqual(['out', 'out', 'in']);
    expect(messages[0]).toMatchObject({ text: 'Please call Ned' });
  });

  test('is answered over the same path as alerts, and is then done', async () => {
    const { world, ned, id, replyId } = await writer();
    const input = {
      id: 'outgoing-1',
      conversationId: id,
      channel: 'sms' as const,
      body: 'Wednesday at 3 pm.',
    };
    good(await answerConversation(world, staff, input));
    good(await answerConversation(world, staff, input));
    expect(await told(world, ned.id)).toEqual(['Wednesday at 3 pm.']);
    expect(
      await rows(
        world,
        `select urgent, channel from delivery where source_kind = 'answer' and source_id = 'outgoing-1'`,
      ),
    ).toEqual([{ urgent: 1, channel: 'sms' }]);
    expect(await threadOf(world, ned.id)).toMatchObject({ state: 'done', unread: 0 });
    expect(await replyRow(world, replyId)).toMatchObject({ state: 'handled' });
    const { messages } = good(await showConversation(world, staff, { id }));
    expect(messages.at(-1)).toMatchObject({ side: 'out', by: 'Sue Emberly', text: 'Wednesday at 3 pm.' });
  });

  test('is not answered where the number was stopped, nor where nobody is known', async () => {
    const { world, ned, id } = await writer();
    await arrives(world, ned.phone, 'STOP', { optOutType: 'STOP' });
    const sms = { conversationId: id, channel: 'sms' as const, body: 'One more thing' };
    expect(bad(await answerConversation(world, staff, sms))).toMatchObject({
      kind: 'refused',
      rule: 'answer.closed',
    });
    good(await answerConversation(world, staff, { ...sms, channel: 'email' }));
    await texts(world, '+14065556666', 'hello?');
    const [unknown] = good(await showInbox(world, staff, { show: 'unbound' })).data;
    expect(
      bad(await answerConversation(world, staff, { ...sms, conversationId: unknown?.id ?? '' })),
    ).toMatchObject({ rule: 'answer.no_address' });
    expect(bad(await answerConversation(world, staff, { ...sms, conversationId: 'nowhere' })).kind).toBe(
      'missing',
    );
  });

  test('is put away, brought back, and comes back when they write again', async () => {
    const { world, ned, id } = await writer();
    good(await closeConversation(world, staff, { id }));
    expect(bad(await closeConversation(world, staff, { id })).kind).toBe('conflict');
    good(await reopenConversation(world, staff, { id }));
    expect(bad(await reopenConversation(world, staff, { id })).kind).toBe('conflict');
    good(await closeConversation(world, staff, { id }));
    await texts(world, ned.phone, 'One more question');
    expect(await threadOf(world, ned.id)).toMatchObject({ state: 'open', unread: 1 });
  });

  test('is given only to somebody with a role', async () => {
    const { world, id } = await writer();
    expect(bad(await assignConversation(world, staff, { id, staffId: 'nobody' })).kind).toBe('conflict');
    good(await assignConversation(world, staff, { id, staffId: 'sue' }));
    good(await assignConversation(world, staff, { id, staffId: null }));
  });
});

describe('a reply that rules did not recognise', () => {
  test('is counted as staff read it', async () => {
    const { world, ned, hb, replyId } = await writer('I have done so gladly');
    expect(await responseOf(world, hb.id, ned.id)).toBeNull();
    expect(
      good(await setAnswerFromReply(world, staff, { replyId, alertId: hb.id, optionId: hb.option(1) })),
    ).toEqual({ counted: true });
    expect(await responseOf(world, hb.id, ned.id)).toMatchObject({ no: 1, door: 'sms' });
    expect(await replyRow(world, replyId)).toMatchObject({ state: 'answered' });
  });

  test('of a shared number is counted for the member whom staff name', async () => {
    const world = freshWorld();
    const ned = await member(world);
    const ann = await member(world, { phone: ned.phone });
    const hb = await alert(world, [ned, ann]);
    const { replyId } = await texts(world, ned.phone, '1');
    const input = { replyId, alertId: hb.id, optionId: hb.option(1) };
    expect(bad(await setAnswerFromReply(world, staff, input)).fields).toMatchObject([{ field: 'memberId' }]);
    good(await setAnswerFromReply(world, staff, { ...input, memberId: ann.id }));
    expect(await responseOf(world, hb.id, ann.id)).toMatchObject({ no: 1 });
  });

  test('is never counted for an alert the member was not sent, or by an option it does not have', async () => {
    const { world, hb, replyId } = await writer('hm');
    const other = await alert(world, []);
    expect(
      bad(await setAnswerFromReply(world, staff, { replyId, alertId: other.id, optionId: other.option(1) }))
        .kind,
    ).toBe('missing');
    expect(
      bad(await setAnswerFromReply(world, staff, { replyId, alertId: hb.id, optionId: other.option(1) }))
        .kind,
    ).toBe('invalid');
  });
});

describe('the pages', () => {
  test('show the list, the thread, and each act leads back to it', async () => {
    const { world, ned, hb, replyId, id } = await writer('When is <b>the hearing</b>?');
    const browser = browserOf(world, staff);
    const list = await browser.get('/inbox');
    expect(list.page).toContain(`/inbox/${id}`);
    expect(list.page).toContain('When is &lt;b&gt;the hearing');
    for (const show of ['unread', 'held', 'unbound', 'mine', 'all'])
      expect((await browser.get(`/inbox?show=${show}`)).status).toBe(200);
    const thread = await browser.get(`/inbox/${id}`);
    expect(thread.status).toBe(200);
    expect(thread.page).toContain('Count it as an answer');
    expect(
      await browser.post(`/inbox/${id}/replies/${replyId}/answer`, {
        [`option.${replyId}`]: `${hb.id} ${hb.option(2)}`,
      }),
    ).toMatchObject({ status: 303, to: `/inbox/${id}?done=counted` });
    expect((await browser.post(`/inbox/${id}/answers`, { channel: 'sms', body: '' })).status).toBe(422);
    const answer = { id: hidden(thread.page, 'id'), channel: 'sms', body: 'Wednesday.', keep_open: '1' };
    expect(await browser.post(`/inbox/${id}/answers`, answer)).toMatchObject({ status: 303 });
    expect(await browser.post(`/inbox/${id}/assignment`, { staff_id: 'sue' })).toMatchObject({ status: 303 });
    expect(await browser.post(`/inbox/${id}/closing`)).toMatchObject({
      status: 303,
      to: `/inbox?done=closed&undo=${id}`,
    });
    expect(await browser.post(`/inbox/${id}/opening`)).toMatchObject({ status: 303 });
    expect(await told(world, ned.id)).toEqual(['Wednesday.']);
    expect((await browser.get('/inbox/nowhere')).status).toBe(404);
  });

  test('settle a hold either way', async () => {
    for (const [act, state] of [
      ['release', 'active'],
      ['stop', 'suppressed'],
    ] as const) {
      const world = freshWorld();
      const ned = await member(world, { state: 'unconsented' });
      await arrives(world, ned.phone, 'join');
      world.passTime(MINUTE);
      await arrives(world, ned.phone, 'enough already');
      const id = await idOf(world, ned.id);
      const browser = browserOf(world, staff);
      expect((await browser.get(`/inbox/${id}`)).page).toContain('They meant stop');
      expect(await browser.post(`/inbox/${id}/hold`, { act })).toMatchObject({ status: 303 });
      expect(await pointState(world, ned.smsPoint)).toMatchObject({ state });
    }
  });

  test('give a regional president nothing to press', async () => {
    const { world, id } = await writer('a question', { region: 'central' });
    const browser = browserOf(world, staffAs('regional_president', { regionId: 'central' }));
    const { page } = await browser.get(`/inbox/${id}`);
    expect(page).not.toContain('Send the answer');
    expect(page).not.toContain('Put away');
    expect((await browser.post(`/inbox/${id}/closing`)).status).toBe(403);
  });
});

test('replies are listed by key without the numbers they came from, and a region sees its own', async () => {
  const { world, ned, hb } = await writer('first', { region: 'central' });
  await texts(world, ned.phone, 'second');
  const first = good(await listReplies(world, staff, { alertId: hb.id, limit: 1 }));
  const second = good(
    await listReplies(world, staff, { alertId: hb.id, limit: 1, cursor: first.nextCursor }),
  );
  expect([...first.data, ...second.data].map(({ body }) => body)).toEqual(['second', 'first']);
  expect(JSON.stringify(first.data)).not.toContain(ned.phone);
  const other = staffAs('regional_president', { regionId: 'hi-line' });
  expect(good(await listReplies(world, other, { memberId: ned.id })).data).toEqual([]);
});
