import {
  correctOfficial,
  listChambers,
  listCommittees,
  listOfficials,
  showCommittee,
  showOfficial,
} from '../../legislature/index.ts';
import { change, list, show, type Group } from '../endpoint.ts';

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
