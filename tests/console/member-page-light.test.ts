import { beforeAll, expect, test } from 'vitest';
import type { TestWorld } from '../support/world.ts';
import { browserOf, NED, published, sent, settle, tokenOf } from './ground.ts';
import { MOST_BYTES, MOST_STATIC_BYTES, STATIC_FILES } from './page-weight.ts';

const HOUR = 3_600_000;
let world: TestWorld;
let alertId: string;
let path: string;
const page = async () => (await browserOf(world, null).get(path)).page;

beforeAll(async () => {
  world = await settle();
  const long = Array.from(
    { length: 30 },
    (_, at) => `* Point ${at}: ${'HB 203 moves money out of the school fund. '.repeat(4)}`,
  );
  alertId = await sent(world, { talkingPointsId: await published(world, long.join('\n')), sendEmail: true });
  path = `/a/${await tokenOf(world, alertId, NED)}`;
});

const gzipped = async (text: string): Promise<number> => {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return (await new Response(stream).arrayBuffer()).byteLength;
};

test('a first visit to a member’s page weighs less than 50 KB over the wire, long talking points included', async () => {
  const html = await page();
  const asked = [...html.matchAll(/(?:href|src)="(\/[a-z.]+\.(?:css|js|svg))"/g)].map(
    ([, name = '']) => name,
  );
  expect(asked.toSorted()).toEqual(STATIC_FILES);
  const bytes = await gzipped(html);
  expect(bytes).toBeGreaterThan(1_000);
  expect(bytes + MOST_STATIC_BYTES, `${bytes} bytes of page`).toBeLessThan(MOST_BYTES / 2);
});

test('a member’s page asks nobody else for anything, and sets no cookie', async () => {
  const { page: html, headers } = await browserOf(world, null).get(path);
  expect(html).not.toMatch(/(?:src|action)="(?:https?:)?\/\//);
  expect(html).not.toMatch(/<link[^>]+href="(?:https?:)?\/\//);
  expect(headers.get('set-cookie')).toBeNull();
});

test('a member’s page has all in one place: the request, the call, the words, the calendar, the settings', async () => {
  const html = await page();
  expect(html).toContain('href="tel:+14064444800"');
  expect(html).toContain('This is Ned Harrowgate, Superintendent, Drummond. It is about HB 203.');
  expect(html).toContain('Point 0: HB 203 moves money');
  expect(html).toContain(`href="${path}/deadline.ics"`);
  expect(html).toContain(`href="${path}/contact"`);
  expect(html).toMatch(/href="\/me\/[\w-]+\.[\w-]+"/);
  // Whom to call comes before what to say, and the answer before both.
  const at = (text: string) => html.indexOf(text);
  expect(at('Have you called?')).toBeLessThan(at('Yours to call'));
  expect(at('Yours to call')).toBeLessThan(at('What to say'));
  // It shows no number or address of the member’s own.
  expect(html).not.toContain('555-0101');
  expect(html).not.toContain('ned@district.example');
});

test('the deadline and the hearing go into a calendar without the link of the page', async () => {
  const { status, page: file, headers } = await browserOf(world, null).get(`${path}/deadline.ics`);
  expect(status).toBe(200);
  expect(headers.get('content-type')).toContain('text/calendar');
  expect(file.match(/BEGIN:VEVENT/g)).toHaveLength(2);
  expect(file).toContain('SUMMARY:HB 203: hearing');
  expect(file).toContain('LOCATION:Education');
  expect(file).not.toContain(path.slice(3));
  expect((await browserOf(world, null).get('/a/AAAAAAAAAA/deadline.ics')).status).toBe(404);
});

test('once all is over there is nothing for a calendar', async () => {
  world.passTime(31 * HOUR);
  expect(await page()).not.toContain('deadline.ics');
  expect((await browserOf(world, null).get(`${path}/deadline.ics`)).status).toBe(404);
});
