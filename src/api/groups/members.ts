import {
  addContactPoint,
  addGroup,
  addMember,
  addOrganization,
  addRegion,
  leaveMember,
  listGroups,
  listMembers,
  listOrganizations,
  listRegions,
  recordConsent,
  removeContactPoint,
  returnMember,
  showMember,
  updateMember,
  updateOrganization,
} from '../../people/index.ts';
import { setOwnHours, showOwnHours } from '../../delivery/index.ts';
import { act, change, create, list, put, remove, show, type Group } from '../endpoint.ts';

export const members: Group = {
  name: 'Members',
  about:
    'The people of the network. Each carries `contact_points`: numbers and addresses with their state, `active`, `unconsented`, `held`, `suppressed` or `invalid`. A regional president sees their own region only; partners and the board see nobody.',
  endpoints: [
    list('/members', listMembers, 'List members by name', {
      description:
        'Narrowed by any of the filters. `phone` and `email` are exact, however they are written; `region` and `group` are ids or names, `district` is an NCES id.',
      answers: 'Member',
    }),
    create('/members', addMember, 'Add a member', {
      description: 'Under the rules of an import of one row. A suppressed address stays suppressed.',
      example: {
        first_name: 'Lena',
        last_name: 'Marsh',
        kind: 'superintendent',
        title: 'Superintendent',
        mobile: '406-555-0142',
        email: 'lena.marsh@district.example',
        sms_consent_on: '2026-09-14',
        sms_consent_source: 'fall conference form',
        groups: ['Legislative committee'],
      },
      answers: 'Made',
    }),
    show('/members/{id}', showMember, 'Show a member with the consent ledger', { answers: 'Member' }),
    change('/members/{id}', updateMember, 'Change who a member is', {
      description: 'Fields left out stay. Numbers and addresses have addresses of their own below.',
      example: { title: 'Interim superintendent', groups: ['Legislative committee', 'Rural'] },
      answers: 'Made',
    }),
    act('/members/{id}/departure', leaveMember, 'Let a member leave', {
      description: 'No alert reaches them from now on; what they answered stays.',
      answers: 'Made',
    }),
    act('/members/{id}/return', returnMember, 'Take a member back who left', { answers: 'Made' }),
    show('/members/{id}/hours', showOwnHours, 'Show between which hours a member gets texts', {
      description: '`opens` and `closes` are null where the network’s hours hold.',
      answers: 'Hours',
    }),
    put('/members/{id}/hours', setOwnHours, 'Set between which hours a member gets texts', {
      description: 'As the member said, and how: `said_by`. Both times null: the network’s hours.',
      example: { opens: '12:00', closes: '18:00', said_by: 'call' },
      answers: 'Made',
    }),
    create('/members/{member_id}/contact-points', addContactPoint, 'Give a member a number or address', {
      description: 'A number waits for consent.',
      example: { channel: 'sms', address: '406-555-0143' },
      answers: 'Made',
    }),
    remove('/members/{member_id}/contact-points/{id}', removeContactPoint, 'Take a number or address away', {
      answers: 'Made',
    }),
    create('/members/{member_id}/consents', recordConsent, 'Write down consent given on paper or in person', {
      example: {
        contact_point_id: '01JD3WK2Q9V6H7M4T8XN5RBACE',
        on: '2026-09-14',
        source: 'fall conference form',
      },
      answers: 'Made',
    }),
  ],
};

export const organizations: Group = {
  name: 'Organizations, regions, groups',
  about: 'What members belong to. Their ids are used by audiences and filters.',
  endpoints: [
    list('/organizations', listOrganizations, 'List organizations', { answers: 'Organization' }),
    create('/organizations', addOrganization, 'Add an affiliate or partner', {
      example: {
        name: 'Example Rural Schools Alliance',
        short_name: 'ERSA',
        kind: 'affiliate',
        tax_status: '501c4',
      },
      answers: 'Made',
    }),
    put('/organizations/{id}', updateOrganization, 'Change an organization', {
      description: 'Every field as given.',
      answers: 'Made',
    }),
    list('/regions', listRegions, 'List regions', { answers: 'Place' }),
    create('/regions', addRegion, 'Add a region', { example: { name: 'Hi-Line' }, answers: 'Made' }),
    list('/groups', listGroups, 'List groups', { answers: 'Place' }),
    create('/groups', addGroup, 'Add a group', {
      example: { name: 'Legislative committee' },
      answers: 'Made',
    }),
  ],
};
