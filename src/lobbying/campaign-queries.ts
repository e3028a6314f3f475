import * as z from 'zod';
import { taxStatusOn } from '../people/index.ts';
import { statement } from '../platform/statement.ts';

const candidate = z.object({
  id: z.string(),
  officialId: z.string(),
  name: z.string(),
  given: z.string(),
  family: z.string(),
  electionOn: z.string(),
  office: z.string(),
  source: z.string(),
});

/** Officials who stand in an election on or after a day, the nearest first. */
export const candidatesFrom = statement({
  params: z.object({ on: z.string() }),
  row: candidate,
  sql: `select c.id, c.official_id as officialId, o.name, o.given, o.family, c.election_on as electionOn, c.office, c.source
          from candidacy c join official o on o.id = c.official_id
         where c.election_on >= :on order by c.election_on, o.family, c.id`,
  scans: { candidacy: 'some dozens of officials stand in an election' },
});

/** That an official stands in an election. */
export const candidacyOf = statement({
  params: z.object({ officialId: z.string(), electionOn: z.string() }),
  row: z.object({ id: z.string() }),
  sql: `select id from candidacy where official_id = :officialId and election_on = :electionOn`,
});

/** An official stands in an election; once for a day. */
export const insertCandidacy = statement({
  params: z.object({
    id: z.string(),
    officialId: z.string(),
    electionOn: z.string(),
    office: z.string(),
    source: z.string(),
    at: z.number(),
    by: z.string(),
  }),
  row: z.object({}),
  sql: `insert into candidacy (id, official_id, election_on, office, source, added_at, added_by)
        values (:id, :officialId, :electionOn, :office, :source, :at, :by) on conflict do nothing`,
});

/** An official stands no more. */
export const deleteCandidacy = statement({
  params: z.object({ id: z.string() }),
  row: z.object({}),
  sql: `delete from candidacy where id = :id`,
});

/** The window that holds for an organization on a day: its own before everybody's, the newest first. */
export const windowOn = statement({
  params: z.object({ organizationId: z.string().nullable(), on: z.string() }),
  row: z.object({
    days: z.number(),
    scorecards: z.number(),
    fromOn: z.string(),
    source: z.string(),
    evidence: z.string(),
  }),
  sql: `select days, scorecards, from_on as fromOn, source, evidence from campaign_window
         where from_on <= :on and (organization_id is null or organization_id = :organizationId)
         order by organization_id is null, from_on desc, decided_at desc, id desc limit 1`,
  scans: { campaign_window: 'a handful of decisions' },
});

/** A wider or narrower window, from a day on. */
export const insertWindow = statement({
  params: z.object({
    id: z.string(),
    organizationId: z.string().nullable(),
    days: z.number(),
    scorecards: z.boolean(),
    fromOn: z.string(),
    source: z.string(),
    at: z.number(),
    by: z.string(),
  }),
  row: z.object({}),
  sql: `insert into campaign_window (id, organization_id, days, scorecards, from_on, source, evidence, decided_at, decided_by)
        values (:id, :organizationId, :days, :scorecards, :fromOn, :source, 'decided', :at, :by)`,
});

/** The tax status of an organization. */
export const taxStatusOf = statement({
  params: z.object({ organizationId: z.string(), on: z.string() }),
  row: z.object({ taxStatus: z.string().nullable() }),
  sql: `select ${taxStatusOn('g', ':on')} as taxStatus from organization g where g.id = :organizationId`,
});
