/** The zone of a recipient: their own, their district's, the network's. */
export const zoneOf = (member: string) => `coalesce(
      (select coalesce(m.zone, di.zone) from member m left join district di on di.nces = m.district_nces where m.id = ${member}),
      (select n.value ->> '$' from network_setting n where n.key = 'zone'))`;

/** A value by zone out of a JSON object, `in_doubt` where the zone is not known or not listed. */
export const byZone = (json: string, zone: string) =>
  `coalesce(json_extract(${json}, '$."' || ${zone} || '"'), json_extract(${json}, '$.in_doubt'))`;

/** The keyed hash of the address that a delivery `d` goes to. */
const ADDRESS_HASH = `coalesce(d.address_hash, (select p.address_hash from contact_point p where p.id = d.contact_point_id))`;

/** 47 CFR 64.1200(a)(12): one text may confirm an opt-out, within five minutes of it. */
const CONFIRMS_THE_STOP = `d.source_kind = 'confirmation' and x.by_carrier = 0 and x.reason <> 'held'
        and x.at <= d.updated_at and x.at > :now - 300000`;

/** The suppression that stands in the way of a delivery `d`; the text that confirms a STOP passes it. */
export const SUPPRESSION = `from suppression x where x.address_hash = ${ADDRESS_HASH} and not (${CONFIRMS_THE_STOP})`;

/** A reply to somebody who wrote first may go where no alert may go yet. */
const POINT_STATES = `case when d.source_kind in ('answer', 'confirmation', 'invitation')
      then p.state in ('active', 'unconsented') or (d.source_kind = 'confirmation' and p.state = 'suppressed')
      else p.state = 'active' end`;

/**
 * What must hold at the moment of the claim for a delivery `d` to go out: each by its name, all in one
 * statement. Parameters: `:now`, and `:open` (JSON, zone → 1 where texts may go out now).
 */
export const CLAIM_CONDITIONS = {
  planned: `d.state in ('planned', 'waiting')`,
  ownMessage: `d.carried_by is null`,
  due: `d.due_at <= :now`,
  deadline: `(d.deadline_at is null or d.deadline_at > :now)`,
  alertIsLive: `(d.source_kind not in ('alert', 'nudge')
      or exists (select 1 from alert a where a.id = d.source_id and a.state in ('sending', 'open')))`,
  notSuppressed: `not exists (select 1 ${SUPPRESSION})`,
  contactPointIsOpen: `(d.contact_point_id is null
      or exists (select 1 from contact_point p where p.id = d.contact_point_id and ${POINT_STATES}))`,
  inWindow: `(d.channel = 'email' or d.urgent = 1 or ${byZone(':open', zoneOf('d.recipient_id'))} = 1)`,
} as const;
export type ClaimCondition = keyof typeof CLAIM_CONDITIONS;

/** All conditions as one, or all but one: a test shows of each what it prevents. */
export const claimable = (without?: ClaimCondition): string =>
  Object.entries(CLAIM_CONDITIONS)
    .filter(([name]) => name !== without)
    .map(([, sql]) => sql)
    .join('\n          and ');

/**
 * What the index delivery_unsettled holds, word for word: all that is unclear, and what is out of messages to one
 * person. An alert's rows are found through its tally instead: an index row at each step of each of them would
 * cost more than all the rest.
 */
export const UNSETTLED = `(state = 'unknown' or (state in ('submitting', 'accepted') and source_kind not in ('alert', 'nudge')))`;
