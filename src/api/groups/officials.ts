import {
  addRelationship,
  changeRelationship,
  correctOfficial,
  discardMap,
  fetchFeed,
  fetchFile,
  listChambers,
  listCommittees,
  listKnown,
  listMaps,
  listOfficials,
  listOfficialsKnown,
  listRelationships,
  listUnreached,
  prepareMap,
  redrawSeats,
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
    act('/feed-fetches', fetchFeed, 'Fetch officials, committees or bills now', {
      description:
        'From Open States or LegiScan, where the network has a key. What fails changes nothing; where many would leave at once nothing is taken, and a person confirms it on the page.',
      example: { kind: 'officials', jurisdiction: 'MT' },
      answers: 'Fetched',
    }),
    act('/feed-files', fetchFile, 'Ask a service what it tells now, as a file', {
      description:
        'Changes nothing. The file is what `POST /imports/officials` and `/imports/committees` take.',
      example: { kind: 'officials', jurisdiction: 'MT' },
      answers: 'FetchedFile',
    }),
  ],
};

export const maps: Group = {
  name: 'Maps',
  about:
    'The maps of seats in force, those prepared ahead, and the school districts that reach none of their seats.',
  endpoints: [
    list('/maps', listMaps, 'List the maps of seats', {
      description: '`prepared` holds those that begin on a day to come.',
      answers: 'SeatMap',
    }),
    act('/maps/preparations', prepareMap, 'Prepare a new map ahead of its first day', {
      file: { field: 'file', types: ['text/csv'] },
      description:
        'Columns `district_nces, chamber, seat, share`, and `on` in the query, the first day. Nothing changes until then; on that day the old map ends and the new one begins. The same chamber again replaces what was prepared.',
      answers: 'PreparedMaps',
    }),
    remove('/maps/preparations/{chamber_id}/{state}', discardMap, 'Discard a map that is prepared', {
      answers: 'MapDay',
    }),
    act('/maps/ends', redrawSeats, 'End a map whose successor is in force already', {
      description:
        'Its seats end on that day and people leave them. Officials and reach of the new map come with their files.',
      example: { chamber_id: 'mt-lower', state: 'MT', on: '2027-01-04' },
      answers: 'MapDay',
    }),
    list('/reach-gaps', listUnreached, 'List school districts that reach no seat of a chamber of theirs', {
      answers: 'ReachGap',
    }),
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
