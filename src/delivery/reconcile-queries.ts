import * as z from 'zod';
import { statement } from '../platform/statement.ts';
import { CLAIM_CONDITIONS } from './conditions.ts';

/** Proof is looked for about 1, 2, 10 and 30 minutes after the try: the provider's list lags, and asking costs. */
const AGE = `:now - d.claimed_at`;
const LOOKS = `${AGE} between 60000 and 179999 or ${AGE} between 600000 and 719999 or ${AGE} >= 1800000`;
/** When the claim of a dead consumer is taken up: nobody has asked about its texts before. */
const TAKEN_UP = `${AGE} between 300000 and 419999`;

/** Texts of which nobody knows whether the carrier has them and whose turn it is, oldest first, with where they went. */
export const unclearTexts = statement({
  params: z.object({ now: z.number(), limit: z.number() }),
  row: z.object({
    id: z.number(),
    attempt: z.number(),
    sourceKind: z.string(),
    claimedAt: z.number(),
    address: z.string().nullable(),
    words: z.string().nullable(),
  }),
  sql: `select d.id, d.attempt_no as attempt, d.source_kind as sourceKind, coalesce(d.claimed_at, 0) as claimedAt,
          coalesce((select p.address from contact_point p where p.id = d.contact_point_id),
            (select t.phone from staff_phone t where d.source_kind = 'notice' and t.staff_id = d.recipient_id)) as address,
          (select w.sms_text from wording w where w.id = d.wording_id) as words
        from delivery d indexed by delivery_unsettled
        where d.state = 'unknown' and d.claimed_at <= :now - 60000 and d.channel = 'sms' and d.carried_by is null
          and (${LOOKS} or ${TAKEN_UP})
        order by d.claimed_at limit :limit`,
});

/**
 * The same for mails, with all that it takes to write one anew; `open` says whether it might still be sent. After
 * half an hour each is looked at once an hour, and after `last` each time.
 */
export const unclearMails = statement({
  params: z.object({ now: z.number(), last: z.number(), limit: z.number() }),
  row: z.object({
    id: z.number(),
    attempt: z.number(),
    sourceKind: z.string(),
    recipientId: z.string(),
    claimedAt: z.number(),
    open: z.number(),
    address: z.string().nullable(),
    merge: z.string().nullable(),
    subject: z.string().nullable(),
    words: z.string().nullable(),
    fromName: z.string().nullable(),
  }),
  sql: `select d.id, d.attempt_no as attempt, d.source_kind as sourceKind,
          d.recipient_id as recipientId, coalesce(d.claimed_at, 0) as claimedAt,
          ${CLAIM_CONDITIONS.deadline} and ${CLAIM_CONDITIONS.alertIsLive} and ${CLAIM_CONDITIONS.notSuppressed}
            and ${CLAIM_CONDITIONS.contactPointIsOpen} as open,
          coalesce((select p.address from contact_point p where p.id = d.contact_point_id),
            (select s.email from staff s where d.source_kind = 'notice' and s.id = d.recipient_id)) as address,
          (select json_object('first_name', m.first_name, 'last_name', m.last_name, 'title', m.title,
              'district', di.name, 'region', g.name)
            from member m left join district di on di.nces = m.district_nces left join region g on g.id = m.region_id
            where m.id = d.recipient_id) as merge,
          (select w.email_subject from wording w where w.id = d.wording_id) as subject,
          (select w.email_text from wording w where w.id = d.wording_id) as words,
          (select n.value ->> '$' from network_setting n where n.key = 'mailFromName') as fromName
        from delivery d indexed by delivery_unsettled
        where d.state = 'unknown' and d.claimed_at <= :now - 60000 and d.channel = 'email' and (${LOOKS})
          and (${AGE} < 1920000 or ${AGE} >= :last or (${AGE}) % 3600000 < 120000)
        order by d.claimed_at limit :limit`,
});
