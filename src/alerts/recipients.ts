const keyed = (key: string, condition: string) =>
  `(json_extract(:audience, '$.${key}') is null or ${condition})`;
const listed = (key: string) => `(select value from json_each(:audience, '$.${key}'))`;
const reaching = (officials: string) => `m.district_nces in (
      select r.district_nces from tenure t join reach r on r.seat_id = t.seat_id
      where t.to_on is null and t.official_id in (${officials}))`;

/** They have had the week's messages: `withinBudget` names them. */
const SPENT = `w.member_id in ${listed('spent')}`;

/** Public resources are not for ballot campaigns: what a district owns is left out of such an alert. */
const FOR_A_BALLOT = `coalesce(json_extract(:audience, '$.ballotIssue'), 0) = 1 and p.is_public = 1`;

/**
 * Who gets an alert, and who does not and why: CTEs ending in
 * `recipients(member_id, channel, contact_point_id, state, reason)`, one row for each member of the audience
 * and each channel used. `state` is 'planned', 'on-hold' or 'skipped'; `reason` is null or a key of
 * `EXCLUSIONS`. Preview and launch use this same text, so what was shown is what is planned.
 *
 * Parameters: `:audience` (JSON of `Audience`), `:sms` and `:email` (0 or 1). An audience by answer must be
 * resolved first (`resolveAudience`): unresolved it means nobody. Its `spent` are those at their weekly budget.
 */
export const RECIPIENTS_SQL = `
  meant(member_id) as (
    select m.id from member m
    where m.state = 'active'
      and json_extract(:audience, '$.answered') is null
      and ${keyed('members', `m.id in ${listed('members')}`)}
      and ${keyed('regions', `m.region_id in ${listed('regions')}`)}
      and ${keyed('kinds', `m.kind in ${listed('kinds')}`)}
      and ${keyed(
        'organizations',
        `(m.organization_id in ${listed('organizations')} or exists (
      select 1 from membership s where s.member_id = m.id and s.to_on is null
        and s.organization_id in ${listed('organizations')}))`,
      )}
      and ${keyed(
        'classes',
        `exists (select 1 from district d where d.nces = m.district_nces and d.class in ${listed('classes')})`,
      )}
      and ${keyed('groups', `m.id in (select g.member_id from group_member g where g.group_id in ${listed('groups')})`)}
      and ${keyed(
        'committees',
        reaching(
          `select c.official_id from committee_seat c where c.committee_id in ${listed('committees')}`,
        ),
      )}
      and ${keyed('officials', reaching(`select value from json_each(:audience, '$.officials')`))}
  ),
  used(channel) as (select 'sms' where :sms = 1 union all select 'email' where :email = 1),
  recipients(member_id, channel, contact_point_id, state, reason) as (
    select w.member_id, u.channel, p.id,
      case
        when p.id is null then 'skipped'
        when ${FOR_A_BALLOT} then 'skipped'
        when coalesce(x.reason, '') = 'held' or (x.reason is null and p.state = 'held') then 'on-hold'
        when x.reason is null and p.state = 'active' then iif(${SPENT}, 'skipped', 'planned')
        else 'skipped'
      end,
      case
        when p.id is null then 'no_address'
        when ${FOR_A_BALLOT} then 'public_resource'
        when x.reason is not null then x.reason
        when p.state = 'unconsented' then 'no_consent'
        when p.state = 'suppressed' then coalesce(p.state_reason, 'stopped')
        when p.state in ('held', 'invalid') then p.state
        when ${SPENT} then 'over_budget'
      end
    from meant w
    cross join used u
    left join contact_point p on p.member_id = w.member_id and p.channel = u.channel and p.is_primary = 1
    left join suppression x on x.address_hash = p.address_hash
  )`;

/** Why somebody is left out, in words, by the reason that `RECIPIENTS_SQL` and deliveries carry. */
export const EXCLUSIONS: Record<string, { sms: string; email: string }> = {
  public_resource: {
    sms: 'District-owned number, left out of ballot issues',
    email: 'District-owned address, left out of ballot issues',
  },
  over_budget: { sms: 'Has had the week’s messages', email: 'Has had the week’s messages' },
  no_address: { sms: 'No mobile number', email: 'No email address' },
  no_consent: { sms: 'Has not agreed to texts', email: 'Has not agreed to emails' },
  stopped: { sms: 'Texted STOP', email: 'Asked for no more email' },
  unsubscribed: { sms: 'Unsubscribed', email: 'Unsubscribed' },
  complained: { sms: 'Complained about a message', email: 'Marked a message as spam' },
  bounced: { sms: 'Number does not take texts', email: 'Address bounced' },
  wrong_number: { sms: 'Wrong number', email: 'Wrong address' },
  staff: { sms: 'Closed by staff', email: 'Closed by staff' },
  held: { sms: 'On hold until staff look', email: 'On hold until staff look' },
  invalid: { sms: 'Number is not valid', email: 'Address is not valid' },
};

/** One reason in words for one channel; an unknown one as it stands. */
export const exclusionInWords = (channel: 'sms' | 'email', reason: string): string =>
  EXCLUSIONS[reason]?.[channel] ?? reason.replaceAll('_', ' ');
