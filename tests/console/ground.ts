import { env } from 'cloudflare:workers';
import { Hono } from 'hono';
import {
  addTalkingPoints,
  alertDraftRoutes,
  approveAlert,
  draftAlert,
  previewAlert,
  proposeAlert,
  publishTalkingPoints,
} from '../../src/alerts/index.ts';
import { consoleRoutes, frameFor, memberPageRoutes } from '../../src/console/index.ts';
import { whipRoutes } from '../../src/whip/index.ts';
import { legislatureRoutes } from '../../src/legislature/index.ts';
import { launchAlert, sendPage, settleAlerts } from '../../src/delivery/index.ts';
import { addressHash } from '../../src/people/index.ts';
import { pageToken } from '../../src/platform/tokens.ts';
import type { Who } from '../../src/platform/who.ts';
import { saveNetworkSettings } from '../../src/staff/index.ts';
import type { AppEnv } from '../../src/ui/index.ts';
import { asRead } from '../support/as-read.ts';
import { good, staffAs, testWorld, type TestWorld } from '../support/world.ts';

const HOUR = 3_600_000;
export const director = staffAs('director');
export const staff = staffAs('staff');

/** Ids as the console's addresses have them. */
export const memberId = (name: string) => `01M${name.toUpperCase().padEnd(23, '0')}`;
export const NED = memberId('NED');
export const CLARA = memberId('CARA');

const run = (sql: string) =>
  env.DB.batch(
    sql
      .split(';')
      .filter((one) => one.trim())
      .map((one) => env.DB.prepare(one)),
  );

const person = async (
  world: TestWorld,
  id: string,
  name: [string, string],
  place: { region: string; district: string },
  phone: string,
) => {
  const email = `${name[0].toLowerCase()}@district.example`;
  return `
    insert into member (id, first_name, last_name, kind, title, organization_id, region_id, district_nces, created_at, updated_at)
      values ('${id}', '${name[0]}', '${name[1]}', 'superintendent', 'Superintendent', 'sam', '${place.region}', '${place.district}', 1, 1);
    insert into contact_point (id, member_id, channel, address, address_hash, state, created_at, updated_at)
      values ('${id}-s', '${id}', 'sms', '${phone}', '${await addressHash(world, 'sms', phone)}', 'active', 1, 1);
    insert into contact_point (id, member_id, channel, address, address_hash, state, created_at, updated_at)
      values ('${id}-e', '${id}', 'email', '${email}', '${await addressHash(world, 'email', email)}', 'active', 1, 1);`;
};

/**
 * Three members in two regions; Drummond reaches HD 78, on House Education, and SD 39, which is not; Billings
 * reaches HD 83. HB 203 is the first priority and has a hearing on Wednesday at 3 pm.
 */
export const settle = async (): Promise<TestWorld> => {
  const world = testWorld();
  const wednesday = world.clock.now() + 30 * HOUR;
  await run(`
    insert into organization (id, name, short_name, kind, created_at) values ('sam', 'School Administrators', 'SAM', 'association', 0);
    insert into region (id, name) values ('western', 'Western'), ('central', 'Central');
    insert into district (nces, name, state, zone, source) values ('3000001', 'Drummond', 'MT', 'America/Denver', 'test'), ('3000002', 'Billings', 'MT', 'America/Denver', 'test');
    ${await person(world, NED, ['Ned', 'Harrowgate'], { region: 'western', district: '3000001' }, '+14065550101')}
    ${await person(world, CLARA, ['Clara', 'Underhill'], { region: 'central', district: '3000002' }, '+14065550102')}
    insert into chamber (id, jurisdiction, level, kind, name, seat_label, official_title) values ('mt-lower', 'MT', 'state', 'lower', 'Montana House', 'HD', 'Rep.'), ('mt-upper', 'MT', 'state', 'upper', 'Montana Senate', 'SD', 'Sen.');
    insert into seat (id, chamber_id, state, district) values ('hd78', 'mt-lower', 'MT', '78'), ('hd83', 'mt-lower', 'MT', '83'), ('sd39', 'mt-upper', 'MT', '39');
    insert into official (id, name, given, family, phone, source, as_of) values ('kes', 'Ada Kestrelman', 'Ada', 'Kestrelman', '406-444-4800', 'test', '2027-01-01'), ('bra', 'Lyle Bramblewood', 'Lyle', 'Bramblewood', null, 'test', '2027-01-01'), ('ald', 'Boyd Aldercott', 'Boyd', 'Aldercott', '(406) 444-4801', 'test', '2027-01-01');
    insert into tenure (id, seat_id, official_id) values ('t1', 'hd78', 'kes'), ('t2', 'hd83', 'bra'), ('t3', 'sd39', 'ald');
    insert into committee (id, jurisdiction, chamber_id, name, source, as_of) values ('ed', 'MT', 'mt-lower', 'Education', 'test', '2027-01-01');
    insert into committee_seat (committee_id, official_id) values ('ed', 'kes'), ('ed', 'bra');
    insert into reach (district_nces, seat_id, share, source) values ('3000001', 'sd39', 1, 'csv'), ('3000001', 'hd78', 0.9, 'csv'), ('3000002', 'hd83', 1, 'csv');
    insert into issue (id, name, created_at) values ('vouchers', 'Vouchers', 0);
    insert into legislative_session (id, jurisdiction, name, kind, starts_on) values ('mt-2027', 'MT', '2027', 'regular', '2027-01-04');
    insert into bill (id, legislative_session_id, number, title, status, status_on, issue_id, source, created_at) values ('hb203', 'mt-2027', 'HB 203', 'Expand vouchers', 'in committee', '2027-02-01', 'vouchers', 'test', 0);
    insert into priority (legislative_session_id, issue_id, rank, set_at, set_by) values ('mt-2027', 'vouchers', 1, 0, 'x');
    insert into bill_event (id, bill_id, kind, at, committee_id, source) values ('h1', 'hb203', 'hearing', ${wednesday}, 'ed', 'test')
  `);
  good(
    await saveNetworkSettings(world, staffAs('owner'), {
      networkName: 'Treasure State Legislative Network',
      shortName: 'TSLN',
      postalAddress: '1 Main St, Helena, MT 59601',
    }),
  );
  return world;
};

/** Talking points with one published version. */
export const published = async (world: TestWorld, body = 'HB 203 moves **$11.2 million** a year.') => {
  const { id } = good(
    await addTalkingPoints(world, staff, { issueId: 'vouchers', billId: 'hb203', title: 'HB 203', body }),
  );
  good(await publishTalkingPoints(world, staff, { id }));
  return id;
};

/** An alert that was approved, launched and handed to the carriers. */
export const sent = async (
  world: TestWorld,
  more: {
    members?: string[];
    talkingPointsId?: string;
    title?: string;
    kind?: 'action' | 'survey';
    asks?: boolean;
    /** Questions behind the first. */
    later?: NonNullable<Parameters<typeof draftAlert>[2]['questions']>;
    sendEmail?: boolean;
  } = {},
) => {
  const draft = good(
    await draftAlert(world, staff, {
      kind: more.kind ?? 'action',
      title: more.title ?? 'HB 203: call House Education',
      organizationId: 'sam',
      billId: 'hb203',
      talkingPointsId: more.talkingPointsId ?? null,
      smsText: 'HB 203 is in House Education Wednesday. Please call.',
      emailSubject: 'Please call about HB 203',
      emailText: 'Dear {{first_name}},\n\nPlease call.',
      sendSms: true,
      sendEmail: more.sendEmail ?? false,
      audience: { members: more.members ?? [NED, CLARA] },
      deadlineAt: world.clock.now() + 30 * HOUR,
      questions:
        more.asks === false
          ? []
          : [
              {
                prompt: 'Have you called?',
                options: [
                  { no: 1, label: 'have contacted', outcome: 'contacted' },
                  { no: 2, label: 'will', outcome: 'will' },
                  { no: 3, label: 'cannot', outcome: 'cannot' },
                ],
              },
              ...(more.later ?? []),
            ],
    }),
  );
  good(await proposeAlert(world, staff, { id: draft.id }));
  const preview = good(await previewAlert(world, director, { id: draft.id }));
  good(
    await approveAlert(world, director, { id: draft.id, hash: preview.hash, audienceCount: preview.people }),
  );
  const before = world.pages.length;
  good(await launchAlert(world, director, { id: draft.id }));
  for (const page of world.pages.slice(before)) await sendPage(world, page);
  await settleAlerts(world);
  return draft.id;
};

/** The token of a member's page, as their text has it. */
export const tokenOf = async (world: TestWorld, alertId: string, member: string, channel = 'sms') => {
  const row = await env.DB.prepare(
    `select id, carried_by from delivery where source_id = ? and recipient_id = ? and channel = ?`,
  )
    .bind(alertId, member, channel)
    .first<{ id: number; carried_by: number | null }>();
  return pageToken(world.settings.linkSecrets[0], row?.carried_by ?? row!.id);
};

const answerOf = async (response: Response) => ({
  status: response.status,
  to: response.headers.get('location'),
  headers: response.headers,
  page: asRead(await response.text()),
});

/** The console as one person sees it, or the public pages where nobody is signed in. */
export const browserOf = (world: TestWorld, who: Who | null) => {
  const app = new Hono<AppEnv>();
  app.use(async (c, next) => {
    c.set('world', world);
    await next();
  });
  app.route('/', memberPageRoutes);
  if (who) {
    app.use(async (c, next) => {
      c.set('who', who);
      c.set('frame', await frameFor(world, who));
      await next();
    });
    app.route('/', consoleRoutes);
    app.route('/', whipRoutes);
    app.route('/', alertDraftRoutes);
    app.route('/', legislatureRoutes);
  }
  return {
    get: async (path: string) => answerOf(await app.request(path)),
    post: async (path: string, fields: Record<string, string | string[]> = {}) => {
      const body = new FormData();
      for (const [name, values] of Object.entries(fields))
        for (const value of [values].flat()) body.append(name, value);
      return answerOf(await app.request(path, { method: 'POST', body }));
    },
  };
};

/** The value of a hidden field on a page. */
export const hidden = (page: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '';

/** Every row of every table but the counter of pages opened, as text: what must be the same where nothing may change. */
export const contents = async (): Promise<Record<string, string>> => {
  const { results } = await env.DB.prepare(
    `select name from sqlite_schema where type = 'table' and name <> 'page_hit' and name not like '\\_%' escape '\\' and name not like 'sqlite%' and name not like 'd1%' order by name`,
  ).all<{ name: string }>();
  const tables: Record<string, string> = {};
  for (const { name } of results)
    tables[name] = JSON.stringify((await env.DB.prepare(`select * from "${name}"`).all()).results);
  return tables;
};
