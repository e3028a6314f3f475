import { env } from 'cloudflare:workers';
import { countAsked } from '../../src/delivery/index.ts';
import { change } from '../../src/platform/statement.ts';
import { testWorld, type TestWorld } from '../support/world.ts';

/** Runs statements that set the stage, separated by semicolons. */
export const run = (sql: string) =>
  env.DB.batch(
    sql
      .split(';')
      .filter((one) => one.trim())
      .map((one) => env.DB.prepare(one)),
  );
/** Rows of any question. */
export const rows = async (sql: string): Promise<Record<string, unknown>[]> =>
  (await env.DB.prepare(sql).all()).results;

let worlds = 0;
/** A world whose ids do not meet those of other worlds on the same storage. */
export const freshWorld = (): TestWorld => {
  const world = testWorld();
  const prefix = `L${String((worlds += 1)).padStart(3, '0')}`;
  const next = world.ids.next.bind(world.ids);
  world.ids.next = () => `${prefix}${next()}`;
  return world;
};

const seat = (id: string, chamber: string, given: string, family: string) => `
  insert into seat (id, chamber_id, state, district) values ('seat-${id}', '${chamber}', 'MT', '${id}');
  insert into official (id, name, given, family, source, as_of) values ('${id}', '${given} ${family}', '${given}', '${family}', 'test', '2027-01-01');
  insert into tenure (id, seat_id, official_id) values ('tenure-${id}', 'seat-${id}', '${id}');`;
const person = (id: string, first: string, region: string, organization = 'sam') => `
  insert into member (id, first_name, last_name, kind, organization_id, region_id, district_nces, created_at, updated_at)
  values ('${id}', '${first}', 'Harrowgate', 'superintendent', '${organization}', '${region}', 'd1', 0, 0);
  insert into contact_point (id, member_id, channel, address, address_hash, state, created_at, updated_at)
  values ('${id}-sms', '${id}', 'sms', '+14065551${id.length}${id.charCodeAt(0)}', 'hash-${id}', 'active', 0, 0);`;

/**
 * An association that files in Montana and Mississippi and opposes HB 203; two officials that its district
 * reaches and one that it does not; a member in each region, one who lobbies for pay, one of a partner.
 */
export const settle = (): Promise<unknown> =>
  run(`
    insert into organization (id, name, short_name, kind, tax_status, created_at) values ('sam', 'School Administrators', 'SAM', 'association', '501c6', 0), ('charity', 'School Foundation', 'SF', 'affiliate', '501c3', 0), ('pec', 'Partners', 'PEC', 'partner', 'other', 0);
    insert into filer (organization_id, regime, from_on, to_on) values ('sam', 'mt', '2027-01-01', null), ('sam', 'ms', '2027-01-01', null), ('sam', 'irs', '2027-01-01', null), ('charity', 'mt', '2020-01-01', '2026-12-31');
    insert into region (id, name) values ('hi-line', 'Hi-Line'), ('central', 'Central');
    insert into district (nces, name, state, source) values ('d1', 'Drummond', 'MT', 'test');
    insert into staff (id, name, email, created_at, updated_at) values ('staff-staff', 'Sam Staff', 'sam@x.example', 0, 0), ('staff-lobbyist', 'Theo Brightwater', 'theo@x.example', 0, 0);
    insert into chamber (id, jurisdiction, level, kind, name, seat_label, official_title) values ('mt-s', 'mt', 'state', 'upper', 'Senate', 'SD', 'Sen.'), ('mt-h', 'mt', 'state', 'lower', 'House', 'HD', 'Rep.');
    ${seat('hill', 'mt-s', 'Ada', 'Hill')}${seat('morigeau', 'mt-h', 'Tom', 'Morigeau')}${seat('smith', 'mt-h', 'Robert', 'Smith')}
    insert into reach (district_nces, seat_id, share, source) values ('d1', 'seat-hill', 1, 'csv'), ('d1', 'seat-morigeau', 1, 'csv');
    insert into issue (id, name, created_at) values ('vouchers', 'Vouchers', 0);
    insert into legislative_session (id, jurisdiction, name, kind, starts_on) values ('mt-2027', 'mt', '2027', 'regular', '2027-01-04');
    insert into bill (id, legislative_session_id, number, title, status, status_on, source, created_at) values ('hb203', 'mt-2027', 'HB 203', 'Vouchers', 'in committee', '2027-02-01', 'test', 0), ('sb12', 'mt-2027', 'SB 12', 'School funding', 'in committee', '2027-02-01', 'test', 0);
    insert into position (id, bill_id, organization_id, position, from_on, set_by) values ('p1', 'hb203', 'sam', 'oppose', '2027-01-10', 'x');
    ${person('ned', 'Ned', 'hi-line')}${person('carla', 'Carla', 'central')}${person('lobby', 'Lou', 'hi-line')}${person('partner', 'Pat', 'central', 'pec')}
    insert into lobbyist (id, organization_id, regime, name, kind, staff_id, member_id, from_on) values ('theo', 'sam', 'mt', 'Theo Brightwater', 'staff', 'staff-lobbyist', null, '2027-01-01'), ('lou', 'sam', 'mt', 'Lou Harrowgate', 'staff', null, 'lobby', '2027-01-15')
  `);

let made = 0;
/** A reply of a member that is stored and understood. Answers with its id. */
export const reply = async (
  world: TestWorld,
  memberId: string | null,
  body: string,
  alertId: string | null = null,
) => {
  const id = `reply-${(made += 1)}`;
  await env.DB.prepare(
    `insert into reply (id, channel, provider_id, from_address, address_hash, to_address, body, trust, member_id, alert_id, state, received_at)
     values (?, 'sms', ?, '+14065550100', 'h', '+14065550199', ?, 'verified', ?, ?, 'waiting', ?)`,
  )
    .bind(id, id, body, memberId, alertId, world.clock.now())
    .run();
  return id;
};

/** An alert about HB 203 that went out. */
export const alert = async (
  world: TestWorld,
  more: { kind?: string; organization?: string; smsText?: string; state?: string } = {},
) => {
  const id = `alert-${(made += 1)}`;
  await env.DB.prepare(
    `insert into alert (id, kind, title, organization_id, bill_id, issue_id, state, sms_text, created_at, created_by, launched_at)
     values (?, ?, 'HB 203: call', ?, 'hb203', 'vouchers', ?, ?, 0, 'x', ?)`,
  )
    .bind(
      id,
      more.kind ?? 'action',
      more.organization ?? 'sam',
      more.state ?? 'closed',
      more.smsText ?? 'Call',
      world.clock.now(),
    )
    .run();
  return id;
};

/** A delivery of an alert, or of a nudge of it, that reached the carrier. */
export const delivery = async (
  alertId: string,
  memberId: string,
  more: {
    channel?: string;
    state?: string;
    price?: number | null;
    fee?: number;
    kind?: string;
    carriedBy?: number;
  } = {},
) => {
  await run(`insert into wording (id, sms_text, created_at) values ('w', 'x', 0) on conflict do nothing`);
  const [row] = (
    await env.DB.prepare(
      `insert into delivery (source_kind, source_id, round, recipient_id, channel, wording_id, state, due_at, provider_id, price_micros, fee_micros, carried_by, updated_at)
       values (?, ?, 0, ?, ?, 'w', ?, 0, ?, ?, ?, ?, 0) returning id`,
    )
      .bind(
        more.kind ?? 'alert',
        alertId,
        memberId,
        more.channel ?? 'sms',
        more.state ?? 'delivered',
        more.state === 'skipped' ? null : `SM${(made += 1)}`,
        more.price ?? null,
        more.fee ?? null,
        more.carriedBy ?? null,
      )
      .all<{ id: number }>()
  ).results;
  await testWorld().db.record([change(countAsked, { alertId })]);
  return row?.id ?? 0;
};
