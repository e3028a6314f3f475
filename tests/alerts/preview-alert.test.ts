import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import {
  audienceCount,
  listExcluded,
  previewAlert,
  resolveAudience,
  type WordingToCheck,
} from '../../src/alerts/index.ts';
import { bad, good, staffAs, type TestWorld } from '../support/world.ts';
import { coordinator, drafted, settle } from './cast.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await settle();
});

const previewed = async (more: object) => {
  const { id } = await drafted(world, more);
  return good(await previewAlert(world, coordinator, { id }));
};

test('a preview counts who gets what, and says who does not and why', async () => {
  const preview = await previewed({});
  expect(preview).toMatchObject({ people: 5, reachable: 3 });
  expect(preview.channels).toEqual([
    { channel: 'sms', planned: 2, onHold: 0, skipped: 3 },
    { channel: 'email', planned: 2, onHold: 1, skipped: 2 },
  ]);
  expect(preview.exclusions.map((one) => `${one.channel} ${one.words} ${one.count}`).toSorted()).toEqual([
    'email No email address 2',
    'email On hold until staff look 1',
    'sms Has not agreed to texts 1',
    'sms No mobile number 1',
    'sms Texted STOP 1',
  ]);
});

test('the text is shown at its longest, with its segments and what it costs', async () => {
  const { sms, costMicros } = await previewed({});
  expect(sms?.text).toBe(
    "TSLN: Dee Wintermoor-Featherstonehaugh: HB 203 is in House Education Wednesday. Please call. network.example/a/k7Qm2xV9tR\nReply 1 have contacted, 2 will, 3 can't, 4 need help\nSTOP to end",
  );
  expect(sms).toMatchObject({ segments: 2, encoding: 'GSM-7', totalSegments: 4 });
  expect(costMicros).toBe(4 * 11_200);
});

test('the email is shown as it will be read', async () => {
  const { email } = await previewed({});
  expect(email?.subject).toBe('HB 203: please call today');
  expect(email?.text).toContain('1. have contacted');
  expect(email?.text).toContain('https://network.example/a/');
  expect(email?.text).toContain('1 Main St, Helena, MT 59601');
  expect(email?.text).not.toMatch(/[{}]/);
});

test('people left out are named, a page at a time', async () => {
  const { id } = await drafted(world);
  const all = good(await listExcluded(world, coordinator, { id })).data;
  expect(all).toHaveLength(6);
  expect(all).toContainEqual(
    expect.objectContaining({ name: 'Ben Emberly', channel: 'sms', words: 'Has not agreed to texts' }),
  );
  const first = good(await listExcluded(world, coordinator, { id, limit: 4 }));
  const rest = good(await listExcluded(world, coordinator, { id, limit: 4, cursor: first.nextCursor ?? '' }));
  expect([...first.data, ...rest.data]).toEqual(all);
  expect(bad(await listExcluded(world, staffAs('board'), { id })).kind).toBe('forbidden');
});

test.each([
  ['everybody active', {}, 5],
  ['a region', { regions: ['central'] }, 2],
  ['two regions', { regions: ['central', 'hi-line'] }, 5],
  ['a kind', { kinds: ['assistant superintendent'] }, 1],
  ['a class of district', { classes: ['II'] }, 2],
  ['a group', { groups: ['rural'] }, 1],
  ['an organization by today’s membership', { organizations: ['mtpec'] }, 1],
  ['a committee, by seats held today', { committees: ['ed'] }, 3],
  ['an official', { officials: ['kes'] }, 3],
  ['an official who left', { officials: ['old'] }, 0],
  ['named members, active ones', { members: ['ann', 'gus'] }, 1],
  ['keys that narrow each other', { regions: ['hi-line'], classes: ['II'] }, 1],
  ['keys that exclude each other', { groups: ['rural'], committees: ['ed'] }, 0],
])('an audience by %s', async (_, audience, people) => {
  expect(await audienceCount(world, { audience, sendSms: true, sendEmail: true })).toMatchObject({ people });
});

test('an audience by answer is resolved by whoever knows answers, and means nobody until then', async () => {
  const asked: unknown[] = [];
  const knowing: TestWorld = {
    ...world,
    audienceSource: {
      membersByAnswer: (_, ask) => {
        asked.push(ask);
        return Promise.resolve(['ann', 'cy']);
      },
    },
  };
  const audience = { answered: { alertId: 'a1', options: [1, 2] }, members: ['cy', 'dee'] };
  expect(await resolveAudience(knowing, audience)).toEqual({ members: ['cy'] });
  expect(asked).toEqual([{ alertId: 'a1', options: [1, 2] }]);
  expect(await audienceCount(knowing, { audience, sendSms: true, sendEmail: true })).toMatchObject({
    people: 1,
  });
  expect(
    await audienceCount(world, { audience: { answered: audience.answered }, sendSms: true, sendEmail: true }),
  ).toMatchObject({ people: 0 });
});

test('a channel that is not used plans nothing', async () => {
  const preview = await previewed({ sendSms: false });
  expect(preview.channels.map((one) => one.channel)).toEqual(['email']);
  expect(preview).toMatchObject({ sms: null, costMicros: null, reachable: 2 });
});

test('for a ballot issue what a district owns is left out, with the reason, and the count says so', async () => {
  const before = await previewed({});
  await env.DB.prepare(`update contact_point set is_public = 1 where id in (
    select r.id from contact_point r where r.channel = 'sms' and r.state = 'active' and r.is_primary = 1 limit 1)`).run();
  expect(await previewed({})).toMatchObject({ people: before.people, channels: before.channels });
  const ballot = await previewed({ audience: { ballotIssue: true } });
  expect(ballot.channels[0]?.planned).toBe((before.channels[0]?.planned ?? 0) - 1);
  expect(ballot.exclusions).toContainEqual(
    expect.objectContaining({
      reason: 'public_resource',
      words: 'District-owned number, left out of ballot issues',
      count: 1,
    }),
  );
  await env.DB.prepare(`update contact_point set is_public = 0`).run();
});

test('the checklist is asked about the words, the flag and who is a member of the sender', async () => {
  const asked: WordingToCheck[] = [];
  const finding = { id: 'x', tone: 'note' as const, words: null, why: 'Because.', guidance: null };
  const { id } = await drafted(world, { audience: { ballotIssue: true } });
  const looked = await previewAlert(
    {
      ...world,
      wordingChecklist: {
        check: (_world, wording) => {
          asked.push(wording);
          return Promise.resolve([finding]);
        },
      },
    },
    coordinator,
    { id },
  );
  expect(good(looked).findings).toEqual([finding]);
  expect(asked).toMatchObject([{ ballotIssue: true, shortName: 'TSLN', members: 3, nonMembers: 0 }]);
  expect(asked[0]?.text).toContain('HB 203');
  expect(asked[0]?.sms).toContain('STOP');
});
