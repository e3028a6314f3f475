import { setReach } from '../../legislature/index.ts';
import { listDistrictClasses, listDistricts, setDistrictFact, showDistrict } from '../../people/index.ts';
import { list, put, show, type Group } from '../endpoint.ts';

export const districts: Group = {
  name: 'Districts',
  about: 'School districts by NCES id, their figures, and the seats they reach.',
  endpoints: [
    list('/districts', listDistricts, 'List districts by name', { answers: 'District' }),
    list('/district-classes', listDistrictClasses, 'List classes of districts', { answers: 'DistrictClass' }),
    show('/districts/{nces}', showDistrict, 'Show a district with its figures', { answers: 'District' }),
    put('/districts/{nces}/facts', setDistrictFact, 'Keep a figure about a district', {
      description: 'In place of the one with the same `key` before.',
      example: { key: 'enrollment', value: '1240', as_of: '2026-10-01', source: 'Fall enrollment report' },
    }),
    put('/districts/{district_nces}/reach', setReach, 'Set by hand which seats a district reaches', {
      description: 'For one chamber; what was there is replaced, and no file changes it again.',
      example: { chamber_id: 'mt-lower', seats: [{ seat_id: 'mt-lower-1', share: 0.84 }] },
    }),
  ],
};
