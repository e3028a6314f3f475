import { env } from 'cloudflare:workers';
import { draftAlert } from '../../src/alerts/index.ts';
import { saveNetworkSettings } from '../../src/staff/index.ts';
import { good, staffAs, testWorld, type TestWorld } from '../support/world.ts';

export const HOUR = 3_600_000;
export const coordinator = staffAs('coordinator');
export const director = staffAs('director');
export const owner = staffAs('owner');

export const run = (sql: string) =>
  env.DB.batch(
    sql
      .split(';')
      .filter((one) => one.trim())
      .map((one) => env.DB.prepare(one)),
  );

const member = (
  id: string,
  first: string,
  last: string,
  more: { kind?: string; region?: string; district?: string } = {},
) => `
  insert into member (id, first_name, last_name, kind, title, organization_id, region_id, district_nces, created_at, updated_at)
  values ('${id}', '${first}', '${last}', '${more.kind ?? 'superintendent'}', 'Superintendent', 'sam',
    '${more.region ?? 'hi-line'}', '${more.district ?? 'd1'}', 0, 0);`;
const point = (member: string, channel: 'sms' | 'email', state: string, primary = 1) => `
  insert into contact_point (id, member_id, channel, address, address_hash, is_primary, state, created_at, updated_at)
  values ('${member}-${channel}-${primary}', '${member}', '${channel}', '${member}-${primary}', '${member}-${channel}-${primary}', ${primary}, '${state}', 0, 0);`;

/**
 * A small association: six members in two regions and two districts, of whom one has not agreed to texts,
 * one was stopped by the carrier, one is on hold and one left. District d1 reaches a seat of the committee.
 */
export const settle = async (): Promise<TestWorld> => {
  const world = testWorld();
  await run(`
    insert into organization (id, name, short_name, kind, created_at) values ('sam', 'School Administrators', 'SAM', 'association', 0);
    insert into organization (id, name, short_name, kind, created_at) values ('mtpec', 'Partners', 'PEC', 'partner', 0);
    insert into region (id, name) values ('hi-line', 'Hi-Line'), ('central', 'Central');
    insert into district (nces, name, state, class, source) values ('d1', 'Drummond', 'MT', 'I', 'test'), ('d2', 'Ekalaka', 'MT', 'II', 'test');
    ${member('ann', 'Ann', 'Foxhollow')}
    ${member('ben', 'Ben', 'Emberly', { region: 'central', kind: 'assistant superintendent' })}
    ${member('cy', 'Cy', 'Yarrowby', { district: 'd2' })}
    ${member('dee', 'Dee', 'Wintermoor-Featherstonehaugh', { region: 'central', district: 'd2' })}
    ${member('eve', 'Eve', 'Nobody')}
    ${member('gus', 'Gus', 'Gone')}
    update member set state = 'left' where id = 'gus';
    insert into membership (member_id, organization_id, from_on, to_on) values ('cy', 'mtpec', '2026-01-01', null), ('dee', 'mtpec', '2025-01-01', '2026-01-01');
    ${point('ann', 'sms', 'active')}${point('ann', 'sms', 'active', 0)}${point('ann', 'email', 'active')}
    ${point('ben', 'sms', 'unconsented')}${point('ben', 'email', 'active')}
    ${point('cy', 'sms', 'active')}${point('cy', 'email', 'held')}
    ${point('dee', 'sms', 'active')}
    ${point('gus', 'sms', 'active')}
    insert into consent_event (id, at, on_date, channel, address_hash, kind, source, actor_kind, actor_id) values ('ce', 0, '2027-01-01', 'sms', 'cy-sms-1', 'revoked', 'sms', 'member', 'cy');
    insert into suppression (address_hash, channel, reason, by_carrier, consent_event_id, at) values ('cy-sms-1', 'sms', 'stopped', 1, 'ce', 0);
    insert into member_group (id, name) values ('rural', 'Rural');
    insert into group_member (group_id, member_id) values ('rural', 'dee');
    insert into chamber (id, jurisdiction, level, kind, name, seat_label, official_title) values ('mt-h', 'mt', 'state', 'lower', 'House', 'HD', 'Rep.');
    insert into seat (id, chamber_id, state, district) values ('hd1', 'mt-h', 'MT', '1'), ('hd2', 'mt-h', 'MT', '2');
    insert into official (id, name, given, family, source, as_of) values ('kes', 'Ada Kestrelman', 'Ada', 'Kestrelman', 'test', '2027-01-01'), ('old', 'Old Hand', 'Old', 'Hand', 'test', '2027-01-01');
    insert into tenure (id, seat_id, official_id, from_on, to_on) values ('t1', 'hd1', 'kes', null, null), ('t2', 'hd2', 'old', null, '2026-12-31');
    insert into committee (id, jurisdiction, chamber_id, name, source, as_of) values ('ed', 'mt', 'mt-h', 'Education', 'test', '2027-01-01');
    insert into committee_seat (committee_id, official_id) values ('ed', 'kes'), ('ed', 'old');
    insert into reach (district_nces, seat_id, share, source) values ('d1', 'hd1', 1, 'csv'), ('d2', 'hd2', 1, 'csv');
    insert into issue (id, name, created_at) values ('vouchers', 'Vouchers', 0);
    insert into legislative_session (id, jurisdiction, name, kind, starts_on) values ('mt-2027', 'mt', '2027', 'regular', '2027-01-04');
    insert into bill (id, legislative_session_id, number, title, status, status_on, source, created_at) values ('hb203', 'mt-2027', 'HB 203', 'Vouchers', 'in committee', '2027-02-01', 'test', 0)
  `);
  good(
    await saveNetworkSettings(world, owner, {
      networkName: 'Treasure State Legislative Network',
      shortName: 'TSLN',
      postalAddress: '1 Main St, Helena, MT 59601',
    }),
  );
  return world;
};

/** What a finished action alert needs. */
export const actionAlert = (world: TestWorld) => ({
  kind: 'action' as const,
  title: 'HB 203: call House Education',
  organizationId: 'sam',
  billId: 'hb203',
  smsText: '{{first_name}} {{last_name}}: HB 203 is in House Education Wednesday. Please call. {{link}}',
  emailSubject: 'HB 203: please call today',
  emailText: 'Dear {{first_name}},\n\nHB 203 is in House Education on Wednesday.',
  deadlineAt: world.clock.now() + 30 * HOUR,
  questions: [
    {
      prompt: 'Have you called?',
      options: [
        { no: 1, label: 'have contacted', outcome: 'contacted' as const },
        { no: 2, label: 'will', outcome: 'will' as const },
        { no: 3, label: "can't", outcome: 'cannot' as const },
        { no: 4, label: 'need help', outcome: 'help' as const },
      ],
    },
  ],
});

export const drafted = async (world: TestWorld, more: object = {}) =>
  good(await draftAlert(world, coordinator, { ...actionAlert(world), ...more }));
