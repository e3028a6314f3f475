import * as z from 'zod';
import { statement } from '../platform/statement.ts';

/** Questions answered by a number or a step of a scale, of alerts that went out, the latest first. */
export const numberQuestions = statement({
  params: z.object({ limit: z.number() }),
  row: z.object({
    id: z.string(),
    alertId: z.string(),
    title: z.string(),
    launchedAt: z.number(),
    prompt: z.string(),
    kind: z.enum(['scale', 'number']),
    least: z.number().nullable(),
    most: z.number().nullable(),
    unit: z.string().nullable(),
    lowLabel: z.string().nullable(),
    highLabel: z.string().nullable(),
  }),
  sql: `select q.id, a.id as alertId, a.title, coalesce(a.launched_at, 0) as launchedAt, q.prompt, q.kind, q.least, q.most, q.unit,
          q.low_label as lowLabel, q.high_label as highLabel
        from alert a cross join question q on q.alert_id = a.id
        where a.launched_at is not null and q.kind in ('scale', 'number')
        order by a.launched_at desc, q.no limit :limit`,
  scans: { alert: 'an association sends some hundreds of alerts a year' },
});

/**
 * The numbers given to two questions, each with how often: to the one, to the other, and as pairs by those who answered
 * both; in one region where one is given.
 */
export const numbersGiven = statement({
  params: z.object({ before: z.string(), after: z.string(), regionId: z.string().nullable() }),
  row: z.object({
    part: z.enum(['before', 'after', 'pair']),
    before: z.number().nullable(),
    after: z.number().nullable(),
    count: z.number(),
  }),
  sql: `with given(question_id, member_id, number) as materialized (
          select q.id, r.member_id, w.number
          from question q cross join response r on r.alert_id = q.alert_id and r.question_id = q.id
          join answer w on w.id = r.answer_id
          where q.id in (:before, :after) and w.number is not null
            and (:regionId is null or r.member_id in (select m.id from member m where m.region_id = :regionId))
        )
        select 'before' as part, number as before, null as after, count(*) as count
        from given where question_id = :before group by 2
        union all
        select 'after', null, number, count(*) from given where question_id = :after group by 3
        union all
        select 'pair', b.number, a.number, count(*)
        from given b join given a on a.member_id = b.member_id and a.question_id = :after
        where b.question_id = :before group by 2, 3
        order by 1, 2, 3`,
});
