import { beforeAll, expect, test } from 'vitest';
import { previewNudge } from '../../src/delivery/index.ts';
import { setWeeklyBudget } from '../../src/staff/index.ts';
import { bad, good, staffAs, type TestWorld } from '../support/world.ts';
import { browserOf, CLARA, director, NED, sent, settle } from './ground.ts';

let world: TestWorld;
let id: string;
beforeAll(async () => {
  world = await settle();
  world.unanswered = () => Promise.resolve([NED, CLARA]);
  id = await sent(world);
});

test('who has not answered is a file, of one region where it is asked for, for spreadsheets too', async () => {
  const browser = browserOf(world, director);
  const all = await browser.get(`/alerts/${id}/responses.csv?option=none`);
  expect(all.headers.get('content-disposition')).toContain(`no-answer-${id}.csv`);
  expect(all.page.trim().split('\r\n')).toHaveLength(3);
  const one = await browser.get(`/alerts/${id}/responses.csv?option=none&region=western`);
  expect(one.page).toContain('Ned Harrowgate');
  expect(one.page).not.toContain('Clara');
  const sheet = await browser.get(`/alerts/${id}/responses.xlsx?option=none`);
  expect(sheet.headers.get('content-type')).toContain('spreadsheetml');
  expect(sheet.page.slice(0, 2)).toBe('PK');
});

test('a regional president’s file holds the region alone', async () => {
  const president = browserOf(world, staffAs('regional_president', { regionId: 'central' }));
  const file = await president.get(`/alerts/${id}/responses.csv?option=none&region=western`);
  expect(file.page).toContain('Clara');
  expect(file.page).not.toContain('Ned');
});

test('each region that owes answers is one tap from its nudge, for those who may send one', async () => {
  const page = (await browserOf(world, director).get(`/alerts/${id}`)).page;
  expect(page).toContain(`/alerts/${id}/nudge?region=western`);
  expect(page).toContain('Nudge Western');
  const theirs = (await browserOf(world, staffAs('coordinator')).get(`/alerts/${id}`)).page;
  expect(theirs).not.toContain('nudge?region');
});

test('a nudge is foretold: how many, at what cost, and who is past the week’s budget', async () => {
  expect(good(await previewNudge(world, director, { id, smsText: 'Please answer.' })).forecast.texts).toBe(2);
  good(await setWeeklyBudget(world, director, { weeklyBudget: 1 }));
  const foretold = good(await previewNudge(world, director, { id, smsText: 'Please answer.' }));
  expect(foretold).toMatchObject({ forecast: { texts: 0 }, week: { over: 2, people: 2 } });
  const page = (await browserOf(world, director).get(`/alerts/${id}/nudge`)).page;
  expect(page).toContain('2 members would be over the budget of 1 and are left out.');
  expect(bad(await previewNudge(world, staffAs('coordinator'), { id, smsText: '' })).kind).toBe('forbidden');
});
