/** The state whose hours hold for a member `m` of a district `di`: the district's, else the network's. */
const STATE = `coalesce(di.state, (select n.value ->> '$' from network_setting n where n.key = 'state'))`;

/** What the roster says of where a recipient is: their own zone, the district's zone, the state. */
const whereabouts = (member: string, state: string) =>
  `(select m.zone as own, di.zone as districts, ${state} as state
        from (select ${member} as id) who left join member m on m.id = who.id left join district di on di.nces = m.district_nces)`;

/** The zones in which the area code of a contact point is used. */
const zonesOfNumber = (point: string) =>
  `from contact_point p join area_code a on a.code = substr(p.address, 3, 3)
          where p.id = ${point} and substr(p.address, 1, 2) = '+1'`;

/**
 * The highest value of a recipient's zones, from a JSON parameter by state and zone (`ByPlace`). Zones are the
 * district's and the person's own, both where they differ; with neither all of the number's area code; with none,
 * or one that is not listed, the value in doubt.
 */
const highest = (json: string, member: string, point: string) => {
  const value = (zone: string) =>
    `coalesce(json_extract(${json}, '$."' || w.state || '"."' || ${zone} || '"'), json_extract(${json}, '$."' || w.state || '".in_doubt'))`;
  return `(select case
          when w.own is null and w.districts is null
            then coalesce((select max(${value('a.zone')}) ${zonesOfNumber(point)}), ${value('null')})
          when w.own is null or w.districts is null or w.own = w.districts then ${value('coalesce(w.own, w.districts)')}
          else max(${value('w.own')}, ${value('w.districts')}) end
        from ${whereabouts(member, `iif(${STATE} in (select key from json_each(${json})), ${STATE}, '*')`)} w)`;
};

/** When a text to a recipient may go next, by `:due`: the latest opening among their zones. */
export const dueOf = (member: string, point: string) => highest(':due', member, point);

/** Whether a text may go to a recipient now, by `:shut` (1 where it may not): no zone of theirs is shut. */
const openTo = (member: string, point: string) => `${highest(':shut', member, point)} = 0`;

/** The state of a recipient, for the window of their place. */
export const stateOf = (member: string) => `(select w.state from ${whereabouts(member, STATE)} w)`;

/** The zones of a recipient as a JSON list, empty where they are in doubt. */
export const zonesOf = (member: string, point: string) => `(select case
          when w.own is null and w.districts is null then (select json_group_array(a.zone) ${zonesOfNumber(point)})
          else json_array(coalesce(w.own, w.districts), coalesce(w.districts, w.own)) end
        from ${whereabouts(member, STATE)} w)`;

/**
 * Members with hours of their own among those who read a delivery: its recipient, and whoever it is carried for.
 * The number is the same for all of them, so that of the delivery tells its zones.
 */
const choosyReaders = (delivery: string) => `from member m indexed by member_texts
        where m.texts_from is not null and m.id in (select ${delivery}.recipient_id
          union all select c.recipient_id from delivery c where c.carried_by = ${delivery}.id)`;

/** The hours of the readers of a delivery that are their own, as JSON: `OwnHours[]`. */
export const ownHoursOf = (delivery: string) => `(select json_group_array(json_object('opens', m.texts_from,
            'closes', m.texts_to, 'zones', json(${zonesOf('m.id', `${delivery}.contact_point_id`)})))
          ${choosyReaders(delivery)})`;

/** The same for a member alone, at one of their numbers. */
export const ownHoursAt = (
  member: string,
  point: string,
) => `(select json_group_array(json_object('opens', m.texts_from,
            'closes', m.texts_to, 'zones', json(${zonesOf('m.id', point)})))
          from member m indexed by member_texts where m.texts_from is not null and m.id = ${member})`;

/** What the clocks show where a reader may be, by `:clock`: all zones where it is in doubt. */
const clocksOf = (
  member: string,
  point: string,
) => `json_each(iif(${zonesOf(member, point)} = '[]', '["in_doubt"]',
            ${zonesOf(member, point)})) place, json_each(coalesce(json_extract(:clock, '$."' || place.value || '"'), json_extract(:clock, '$.in_doubt'))) shown`;

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
 * statement. Parameters: `:now`, `:shut` (`ByPlace`, 1 where texts may not go out now), and `:clock` (what clocks
 * show, by zone). A text that counts for others too must be one that they may read now.
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
  inWindow: `(d.channel = 'email' or d.urgent = 1 or (${openTo('d.recipient_id', 'd.contact_point_id')}
      and not exists (select 1 from delivery c where c.carried_by = d.id
        and not ${openTo('c.recipient_id', 'c.contact_point_id')})))`,
  inOwnHours: `(d.channel = 'email' or d.urgent = 1 or not exists (select 1 ${choosyReaders('d')}
        and exists (select 1 from ${clocksOf('m.id', 'd.contact_point_id')} where shown.value < m.texts_from or shown.value >= m.texts_to)))`,
} as const;
export type ClaimCondition = keyof typeof CLAIM_CONDITIONS;

/** All conditions as one, or all but one: a test shows of each what it prevents. */
export const claimable = (without?: ClaimCondition): string =>
  Object.entries(CLAIM_CONDITIONS)
    .filter(([name]) => name !== without)
    .map(([, sql]) => sql)
    .join('\n          and ');

/**
 * All deliveries of one member, for a statement to read as a table: those of alerts through the alerts, since an
 * index row for each of them would cost a seventh of what a send writes; all others by the index of recipients.
 * @param member a parameter of the statement
 */
export const deliveriesTo = (member: string) => `(
          select mine.* from alert a join delivery mine
            on mine.source_kind = 'alert' and mine.source_id = a.id and mine.round = 0 and mine.recipient_id = ${member}
          union all
          select mine.* from delivery mine where mine.source_kind <> 'alert' and mine.recipient_id = ${member})`;

/**
 * What the index delivery_unsettled holds, word for word: all that is unclear, and what is out of messages to one
 * person. An alert's rows are found through its tally instead: an index row at each step of each of them would
 * cost more than all the rest.
 */
export const UNSETTLED = `(state = 'unknown' or (state in ('submitting', 'accepted') and source_kind not in ('alert', 'nudge')))`;
