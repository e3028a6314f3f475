import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { editAlert, previewAlert } from '../../src/alerts/index.ts';
import { launchAlert, nudgeAlert, sendPage, sweepDue, tallyOf } from '../../src/delivery/index.ts';
import { suppressionChanges } from '../../src/people/index.ts';
import { SYSTEM } from '../../src/platform/who.ts';
import { bad, good, staffAs, testWorld, TUESDAY } from '../support/world.ts';
import { addPeople, approvedAlert, buildNetwork, countedTally, crowd, keptTally, rowsOf } from './network.ts';

const world = testWorld();
const director = staffAs('director');

beforeAll(buildNetwork);

test('what is planned is what the preview showed, the excluded with their reason', async () => {
  const people = [
    ...crowd('a', 130),
    { id: 'no-consent', phone: '+14065559001', phoneState: 'unconsented', email: 'nc@district.example' },
    { id: 'no-phone', email: 'np@district.example' },
    { id: 'nothing' },
  ];
  await addPeople(world, people);
  const { id } = await approvedAlert(
    world,
    people.map((one) => one.id),
  );
  const preview = good(await previewAlert(world, director, { id }));
  const before = world.pages.length;
  const tally = good(await launchAlert(world, director, { id }));
  for (const channel of preview.channels) {
    const planned = tally[channel.channel].states;
    expect(planned.planned ?? 0).toBe(channel.planned);
    expect(planned.skipped ?? 0).toBe(channel.skipped);
    expect(tally[channel.channel].total).toBe(133);
  }
  expect(await keptTally(id)).toEqual(await countedTally(id));
  const rows = await rowsOf(id);
  expect(
    rows
      .filter((row) => row.channel === 'sms' && row.state === 'skipped')
      .map((row) => [row.recipient_id, row.reason]),
  ).toEqual([
    ['no-consent', 'no_consent'],
    ['no-phone', 'no_address'],
    ['nothing', 'no_address'],
  ]);
  const pages = world.pages.slice(before);
  expect(pages.map((page) => [page.channel, page.toId - page.fromId + 1])).toEqual([
    ['sms', 133],
    ['email', 133],
  ]);
  for (const page of pages) {
    const inPage = rows.filter((row) => row.id >= page.fromId && row.id <= page.toId);
    expect(new Set(inPage.map((row) => row.channel))).toEqual(new Set([page.channel]));
  }
  expect(bad(await launchAlert(world, director, { id })).kind).toBe('conflict');
});

test('two people who launch at once make one send', async () => {
  await addPeople(world, crowd('bb', 10));
  const { id } = await approvedAlert(
    world,
    crowd('bb', 10).map((one) => one.id),
  );
  const both = await Promise.all([
    launchAlert(world, director, { id }),
    launchAlert(world, staffAs('staff'), { id }),
  ]);
  expect(both.filter((one) => one.ok)).toHaveLength(1);
  expect(bad(both.find((one) => !one.ok)!).kind).toBe('conflict');
  expect(await rowsOf(id)).toHaveLength(20);
  const { results } = await env.DB.prepare(
    `select actor_id from journal where action = 'alert.launch' and subject_id = ?`,
  )
    .bind(id)
    .all();
  expect(results).toHaveLength(1);
});

const move = (state: string) =>
  env.DB.prepare(`update member set state = ? where id = 'ccc0010'`).bind(state).run();

test('an audience that grew since the approval is not written to', async () => {
  await addPeople(world, crowd('ccc', 11));
  await move('left');
  const { id } = await approvedAlert(
    world,
    crowd('ccc', 11).map((one) => one.id),
  );
  await move('active');
  expect(bad(await launchAlert(world, director, { id }))).toMatchObject({
    kind: 'refused',
    rule: 'audience-grew',
  });
  expect(await rowsOf(id)).toEqual([]);
  expect((await tallyOf(world, id)).sms.total).toBe(0);
});

test('an edit after the approval, a law, a role and a passed deadline each stop a launch', async () => {
  await addPeople(world, crowd('dddd', 2));
  const members = crowd('dddd', 2).map((one) => one.id);
  const edited = await approvedAlert(world, members);
  good(await editAlert(world, staffAs('staff'), { id: edited.id, revision: 1, smsText: 'Other words' }));
  expect(bad(await launchAlert(world, director, { id: edited.id })).kind).toBe('conflict');

  const barred = await approvedAlert(world, members);
  const guarded = {
    ...world,
    launchGuard: { check: () => Promise.resolve({ rule: 'campaign-ban', message: 'Not in a campaign.' }) },
  };
  expect(bad(await launchAlert(guarded, director, { id: barred.id }))).toMatchObject({
    rule: 'campaign-ban',
  });
  expect(bad(await launchAlert(world, staffAs('coordinator'), { id: barred.id })).kind).toBe('forbidden');

  const late = await approvedAlert(world, members, { deadlineAt: world.clock.now() + 60_000 });
  world.passTime(61_000);
  expect(bad(await launchAlert(world, director, { id: late.id }))).toMatchObject({ rule: 'deadline' });
});

test('at night a text waits for its reader’s morning, an email does not', async () => {
  world.setNow(Date.UTC(2027, 1, 10, 4, 30)); // 9:30 pm in Helena, 6:30 pm in Hawaii
  await addPeople(world, [
    { id: 'n-denver', phone: '+14065559101', email: 'n1@district.example' },
    { id: 'n-hawaii', phone: '+14065559102', zone: 'Pacific/Honolulu', district: null },
    { id: 'n-nowhere', phone: '+14065559103', zone: 'Mars/Olympus' },
  ]);
  const { id } = await approvedAlert(world, ['n-denver', 'n-hawaii', 'n-nowhere']);
  good(await launchAlert(world, director, { id }));
  const rows = await rowsOf(id);
  const of = (member: string, channel = 'sms') =>
    rows.find((row) => row.recipient_id === member && row.channel === channel)!;
  expect(of('n-denver')).toMatchObject({ state: 'waiting', due_at: Date.UTC(2027, 1, 10, 16, 0) });
  expect(of('n-hawaii')).toMatchObject({ state: 'planned' });
  expect(of('n-nowhere')).toMatchObject({ state: 'waiting', due_at: Date.UTC(2027, 1, 10, 19, 0) });
  expect(of('n-denver', 'email')).toMatchObject({ state: 'planned' });
  expect(await keptTally(id)).toEqual(await countedTally(id));
  world.setNow(TUESDAY);
});

const carriedBy = async (id: string) => (await rowsOf(id)).map((row) => row.carried_by);

test('of two members on one number one is sent the text where they would read the same words, links aside', async () => {
  await addPeople(world, [
    { id: 'share-1', phone: '+14065559201', email: 'office@district.example' },
    { id: 'share-2', phone: '+14065559201', email: 'office@district.example' },
  ]);
  const pair = ['share-1', 'share-2'];
  const alike = await approvedAlert(world, pair, { sendEmail: false });
  good(await launchAlert(world, director, { id: alike.id }));
  const [first, second] = await rowsOf(alike.id);
  expect(first).toMatchObject({ carried_by: null });
  expect(second).toMatchObject({ carried_by: first!.id, segments: 0 });

  const named = await approvedAlert(world, pair, { smsText: '{{first_name}}, call about HB 203' });
  good(await launchAlert(world, director, { id: named.id }));
  expect(await carriedBy(named.id)).toEqual([null, null, null, null]);
  expect(await keptTally(named.id)).toEqual(await countedTally(named.id));

  // A field that both fill in alike makes the words no different; capitals do.
  const placed = await approvedAlert(world, pair, {
    smsText: '{{last_name}} of {{district}}, call about HB 203',
    sendEmail: false,
  });
  good(await launchAlert(world, director, { id: placed.id }));
  const [one, two] = await rowsOf(placed.id);
  expect([one!.carried_by, two!.carried_by]).toEqual([null, one!.id]);
  await env.DB.prepare(`update member set last_name = 'HARROWGATE' where id = 'share-2'`).run();
  const capital = await approvedAlert(world, pair, { smsText: '{{last_name}}: HB 203', sendEmail: false });
  good(await launchAlert(world, director, { id: capital.id }));
  expect(await carriedBy(capital.id)).toEqual([null, null]);
  await env.DB.prepare(
    `update member set last_name = 'Harrowgate', first_name = 'Ned' where id like 'share-%'`,
  ).run();

  const mailed = await approvedAlert(world, pair);
  good(await launchAlert(world, director, { id: mailed.id }));
  const rows = await rowsOf(mailed.id);
  expect(rows.map((row) => [row.channel, row.carried_by])).toEqual([
    ['sms', null],
    ['sms', rows[0]!.id],
    ['email', null],
    ['email', rows[2]!.id],
  ]);
  expect(await keptTally(mailed.id)).toEqual(await countedTally(mailed.id));
});

test('a nudge to two members on one number is one text too', async () => {
  await addPeople(world, [
    { id: 'nudge-1', phone: '+14065559202' },
    { id: 'nudge-2', phone: '+14065559202' },
  ]);
  const { id } = await approvedAlert(world, ['nudge-1', 'nudge-2'], { sendEmail: false });
  good(await launchAlert(world, director, { id }));
  const silent = { ...world, unanswered: () => Promise.resolve(['nudge-1', 'nudge-2']) };
  good(await nudgeAlert(silent, director, { id }));
  const nudges = (await rowsOf(id)).filter((row) => row.source_kind === 'nudge');
  expect(nudges.map((row) => row.carried_by)).toEqual([null, nudges[0]!.id]);
});

test('a member of two organizations is reached once', async () => {
  await addPeople(world, [{ id: 'both', phone: '+14065559203', email: 'both@district.example' }]);
  await env.DB.batch([
    env.DB.prepare(
      `insert into organization (id, name, short_name, kind, created_at) values ('other', 'Affiliate', 'AFF', 'affiliate', 1)`,
    ),
    env.DB.prepare(
      `insert into membership (member_id, organization_id, from_on) values ('both', 'org', '2026-01-01'), ('both', 'other', '2026-01-01')`,
    ),
  ]);
  const { id } = await approvedAlert(world, ['both']);
  good(await launchAlert(world, director, { id }));
  expect((await rowsOf(id)).map((row) => row.channel)).toEqual(['sms', 'email']);
});

test('a STOP from a number that two members share closes it for both', async () => {
  await addPeople(world, [
    { id: 'stop-1', phone: '+14065559204' },
    { id: 'stop-2', phone: '+14065559204' },
  ]);
  const { id } = await approvedAlert(world, ['stop-1', 'stop-2'], { sendEmail: false });
  good(await launchAlert(world, director, { id }));
  await world.db.commit(
    { who: SYSTEM, action: 'suppression.add', subject: { kind: 'reply', id: 'stop' } },
    await suppressionChanges(world, {
      channel: 'sms',
      address: '+14065559204',
      reason: 'stopped',
      byCarrier: true,
      evidence: { kind: 'reply', id: 'stop' },
      who: SYSTEM,
    }),
  );
  const before = world.texts.length;
  const [first, second] = await rowsOf(id);
  await sendPage(world, { fromId: first!.id, toId: second!.id });
  expect(world.texts.length).toBe(before);
  await sweepDue(world);
  expect((await rowsOf(id)).map((row) => [row.state, row.reason])).toEqual([
    ['skipped', 'stopped'],
    ['skipped', 'stopped'],
  ]);
  expect(await keptTally(id)).toEqual(await countedTally(id));
});
