import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { alertOf, approveAlert, draftAlert, previewAlert, proposeAlert } from '../../src/alerts/index.ts';
import { launchAlert } from '../../src/delivery/index.ts';
import { bad, good, staffAs, testWorld, TUESDAY } from '../support/world.ts';
import { addPeople, approvedAlert, buildNetwork, rowsOf } from './network.ts';

const world = testWorld();
const staff = staffAs('staff');
const director = staffAs('director');
const HOUR = 3_600_000;

beforeAll(async () => {
  await buildNetwork();
  await addPeople(
    world,
    Array.from({ length: 40 }, (_, no) => ({ id: `f${no}`, phone: `+1406555${String(4_000 + no)}` })),
  );
  await addPeople(world, [
    { id: 'alike-1', phone: '+14065554900' },
    { id: 'alike-2', phone: '+14065554900' },
    { id: 'mailed', email: 'mailed@district.example' },
  ]);
});

const everybody = [...Array.from({ length: 40 }, (_, no) => `f${no}`), 'alike-1', 'alike-2', 'mailed'];
const drafted = async (members: string[], deadlineAt: number, sendEmail = false) =>
  good(
    await draftAlert(world, staff, {
      kind: 'action',
      title: 'HB 203',
      organizationId: 'org',
      smsText: 'Call about HB 203 today',
      emailSubject: 'HB 203',
      emailText: 'Call about HB 203 today.',
      sendSms: true,
      sendEmail,
      audience: { members },
      deadlineAt,
      questions: [
        {
          prompt: 'Will you call?',
          options: [
            { no: 1, label: 'Will call', outcome: 'will' },
            { no: 2, label: 'Have called', outcome: 'contacted' },
          ],
        },
      ],
    }),
  ).id;

test('before anybody approves it is told how many segments it takes, what they cost and when the last is out', async () => {
  const id = await drafted(everybody, TUESDAY + 48 * HOUR, true);
  const { forecast } = good(await previewAlert(world, staff, { id }));
  expect(forecast).toMatchObject({ texts: 41, mails: 1, later: 0, missing: 0, inTime: 42, minutes: 1 });
  expect(forecast.costMicros).toBe(forecast.segments * 11_200);
  expect(forecast.lastOutAt).toBeLessThan(TUESDAY + 60_000);
  expect(forecast.tightest).toEqual({ by: 'own', period: 'second', limit: 75 });
});

test('what is foretold to go is what goes', async () => {
  const { id } = await approvedAlert(world, everybody, { sendEmail: false });
  const { forecast } = (await alertOf(world, id))!.approval!;
  good(await launchAlert(world, director, { id }));
  const texts = (await rowsOf(id)).filter((row) => row.state === 'planned' && row.carried_by === null);
  expect(forecast!.texts).toBe(texts.length);
});

test('at night the texts are foretold for the morning, and nobody may promise an earlier deadline', async () => {
  world.setNow(Date.UTC(2027, 1, 10, 4, 30)); // 9:30 pm in Helena
  const night = await drafted(everybody, Date.UTC(2027, 1, 10, 20, 0));
  const { forecast } = good(await previewAlert(world, staff, { id: night }));
  expect(forecast).toMatchObject({ later: 41, missing: 0 });
  expect(forecast.lastOutAt).toBeGreaterThanOrEqual(Date.UTC(2027, 1, 10, 16, 0));
  const tooSoon = await drafted(everybody, Date.UTC(2027, 1, 10, 12, 0));
  expect(bad(await proposeAlert(world, staff, { id: tooSoon }))).toMatchObject({ rule: 'nobody-in-time' });
  world.setNow(TUESDAY);
});

test('where some would miss the deadline the approver says that they know how many, and it is kept', async () => {
  await env.DB.prepare(`update rollup set count = 0, segments = 0`).run();
  const slow = {
    ...world,
    pacer: {
      ...world.pacer,
      usage: () =>
        Promise.resolve({
          day: '2027-02-09',
          segments: 0,
          limits: [
            { by: 'tmobile', period: 'day' as const, limit: 30, used: 0 },
            { by: 'all', period: 'second' as const, limit: 10, used: 0 },
          ],
          holds: [],
          bulkInMs: 0,
        }),
    },
  };
  const id = await drafted(everybody, TUESDAY + 4 * HOUR);
  good(await proposeAlert(slow, staff, { id }));
  const preview = good(await previewAlert(slow, director, { id }));
  expect(preview.forecast).toMatchObject({
    inTime: 27,
    missing: 14,
    tightest: { by: 'tmobile', period: 'day', limit: 30 },
  });
  const seen = { id, hash: preview.hash, audienceCount: preview.people };
  expect(bad(await approveAlert(slow, director, seen)).fields?.[0]?.field).toBe('acceptMissing');
  expect(bad(await approveAlert(slow, director, { ...seen, acceptMissing: 13 })).kind).toBe('invalid');
  good(await approveAlert(slow, director, { ...seen, acceptMissing: 14 }));
  expect((await alertOf(slow, id))!.approval!.forecast).toMatchObject({ missing: 14 });

  slow.setNow(TUESDAY + HOUR);
  const slower = {
    ...slow,
    pacer: {
      ...slow.pacer,
      usage: async (sender: string) => ({
        ...(await slow.pacer.usage()),
        bulkInMs: sender === 'main' ? 10 * HOUR : 0,
      }),
    },
  };
  expect(bad(await launchAlert(slower, staff, { id }))).toMatchObject({ rule: 'nobody-in-time' });
  good(await launchAlert(slow, staff, { id }));
  world.setNow(TUESDAY);
});

test('what other alerts still have to send goes first', async () => {
  await env.DB.prepare(
    `insert into rollup (source_kind, source_id, channel, state, count, segments)
     select 'alert', id, 'sms', 'planned', 1000, 8100 from alert where state = 'sending' limit 1
     on conflict do update set count = 1000, segments = 8100`,
  ).run();
  const id = await drafted(['f1'], TUESDAY + 48 * HOUR);
  const { forecast } = good(await previewAlert(world, staff, { id }));
  expect(forecast.lastOutAt! - TUESDAY).toBeGreaterThan(100_000);
});
