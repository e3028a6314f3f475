import * as z from 'zod';
import { deliveriesTo } from '../delivery/index.ts';
import { statement } from '../platform/statement.ts';

const params = z.object({ memberId: z.string() });
const nothing = z.object({});
const conversations = `select id from conversation where member_id = :memberId
  union select id from conversation
    where address_hash in (select address_hash from contact_point where member_id = :memberId)`;

/** Who is to be erased, and whether they have been. */
export const erasable = statement({
  params,
  row: z.object({
    firstName: z.string(),
    lastName: z.string(),
    erasedAt: z.number().nullable(),
    lobbyist: z.number(),
  }),
  sql: `select first_name as firstName, last_name as lastName, erased_at as erasedAt,
          exists (select 1 from lobbyist where member_id = :memberId) as lobbyist
        from member where id = :memberId`,
  scans: { lobbyist: 'a handful of rows' },
});

/** Their numbers and addresses, and whether somebody else in the network has the same. */
export const pointsToErase = statement({
  params,
  row: z.object({ channel: z.enum(['sms', 'email']), address: z.string(), shared: z.number() }),
  sql: `select p.channel, p.address,
          exists (select 1 from contact_point o where o.channel = p.channel and o.address = p.address
            and o.member_id <> :memberId) as shared
        from contact_point p where p.member_id = :memberId`,
});

/** The row of a member names nobody from now on; region and organization stay, since counts are by them. */
export const eraseMemberRow = statement({
  params: params.extend({ now: z.number() }),
  row: z.object({ id: z.string() }),
  sql: `update member set first_name = 'Erased', last_name = 'member', title = null, district_nces = null, zone = null,
          language = 'en', texts_from = null, texts_to = null, state = 'left', left_at = coalesce(left_at, :now), erased_at = :now, updated_at = :now
        where id = :memberId and erased_at is null returning id`,
});

/** Messages they wrote, without words and addresses. The key of the stored original stays until that is gone. */
export const eraseReplies = statement({
  params,
  row: nothing,
  sql: `update reply set from_address = '', to_address = '', subject = null, body = '', mail_ids = null,
          provider_id = case channel when 'email' then 'erased ' || id else provider_id end
        where id in (select id from reply where member_id = :memberId
          union select id from reply where conversation_id in (${conversations}))`,
});

/** What staff wrote to them. */
export const eraseOutgoing = statement({
  params,
  row: nothing,
  sql: `update outgoing set body = '' where conversation_id in (${conversations})`,
});

/** What staff wrote about them for each other. */
export const eraseNotes = statement({
  params: params.extend({ now: z.number() }),
  row: nothing,
  sql: `update conversation_note set body = '', removed_at = coalesce(removed_at, :now)
        where conversation_id in (${conversations})`,
});

/** The words of messages that went to them alone. */
export const eraseWordings = statement({
  params,
  row: nothing,
  sql: `update wording set sms_text = null, email_subject = null, email_text = null, answers_mail = null
        where id in (select d.wording_id from ${deliveriesTo(':memberId')} d
          where d.source_kind not in ('alert', 'nudge')
            and not exists (select 1 from delivery o where o.source_kind = d.source_kind
              and o.source_id = d.source_id and o.recipient_id <> :memberId))`,
  scans: { alert: 'one row for each alert ever made' },
});

/** Their pages lead nowhere from now on. */
export const eraseTokens = statement({
  params,
  row: nothing,
  sql: `update delivery set token_hash = null
        where id in (select id from ${deliveriesTo(':memberId')}) and token_hash is not null and carried_by is null
          and not exists (select 1 from delivery c where c.carried_by = delivery.id and c.recipient_id <> :memberId)`,
  scans: { alert: 'one row for each alert ever made' },
});

/** What an official told them, in words; whom they spoke with, when and about what stays in the log. */
export const eraseReportNotes = statement({
  params,
  row: nothing,
  sql: `update contact_report set note = '' where member_id = :memberId and note <> ''`,
});

/** The same in the lines of the log. Filed reports are frozen copies and stay as they are. */
export const eraseActivityNotes = statement({
  params: params.extend({ now: z.number() }),
  row: nothing,
  sql: `update activity set note = '', updated_at = :now where note <> '' and (member_id = :memberId
          or contact_report_id in (select id from contact_report where member_id = :memberId))`,
  scans: { activity: 'erasing is rare' },
});

/**
 * Dues and gifts they paid themselves. Who gave for lobbying, and their address, stays: the law asks the report for it by
 * name. What a district paid for them names the district; the note goes.
 */
export const erasePayer = statement({
  params,
  row: nothing,
  sql: `update dues_receipt set note = '',
          payer = iif(earmarked = 1 or payer_kind not in ('individual', 'other'), payer, 'Erased member'),
          payer_address = iif(earmarked = 1 or payer_kind not in ('individual', 'other'), payer_address, null)
        where member_id = :memberId`,
  scans: { dues_receipt: 'erasing is rare' },
});

/** How they looked before an import, and what files said of them. */
export const eraseImportRows = statement({
  params,
  row: nothing,
  sql: `update import_row set before = null, problems = '[]' where subject_id = :memberId
          or (subject_id is null and exists (select 1 from contact_point p
            where p.member_id = :memberId and instr(import_row.problems, p.address) > 0))`,
  scans: { import_row: 'erasing is rare; refused lines name no member' },
});

/** Answers of the API that are kept for a day, where they are about them. */
export const eraseApiAnswers = statement({
  params,
  row: nothing,
  sql: `delete from idempotency_key where instr(coalesce(body, ''), :memberId) > 0`,
  scans: { idempotency_key: 'rows of one day' },
});

/** Codes sent to them. */
export const eraseCodes = statement({
  params,
  row: nothing,
  sql: `delete from member_code where member_id = :memberId`,
});

/** That somebody rang them. */
export const eraseCalls = statement({
  params,
  row: nothing,
  sql: `delete from member_call where member_id = :memberId`,
});

/** What a number of theirs was told before anybody knew whose it is. */
export const eraseStrangers = statement({
  params,
  row: nothing,
  sql: `delete from stranger where address_hash in (select address_hash from contact_point where member_id = :memberId)`,
});

/** Whom they know among the officials, and what was noted of it. */
export const eraseRelationships = statement({
  params,
  row: nothing,
  sql: `delete from relationship where member_id = :memberId`,
});

/** The groups they were in. */
export const eraseGroups = statement({
  params,
  row: nothing,
  sql: `delete from group_member where member_id = :memberId`,
});

/** Their numbers and addresses. Last of all: the others find by them what an unknown address wrote. */
export const erasePoints = statement({
  params,
  row: nothing,
  sql: `delete from contact_point where member_id = :memberId`,
});

/** The threads of a member, and of their addresses from before they were known. */
export const threadsToErase = statement({
  params,
  row: z.object({ id: z.string() }),
  sql: conversations,
});

/** Stored originals of erased messages: by their member, and by the threads they were in. */
export const rawOfErased = statement({
  params: params.extend({ conversationIds: z.array(z.string()) }),
  row: z.object({ id: z.string(), rawKey: z.string().nullable() }),
  sql: `select r.id, r.raw_key as rawKey from reply r where r.member_id = :memberId
            and r.raw_key is not null and r.from_address = ''
          union select r.id, r.raw_key from reply r
            where r.conversation_id in (select value from json_each(:conversationIds))
              and r.raw_key is not null and r.from_address = ''`,
});

/** An original is gone. */
export const forgetRaw = statement({
  params: z.object({ ids: z.array(z.string()) }),
  row: nothing,
  sql: `update reply set raw_key = null where id in (select value from json_each(:ids))`,
});
