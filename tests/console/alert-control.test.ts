import { beforeAll, expect, test } from 'vitest';
import { alertOf, approveAlert, draftAlert, previewAlert, proposeAlert } from '../../src/alerts/index.ts';
import { launchAlert, sendPage, startScheduled, supersedeAlert } from '../../src/delivery/index.ts';
import { unansweredOf } from '../../src/replies/index.ts';
import { good, type TestWorld } from '../support/world.ts';
import { browserOf, CLARA, director, hidden, NED, sent, settle, staff, tokenOf } from './ground.ts';

let world: TestWorld;
beforeAll(async () => {
  world = { ...(await settle()), unanswered: unansweredOf };
});
const desk = () => browserOf(world, staff);
const HOUR = 3_600_000;

const approve = async (id: string) => {
  good(await proposeAlert(world, staff, { id }));
  const { hash, people } = good(await previewAlert(world, director, { id }));
  good(await approveAlert(world, director, { id, hash, audienceCount: people }));
};
const approved = async (deadlineAt = world.clock.now() + 60 * 24 * HOUR) => {
  const { id } = good(
    await draftAlert(world, staff, {
      kind: 'action',
      title: 'HB 203: the vote',
      organizationId: 'sam',
      smsText: 'HB 203 is voted on today. Please call.',
      sendEmail: false,
      audience: { members: [NED, CLARA] },
      deadlineAt,
      questions: [
        {
          prompt: 'Have you called?',
          options: [
            { no: 1, label: 'have', outcome: 'contacted' },
            { no: 2, label: 'will', outcome: 'will' },
          ],
        },
      ],
    }),
  );
  await approve(id);
  return id;
};

test('an approved alert is scheduled in the network’s hours, and put back', async () => {
  const id = await approved();
  const page = `/alerts/${id}`;
  const first = await desk().get(page);
  expect(first.page).toContain('Mountain time');
  const revision = hidden(first.page, 'revision');
  const schedule = (onDate: string, onTime: string) =>
    desk().post(`${page}/schedule`, { revision, onDate, onTime });
  const skipped = await schedule('2027-03-14', '02:30');
  expect([skipped.status, skipped.page]).toEqual([422, expect.stringContaining('clocks go forward')]);
  expect(skipped.page).toContain('value="2027-03-14"');
  expect((await schedule('2027-02-30', '09:00')).page).toContain('not on the calendar');
  expect((await schedule('2027-02-09', '08:59')).page).toContain('That moment has passed');

  const done = await schedule('2027-02-10', '09:00');
  expect([done.status, done.to]).toEqual([303, `${page}?done=scheduled`]);
  expect((await alertOf(world, id))?.scheduledAt).toBe(Date.UTC(2027, 1, 10, 16, 0));
  expect((await desk().get(page)).page).toContain('Goes out Wednesday 9:00 am');
  expect((await desk().get('/')).page).toContain('goes out Wednesday 9:00 am');
  expect((await schedule('2027-02-10', '10:00')).status).toBe(409);
  expect((await desk().post(`${page}/unscheduling`)).to).toBe(`${page}?done=unscheduled`);
  expect((await alertOf(world, id))?.state).toBe('approved');
});

test('a late start is asked about on home and on its page, and sent once from there', async () => {
  const id = await approved();
  const page = `/alerts/${id}`;
  await desk().post(`${page}/schedule`, { onDate: '2027-02-09', onTime: '10:00' });
  world.setNow(Date.UTC(2027, 1, 9, 17, 20));
  expect((await startScheduled(world)).late).toBe(1);
  const shown = await desk().get(page);
  expect(shown.page).toContain('It was to go out today 10:00 am. Send it now?');
  expect(shown.page).toContain('Put back to approved');
  expect((await desk().get('/')).page).toContain('it was to go out today 10:00 am');
  const revision = hidden(shown.page, 'revision');
  const both = await Promise.all([
    desk().post(`${page}/launch`, { revision }),
    desk().post(`${page}/launch`, { revision }),
  ]);
  expect(both.map((one) => one.status).toSorted((a, b) => a - b)).toEqual([303, 409]);
});

test('nobody sends words that changed since they opened the page', async () => {
  const id = await approved();
  const answer = await desk().post(`/alerts/${id}/launch`, { revision: '0' });
  expect([answer.status, answer.page]).toEqual([409, expect.stringContaining('changed this alert')]);
});

test('why the clock did not send stands on home and on the page', async () => {
  const id = await approved();
  await desk().post(`/alerts/${id}/schedule`, { onDate: '2027-02-09', onTime: '11:00' });
  world.setNow(Date.UTC(2027, 1, 9, 18, 0));
  const rule = { rule: 'campaign', message: 'The campaign season has begun.' };
  await startScheduled({ ...world, launchGuard: { check: () => Promise.resolve(rule) } });
  const shown = await desk().get(`/alerts/${id}`);
  expect(shown.page).toContain('It did not go out today 11:00 am');
  expect(shown.page).toContain('The campaign season has begun.');
  expect((await desk().get('/')).page).toContain('did not go out by itself');
});

test('texts that wait for the morning say until when, and the cancel what it will do', async () => {
  world.setNow(Date.UTC(2027, 1, 11, 4, 0));
  const id = await approved(world.clock.now() + 48 * HOUR);
  good(await launchAlert(world, director, { id }));
  const { page } = await desk().get(`/alerts/${id}`);
  expect(page).toContain('2 texts wait for texting hours where the member is');
  expect(page).toContain('out Thursday 9:00 am, Mountain time');
  expect(page).toContain('0 messages are out already and cannot be called back. 2 will not be sent');
  const closing = await desk().post(`/alerts/${id}/closure`);
  expect([closing.status, closing.page]).toEqual([409, expect.stringContaining('not out yet')]);
  expect((await desk().post(`/alerts/${id}/cancellation`)).to).toBe(`/alerts/${id}?done=cancelled`);
  expect((await desk().get(`/alerts/${id}`)).page).toContain('2 messages were called off.');
});

test('a new version is begun from the page, shown on both, and its members are led to it', async () => {
  world.setNow(Date.UTC(2027, 1, 11, 17, 0));
  const old = await sent(world, { title: 'HB 203: hearing at 1 pm' });
  const begun = await desk().post(`/alerts/${old}/successor`);
  expect(begun.status).toBe(303);
  const draft = /\/alerts\/(\w{26})\/edit/.exec(begun.to ?? '')![1]!;
  const again = await desk().post(`/alerts/${old}/successor`);
  expect([again.status, again.page]).toEqual([409, expect.stringContaining(`/alerts/${draft}/preview`)]);
  expect((await desk().get(`/alerts/${old}`)).page).toContain('A new version is being prepared');
  expect((await desk().get(`/alerts/${draft}/preview`)).page).toContain('This takes the place of');

  await approve(draft);
  expect((await desk().get(`/alerts/${draft}`)).page).toContain('Takes the place of');
  const token = await tokenOf(world, old, NED);
  const before = world.pages.length;
  good(await launchAlert(world, director, { id: draft }));
  const waiting = await browserOf(world, null).get(`/a/${token}`);
  expect(waiting.page).toContain('A newer message took the place of this one');
  expect(waiting.page).toContain('Please wait for the newer one');
  for (const one of world.pages.slice(before)) await sendPage(world, one);
  const led = await browserOf(world, null).get(`/a/${token}`);
  expect(led.page).toContain(`href="/a/${await tokenOf(world, draft, NED)}"`);
  expect(led.page).not.toContain(await tokenOf(world, draft, CLARA));
  expect((await desk().get(`/alerts/${old}`)).page).toContain('A newer alert took its place');
  expect((await desk().get(`/alerts/${draft}`)).page).toContain('It took the place of an earlier alert');

  const third = good(await supersedeAlert(world, staff, { id: draft }));
  await approve(third.id);
  const then = world.pages.length;
  good(await launchAlert(world, director, { id: third.id }));
  for (const one of world.pages.slice(then)) await sendPage(world, one);
  const newest = await tokenOf(world, third.id, NED);
  expect((await browserOf(world, null).get(`/a/${token}`)).page).toContain(`href="/a/${newest}"`);
});

test('a nudge shows whom it reaches by region, and can go to one region', async () => {
  const id = await sent(world, { title: 'HB 203: who calls' });
  const all = await desk().get(`/alerts/${id}/nudge`);
  expect(all.page).toContain('Nudge the 2');
  expect(all.page).toContain(`/alerts/${id}/nudge?region=western`);
  const west = await desk().get(`/alerts/${id}/nudge?region=western`);
  expect(west.page).toContain('Nudge the 1 in Western');
  const form = { regionId: hidden(west.page, 'regionId'), smsText: 'Please answer about HB 203' };
  const both = await Promise.all([
    desk().post(`/alerts/${id}/nudges`, form),
    desk().post(`/alerts/${id}/nudges`, form),
  ]);
  expect(both.map((one) => one.status).toSorted((a, b) => a - b)).toEqual([303, 409]);
});
