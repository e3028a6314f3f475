import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { addContactReport } from '../../src/lobbying/index.ts';
import { answerForMember, receiveSms } from '../../src/replies/index.ts';
import { good, staffAs, type TestWorld } from '../support/world.ts';
import { browserOf, CLARA, memberId, NED, sent, settle, staff } from './ground.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await settle();
});
const show = (who: Parameters<typeof browserOf>[1], id = NED) => browserOf(world, who).get(`/members/${id}`);

test('a member’s page says how to reach them, whom they reach, what they answered and what came of it', async () => {
  const alertId = await sent(world);
  const option = await env.DB.prepare(
    'select o.id from question_option o join question q on q.id = o.question_id where q.alert_id = ? and o.no = 1',
  )
    .bind(alertId)
    .first<{ id: string }>();
  good(await answerForMember(world, staff, { alertId, memberId: NED, optionId: option!.id }));
  good(
    await addContactReport(world, staff, {
      memberId: NED,
      officialId: 'kes',
      billId: 'hb203',
      stance: 'undecided',
      onDate: '2027-02-09',
      note: 'Wants the numbers',
    }),
  );
  const { status, page } = await show(staff);
  expect(status).toBe(200);
  expect(page).toContain('Ned Harrowgate');
  expect(page).toContain('(406) 555-0101');
  expect(page).toContain('ned<wbr/>@district.example');
  expect(page).toContain('Rep. Ada Kestrelman');
  expect(page).toContain('href="tel:+14064444800"');
  expect(page).not.toContain('Bramblewood');
  expect(page).toContain(`href="/alerts/${alertId}"`);
  expect(page).toContain('have contacted');
  expect(page).toContain('told to staff');
  expect(page).toContain('answered 1 of 1');
  expect(page).toContain('Wants the numbers');
  expect(page).toContain(`href="/members/${NED}/edit"`);
});

test('a member who was asked and is silent shows so', async () => {
  expect((await show(staff, CLARA)).page).toContain('no answer');
});

test('a regional president sees a member of the region, without the edit, and nobody else’s', async () => {
  const western = staffAs('regional_president', { regionId: 'western' });
  const { status, page } = await show(western);
  expect(status).toBe(200);
  expect(page).toContain('Ned Harrowgate');
  expect(page).not.toContain('/edit');
  const other = await show(western, CLARA);
  expect(other.status).toBe(404);
  expect(other.page).not.toContain('Underhill');
});

test('partners and the board open no member', async () => {
  for (const role of ['partner', 'board'] as const) {
    const { status, page } = await show(staffAs(role, { organizationId: 'sam' }));
    expect(status).toBe(403);
    expect(page).not.toContain('Harrowgate');
  }
});

test('a member who is not there is not found, in words', async () => {
  const { status, page } = await show(staff, memberId('ABSENT'));
  expect(status).toBe(404);
  expect(page).toContain('could not be found');
});

test('a number that the carrier stopped has a text ready that opens it again', async () => {
  expect((await show(staff)).page).not.toContain('body=START');
  good(
    await receiveSms(
      world,
      { kind: 'provider', id: 'twilio' },
      {
        providerId: `SM${'5'.repeat(32)}`,
        from: '+14065550101',
        to: '+14065550199',
        body: 'STOP',
        optOutType: 'STOP',
        media: [],
        at: world.clock.now(),
      },
    ),
  );
  const { page } = await show(staff);
  expect(page).toContain('The carrier stopped this number');
  expect(page).toContain('href="sms:+14065550199?&amp;body=START"');
});
