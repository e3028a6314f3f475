import { writeCsv } from '../platform/csv.ts';
import type { Member } from './member.ts';

const first = (member: Member, all: boolean, channel: 'sms' | 'email') =>
  member.contactPoints.find(
    (point) => point.channel === channel && point.isPrimary && (all || point.isPublic),
  );

/**
 * Members as a CSV file with the columns that an import takes, and the state of each first number and address.
 * @param all whether personal numbers and addresses are told; otherwise public ones only
 */
export const membersCsv = (members: Member[], all: boolean): string =>
  writeCsv(
    [
      'first_name',
      'last_name',
      'kind',
      'title',
      'organization',
      'region',
      'district_nces',
      'district',
      'mobile',
      'mobile_state',
      'email',
      'email_state',
      'email_is_public',
      'zone',
      'groups',
    ],
    members.map((member) => {
      const mobile = first(member, all, 'sms');
      const email = first(member, all, 'email');
      return [
        member.firstName,
        member.lastName,
        member.kind,
        member.title,
        member.organization,
        member.region,
        member.districtNces,
        member.district,
        mobile?.address ?? null,
        mobile?.state ?? null,
        email?.address ?? null,
        email?.state ?? null,
        email ? (email.isPublic ? 'yes' : 'no') : null,
        member.zone,
        member.groups.map((group) => group.name).join('; '),
      ];
    }),
    { bom: true },
  );
