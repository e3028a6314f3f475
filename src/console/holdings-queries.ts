import * as z from 'zod';
import { deliveriesTo } from '../delivery/index.ts';
import { statement } from '../platform/statement.ts';

const conversations = `select id from conversation where member_id = :memberId
  union select id from conversation
    where address_hash in (select address_hash from contact_point where member_id = :memberId)`;
const replies = `select id from reply where member_id = :memberId
  union select id from reply where conversation_id in (${conversations})`;
const reports = `select id from contact_report where member_id = :memberId`;

/** Rows of one table that are about a member, each as a JSON object of the columns given. */
const held = (table: string, columns: string, where: string, scans?: Record<string, string>) =>
  statement({
    params: z.object({ memberId: z.string() }),
    row: z.object({ row: z.string() }),
    sql: `select json_object(${columns
      .trim()
      .split(/\s+/)
      .map((column) => `'${column}', x.${column}`)
      .join(', ')}) as row
        from ${table} x where ${where}`,
    scans,
  });
const of = (column: string) => `x.${column} = :memberId`;

/**
 * Everything held about one member, table by table. Left out: hashes of links and other keys of ours, which say
 * nothing about a person.
 */
export const HOLDINGS = {
  member: held(
    'member',
    'id first_name last_name kind title organization_id region_id district_nces zone language texts_from texts_to state created_at updated_at left_at erased_at',
    of('id'),
  ),
  membership: held('membership', 'member_id organization_id from_on to_on', of('member_id'), {
    membership: 'the primary key begins with the member',
  }),
  contact_point: held(
    'contact_point',
    'id channel address address_hash is_public is_primary state state_reason created_at updated_at',
    of('member_id'),
  ),
  consent_event: held(
    'consent_event',
    'id at on_date contact_point_id channel address_hash organization_id kind text_version source evidence_kind evidence_id actor_kind actor_id',
    of('member_id'),
  ),
  suppression: held(
    'suppression',
    'address_hash channel reason by_carrier consent_event_id at',
    `x.address_hash in (select address_hash from contact_point where member_id = :memberId
       union select address_hash from consent_event where member_id = :memberId)`,
  ),
  member_call: held('member_call', 'called_at called_by', of('member_id')),
  group_member: held('group_member', 'group_id', of('member_id')),
  import_row: held('import_row', 'import_id line outcome subject_id before problems', of('subject_id')),
  member_code: held(
    'member_code',
    'id contact_point_id purpose sent_at expires_at tries used_at',
    of('member_id'),
  ),
  delivery: held(
    deliveriesTo(':memberId'),
    'id source_kind source_id round channel contact_point_id wording_id state reason due_at deadline_at attempt_no provider_id error_code segments talking_points_version_id updated_at',
    'true',
    { alert: 'one row for each alert ever made' },
  ),
  attempt: held(
    'attempt',
    'delivery_id no provider_id state error_code claimed_at',
    `x.delivery_id in (select id from ${deliveriesTo(':memberId')})`,
    { alert: 'one row for each alert ever made' },
  ),
  page_hit: held(
    'page_hit',
    'delivery_id act raw human suspect first_at last_at',
    `x.delivery_id in (select id from ${deliveriesTo(':memberId')})`,
  ),
  wording: held(
    'wording',
    'id sms_text email_subject email_text answers_mail created_at',
    `x.id in (select wording_id from ${deliveriesTo(':memberId')})`,
    { alert: 'one row for each alert ever made' },
  ),
  answer: held(
    'answer',
    'id alert_id question_id option_id option_ids number officials door reply_id delivery_id confidence at',
    of('member_id'),
    { answer: 'asked for by one member in a while; answers are found by alert otherwise' },
  ),
  response: held(
    'response',
    'alert_id question_id answer_id option_id revised first_at at',
    of('member_id'),
    { response: 'asked for by one member in a while; responses are found by alert otherwise' },
  ),
  stranger: held(
    'stranger',
    'id address address_hash told_at',
    `x.address_hash in (select address_hash from contact_point where member_id = :memberId)`,
  ),
  talking_points_view: held(
    'talking_points_view',
    'delivery_id talking_points_version_id first_at',
    of('member_id'),
    { talking_points_view: 'asked for by one member in a while' },
  ),
  conversation: held('conversation', 'id state unread assigned_to last_at', `x.id in (${conversations})`),
  conversation_note: held(
    'conversation_note',
    'id conversation_id body by at removed_at',
    `x.conversation_id in (${conversations})`,
  ),
  conversation_label: held(
    'conversation_label',
    'label_id conversation_id',
    `x.conversation_id in (${conversations})`,
  ),
  thread_binding: held(
    'thread_binding',
    'id conversation_id contact_point_id reply_ids by at undone_at',
    of('member_id'),
    { thread_binding: 'one row for each thread that staff gave a member' },
  ),
  reply: held(
    'reply',
    'id channel provider_id from_address to_address subject body raw_key opt_out_type trust machine alert_id state meaning mail_ids received_at understood_at',
    `x.id in (${replies})`,
  ),
  outgoing: held(
    'outgoing',
    'id conversation_id channel body by at',
    `x.conversation_id in (${conversations})`,
  ),
  contact_report: held(
    'contact_report',
    'id state official_id bill_id issue_id alert_id reply_id method stance on_date note door confidence reply_no asked_at asks created_at confirmed_at',
    of('member_id'),
  ),
  activity: held(
    'activity',
    'id organization_id on_date person_kind kind method official_id bill_id issue_id position minutes directed_by contact_report_id state note created_at',
    `x.member_id = :memberId or x.contact_report_id in (${reports})`,
    { activity: 'asked for by one member in a while' },
  ),
  relationship: held(
    'relationship',
    'id official_id kind strength since_year note source source_id at removed_at',
    of('member_id'),
  ),
  dues_receipt: held(
    'dues_receipt',
    'id organization_id received_on amount_cents payer_kind payer payer_address kind earmarked issue_id earmark notice_cents note state created_at',
    of('member_id'),
    { dues_receipt: 'a few hundred rows a year, read when one person asks for all of theirs' },
  ),
  lobbyist: held('lobbyist', 'id organization_id regime name kind from_on to_on', of('member_id'), {
    lobbyist: 'a handful of rows',
  }),
  journal: held(
    'journal',
    'id at actor_kind actor_id action subject_kind subject_id detail',
    `(x.subject_kind = 'member' and x.subject_id = :memberId) or (x.actor_kind = 'member' and x.actor_id = :memberId)
       or x.subject_id in (${replies} union ${conversations} union ${reports})`,
    { journal: 'asked for by one member in a while; read once, whole' },
  ),
} as const;
export type Holding = keyof typeof HOLDINGS;
