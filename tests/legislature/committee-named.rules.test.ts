import { expect, test } from 'vitest';
import { committeeNamed } from '../../src/legislature/committee-named.ts';

const COMMITTEES = [
  { id: 'house', name: 'Education', chamberId: 'mt-lower' },
  { id: 'senate', name: 'Education', chamberId: 'mt-upper' },
  { id: 'funding', name: 'Education Funding', chamberId: 'mt-lower' },
  { id: 'tax', name: 'Taxation', chamberId: 'mt-lower' },
  { id: 'interim', name: 'Education Interim', chamberId: null },
];

test.each([
  ['House Education Hearing, Room 137', 'house'],
  ['(S) Education, 8:00', 'senate'],
  ['Senate Education & Labor', 'senate'],
  ['Joint Subcommittee on Education Funding', 'funding'],
  ['House Taxation', 'tax'],
  ['Taxation', 'tax'],
  ['Education', null],
  ['Miseducation Hearing', null],
  ['', null],
])('%s', (words, id) => expect(committeeNamed(words, COMMITTEES)).toBe(id));
