import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { consoleJobs } from '../../src/console/index.ts';
import { eraseMember } from '../../src/console/erase-member.ts';
import { exportMember } from '../../src/console/export-member.ts';
import { HOLDINGS } from '../../src/console/holdings-queries.ts';
import { showConsent } from '../../src/console/show-consent.ts';
import { addContactReport } from '../../src/lobbying/index.ts';
import {
  addContactPoint,
  addMember,
  importMembers,
  recordConsent,
  returnMember,
} from '../../src/people/index.ts';
import { answerConversation, receiveSms } from '../../src/replies/index.ts';
import { bad, good, staffAs, type TestWorld } from '../support/world.ts';
import { browserOf, CLARA, contents, NED, sent, settle, staff, tokenOf } from './ground.ts';

const owner = staffAs('owner');
const NUMBER = '+14065550101';
let world: TestWorld;
let alertId: string;

const texted = (body: string, optOutType: 'STOP' | null = null, no = body) =>
  receiveSms(
    world,
    { kind: 'provider', id: 'twilio' },
    {
      providerId: `SM${no.replaceAll(/\W/g, '').toLowerCase().padEnd(32, '0').slice(0, 32)}`,
      from: NUMBER,
      to: '+14065550199',
      body,
      optOutType,
      media: [{ url: 'https://media.example/1', type: 'image/jpeg' }],
      at: world.clock.now(),
    },
  );
const one = (sql: string, ...values: unknown[]) =>
  env.DB.prepare(sql)
    .bind(...values)
    .first();
const count = async (sql: string) => Number((await one(sql))?.n);

beforeAll(async () => {
  world = await settle();
  good(
    await recordConsent(world, staff, {
      memberId: NED,
      contactPointId: `${NED}-s`,
      on: '2027-01-15',
      source: 'membership form',
    }),
  );
  alertId = await sent(world, { sendEmail: true });
  good(await texted('Harrowgate here, I spoke with her at 406 555 0101'));
  const thread = await one('select id from conversation where member_id = ?', NED);
  good(
    await answerConversation(world, staff, {
      conversationId: String(thread?.id),
      channel: 'sms',
      body: 'Thank you Ned Harrowgate',
    }),
  );
  await env.DB.prepare(
    `insert into conversation_note (id, conversation_id, body, by, at) values ('n1', ?, 'Harrowgate prefers calls', 's', 1)`,
  )
    .bind(thread?.id)
    .run();
  good(
    await addContactReport(world, staff, {
      memberId: NED,
      officialId: 'kes',
      billId: 'hb203',
      stance: 'undecided',
      onDate: '2027-02-09',
      note: 'Harrowgate says she wants the numbers',
    }),
  );
  await env.DB.batch([
    env.DB.prepare(
      `insert into relationship (id, member_id, official_id, kind, strength, note, source, source_id, at) values ('rel1', '${NED}', 'kes', 'friend', 3, 'Harrowgate taught her', 'staff', 's', 1)`,
    ),
    env.DB.prepare(
      `insert into import (id, kind, file_name, file_hash, state, rows_created, rows_updated, rows_unchanged, rows_rejected, at, by)
       values ('imp1', 'members', 'roster.csv', 'x', 'done', 0, 1, 0, 1, 1, 's')`,
    ),
    env.DB.prepare(
      `insert into import_row (import_id, line, outcome, subject_id, before) values ('imp1', 2, 'updated', '${NED}', '{"lastName":"Harrowgate"}')`,
    ),
    env.DB.prepare(
      `insert into import_row (import_id, line, outcome, subject_id, problems) values ('imp1', 3, 'rejected', null, '["${NUMBER} stands twice"]')`,
    ),
    env.DB.prepare(
      `insert into dues_receipt (id, organization_id, received_on, amount_cents, payer_kind, payer, payer_address, member_id, kind, earmarked, earmark, note, state, created_at, created_by, updated_at)
       values ('due1', 'sam', '2027-01-15', 30000, 'individual', 'Ned Harrowgate', '1 Main Street', '${NED}', 'dues', 0, '', 'Harrowgate paid late', 'confirmed', 1, 's', 1),
         ('due2', 'sam', '2027-01-16', 30000, 'individual', 'N. H.', '2 Main Street', '${NED}', 'contribution', 1, 'Against vouchers', '', 'confirmed', 1, 's', 1),
         ('due3', 'sam', '2027-01-17', 30000, 'district', 'Drummond schools', null, '${NED}', 'dues', 0, '', '', 'confirmed', 1, 's', 1)`,
    ),
    env.DB.prepare(
      `insert into idempotency_key (key_hash, request_hash, status, body, created_at) values ('k', 'r', 200, '{"id":"${NED}","lastName":"Harrowgate"}', 1)`,
    ),
  ]);
});

test('the consent ledger shows each line with its words, evidence and who wrote it down', async () => {
  const { status, page } = await browserOf(world, staff).get(`/members/${NED}/consent`);
  expect(status).toBe(200);
  expect(page).toContain('Consent given');
  expect(page).toContain('membership form');
  expect(page).toContain('(406) 555-0101');
  expect(page).toContain('What staff wrote down');
  expect(page).toContain('Nothing is closed.');
});

test('a stop stands in the ledger with the message that proves it, and says what alone lifts it', async () => {
  good(await texted('STOP', 'STOP'));
  const { page } = await browserOf(world, staff).get(`/members/${NED}/consent`);
  expect(page).toContain('They asked to stop, and the carrier stopped it too.');
  expect(page).toContain('Only START, texted from that number');
  expect(page).toMatch(/href="\/inbox\/[^"]+">Their message/);
});

test('a region’s president sees the ledger of their region without numbers, and of no other', async () => {
  const western = staffAs('regional_president', { regionId: 'western' });
  const ledger = good(await showConsent(world, western, { id: NED }));
  expect(JSON.stringify(ledger)).not.toContain('406555');
  expect(ledger.lines.length).toBeGreaterThan(1);
  expect(bad(await showConsent(world, western, { id: CLARA })).kind).toBe('missing');
});

test('no table that names a member is left out of an export', async () => {
  const NAMES = /"name":"(member_id|recipient_id|subject_id|conversation_id|contact_point_id)"/;
  const named: string[] = [];
  for (const table of Object.keys(await contents())) {
    const columns = await env.DB.prepare('select name from pragma_table_info(?)').bind(table).all();
    if (NAMES.test(JSON.stringify(columns.results))) named.push(table);
  }
  expect(named.length).toBeGreaterThan(15);
  // The log's sources of a filing are rows of the log, which are exported themselves.
  expect(
    named.filter(
      (table) => !Object.hasOwn(HOLDINGS, table) && !['filing_source', 'attachment'].includes(table),
    ),
  ).toEqual([]);
});

test('no column of an exported table is left out but keys of ours', async () => {
  const INTERNAL =
    /^(member_id|recipient_id|token_hash|claim_id|claimed_at|carried_by|choices|urgent|provider_rank|price_micros|fee_micros|instead_of|address_hash|conversation_id|token_delivery_id|lobbyist_id|staff_id|created_by|confirmed_by|ordered_by|question_id|assigned_at|assigned_by|notified_at|snoozed_until|reach_members|reach_non_members|alert_id|updated_at)$/;
  // What the association must report of its own doings, and to whom, is not the member’s data.
  const LOG = ['activity', 'lobbyist', 'contact_report'];
  for (const [table, holding] of Object.entries(HOLDINGS).filter(([name]) => !LOG.includes(name))) {
    const { results } = await env.DB.prepare('select name from pragma_table_info(?)')
      .bind(table)
      .all<{ name: string }>();
    const absent = results.filter(
      ({ name }) => !holding.text.includes(`'${name}', x.${name}`) && !INTERNAL.test(name),
    );
    expect(absent.map(({ name }) => `${table}.${name}`)).toEqual([]);
  }
});

test('everything held about a member is handed out as a file and as a page, and the journal says so', async () => {
  const held = good(await exportMember(world, owner, { id: NED }));
  const tables = Object.keys(held.tables);
  for (const table of [
    'member',
    'contact_point',
    'consent_event',
    'suppression',
    'delivery',
    'wording',
    'reply',
  ])
    expect(tables).toContain(table);
  for (const table of [
    'outgoing',
    'conversation_note',
    'contact_report',
    'relationship',
    'activity',
    'import_row',
    'journal',
  ])
    expect(tables).toContain(table);
  expect(held.objects.length).toBeGreaterThan(0);
  expect(JSON.stringify(held)).not.toContain('Underhill');
  const browser = browserOf(world, owner);
  const file = await browser.post(`/members/${NED}/export`, { as: 'file' });
  expect(file.headers.get('content-disposition')).toContain('attachment');
  expect(JSON.parse(file.page)).toMatchObject({ memberId: NED });
  const page = await browser.post(`/members/${NED}/export`, { as: 'page' });
  expect(page.page).toContain('Harrowgate here, I spoke with her');
  expect(
    await count(`select count(*) as n from journal where action = 'member.export' and subject_id = '${NED}'`),
  ).toBe(3);
  expect((await browserOf(world, staff).post(`/members/${NED}/export`, { as: 'file' })).status).toBe(403);
});

test('an erasing asks for the name, and does nothing without it', async () => {
  const before = await contents();
  expect(bad(await eraseMember(world, owner, { id: NED, name: 'Ned' })).fields?.[0]?.field).toBe('name');
  expect(bad(await eraseMember(world, staffAs('director'), { id: NED, name: 'Ned Harrowgate' })).kind).toBe(
    'forbidden',
  );
  expect(await contents()).toEqual(before);
  const page = await browserOf(world, owner).post(`/members/${NED}/erase`, { name: 'Ned' });
  expect(page.status).toBe(422);
  expect(page.page).toContain('Ned Harrowgate');
});

test('after an erasing no table holds the name, a number, an address or a word; counts and filings are as they were', async () => {
  const token = await tokenOf(world, alertId, NED);
  const mailed = await tokenOf(world, alertId, NED, 'email');
  const keys = good(await exportMember(world, owner, { id: NED })).objects;
  const KEPT = [
    'rollup',
    'answer',
    'response',
    'filing',
    'filing_line',
    'filing_copy',
    'filing_source',
    'expense',
    'alert',
  ];
  const before = await contents();
  const done = await browserOf(world, owner).post(`/members/${NED}/erase`, { name: ' ned  HARROWGATE ' });
  expect(done.status).toBe(303);
  const after = await contents();
  for (const table of KEPT) expect(after[table], table).toBe(before[table]);
  for (const [table, rows] of Object.entries(after)) {
    for (const word of [
      'Harrowgate',
      '4065550101',
      '406 555 0101',
      'ned@district.example',
      'prefers calls',
      'wants the numbers',
    ])
      expect(rows.includes(word), `${word} in ${table}`).toBe(false);
  }
  expect(JSON.parse(after.delivery ?? '[]').length).toBe(JSON.parse(before.delivery ?? '[]').length);
  expect(JSON.parse(after.contact_report ?? '[]').length).toBe(
    JSON.parse(before.contact_report ?? '[]').length,
  );
  // The originals go by a job; done twice it does no harm.
  const job = world.jobs.find(({ kind }) => kind === 'member.erase_files');
  await consoleJobs['member.erase_files'](world, job!.body);
  await consoleJobs['member.erase_files'](world, job!.body);
  for (const key of keys) expect(await world.files.get(key)).toBeNull();
  expect(await count("select count(*) as n from reply where raw_key is not null and from_address = ''")).toBe(
    0,
  );
  // Their links are dead, the other member’s are not.
  const anybody = browserOf(world, null);
  expect((await anybody.get(`/a/${token}`)).status).toBe(404);
  expect((await anybody.get(`/a/${mailed}`)).status).toBe(404);
  expect((await anybody.get(`/a/${await tokenOf(world, alertId, CLARA)}`)).status).toBe(200);
  expect((await browserOf(world, staff).get(`/members/${NED}`)).page).toContain('Erased member');
});

test('who gave for lobbying stays with the receipt, and a district that paid stays the payer', async () => {
  const receipts = (
    await env.DB.prepare('select id, payer, payer_address from dues_receipt order by id').all()
  ).results;
  expect(receipts).toContainEqual({ id: 'due1', payer: 'Erased member', payer_address: null });
  expect(receipts).toContainEqual({ id: 'due2', payer: 'N. H.', payer_address: '2 Main Street' });
  expect(receipts).toContainEqual({ id: 'due3', payer: 'Drummond schools', payer_address: null });
});

test('erased twice is erased once, and does not come back', async () => {
  const before = await contents();
  expect(good(await eraseMember(world, owner, { id: NED, name: '' }))).toEqual({ id: NED, again: true });
  expect(await contents()).toEqual(before);
  expect(bad(await returnMember(world, owner, { id: NED })).kind).toBe('conflict');
});

test('a new import finds the numbers of an erased member closed', async () => {
  const csv =
    'First Name,Last Name,Title,District,Mobile,Email\nNed,Harrowgate,Superintendent,Drummond,406-555-0101,ned@district.example\n';
  good(
    await importMembers(world, staff, {
      fileName: 'again.csv',
      content: csv,
    }),
  );
  const { results } = await env.DB.prepare(
    `select p.channel, p.state from contact_point p join member m on m.id = p.member_id where m.last_name = 'Harrowgate' order by p.channel`,
  ).all();
  expect(results).toEqual([
    { channel: 'email', state: 'suppressed' },
    { channel: 'sms', state: 'suppressed' },
  ]);
});

test('a number that another member shares stays open for them', async () => {
  const first = good(
    await addMember(world, staff, {
      firstName: 'Pat',
      lastName: 'Sharedone',
      kind: 'retired',
      organizationId: 'sam',
      email: 'office@shared.example',
    }),
  ).id;
  good(
    await addContactPoint(world, staff, {
      memberId: CLARA,
      channel: 'email',
      address: 'office@shared.example',
    }),
  );
  good(await eraseMember(world, owner, { id: first, name: 'Pat Sharedone' }));
  const row = await one(`select state from contact_point where address = 'office@shared.example'`);
  expect(row?.state).toBe('active');
});
