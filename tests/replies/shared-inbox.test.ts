import { beforeAll, describe, expect, test } from 'vitest';
import { SYSTEM } from '../../src/platform/who.ts';
import {
  addLabel,
  addNote,
  answerConversation,
  answerOnPage,
  assignConversation,
  bindConversation,
  listSnippets,
  markRead,
  previewFollowUp,
  removeLabel,
  removeNote,
  removeSnippet,
  saveSnippet,
  searchInbox,
  sendDigests,
  sendFollowUp,
  setDigest,
  showAutomatic,
  showConversation,
  showInbox,
  snoozeConversation,
  tellAssignees,
  unbindConversation,
  wakeConversation,
} from '../../src/replies/index.ts';
import { bad, good, staffAs, type TestWorld } from '../support/world.ts';
import { browserOf, hidden } from './app.ts';
import { alert, arrives, freshWorld, member, MINUTE, rows, sql, texts, threadOf, told } from './network.ts';

const sue = staffAs('staff', { id: 'sue' });
const DAY = 24 * 60 * MINUTE;
beforeAll(async () => {
  await freshWorld().db.commit({ who: SYSTEM, action: 'test.seed', subject: { kind: 'test', id: 'test' } }, [
    sql(`insert into staff (id, name, email, created_at, updated_at)
         values ('sue', 'Sue Emberly', 'sue@network.example', 0, 0), ('tom', 'Tom Yarrowby', 'tom@network.example', 0, 0)`),
    sql(`insert into role (id, staff_id, role, granted_at, granted_by)
         values ('sue-role', 'sue', 'staff', 0, 'system'), ('tom-role', 'tom', 'director', 0, 'system')`),
  ]);
});

const writer = async (
  body = 'When is the hearing?',
  more: Parameters<typeof member>[1] = {},
  start?: number,
) => {
  const world = freshWorld(start);
  const ned = await member(world, more);
  const hb = await alert(world, [ned]);
  await texts(world, ned.phone, body);
  return { world, ned, hb, id: String((await threadOf(world, ned.id))?.id) };
};
const listed = async (world: TestWorld, show: 'waiting' | 'snoozed' = 'waiting') =>
  good(await showInbox(world, sue, { show, limit: 200 })).data.map((row) => row.id);
const journal = async (world: TestWorld, action: string) =>
  JSON.stringify(await rows(world, `select detail from journal where action = '${action}'`));

describe('a thread', () => {
  test('is read once staff have opened it, and waits on', async () => {
    const { world, ned, id } = await writer('Which room?', { region: 'central' });
    await browserOf(world, staffAs('regional_president', { regionId: 'central' })).get(`/inbox/${id}`);
    expect(await threadOf(world, ned.id)).toMatchObject({ unread: 1 });
    await browserOf(world, sue).get(`/inbox/${id}`);
    expect(await threadOf(world, ned.id)).toMatchObject({ unread: 0, state: 'open' });
    expect(good(await markRead(world, sue, { id }))).toEqual({ changed: false });
  });

  test('set aside comes back by itself at nine, and at once when they write', async () => {
    const { world, ned, id } = await writer();
    const { until } = good(await snoozeConversation(world, sue, { id, until: 'tomorrow' }));
    // Wednesday, February 10, 2027, 9:00 am in Helena.
    expect(until).toBe(Date.UTC(2027, 1, 10, 16));
    expect(await listed(world)).not.toContain(id);
    expect(await listed(world, 'snoozed')).toContain(id);
    world.setNow(until);
    expect(await listed(world)).toContain(id);
    const monday = good(await snoozeConversation(world, sue, { id, until: 'monday' }));
    expect(monday.until).toBe(Date.UTC(2027, 1, 15, 16));
    await texts(world, ned.phone, 'And in which room?');
    expect(await listed(world)).toContain(id);
    good(await snoozeConversation(world, sue, { id, until: '2027-02-20' }));
    good(await wakeConversation(world, sue, { id }));
    expect(bad(await wakeConversation(world, sue, { id })).kind).toBe('conflict');
    for (const until of ['2027-02-10', '2029-01-01', 'soon', ''])
      expect(bad(await snoozeConversation(world, sue, { id, until })).kind).toBe('invalid');
  });

  test('tells of an answer that was tapped on the page, since no message does', async () => {
    const { world, ned, id } = await writer();
    const hb = await alert(world, [ned]);
    good(
      await answerOnPage(
        world,
        { kind: 'member', id: ned.id },
        { deliveryId: hb.delivery(ned, 'sms'), optionId: hb.option(3) },
      ),
    );
    expect(
      good(await showConversation(world, sue, { id })).messages.filter((one) => one.side === 'answer'),
    ).toMatchObject([{ alertId: hb.id, door: 'web', words: '3 Cannot' }]);
    expect((await browserOf(world, sue).get(`/inbox/${id}`)).page).toContain('on their page');
  });

  test('keeps notes for staff alone, which are never sent and can be taken back', async () => {
    const { world, ned, id } = await writer('a question', { region: 'central' });
    const note = { id: 'note-1', conversationId: id, body: 'Wife is on the committee' };
    good(await addNote(world, sue, note));
    good(await addNote(world, sue, note));
    const notes = async (who = sue) =>
      good(await showConversation(world, who, { id })).messages.filter((one) => one.side === 'note');
    expect(await notes()).toMatchObject([{ by: 'Sue Emberly', body: 'Wife is on the committee' }]);
    expect(await notes(staffAs('regional_president', { regionId: 'central' }))).toEqual([]);
    expect(await told(world, ned.id)).toEqual([]);
    expect(await journal(world, 'inbox.note')).not.toContain('committee');
    good(await removeNote(world, sue, { id: 'note-1', conversationId: id }));
    expect(await notes()).toEqual([]);
    good(await removeNote(world, sue, { id: 'note-1', conversationId: id, back: true }));
    expect(await notes()).toHaveLength(1);
    expect(bad(await removeNote(world, sue, { id: 'note-1', conversationId: 'another' })).kind).toBe(
      'conflict',
    );
  });

  test('bears labels, one for each word in whatever case', async () => {
    const { world, id } = await writer();
    good(await addLabel(world, sue, { conversationId: id, name: 'Testify' }));
    good(await addLabel(world, sue, { conversationId: id, name: 'testify' }));
    const { labels } = good(await showInbox(world, sue, {}));
    const label = labels.filter((one) => one.name === 'Testify');
    expect(label).toHaveLength(1);
    const only = async () =>
      good(await showInbox(world, sue, { labelId: label[0]?.id })).data.map((row) => row.id);
    expect(await only()).toEqual([id]);
    good(await removeLabel(world, sue, { conversationId: id, labelId: label[0]?.id ?? '' }));
    expect(await only()).toEqual([]);
  });
});

test('canned replies are kept, filled in for each member, taken away and put back', async () => {
  const { world, ned, id } = await writer();
  good(await saveSnippet(world, sue, { id: 'room', title: 'Room', words: 'Room 137, {{first_name}}.' }));
  const list = async () => good(await listSnippets(world, sue, {})).data.map((one) => one.id);
  expect(await list()).toContain('room');
  expect(bad(await saveSnippet(world, sue, { title: 'x', words: 'Hi {{nickname}}' })).fields).toMatchObject([
    { field: 'words' },
  ]);
  expect(bad(await saveSnippet(world, sue, { title: 'x', words: 'See {{link}}' })).kind).toBe('invalid');
  const browser = browserOf(world, sue);
  const inserted = await browser.post(`/inbox/${id}/insertion`, { snippet: 'room', body: 'Hello.' });
  expect(inserted.page).toContain('Hello.\nRoom 137, {{first_name}}.');
  good(
    await answerConversation(world, sue, {
      conversationId: id,
      channel: 'sms',
      body: 'Room 137, {{first_name}}.',
    }),
  );
  expect(good(await showConversation(world, sue, { id })).messages.at(-1)).toMatchObject({
    text: 'Room 137, Ned.',
  });
  expect(await told(world, ned.id)).toEqual(['Room 137, {{first_name}}.']);
  good(await removeSnippet(world, sue, { id: 'room' }));
  expect(await list()).not.toContain('room');
  good(await removeSnippet(world, sue, { id: 'room', back: true }));
  expect(await list()).toContain('room');
});

describe('the words of an unknown sender', () => {
  const stranger = async (phone: string) => {
    const world = freshWorld();
    const ned = await member(world);
    await texts(world, phone, 'It is Ned from my wife’s phone');
    const thread = good(await showInbox(world, sue, { show: 'unbound', limit: 200 })).data.find(
      (row) => row.fromAddress === phone,
    );
    return { world, ned, id: thread?.id ?? '' };
  };

  test('become a member’s with the number, without consent, and can be given back', async () => {
    const { world, ned, id } = await stranger('+14065558801');
    const { bindingId } = good(await bindConversation(world, sue, { id, memberId: ned.id, keep: true }));
    const point = () =>
      rows(world, `select state, is_primary from contact_point where address = '+14065558801'`);
    expect(await point()).toEqual([{ state: 'unconsented', is_primary: 0 }]);
    const thread = await threadOf(world, ned.id);
    expect(thread).toMatchObject({ state: 'open', unread: 1 });
    const shown = good(await showConversation(world, sue, { id: String(thread?.id) }));
    expect(shown.messages.filter((one) => one.side === 'in')).toHaveLength(1);
    expect(bad(await bindConversation(world, sue, { id, memberId: ned.id })).kind).toBe('conflict');
    good(await unbindConversation(world, sue, { bindingId }));
    expect(await point()).toEqual([]);
    expect(good(await showConversation(world, sue, { id })).messages).toHaveLength(1);
    expect(bad(await unbindConversation(world, sue, { bindingId })).kind).toBe('missing');
  });

  test('may be theirs alone, and the number stays nobody’s', async () => {
    const { world, ned, id } = await stranger('+14065558802');
    good(await bindConversation(world, sue, { id, memberId: ned.id }));
    expect(await rows(world, `select id from contact_point where address = '+14065558802'`)).toEqual([]);
    expect(await rows(world, `select count(*) as n from answer where member_id = '${ned.id}'`)).toEqual([
      { n: 0 },
    ]);
  });
});

describe('search', () => {
  test('finds people by name and number, and words with their line', async () => {
    const { world, ned, id } = await writer('Hello\nthe levy is 100% short in Bigfork');
    const [row] = await rows(world, `select last_name as name from member where id = '${ned.id}'`);
    const people = good(await searchInbox(world, sue, { q: String(row?.name) })).people;
    expect(people).toMatchObject([{ conversationId: id, memberId: ned.id }]);
    const pretty = `(${ned.phone.slice(2, 5)}) ${ned.phone.slice(5, 8)}-${ned.phone.slice(8)}`;
    expect(good(await searchInbox(world, sue, { q: pretty })).people).toMatchObject([{ memberId: ned.id }]);
    const { lines } = good(await searchInbox(world, sue, { q: '100% SHORT' }));
    expect(lines).toMatchObject([{ conversationId: id, line: 'the levy is 100% short in Bigfork' }]);
    expect(good(await searchInbox(world, sue, { q: '100_ short' })).lines).toEqual([]);
    const elsewhere = staffAs('regional_president', { regionId: 'central' });
    expect(good(await searchInbox(world, elsewhere, { q: 'levy is' })).lines).toEqual([]);
  });
});

describe('a message to all who gave one answer', () => {
  const help = async () => {
    const world = freshWorld();
    const people = [await member(world), await member(world), await member(world, { state: 'suppressed' })];
    const hb = await alert(world, people);
    for (const one of people.slice(0, 2)) await texts(world, one.phone, '4');
    const late = await member(world);
    const third = people[2];
    if (third)
      await world.db.commit({ who: SYSTEM, action: 'test.seed', subject: { kind: 'test', id: 'test' } }, [
        sql(`insert into answer (id, alert_id, question_id, member_id, option_id, door, confidence, at)
             values ('a-${third.id}', '${hb.id}', '${hb.id}-q', '${third.id}', '${hb.option(4)}', 'staff', 'sure', 1)`),
        sql(`insert into response (alert_id, question_id, member_id, answer_id, option_id, first_at, at)
             values ('${hb.id}', '${hb.id}-q', '${third.id}', 'a-${third.id}', '${hb.option(4)}', 1, 1)`),
      ]);
    return { world, hb, people, late };
  };
  const words = { smsText: 'Who can help, {{first_name}}? We ring today.' };

  test('says who gets it and who not and why, then goes once to each, in their hours', async () => {
    const { world, hb, people, late } = await help();
    const { plan, options } = good(
      await previewFollowUp(world, sue, { alertId: hb.id, option: 4, ...words }),
    );
    expect(options.find(({ no }) => no === 4)).toMatchObject({ count: 3 });
    expect(plan).toMatchObject({ chose: 3, people: 2, texts: 2, longest: { segments: 1 } });
    expect(plan?.left).toEqual([{ channel: 'sms', reason: 'Texted STOP', people: 1 }]);
    const input = { id: 'follow-1', alertId: hb.id, option: 4, people: 2, ...words };
    expect(bad(await sendFollowUp(world, sue, { ...input, people: 9 })).kind).toBe('conflict');
    expect(good(await sendFollowUp(world, sue, input))).toEqual({ id: 'follow-1', people: 2 });
    expect(good(await sendFollowUp(world, sue, input))).toEqual({ id: 'follow-1', people: 2 });
    const sent = await rows(
      world,
      `select recipient_id, state, urgent from delivery where source_id = 'follow-1' order by recipient_id`,
    );
    expect(sent).toHaveLength(3);
    expect(sent.filter((row) => row.state === 'planned').map((row) => row.recipient_id)).toEqual(
      people
        .slice(0, 2)
        .map(({ id }) => id)
        .toSorted(),
    );
    expect(sent.every((row) => row.urgent === 0)).toBe(true);
    expect(world.pages.length).toBeGreaterThan(0);
    expect(await told(world, late.id)).toEqual([]);
    expect(await journal(world, 'followup.send')).not.toContain('ring');
    const id = String((await threadOf(world, people[0]?.id ?? ''))?.id);
    expect(good(await showConversation(world, sue, { id })).messages.at(-1)).toMatchObject({
      kind: 'follow_up',
      text: 'Who can help, Ned? We ring today.',
    });
  });

  test('at night waits for the morning', async () => {
    const { world, hb } = await help();
    world.setNow(Date.UTC(2027, 1, 10, 7));
    good(await sendFollowUp(world, sue, { id: 'follow-2', alertId: hb.id, option: 4, people: 2, ...words }));
    expect(
      await rows(
        world,
        `select distinct state from delivery where source_id = 'follow-2' and state <> 'skipped'`,
      ),
    ).toEqual([{ state: 'waiting' }]);
  });

  test('needs words, a subject for a mail, and somebody to go to', async () => {
    const { world, hb } = await help();
    const input = { id: 'follow-3', alertId: hb.id, option: 4, people: 2 };
    expect(bad(await sendFollowUp(world, sue, input)).fields).toMatchObject([{ field: 'smsText' }]);
    expect(bad(await sendFollowUp(world, sue, { ...input, emailText: 'Hi' })).fields).toMatchObject([
      { field: 'emailSubject' },
    ]);
    expect(bad(await sendFollowUp(world, sue, { ...input, ...words, option: 3 })).kind).toBe('refused');
    expect(bad(await sendFollowUp(world, sue, { ...input, ...words, option: 8 })).kind).toBe('missing');
  });

  test('is chosen, looked at and sent on its pages', async () => {
    const { world, hb } = await help();
    const browser = browserOf(world, sue);
    expect((await browser.get(`/inbox/follow-up?alert=${hb.id}`)).page).toContain('4 Need help (3)');
    const write = await browser.get(`/inbox/follow-up?alert=${hb.id}&option=4`);
    expect(write.page).toContain('By text 2. By email 3.');
    const fields = { id: hidden(write.page, 'id'), alert: hb.id, option: '4', sms_text: 'We ring today.' };
    expect((await browser.post('/inbox/follow-up/preview', { ...fields, sms_text: '' })).status).toBe(422);
    const look = await browser.post('/inbox/follow-up/preview', fields);
    expect(look.page).toContain('Send to 2 members');
    const send = { ...fields, people: hidden(look.page, 'people') };
    expect(await browser.post('/inbox/follow-up', send)).toMatchObject({ to: '/inbox?done=followed' });
    expect(await browser.post('/inbox/follow-up', send)).toMatchObject({ to: '/inbox?done=followed' });
    expect(
      await rows(
        world,
        `select count(*) as n from delivery where source_id = '${fields.id}' and state = 'planned'`,
      ),
    ).toEqual([{ n: 2 }]);
  });
});

describe('whoever looks after a thread', () => {
  const notices = (world: TestWorld, id: string) =>
    rows(
      world,
      `select d.recipient_id as who, w.email_subject as subject, w.email_text as words from delivery d
       join wording w on w.id = d.wording_id where d.source_kind = 'notice' and d.source_id = '${id}' order by d.id`,
    );

  test('is told when it is given to them and when the member writes, once in a quarter of an hour', async () => {
    const { world, ned, id } = await writer('a secret question');
    good(await assignConversation(world, sue, { id, staffId: 'tom' }));
    await tellAssignees(world);
    await tellAssignees(world);
    expect(await notices(world, id)).toMatchObject([{ who: 'tom' }]);
    world.passTime(MINUTE);
    await texts(world, ned.phone, 'another secret');
    await tellAssignees(world);
    expect(await notices(world, id)).toHaveLength(1);
    world.passTime(15 * MINUTE);
    await tellAssignees(world);
    const all = await notices(world, id);
    expect(all).toHaveLength(2);
    expect(JSON.stringify(all)).not.toContain('secret');
    world.passTime(30 * MINUTE);
    await tellAssignees(world);
    expect(await notices(world, id)).toHaveLength(2);
  });

  test('is not told of what they took themselves', async () => {
    const { world, id } = await writer();
    await world.db.record([sql(`update conversation set unread = 0 where id = '${id}'`)]);
    good(await assignConversation(world, sue, { id, staffId: 'sue' }));
    await tellAssignees(world);
    expect(await notices(world, id)).toEqual([]);
  });

  test('gets a mail of what waits each morning, holds first, where they asked for it', async () => {
    const { world, ned } = await writer('', {}, Date.UTC(2027, 2, 9, 18));
    await arrives(world, ned.phone, 'enough already');
    good(await setDigest(world, sue, { which: 'all' }));
    expect(await sendDigests(world)).toEqual({ sent: 0 });
    world.setNow(Date.UTC(2027, 2, 10, 12));
    expect(await sendDigests(world)).toEqual({ sent: 0 });
    world.setNow(Date.UTC(2027, 2, 10, 14, 30));
    expect(await sendDigests(world)).toEqual({ sent: 1 });
    expect(await sendDigests(world)).toEqual({ sent: 0 });
    const [mail] = await notices(world, 'inbox-digest');
    expect(String(mail?.words)).toMatch(/On hold: Ned/);
    good(await setDigest(world, sue, { which: 'off' }));
    world.passTime(DAY);
    expect(await sendDigests(world)).toEqual({ sent: 0 });
  });
});

test('machines are counted apart and wait for nobody; a thread shows the words of the person in it', async () => {
  const { world, ned, id } = await writer('Which room?');
  const [last] = await rows(world, `select max(id) as id from reply`);
  await world.db.record([
    sql(`insert into reply (id, channel, provider_id, from_address, address_hash, to_address, body, trust, machine, member_id,
           conversation_id, state, meaning, received_at)
         values ('${String(last?.id)}z', 'email', 'ooo-1', '${ned.email}', 'h', 'r@x', 'I am away until Monday', 'verified', 'auto_reply',
           '${ned.id}', '${id}', 'handled', 'auto_reply', ${world.clock.now()})`),
  ]);
  const list = good(await showInbox(world, sue, { limit: 200 }));
  expect(list.counts.automatic).toBeGreaterThan(0);
  expect(list.data.find((row) => row.id === id)).toMatchObject({ body: 'Which room?' });
  expect(good(await showAutomatic(world, sue, {})).data.map((row) => row.body)).toContain(
    'I am away until Monday',
  );
});

test('three thousand out-of-office notes leave an inbox that shows people first', async () => {
  const { world, ned, id } = await writer('Which room?', {}, Date.UTC(2027, 5, 1, 16));
  const at = world.clock.now();
  await world.db.record([
    sql(`insert into conversation (id, address_hash, state, unread, last_at)
         with recursive n(i) as (select 1 union all select i + 1 from n where i < 3000)
         select 'storm-' || i, 'storm-' || i, 'done', 0, ${at} + i from n`),
    sql(`insert into reply (id, channel, provider_id, from_address, address_hash, to_address, body, trust, machine,
           conversation_id, state, meaning, received_at)
         with recursive n(i) as (select 1 union all select i + 1 from n where i < 3000)
         select 'storm-' || i, 'email', 'storm-' || i, 'x@y.example', 'storm-' || i, 'r@x', 'I am away', 'unknown', 'auto_reply',
           'storm-' || i, 'handled', 'auto_reply', ${at} + i from n`),
  ]);
  world.passTime(MINUTE);
  const list = good(await showInbox(world, sue, { limit: 200 }));
  expect(list.data[0]).toMatchObject({ id, memberId: ned.id, body: 'Which room?' });
  expect(list.data.filter((row) => row.id.startsWith('storm'))).toEqual([]);
  expect(list.counts.automatic).toBe(3000);
  expect((await browserOf(world, sue).get('/inbox')).page).toContain('3000 automatic replies');
});

test('the pages of the inbox answer, and the list asked again unchanged answers nothing', async () => {
  const { world, ned, id } = await writer('Which room?');
  const browser = browserOf(world, sue);
  const list = await browser.get('/inbox');
  const live = /hx-get="([^"]*)"/.exec(list.page)?.[1]?.replaceAll('&amp;', '&') ?? '';
  expect(live).toContain('/inbox/live?');
  expect((await browser.get(live)).status).toBe(204);
  world.passTime(MINUTE);
  await texts(world, ned.phone, 'And when?');
  expect((await browser.get(live)).page).toContain('And when?');
  for (const path of [
    '/inbox/automatic',
    '/inbox/search?q=room',
    '/inbox/search',
    '/inbox/snippets',
    '/inbox/snippets/new',
    '/inbox/follow-up',
    '/inbox?show=snoozed',
  ])
    expect((await browser.get(path)).status, path).toBe(200);
  expect((await browser.post('/inbox/segments', { body: 'Hello' })).page).toBe(
    'As a text: 5 characters, 1 segment.',
  );
  const to = async (path: string, fields: Record<string, string>) => (await browser.post(path, fields)).to;
  expect(await to('/inbox/snippets', { title: 'Room', words: 'Room 137.' })).toBe(
    '/inbox/snippets?done=saved',
  );
  expect((await browser.get('/inbox/snippets')).page).toContain('Room 137.');
  expect(await to(`/inbox/${id}/notes`, { note: 'Ring him' })).toBe(`/inbox/${id}?done=noted`);
  expect(await to(`/inbox/${id}/labels`, { new_label: 'Rooms' })).toBe(`/inbox/${id}?done=labelled`);
  expect(await to(`/inbox/${id}/assignment`, { me: '1' })).toBe(`/inbox/${id}?done=assigned`);
  expect((await browser.get(`/inbox/${id}`)).page).toContain('Ring him');
  expect(await to(`/inbox/${id}/snooze`, { until: 'tomorrow' })).toBe(`/inbox?done=snoozed&undo=${id}`);
  expect((await browser.get(`/inbox?done=snoozed&undo=${id}`)).page).toContain(`/inbox/${id}/waking`);
  expect(await to(`/inbox/${id}/waking`, {})).toBe(`/inbox/${id}?done=woken`);
  expect(await to('/inbox/digest', { which: 'mine' })).toBe('/inbox?done=digest');
});
