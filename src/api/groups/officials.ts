import {
  addRelationship,
  changeRelationship,
  correctOfficial,
  listChambers,
  listCommittees,
  listKnown,
  listOfficials,
  listOfficialsKnown,
  listRelationships,
  removeRelationship,
  restoreRelationship,
  showCommittee,
  showOfficial,
  showRelationship,
} from '../../legislature/index.ts';
import { act, change, create, list, remove, show, type Group } from '../endpoint.ts';

export const officials: Group = {
  name: 'Officials',
  about: 'Who holds which seat of the state’s legislature and of Congress.',
  endpoints: [
    list('/officials', listOfficials, 'List seats with who holds them', {
      description: 'In the order of chamber and district. A vacant seat has no `official_id`.',
      answers: 'Seat',
    }),
    show('/officials/{id}', showOfficial, 'Show an official', {
      description:
        'With seats held now and before, committees, and the school districts that reach the seat.',
      answers: 'Official',
    }),
    change('/officials/{id}', correctOfficial, 'Correct how an official is reached', {
      description:
        'A correction stays whatever later files say; empty text takes a wrong value away, null goes back to what the file says.',
      example: { phone: '406-555-0100' },
      answers: 'Official',
    }),
    list('/committees', listCommittees, 'List committees', { answers: 'Committee' }),
    show('/committees/{id}', showCommittee, 'Show a committee with its members', { answers: 'Committee' }),
    list('/chambers', listChambers, 'List chambers', { answers: 'Chamber' }),
  ],
};

export const relationships: Group = {
  name: 'Relationships',
  about:
    'Which members know which officials: how, and how well (1 have met, 2 know each other, 3 know each other well).',
  endpoints: [
    list('/relationships', listKnown, 'List officials with the members who know them', {
      description: 'In the order of chamber and district; `unknown_only` leaves those whom nobody knows.',
      answers: 'Acquaintance',
    }),
    list(
      '/officials/{official_id}/relationships',
      listRelationships,
      'List the members who know an official',
      {
        description: 'Who knows them best first. A regional president’s key gets the region’s members.',
        answers: 'KnowingMember',
      },
    ),
    list('/members/{member_id}/relationships', listOfficialsKnown, 'List the officials whom a member knows', {
      answers: 'KnownOfficial',
    }),
    create('/relationships', addRelationship, 'Write down that a member knows an official', {
      description: 'Once for each two. A survey never changes what was written here.',
      example: {
        member_id: '01JD3WK2Q9V6H7M4T8XN5RBACE',
        official_id: '0a1b2c3d-0000-4000-8000-000000000001',
        kind: 'former_student',
        strength: 3,
        since_year: 2011,
        note: 'Taught her history.',
      },
      answers: 'Relationship',
    }),
    show('/relationships/{id}', showRelationship, 'Show a relationship', { answers: 'Relationship' }),
    change('/relationships/{id}', changeRelationship, 'Say anew how they know each other', {
      description: 'Every field as given.',
      example: { kind: 'neighbor', strength: 2 },
      answers: 'Relationship',
    }),
    remove('/relationships/{id}', removeRelationship, 'Take a relationship off', { answers: 'Relationship' }),
    act('/relationships/{id}/restoration', restoreRelationship, 'Take back that it was taken off', {
      answers: 'Relationship',
    }),
  ],
};
