import * as z from 'zod';
import { taxStatusOn } from '../people/index.ts';
import { statement } from '../platform/statement.ts';

const yes = z.number().nullable();
const FACTS_ROW = {
  id: z.string(),
  kind: z.string(),
  personKind: z.string(),
  directedBy: z.string(),
  billId: z.string().nullable(),
  position: z.string().nullable(),
  level: z.enum(['federal', 'state', 'local']).nullable(),
  branch: z.enum(['legislative', 'executive', 'both']).nullable(),
  officialCapacity: yes,
  onRecord: yes,
  writtenRequest: yes,
  specificLegislation: yes,
  reflectsView: yes,
  directInterest: yes,
  asksNonMembers: yes,
  coveredOfficial: yes,
  callsToAction: z.string().nullable(),
  reachMembers: z.number().nullable(),
  reachNonMembers: z.number().nullable(),
  taxStatus: z.string().nullable(),
  officialLevel: z.string().nullable(),
  billJurisdiction: z.string().nullable(),
};
const FACTS = `select v.id, v.kind, v.person_kind as personKind, v.directed_by as directedBy, v.bill_id as billId, v.position, v.level, v.branch,
               v.official_capacity as officialCapacity, v.on_record as onRecord, v.written_request as writtenRequest,
               v.specific_legislation as specificLegislation, v.reflects_view as reflectsView, v.direct_interest as directInterest,
               v.asks_non_members as asksNonMembers, v.covered_official as coveredOfficial, v.calls_to_action as callsToAction,
               v.reach_members as reachMembers, v.reach_non_members as reachNonMembers, ${taxStatusOn('g', 'v.on_date')} as taxStatus,
               (select c.level from tenure t join seat s on s.id = t.seat_id join chamber c on c.id = s.chamber_id
                 where t.official_id = v.official_id order by t.to_on is null desc limit 1) as officialLevel,
               (select l.jurisdiction from bill b join legislative_session l on l.id = b.legislative_session_id where b.id = v.bill_id) as billJurisdiction
          from activity v join organization g on g.id = v.organization_id`;

/** Lines of an organization's log from a day on that are not classed in a regime. */
export const unclassedActivities = statement({
  params: z.object({ organizationId: z.string(), regime: z.string(), fromOn: z.string() }),
  row: z.object(FACTS_ROW),
  sql: `${FACTS}
         where v.organization_id = :organizationId and v.on_date >= :fromOn and v.state <> 'removed'
           and not exists (select 1 from activity_class c where c.activity_id = v.id and c.regime = :regime)`,
});

/** What stands beside a line that is not written yet: the tax status on its day, whose official and whose bill it is. */
export const factsBeside = statement({
  params: z.object({
    organizationId: z.string(),
    on: z.string(),
    officialId: z.string().nullable(),
    billId: z.string().nullable(),
  }),
  row: z.object({
    taxStatus: z.string().nullable(),
    officialLevel: z.string().nullable(),
    billJurisdiction: z.string().nullable(),
  }),
  sql: `select (select ${taxStatusOn('g', ':on')} from organization g where g.id = :organizationId) as taxStatus,
               (select c.level from tenure t join seat s on s.id = t.seat_id join chamber c on c.id = s.chamber_id
                 where t.official_id = :officialId order by t.to_on is null desc limit 1) as officialLevel,
               (select l.jurisdiction from bill b join legislative_session l on l.id = b.legislative_session_id where b.id = :billId) as billJurisdiction`,
});

/** The classes of a line made anew by rule; a person's decision stands. */
export const renewClasses = statement({
  params: z.object({
    activityId: z.string(),
    classes: z.array(
      z.object({
        regime: z.string(),
        class: z.string(),
        counts: z.boolean(),
        ruleId: z.string(),
        ruleVersion: z.string(),
        reason: z.string(),
      }),
    ),
    at: z.number(),
  }),
  row: z.object({}),
  sql: `insert into activity_class (activity_id, regime, class, counts, rule_id, rule_version, by, at, reason)
        select :activityId, value ->> 'regime', value ->> 'class', value ->> 'counts', value ->> 'ruleId', value ->> 'ruleVersion', 'rule', :at, value ->> 'reason'
          from json_each(:classes)
         where exists (select 1 from activity where id = :activityId)
        on conflict (activity_id, regime) do update set class = excluded.class, counts = excluded.counts, rule_id = excluded.rule_id,
               rule_version = excluded.rule_version, at = excluded.at, reason = excluded.reason
         where activity_class.by = 'rule'`,
});
