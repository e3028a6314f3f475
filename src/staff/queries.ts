import * as z from 'zod';
import { statement } from '../platform/statement.ts';
import { ROLES } from '../platform/who.ts';

const nothing = z.object({});
const role = z.enum(ROLES);
const place = { regionId: z.string().nullable(), organizationId: z.string().nullable() };
const FEW_STAFF = 'a network has a few dozen staff';

/** The person who may sign in with an address: on the staff, with a role today. */
export const staffByEmail = statement({
  params: z.object({ email: z.string() }),
  row: z.object({ id: z.string(), name: z.string(), email: z.string() }),
  sql: `select s.id, s.name, s.email
        from staff s join role r on r.staff_id = s.id and r.ended_at is null
        where s.email = :email`,
});

/** One person of the staff with today's role, null where it has ended. */
export const staffById = statement({
  params: z.object({ id: z.string() }),
  row: z.object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    role: role.nullable(),
    regionId: z.string().nullable(),
    organizationId: z.string().nullable(),
  }),
  sql: `select s.id, s.name, s.email, r.role, r.region_id as regionId, r.organization_id as organizationId
        from staff s left join role r on r.staff_id = s.id and r.ended_at is null
        where s.id = :id`,
});

/** All settings that staff have changed, as one JSON object. */
const SETTINGS = `(select json_group_object(n.key, json(n.value)) from network_setting n)`;

/** Who is signed in with this token, in today's role, with the settings that every page needs. */
export const signedIn = statement({
  params: z.object({ token: z.string(), now: z.number() }),
  row: z.object({ staffId: z.string(), name: z.string(), role, ...place, settings: z.string() }),
  sql: `select s.id as staffId, s.name, r.role, r.region_id as regionId, r.organization_id as organizationId,
          ${SETTINGS} as settings
        from sign_in i
        join staff s on s.id = i.staff_id
        join role r on r.staff_id = s.id and r.ended_at is null
        where i.token = :token and i.expires_at > :now`,
  scans: { network_setting: 'one row per setting' },
});

/** The sign-in of a token, for the journal. */
export const signInByToken = statement({
  params: z.object({ token: z.string() }),
  row: z.object({ id: z.string(), staffId: z.string(), email: z.string() }),
  sql: `select i.id, i.staff_id as staffId, s.email
        from sign_in i join staff s on s.id = i.staff_id where i.token = :token`,
});

/** One browser signed out. */
export const deleteSignIn = statement({
  params: z.object({ id: z.string() }),
  row: nothing,
  sql: `delete from sign_in where id = :id`,
});

/** Every browser of a person signed out. */
export const deleteSignInsOf = statement({
  params: z.object({ staffId: z.string() }),
  row: nothing,
  sql: `delete from sign_in where staff_id = :staffId`,
});

/** The codes and links still open for an address: void once somebody has signed in with one of them. */
export const deleteCodesOf = statement({
  params: z.object({ email: z.string() }),
  row: nothing,
  sql: `delete from sign_in_code
        where identifier = 'sign-in-otp-' || :email
           or case when json_valid(value) then value ->> '$.email' = :email else 0 end`,
  scans: { sign_in_code: 'codes live for minutes, so there are a handful' },
});

/** One more try counted; how many there were since the window began. */
export const countTry = statement({
  params: z.object({ key: z.string(), now: z.number(), windowMs: z.number() }),
  row: z.object({ count: z.number() }),
  sql: `insert into sign_in_rate (key, count, began_at) values (:key, 1, :now)
        on conflict (key) do update set
          count = case when began_at <= :now - :windowMs then 1 else count + 1 end,
          began_at = case when began_at <= :now - :windowMs then :now else began_at end
        returning count`,
});

/** Counted tries forgotten, for somebody who has shown who they are. */
export const deleteTries = statement({
  params: z.object({ keys: z.array(z.string()) }),
  row: nothing,
  sql: `delete from sign_in_rate where key in (select value from json_each(:keys))`,
});

/** Sign-ins past their time. */
export const deleteOldSignIns = statement({
  params: z.object({ now: z.number() }),
  row: nothing,
  sql: `delete from sign_in where expires_at <= :now`,
  scans: { sign_in: 'a few per person, swept once a day' },
});

/** Codes and links past their time. */
export const deleteOldCodes = statement({
  params: z.object({ now: z.number() }),
  row: nothing,
  sql: `delete from sign_in_code where expires_at <= :now`,
  scans: { sign_in_code: 'codes live for minutes, so there are a handful' },
});

/** Counted tries whose window is over. */
export const deleteOldTries = statement({
  params: z.object({ before: z.number() }),
  row: nothing,
  sql: `delete from sign_in_rate where began_at <= :before`,
});

/** A new person of the staff; nothing where the address is taken. */
export const insertStaff = statement({
  params: z.object({ id: z.string(), name: z.string(), email: z.string(), now: z.number() }),
  row: nothing,
  sql: `insert into staff (id, name, email, email_verified, created_at, updated_at)
        values (:id, :name, :email, 1, :now, :now)
        on conflict do nothing`,
});

/** Today's role ended, unless that would leave the network without an owner. */
export const endCurrentRole = statement({
  params: z.object({ staffId: z.string(), nextRole: z.string(), now: z.number() }),
  row: nothing,
  sql: `update role set ended_at = :now
        where staff_id = :staffId and ended_at is null
          and (role <> 'owner' or :nextRole = 'owner'
               or (select count(*) from role where role = 'owner' and ended_at is null) > 1)`,
  scans: { role: FEW_STAFF },
});

/** A role from now on, for a person who is on the staff and has none today. */
export const insertRole = statement({
  params: z.object({
    id: z.string(),
    staffId: z.string(),
    role: z.string(),
    ...place,
    grantedBy: z.string(),
    now: z.number(),
  }),
  row: nothing,
  sql: `insert into role (id, staff_id, role, region_id, organization_id, granted_at, granted_by)
        select :id, s.id, :role, :regionId, :organizationId, :now, :grantedBy from staff s
        where s.id = :staffId
          and not exists (select 1 from role r where r.staff_id = s.id and r.ended_at is null)`,
});

/** Everybody on the staff, by name, with today's role, phone, and the last time they signed in. */
export const staffRows = statement({
  params: nothing,
  row: z.object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    role: role.nullable(),
    ...place,
    phone: z.string().nullable(),
    lastSignInAt: z.number().nullable(),
  }),
  sql: `select s.id, s.name, s.email, r.role, r.region_id as regionId, r.organization_id as organizationId,
          p.phone, (select max(i.created_at) from sign_in i where i.staff_id = s.id) as lastSignInAt
        from staff s
        left join role r on r.staff_id = s.id and r.ended_at is null
        left join staff_phone p on p.staff_id = s.id
        order by r.role is null, s.name, s.id`,
  scans: { staff: FEW_STAFF },
});

/** People who hold one of these roles today, with the phone they want requests on. */
export const staffPhoneRows = statement({
  params: z.object({ roles: z.array(role) }),
  row: z.object({ staffId: z.string(), name: z.string(), email: z.string(), phone: z.string().nullable() }),
  sql: `select s.id as staffId, s.name, s.email, p.phone
        from role r
        join staff s on s.id = r.staff_id
        left join staff_phone p on p.staff_id = s.id
        where r.ended_at is null and r.role in (select value from json_each(:roles))
        order by s.name, s.id`,
  scans: { role: FEW_STAFF },
});

/** The phone of a person of the staff; nothing where another person has the number. */
export const saveStaffPhone = statement({
  params: z.object({ staffId: z.string(), phone: z.string(), now: z.number() }),
  row: nothing,
  sql: `insert into staff_phone (staff_id, phone, added_at)
        select s.id, :phone, :now from staff s
        where s.id = :staffId
          and not exists (select 1 from staff_phone p where p.phone = :phone and p.staff_id <> :staffId)
        on conflict (staff_id) do update set phone = :phone, added_at = :now`,
});

/** The phone of a person taken away. */
export const deleteStaffPhone = statement({
  params: z.object({ staffId: z.string() }),
  row: nothing,
  sql: `delete from staff_phone where staff_id = :staffId`,
});

/** An invitation, unless the address already has a role or an open invitation. */
export const insertInvitation = statement({
  params: z.object({
    id: z.string(),
    email: z.string(),
    name: z.string(),
    role: z.string(),
    ...place,
    tokenHash: z.string(),
    invitedBy: z.string(),
    now: z.number(),
    expiresAt: z.number(),
  }),
  row: nothing,
  sql: `insert into invitation (id, email, name, role, region_id, organization_id, token_hash, invited_by,
          invited_at, expires_at)
        select :id, :email, :name, :role, :regionId, :organizationId, :tokenHash, :invitedBy, :now, :expiresAt
        where not exists (
            select 1 from staff s join role r on r.staff_id = s.id and r.ended_at is null
            where s.email = :email)
          and not exists (
            select 1 from invitation i where i.email = :email and i.accepted_at is null
              and i.withdrawn_at is null and i.expires_at > :now)
        on conflict (id) do nothing`,
  scans: { invitation: 'one row per person ever invited' },
});

/** The open invitation that a link belongs to. */
export const openInvitation = statement({
  params: z.object({ tokenHash: z.string(), now: z.number() }),
  row: z.object({ id: z.string(), email: z.string(), name: z.string(), role, ...place }),
  sql: `select id, email, name, role, region_id as regionId, organization_id as organizationId
        from invitation
        where token_hash = :tokenHash and accepted_at is null and withdrawn_at is null and expires_at > :now`,
});

/** Whether an invitation was made under this id. */
export const invitationById = statement({
  params: z.object({ id: z.string() }),
  row: z.object({ id: z.string() }),
  sql: `select id from invitation where id = :id`,
});

/** Invitations nobody has accepted yet, newest first; those past their time too, so that they can be repeated. */
export const waitingInvitations = statement({
  params: nothing,
  row: z.object({
    id: z.string(),
    email: z.string(),
    name: z.string(),
    role,
    ...place,
    invitedAt: z.number(),
    expiresAt: z.number(),
  }),
  sql: `select id, email, name, role, region_id as regionId, organization_id as organizationId,
          invited_at as invitedAt, expires_at as expiresAt
        from invitation where accepted_at is null and withdrawn_at is null
        order by id desc`,
  scans: { invitation: 'one row per person ever invited' },
});

/** An invitation accepted, once. */
export const closeInvitation = statement({
  params: z.object({ id: z.string(), now: z.number() }),
  row: nothing,
  sql: `update invitation set accepted_at = :now
        where id = :id and accepted_at is null and withdrawn_at is null and expires_at > :now`,
});

/** An invitation taken back before it was accepted. */
export const stopInvitation = statement({
  params: z.object({ id: z.string(), now: z.number() }),
  row: nothing,
  sql: `update invitation set withdrawn_at = :now where id = :id and accepted_at is null and withdrawn_at is null`,
});

/** A new link and a new time for an invitation that waits, unless the person has a role by now or another invitation. */
export const renewInvitation = statement({
  params: z.object({ id: z.string(), tokenHash: z.string(), now: z.number(), expiresAt: z.number() }),
  row: nothing,
  sql: `update invitation set token_hash = :tokenHash, invited_at = :now, expires_at = :expiresAt
        where id = :id and accepted_at is null and withdrawn_at is null
          and not exists (
            select 1 from staff s join role r on r.staff_id = s.id and r.ended_at is null
            where s.email = invitation.email)
          and not exists (
            select 1 from invitation i where i.email = invitation.email and i.id <> :id and i.accepted_at is null
              and i.withdrawn_at is null and i.expires_at > :now)`,
  scans: { invitation: 'one row per person ever invited' },
});

/** The person with an address, with or without a role. */
export const anyStaffByEmail = statement({
  params: z.object({ email: z.string() }),
  row: z.object({ id: z.string() }),
  sql: `select id from staff where email = :email`,
});

/** A new key of the API, for a person who is on the staff. */
export const insertApiKey = statement({
  params: z.object({
    id: z.string(),
    name: z.string(),
    staffId: z.string(),
    prefix: z.string(),
    keyHash: z.string(),
    scopes: z.array(z.string()),
    now: z.number(),
  }),
  row: nothing,
  sql: `insert into api_key (id, name, staff_id, prefix, key_hash, scopes, created_at)
        select :id, :name, r.staff_id, :prefix, :keyHash, :scopes, :now
        from role r where r.staff_id = :staffId and r.ended_at is null`,
});

/** Who acts with a key, in the owner's role of today, with the settings that every page needs. */
export const apiKeyByHash = statement({
  params: z.object({ keyHash: z.string() }),
  row: z.object({
    id: z.string(),
    keyHash: z.string(),
    scopes: z.string(),
    lastUsedOn: z.string().nullable(),
    staffId: z.string(),
    name: z.string(),
    role,
    ...place,
    settings: z.string(),
  }),
  sql: `select k.id, k.key_hash as keyHash, k.scopes, k.last_used_on as lastUsedOn, s.id as staffId, s.name,
          r.role, r.region_id as regionId, r.organization_id as organizationId,
          ${SETTINGS} as settings
        from api_key k
        join staff s on s.id = k.staff_id
        join role r on r.staff_id = s.id and r.ended_at is null
        where k.key_hash = :keyHash and k.revoked_at is null`,
  scans: { network_setting: 'one row per setting' },
});

/** The last day a key was used, moved on. */
export const touchApiKey = statement({
  params: z.object({ id: z.string(), today: z.string() }),
  row: nothing,
  sql: `update api_key set last_used_on = :today where id = :id and (last_used_on is null or last_used_on < :today)`,
});

/** All keys, newest first, with whose they are. */
export const apiKeyRows = statement({
  params: nothing,
  row: z.object({
    id: z.string(),
    name: z.string(),
    prefix: z.string(),
    scopes: z.string(),
    createdAt: z.number(),
    lastUsedOn: z.string().nullable(),
    revokedAt: z.number().nullable(),
    staffId: z.string(),
    staffName: z.string(),
  }),
  sql: `select k.id, k.name, k.prefix, k.scopes, k.created_at as createdAt, k.last_used_on as lastUsedOn,
          k.revoked_at as revokedAt, s.id as staffId, s.name as staffName
        from api_key k join staff s on s.id = k.staff_id
        order by k.id desc`,
  scans: { api_key: 'a network has a handful of keys' },
});

/** One key made useless from now on. */
export const endApiKey = statement({
  params: z.object({ id: z.string(), now: z.number() }),
  row: nothing,
  sql: `update api_key set revoked_at = :now where id = :id and revoked_at is null`,
});

/** Every key of a person made useless from now on. */
export const endApiKeysOf = statement({
  params: z.object({ staffId: z.string(), now: z.number() }),
  row: nothing,
  sql: `update api_key set revoked_at = :now where staff_id = :staffId and revoked_at is null`,
  scans: { api_key: 'a network has a handful of keys' },
});

/** The settings that staff have changed. */
export const settingsNow = statement({
  params: nothing,
  row: z.object({ settings: z.string() }),
  sql: `select ${SETTINGS} as settings`,
  scans: { network_setting: 'one row per setting' },
});

/** Settings as given, by name; those that stay the same are left alone. */
export const saveSettings = statement({
  params: z.object({ values: z.record(z.string(), z.unknown()), now: z.number(), by: z.string() }),
  row: z.object({ key: z.string() }),
  sql: `insert into network_setting (key, value, changed_at, changed_by)
        select key, case type when 'true' then 'true' when 'false' then 'false' else json_quote(value) end, :now, :by
        from json_each(:values) where true
        on conflict (key) do update set value = excluded.value, changed_at = :now, changed_by = :by
          where network_setting.value <> excluded.value
        returning key`,
});

const journalRow = z.object({
  id: z.string(),
  at: z.number(),
  actorKind: z.string(),
  actorId: z.string(),
  actorName: z.string().nullable(),
  action: z.string(),
  subjectKind: z.string(),
  subjectId: z.string(),
  detail: z.string(),
});
const journalNarrowing = {
  action: z.string().nullable(),
  actorId: z.string().nullable(),
  from: z.string(),
  before: z.string(),
  limit: z.number(),
};
const JOURNAL_COLUMNS = `j.id, j.at, j.actor_kind as actorKind, j.actor_id as actorId, s.name as actorName,
          j.action, j.subject_kind as subjectKind, j.subject_id as subjectId, j.detail`;

/** Who did what, newest first, between two ids; null narrows nothing. */
export const journalPage = statement({
  params: z.object(journalNarrowing),
  row: journalRow,
  sql: `select ${JOURNAL_COLUMNS}
        from journal j left join staff s on j.actor_kind = 'staff' and s.id = j.actor_id
        where j.id >= :from and j.id < :before
          and (:action is null or j.action = :action) and (:actorId is null or j.actor_id = :actorId)
        order by j.id desc limit :limit`,
});

/** What happened to one thing, newest first, between two ids. */
export const journalOfSubject = statement({
  params: z.object({ subjectKind: z.string(), subjectId: z.string(), ...journalNarrowing }),
  row: journalRow,
  sql: `select ${JOURNAL_COLUMNS}
        from journal j left join staff s on j.actor_kind = 'staff' and s.id = j.actor_id
        where j.subject_kind = :subjectKind and j.subject_id = :subjectId and j.id >= :from and j.id < :before
          and (:action is null or j.action = :action) and (:actorId is null or j.actor_id = :actorId)
        order by j.id desc limit :limit`,
});

/** The phone of one person of the staff. */
export const phoneOf = statement({
  params: z.object({ staffId: z.string() }),
  row: z.object({ phone: z.string() }),
  sql: `select phone from staff_phone where staff_id = :staffId`,
});
