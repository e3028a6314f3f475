import { setReach, showReach } from '../../legislature/index.ts';
import {
  listDistrictClasses,
  listDistricts,
  listFigures,
  removeDistrictFact,
  setDistrictFact,
  showDistrict,
} from '../../people/index.ts';
import { list, put, remove, show, type Group } from '../endpoint.ts';

export const districts: Group = {
  name: 'Districts',
  about: 'School districts by NCES id, their figures, and the seats they reach.',
  endpoints: [
    list('/districts', listDistricts, 'List districts by name', {
      description:
        '`lacks=enrollment` narrows to those without a figure, `with_members=1` to those with active members.',
      answers: 'District',
    }),
    list('/district-classes', listDistrictClasses, 'List classes of districts', { answers: 'DistrictClass' }),
    show('/district-figures', listFigures, 'List the figures that are known of any district', {
      description:
        '`homes` counts districts with active members: of how many the figure is known, and of how many in all.',
    }),
    show('/districts/{nces}', showDistrict, 'Show a district with its figures', {
      description: '`past` holds those that were replaced or taken off, the latest first.',
      answers: 'District',
    }),
    put('/districts/{nces}/facts', setDistrictFact, 'Keep a figure about a district', {
      description:
        'In place of the one with the same `key`, which stays under `past`. Many at once: `POST /imports/figures`.',
      example: { key: 'enrollment', value: '1240', as_of: '2026-10-01', source: 'Fall enrollment report' },
    }),
    remove('/districts/{nces}/facts/{key}', removeDistrictFact, 'Take a figure off a district'),
    show('/districts/{district_nces}/reach', showReach, 'Show whom a district reaches', {
      description:
        'Officials and seats of each chamber. `on` asks for another day: `seats_then` holds the seats of then, with who holds them as far as is known.',
      answers: 'DistrictReach',
    }),
    put('/districts/{district_nces}/reach', setReach, 'Set by hand which seats a district reaches', {
      description: 'For one chamber; what was there is replaced, and no file changes it again.',
      example: { chamber_id: 'mt-lower', seats: [{ seat_id: 'mt-lower-1', share: 0.84 }] },
    }),
  ],
};
