import type { D1Database as Database } from '@cloudflare/workers-types';

/** The id of one of the alerts of earlier years, in the shape of those that the Worker makes. */
export const yearsAlert = (no: number) => `01YRS${String(no).padStart(21, '0')}`;

/** So many members in all beside those that are there, each with a number and a thread in the inbox. */
export const seedMembers = async (db: Database, members: number): Promise<void> => {
  await db.batch(
    [
      `with recursive n(i) as (select 1 union all select i + 1 from n where i < ${members})
       insert or ignore into member (id, first_name, last_name, kind, organization_id, region_id, district_nces, zone, created_at, updated_at)
       select printf('01YM%022d', i), 'First' || i, 'Last' || i, 'superintendent', (select id from organization limit 1),
         (select id from (select id, row_number() over () as no, count(*) over () as all_of from region) where no = 1 + i % all_of),
         (select nces from (select nces, row_number() over () as no, count(*) over () as all_of from district) where no = 1 + i % all_of), 'America/Denver', 1, 1 from n`,
      `insert or ignore into contact_point (id, member_id, channel, address, address_hash, state, created_at, updated_at)
       select 'cp-' || id, id, 'sms', printf('+1503%07d', rowid), hex(randomblob(32)), 'active', 1, 1 from member where id glob '01YM*'`,
      `insert or ignore into conversation (id, member_id, state, last_at)
       select 'years-' || id, id, iif(rowid % 100 = 0, 'open', 'done'), 1 + rowid from member where id glob '01YM*'`,
      `insert or ignore into wording (id, sms_text, created_at) values ('years', 'HB 203 is heard Tuesday. Please call.', 1)`,
    ].map((sql) => db.prepare(sql)),
  );
};

/**
 * Alerts that were sent to each of those members, one every three days up to the one they are like, with answers by
 * text and the tallies that sending keeps.
 * @param span their numbers; how many answer each; how many of the last are out still
 */
export const seedAlerts = async (
  db: Database,
  like: string,
  { from, to, answered, out }: { from: number; to: number; answered: number; out: number },
): Promise<void> => {
  const columns = (await db.prepare(`select * from alert where id = ?`).bind(like).first()) ?? {};
  for (let no = from; no <= to; no += 1) {
    const id = yearsAlert(no);
    const isOut = no > to - out;
    const at = Number(columns.launched_at) - (to - no) * 3 * 86_400_000;
    const alert: Record<string, unknown> = {
      ...columns,
      id,
      title: `Alert ${no}`,
      state: isOut ? 'open' : 'closed',
      superseded_by: null,
      supersedes: null,
      launched_at: at,
      closed_at: isOut ? null : at + 86_400_000,
      sent_out_at: at,
    };
    await db.batch([
      db
        .prepare(
          `insert into alert (${Object.keys(alert).join(', ')}) values (${Object.keys(alert).fill('?').join(', ')})`,
        )
        .bind(...Object.values(alert)),
      db
        .prepare(
          `insert into question (id, alert_id, no, prompt, kind) values (?1, ?2, 1, 'Will you call?', 'choice')`,
        )
        .bind(`q-${id}`, id),
      db
        .prepare(
          `insert into question_option (id, question_id, no, label, outcome) values ('o1-' || ?1, 'q-' || ?1, 1, 'Will', 'will'), ('o2-' || ?1, 'q-' || ?1, 2, 'Did', 'contacted')`,
        )
        .bind(id),
      db
        .prepare(`insert into delivery (source_kind, source_id, recipient_id, channel, contact_point_id, wording_id, state, due_at, attempt_no, provider_rank, segments, price_micros, updated_at, claimed_at)
        select 'alert', ?1, id, 'sms', 'cp-' || id, 'years', 'delivered', ?2, 1, 5, 1, 8300, ?2, ?2 from member where id glob '01YM*'`)
        .bind(id, at),
      db
        .prepare(
          `insert into asked (alert_id, region_id, kind, class, people)
           select ?1, m.region_id, m.kind, coalesce(i.class, ''), count(*) from member m left join district i on i.nces = m.district_nces
           where m.id glob '01YM*' group by 2, 3, 4`,
        )
        .bind(id),
      db
        .prepare(
          `insert into rollup (source_kind, source_id, channel, state, count, segments, price_micros) select 'alert', ?1, 'sms', 'delivered', count(*), count(*), count(*) * 8300 from member where id glob '01YM*'`,
        )
        .bind(id),
      db
        .prepare(`insert into answer (id, alert_id, question_id, member_id, option_id, door, confidence, at)
        select ?1 || '-' || id, ?1, 'q-' || ?1, id, iif(rowid % 2, 'o1-', 'o2-') || ?1, 'sms', 'sure', ?2 + (rowid % 1000) * 60000
        from member where id glob '01YM*' order by rowid limit ?3`)
        .bind(id, at, answered),
      db
        .prepare(`insert into response (alert_id, question_id, member_id, answer_id, option_id, first_at, at)
        select alert_id, question_id, member_id, id, option_id, at, at from answer where alert_id = ?1`)
        .bind(id),
    ]);
  }
  await db.batch([
    db
      .prepare(`insert into reply (id, channel, provider_id, from_address, address_hash, to_address, body, trust, member_id, conversation_id, alert_id, state, meaning, received_at)
       select a.id, 'sms', a.id, p.address, p.address_hash, '+14065550199', '1', 'verified', a.member_id, 'years-' || a.member_id, a.alert_id, 'answered', 'answer', a.at
       from answer a join contact_point p on p.id = 'cp-' || a.member_id where a.alert_id between ?1 and ?2`)
      .bind(yearsAlert(from), yearsAlert(to)),
    db.prepare(`analyze`),
  ]);
};
