import { env } from 'cloudflare:workers';
import { addTalkingPoints, editTalkingPoints, publishTalkingPoints } from '../../src/alerts/index.ts';
import { addContactReport } from '../../src/lobbying/index.ts';
import { CLARA, settle, staff } from '../console/ground.ts';
import { good, staffAs, type TestWorld } from '../support/world.ts';

export const coordinator = staffAs('coordinator');

/**
 * A senator reached by both districts, a representative reached by Drummond, a vacant seat and one of another state;
 * and talking points for Congress, with one version.
 */
export const settleCongress = async () => {
  const world = await settle();
  for (const sql of [
    `insert into chamber (id, jurisdiction, level, kind, name, seat_label, official_title) values ('us-upper', 'US', 'federal', 'upper', 'US Senate', 'Senate', 'Sen.'), ('us-lower', 'US', 'federal', 'lower', 'US House', 'MT', 'Rep.')`,
    `insert into seat (id, chamber_id, state, district) values ('us-s1', 'us-upper', 'MT', '1'), ('us-h1', 'us-lower', 'MT', '1'), ('us-h2', 'us-lower', 'MT', '2'), ('us-wy', 'us-lower', 'WY', '1')`,
    `insert into official (id, name, given, family, source, as_of) values ('ros', 'Rosalind Penhallow', 'Rosalind', 'Penhallow', 'test', '2027-01-01'), ('wes', 'Wes Tarrant', 'Wes', 'Tarrant', 'test', '2027-01-01'), ('wyo', 'Somebody Else', 'Somebody', 'Else', 'test', '2027-01-01')`,
    `insert into tenure (id, seat_id, official_id) values ('u1', 'us-s1', 'ros'), ('u2', 'us-h1', 'wes'), ('u3', 'us-wy', 'wyo')`,
    `insert into reach (district_nces, seat_id, share, source) values ('3000001', 'us-s1', 1, 'statewide'), ('3000002', 'us-s1', 1, 'statewide'), ('3000001', 'us-h1', 1, 'csv')`,
    `insert into relationship (id, member_id, official_id, kind, strength, source, source_id, at) values ('r1', '${CLARA}', 'ros', 'friend', 3, 'staff', 'x', 0)`,
  ])
    await env.DB.prepare(sql).run();
  const { id: points } = good(
    await addTalkingPoints(world, coordinator, {
      issueId: 'vouchers',
      level: 'federal',
      title: 'Title II-A',
      body: 'Keep it.',
    }),
  );
  good(await publishTalkingPoints(world, coordinator, { id: points }));
  return { world, points };
};

/** The talking points anew, as their next version. */
export const rewritten = async (world: TestWorld, id: string, body: string, changeNote = '') => {
  good(await editTalkingPoints(world, coordinator, { id, body }));
  good(await publishTalkingPoints(world, coordinator, { id, changeNote }));
};

/** A member spoke with the senator. */
export const met = async (world: TestWorld, memberId: string, onDate: string, alertId?: string) =>
  good(
    await addContactReport(world, staff, {
      memberId,
      officialId: 'ros',
      issueId: 'vouchers',
      ...(alertId && { alertId }),
      method: 'phone',
      stance: 'undecided',
      onDate,
    }),
  );
