import * as z from 'zod';
import { isDate, isZone } from '../platform/days.ts';
import { parseEmail } from '../platform/email-address.ts';
import { parsePhone } from '../platform/phone.ts';
import { conflict, invalid, missing, ok, refused, type FieldProblem } from '../platform/problem.ts';
import { verb } from '../platform/verb.ts';
import { today } from './consent.ts';
import { planImport } from './import-plan.ts';
import { KINDS } from './kinds.ts';
import { loadKnown } from './known.ts';
import { memberById } from './member-queries.ts';
import type { FileRow } from './members-file.ts';
import { planChanges } from './plan-changes.ts';

const name = z.string().trim().min(1, 'Give the name.').max(80, 'At most 80 characters.');
/** What a person may write about a member. */
export const personFields = z.strictObject({
  firstName: name,
  lastName: name,
  kind: z.enum(KINDS, 'Choose the kind of member.'),
  title: z.string().trim().max(200).nullable(),
  organizationId: z.string().nullable(),
  regionId: z.string().nullable(),
  districtNces: z.string().nullable(),
  zone: z.string().refine(isZone, 'This is not a time zone. Write it like America/Denver.').nullable(),
  /** Names; one that is new makes a group. */
  groups: z.array(z.string().trim().min(1).max(80)).max(50),
});
const person = personFields.shape;

/**
 * Adds one member by hand, under the rules of an import of one row: a person who is already there is not
 * added again, a suppressed address stays so. The same `id` twice adds one.
 */
export const addMember = verb({
  name: 'member.add',
  by: ['owner', 'director', 'staff', 'system'],
  input: z.strictObject({
    id: z.string().max(40).optional(),
    ...person,
    title: person.title.default(null),
    organizationId: person.organizationId.default(null),
    regionId: person.regionId.default(null),
    districtNces: person.districtNces.default(null),
    zone: person.zone.default(null),
    groups: person.groups.default([]),
    mobile: z.string().trim().max(60).nullable().default(null),
    email: z.string().trim().max(254).nullable().default(null),
    emailIsPublic: z.boolean().default(false),
    /** The day on which texts were agreed to, and where. */
    smsConsentOn: z.string().refine(isDate, 'Write the day as 2027-02-09.').nullable().default(null),
    smsConsentSource: z.string().trim().max(200).nullable().default(null),
  }),
  async run(world, who, input) {
    if (input.id && (await world.db.first(memberById, { id: input.id, regionId: null })))
      return ok({ id: input.id });
    const day = await today(world);
    const wrong: FieldProblem[] = [];
    const phone = input.mobile ? parsePhone(input.mobile) : null;
    if (phone && !phone.ok) wrong.push({ field: 'mobile', message: phone.reason });
    const email = input.email ? parseEmail(input.email) : null;
    if (email && !email.ok) wrong.push({ field: 'email', message: email.reason });
    if (input.smsConsentOn && input.smsConsentOn > day)
      wrong.push({ field: 'smsConsentOn', message: 'This day has not come yet.' });
    if (input.smsConsentOn && !input.smsConsentSource)
      wrong.push({ field: 'smsConsentSource', message: 'Say where consent was given.' });
    if (!input.smsConsentOn && input.smsConsentSource)
      wrong.push({ field: 'smsConsentOn', message: 'Give the day on which consent was given.' });
    if (wrong.length > 0) return invalid(wrong);

    const row: FileRow = {
      line: 1,
      id: input.id ?? world.ids.next(),
      firstName: input.firstName,
      lastName: input.lastName,
      kind: input.kind,
      title: input.title || null,
      organization: null,
      region: null,
      districtNces: input.districtNces,
      district: null,
      phones: phone?.ok ? [phone.e164] : [],
      email: email?.ok ? email.address : null,
      emailIsPublic: input.emailIsPublic,
      zone: input.zone,
      consentOn: input.smsConsentOn,
      consentSource: input.smsConsentSource,
      groups: input.groups,
    };
    const known = await loadKnown(world, [row]);
    if (known.organizations.length === 0) {
      return refused(
        'import.association',
        'Members belong to an association, and the network has none yet. Add it first.',
      );
    }
    if (input.organizationId && !known.organizations.some((one) => one.id === input.organizationId))
      return missing('This organization');
    if (input.regionId && !known.regions.some((one) => one.id === input.regionId))
      return missing('This region');
    const plan = planImport([row], known, { now: world.clock.now(), nextId: world.ids.next });
    if (plan.rejected.length > 0) {
      return invalid(
        plan.rejected.map(({ field, reason }) => ({ field: FIELD_OF[field] ?? field, message: reason })),
      );
    }
    const [created] = plan.created;
    if (!created)
      return conflict(
        'This person is a member already, with this address, number or district. Open their page and change it there.',
      );
    created.regionId = input.regionId;
    created.organizationId = input.organizationId ?? created.organizationId;
    plan.memberships = [{ memberId: created.id, organizationId: created.organizationId }];
    await world.db.commit(
      {
        who,
        action: 'member.add',
        subject: { kind: 'member', id: created.id },
        detail: { kind: created.kind },
      },
      planChanges(world, plan, { who, evidence: { kind: 'member', id: created.id }, day }),
    );
    return ok({ id: created.id });
  },
});

const FIELD_OF: Record<string, string> = {
  district_nces: 'districtNces',
  district: 'districtNces',
  row: 'lastName',
};
