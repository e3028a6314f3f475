import { expect, test } from 'vitest';
import * as z from 'zod';
import { statement } from '../../src/platform/statement.ts';
import { SYSTEM, type Role } from '../../src/platform/who.ts';
import { acceptInvitation, invitationOf } from '../../src/staff/accept-invitation.ts';
import { addStaff } from '../../src/staff/add-staff.ts';
import { createApiKey } from '../../src/staff/create-api-key.ts';
import { endRole, grantRole } from '../../src/staff/grant-role.ts';
import { inviteStaff } from '../../src/staff/invite-staff.ts';
import { readJournal } from '../../src/staff/read-journal.ts';
import { revokeApiKey } from '../../src/staff/revoke-api-key.ts';
import { setStaffPhone } from '../../src/staff/set-staff-phone.ts';
import { listApiKeys, listStaff, staffPhones } from '../../src/staff/views.ts';
import { resendInvitation } from '../../src/staff/resend-invitation.ts';
import { withdrawInvitation } from '../../src/staff/withdraw-invitation.ts';
import { bad, good, staffAs, testWorld } from '../support/world.ts';

const world = Object.assign(testWorld(), {
  places: {
    regions: () => Promise.resolve([{ id: 'R1', name: 'Hi-Line' }]),
    organizations: () => Promise.resolve([{ id: 'O1', name: 'Rural Schools' }]),
  },
});
const owner = staffAs('owner', { id: 'OWNER' });
const DAY = 86_400_000;

let people = 0;
const newStaff = async (role: Role = 'staff') => {
  people += 1;
  const email = `person${people}@district.example`;
  return { ...good(await addStaff(world, SYSTEM, { name: `Person ${people}`, email, role })), email };
};
const onStaff = async (id: string) =>
  good(await listStaff(world, owner, {})).staff.find((one) => one.id === id);
const lastToken = () => /\/invitations\/(\w+)/.exec(world.mails.at(-1)?.text ?? '')?.[1] ?? '';
const invite = async (more: object = {}) => {
  people += 1;
  const email = `invited${people}@district.example`;
  const done = await inviteStaff(world, owner, { name: 'Lena Marsh', email, role: 'staff', ...more });
  return { ...good(done), email, token: lastToken() };
};

test('the only owner can neither be given a lesser role nor be taken off the staff', async () => {
  const first = await newStaff('owner');
  for (const attempt of [
    grantRole(world, SYSTEM, { staffId: first.id, role: 'staff' }),
    endRole(world, owner, { staffId: first.id }),
  ])
    expect(bad(await attempt)).toMatchObject({ kind: 'refused', rule: 'last-owner' });
  expect((await onStaff(first.id))?.role).toBe('owner');
  const second = await newStaff('owner');
  good(await grantRole(world, owner, { staffId: first.id, role: 'director' }));
  expect((await onStaff(first.id))?.role).toBe('director');
  expect(bad(await endRole(world, owner, { staffId: second.id })).rule).toBe('last-owner');
});

test('two owners who end each other at the same moment leave one of them', async () => {
  const [a, b] = [await newStaff('owner'), await newStaff('owner')];
  const rest = good(await listStaff(world, owner, {})).staff.filter(
    ({ role, id }) => role === 'owner' && id !== a.id && id !== b.id,
  );
  for (const { id } of rest) good(await endRole(world, owner, { staffId: id }));
  const ended = await Promise.all([a, b].map(({ id }) => endRole(world, owner, { staffId: id })));
  expect(ended.filter((one) => one.ok)).toHaveLength(1);
});

test('a new role ends the earlier one, and both stay on record', async () => {
  const { id } = await newStaff('staff');
  good(await grantRole(world, owner, { staffId: id, role: 'coordinator' }));
  const roles = statement({
    params: z.object({ id: z.string() }),
    row: z.object({ role: z.string(), over: z.number() }),
    sql: `select role, ended_at is not null as over from role where staff_id = :id order by id`,
  });
  expect(await world.db.all(roles, { id })).toEqual([
    { role: 'staff', over: 1 },
    { role: 'coordinator', over: 0 },
  ]);
  expect(bad(await grantRole(world, owner, { staffId: 'nobody', role: 'staff' })).kind).toBe('missing');
});

test('a regional president needs a region that exists, a partner an organization', async () => {
  const { id } = await newStaff();
  const grant = (input: object) =>
    grantRole(world, owner, { staffId: id, role: 'staff', ...input } as { staffId: string; role: Role });
  for (const regionId of [null, 'elsewhere'])
    expect(bad(await grant({ role: 'regional_president', regionId })).fields?.[0]?.field).toBe('regionId');
  expect(bad(await grant({ role: 'partner' })).fields?.[0]?.field).toBe('organizationId');
  good(await grant({ role: 'regional_president', regionId: 'R1', organizationId: 'O1' }));
  expect(await onStaff(id)).toMatchObject({ regionId: 'R1', organizationId: null });
});

test('an address is on the staff once, however it is written', async () => {
  const { email } = await newStaff();
  const again = await addStaff(world, owner, { name: 'Other', email: email.toUpperCase(), role: 'board' });
  expect(bad(again).kind).toBe('conflict');
  expect(bad(await addStaff(world, owner, { name: 'X', email: 'nonsense', role: 'board' })).fields).toEqual([
    { field: 'email', message: 'An email address has an @ sign. This one has none.' },
  ]);
});

test('an invited person joins by the link in the mail, once', async () => {
  const { id, email, token } = await invite({ role: 'partner', organizationId: 'O1' });
  expect(world.mails.at(-1)).toMatchObject({
    to: email,
    subject: expect.stringContaining('asks you to join'),
  });
  expect(await invitationOf(world, token)).toMatchObject({ id, role: 'partner' });
  const { staffId } = good(await acceptInvitation(world, SYSTEM, { token }));
  expect(await onStaff(staffId)).toMatchObject({ email, role: 'partner', organizationId: 'O1' });
  expect(bad(await acceptInvitation(world, SYSTEM, { token })).kind).toBe('missing');
  expect(good(await listStaff(world, owner, {})).invitations.map((one) => one.id)).not.toContain(id);
});

test('a withdrawn or old invitation, or a made-up link, lets nobody in', async () => {
  const withdrawn = await invite();
  good(await withdrawInvitation(world, owner, { id: withdrawn.id }));
  expect(bad(await withdrawInvitation(world, owner, { id: withdrawn.id })).kind).toBe('conflict');
  const old = await invite();
  world.passTime(14 * DAY);
  for (const token of [withdrawn.token, old.token, 'T1', ''])
    expect(bad(await acceptInvitation(world, SYSTEM, { token })).kind).toBe('missing');
});

test('an invitation is sent again with a new link and its full time, and only while it waits', async () => {
  const first = await invite();
  world.passTime(13 * DAY);
  good(await resendInvitation(world, owner, { id: first.id }));
  const second = lastToken();
  world.passTime(2 * DAY);
  expect(await invitationOf(world, first.token)).toBeNull();
  good(await acceptInvitation(world, SYSTEM, { token: second }));
  expect(bad(await resendInvitation(world, owner, { id: first.id })).kind).toBe('conflict');
  const withdrawn = await invite();
  good(await withdrawInvitation(world, owner, { id: withdrawn.id }));
  expect(bad(await resendInvitation(world, owner, { id: withdrawn.id })).kind).toBe('conflict');
  expect(bad(await resendInvitation(world, staffAs('director'), { id: first.id })).kind).toBe('forbidden');
});

test('nobody is invited twice, nor invited while on the staff', async () => {
  const { email, token } = await invite();
  const again = () => inviteStaff(world, owner, { name: 'Lena Marsh', email, role: 'staff' });
  expect(bad(await again()).kind).toBe('conflict');
  good(await acceptInvitation(world, SYSTEM, { token }));
  expect(bad(await again()).kind).toBe('conflict');
});

test('somebody who left comes back by invitation as the same person', async () => {
  const { id, email } = await newStaff('staff');
  good(await endRole(world, owner, { staffId: id }));
  good(await inviteStaff(world, owner, { name: 'Back again', email, role: 'coordinator' }));
  expect(good(await acceptInvitation(world, SYSTEM, { token: lastToken() })).staffId).toBe(id);
  expect((await onStaff(id))?.role).toBe('coordinator');
});

test('an invitation whose mail was not taken says so', async () => {
  const { send } = world.mail;
  world.mail.send = () => Promise.resolve({ kind: 'unknown', reason: 'timeout' });
  expect((await invite()).mailed).toBe(false);
  world.mail.send = send;
});

test('people set their own phone, an owner anybody’s, and no two have the same', async () => {
  const a = await newStaff('director');
  const b = await newStaff('staff');
  const asA = staffAs('director', { id: a.id });
  expect(good(await setStaffPhone(world, asA, { staffId: a.id, phone: '(406) 443-2500' })).phone).toBe(
    '+14064432500',
  );
  expect(bad(await setStaffPhone(world, asA, { staffId: b.id, phone: null })).kind).toBe('forbidden');
  expect(bad(await setStaffPhone(world, owner, { staffId: b.id, phone: '406-443-2500' })).kind).toBe(
    'conflict',
  );
  expect(bad(await setStaffPhone(world, owner, { staffId: b.id, phone: '12' })).fields?.[0]?.field).toBe(
    'phone',
  );
  expect(bad(await setStaffPhone(world, owner, { staffId: 'nobody', phone: '406-443-2501' })).kind).toBe(
    'missing',
  );
  expect(await staffPhones(world, ['director'])).toContainEqual(
    expect.objectContaining({ staffId: a.id, email: a.email, phone: '+14064432500' }),
  );
  good(await setStaffPhone(world, owner, { staffId: a.id, phone: null }));
  expect((await staffPhones(world, ['director'])).find((one) => one.staffId === a.id)?.phone).toBeNull();
});

test('who leaves the staff takes their keys along', async () => {
  const { id } = await newStaff('staff');
  const made = good(await createApiKey(world, owner, { name: 'Sync', staffId: id, scopes: ['read'] }));
  good(await endRole(world, owner, { staffId: id }));
  const row = good(await listApiKeys(world, owner, {})).find((one) => one.id === made.id);
  expect(row).toMatchObject({ staffId: id, scopes: ['read'], revokedAt: world.clock.now() });
  expect(JSON.stringify(row)).not.toContain(made.key);
  expect(bad(await revokeApiKey(world, owner, { id: made.id })).kind).toBe('missing');
  expect(bad(await createApiKey(world, owner, { name: 'Sync', staffId: id, scopes: ['read'] })).kind).toBe(
    'missing',
  );
});

test('a key needs a name and scopes that are words', async () => {
  const problem = bad(await createApiKey(world, owner, { name: ' ', scopes: ['Alert; drop'] }));
  expect(problem.fields?.map((one) => one.field)).toEqual(['name', 'scopes.0']);
  expect(bad(await createApiKey(world, owner, { name: 'x', scopes: [] })).fields?.[0]?.field).toBe('scopes');
});

test('the journal tells of invitations and keys without names, addresses or secrets', async () => {
  const { email, token } = await invite();
  const { data } = good(await readJournal(world, owner, { action: 'invitation.send' }));
  const text = JSON.stringify(data);
  expect(data[0]).toMatchObject({ actorId: 'OWNER', detail: { role: 'staff' } });
  for (const secret of [email, token, 'Lena']) expect(text).not.toContain(secret);
});
