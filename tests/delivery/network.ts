import { env } from 'cloudflare:workers';
import { approveAlert, draftAlert, previewAlert, proposeAlert } from '../../src/alerts/index.ts';
import { addressHash } from '../../src/people/index.ts';
import { good, staffAs, type TestWorld } from '../support/world.ts';

interface Person {
  id: string;
  phone?: string;
  email?: string;
  zone?: string;
  phoneState?: string;
  /** By its NCES id; null: none. */
  district?: string | null;
}

/** A network of one association in one district of the Mountain zone. */
export const buildNetwork = async (): Promise<void> => {
  await env.DB.batch([
    env.DB.prepare(
      `insert into organization (id, name, short_name, kind, created_at) values ('org', 'Association', 'ASSN', 'association', 1)`,
    ),
    env.DB.prepare(`insert into region (id, name) values ('west', 'West'), ('east', 'East')`),
    env.DB.prepare(
      `insert into district (nces, name, state, zone, source) values ('3000001', 'Drummond Elementary', 'MT', 'America/Denver', 'test')`,
    ),
    env.DB.prepare(
      `insert into staff (id, name, email, created_at, updated_at) values ('staff-director', 'Dora Director', 'dora@network.example', 1, 1), ('staff-owner', 'Olive Owner', 'olive@network.example', 1, 1), ('staff-staff', 'Sam Staff', 'sam@network.example', 1, 1)`,
    ),
    env.DB.prepare(
      `insert into role (id, staff_id, role, granted_at, granted_by) values ('r1', 'staff-director', 'director', 1, 'x'), ('r2', 'staff-owner', 'owner', 1, 'x'), ('r3', 'staff-staff', 'staff', 1, 'x')`,
    ),
    env.DB.prepare(
      `insert into staff_phone (staff_id, phone, added_at) values ('staff-director', '+14065550990', 1)`,
    ),
    env.DB.prepare(
      `insert into network_setting (key, value, changed_at, changed_by) values ('zone', '"America/Denver"', 1, 'x'), ('shortName', '"ASSN"', 1, 'x')`,
    ),
  ]);
};

/** Members with their contact points; region by turns. */
export const addPeople = async (world: TestWorld, people: Person[]): Promise<void> => {
  const list: D1PreparedStatement[] = [];
  for (const [no, one] of people.entries()) {
    list.push(
      env.DB.prepare(
        `insert into member (id, first_name, last_name, kind, organization_id, region_id, district_nces, zone, created_at, updated_at)
         values (?, ?, 'Harrowgate', 'superintendent', 'org', ?, ?, ?, 1, 1)`,
      ).bind(
        one.id,
        `Ned${one.id}`,
        no % 2 ? 'east' : 'west',
        one.district === undefined ? '3000001' : one.district,
        one.zone ?? null,
      ),
    );
    for (const [channel, address, state] of [
      ['sms', one.phone, one.phoneState ?? 'active'],
      ['email', one.email, 'active'],
    ] as const) {
      if (!address) continue;
      list.push(
        env.DB.prepare(
          `insert into contact_point (id, member_id, channel, address, address_hash, state, created_at, updated_at) values (?, ?, ?, ?, ?, ?, 1, 1)`,
        ).bind(
          `${one.id}-${channel}`,
          one.id,
          channel,
          address,
          await addressHash(world, channel, address),
          state,
        ),
      );
    }
  }
  for (let at = 0; at < list.length; at += 50) await env.DB.batch(list.slice(at, at + 50));
};

const numberOf = (text: string) => [...text].reduce((sum, one) => (sum * 31 + one.charCodeAt(0)) % 9973, 7);

/** Many members with a phone and an address each. */
export const crowd = (prefix: string, count: number): Person[] =>
  Array.from({ length: count }, (_, no) => ({
    id: `${prefix}${String(no).padStart(4, '0')}`,
    phone: `+1406${String(200 + (numberOf(prefix) % 700))}${String(no).padStart(4, '0')}`,
    email: `${prefix}${no}@district.example`,
  }));

/** An approved action alert to these members. */
export const approvedAlert = async (
  world: TestWorld,
  members: string[],
  more: { smsText?: string; sendEmail?: boolean; deadlineAt?: number } = {},
): Promise<{ id: string; people: number }> => {
  const draft = good(
    await draftAlert(world, staffAs('staff'), {
      kind: 'action',
      title: 'HB 203',
      organizationId: 'org',
      smsText: more.smsText ?? 'Call about HB 203 today',
      emailSubject: 'HB 203',
      emailText: 'Dear {{first_name}}, call about HB 203 today.',
      sendSms: true,
      sendEmail: more.sendEmail ?? true,
      audience: { members },
      deadlineAt: more.deadlineAt ?? world.clock.now() + 3 * 24 * 3_600_000,
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
  );
  good(await proposeAlert(world, staffAs('staff'), { id: draft.id }));
  const preview = good(await previewAlert(world, staffAs('director'), { id: draft.id }));
  good(
    await approveAlert(world, staffAs('director'), {
      id: draft.id,
      hash: preview.hash,
      audienceCount: preview.people,
    }),
  );
  return { id: draft.id, people: preview.people };
};

interface Row {
  id: number;
  recipient_id: string;
  channel: string;
  state: string;
  reason: string | null;
  attempt_no: number;
  provider_id: string | null;
  provider_rank: number;
  token_hash: string | null;
  error_code: string | null;
  carried_by: number | null;
  source_kind: string;
  instead_of: number | null;
  due_at: number;
  price_micros: number | null;
  segments: number | null;
}
/** Deliveries of a source as they stand. */
export const rowsOf = async (sourceId: string): Promise<Row[]> => {
  const { results } = await env.DB.prepare(`select * from delivery where source_id = ? order by id`)
    .bind(sourceId)
    .all<Row>();
  return results;
};

/** The tally of a source, counted anew from its rows, as it must be kept. */
export const countedTally = async (sourceId: string) => {
  const { results } = await env.DB.prepare(
    `select source_kind, channel, iif(state = 'submitting', 'planned', state) as state, count(*) as count,
       coalesce(sum(segments), 0) as segments, coalesce(sum(price_micros), 0) as price_micros
     from delivery where source_id = ? group by 1, 2, 3 order by 1, 2, 3`,
  )
    .bind(sourceId)
    .all();
  return results;
};
export const keptTally = async (sourceId: string) => {
  const { results } = await env.DB.prepare(
    `select source_kind, channel, state, count, segments, price_micros from rollup
     where source_id = ? and (count <> 0 or segments <> 0 or price_micros <> 0) order by 1, 2, 3`,
  )
    .bind(sourceId)
    .all();
  return results;
};
