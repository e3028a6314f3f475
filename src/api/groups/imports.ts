import {
  assignReachByZip,
  importCommittees,
  importCongress,
  importOfficials,
  importReach,
} from '../../legislature/index.ts';
import {
  importDistricts,
  importFigures,
  importMembers,
  listImports,
  showImport,
  undoImport,
} from '../../people/index.ts';
import { act, list, remove, show, type Endpoint, type FileType, type Group } from '../endpoint.ts';

const CSV = ['text/csv'] as const;
const JSON_ONLY = ['application/json'] as const;
const EITHER = ['text/csv', 'application/json'] as const;

const file = (
  kind: string,
  verb: Endpoint['verb'],
  types: readonly FileType[],
  field: 'content' | 'file',
  summary: string,
  description: string,
): Endpoint =>
  act(`/imports/${kind}`, verb, summary, { file: { field, types }, description, answers: 'Import' });

export const imports: Group = {
  name: 'Imports',
  about:
    'Whole files, sent as the body. All rows are taken or none, unless told `accept_good_rows=1`; `dry_run=1` changes nothing and lists every row that would be refused, with line, field and reason. The same file again changes nothing.',
  endpoints: [
    file(
      'members',
      importMembers,
      CSV,
      'content',
      'Import members',
      'Columns `first_name, last_name, kind, title, organization, region, district_nces, district, mobile, email, email_is_public, zone, sms_consent_on, sms_consent_source, groups`. `mapping` names other headers: `{"mobile":"Cell phone"}`.',
    ),
    file(
      'districts',
      importDistricts,
      EITHER,
      'content',
      'Import school districts',
      'CSV with `nces, name, county, state, class, zip, zone, state_id`, or JSON with a list `districts`.',
    ),
    file(
      'figures',
      importFigures,
      CSV,
      'content',
      'Import figures of districts',
      'Columns `district_nces` or `district`, one for each figure, named by what it counts (`enrollment`), and `source` and `as_of`, or these once in the query for all rows. An empty cell leaves what is there.',
    ),
    file(
      'officials',
      importOfficials,
      JSON_ONLY,
      'file',
      'Import a state’s legislators',
      'A file in the shape of Open States: people and vacancies of every seat.',
    ),
    file(
      'committees',
      importCommittees,
      JSON_ONLY,
      'file',
      'Import a state’s committees',
      'Committees and who sits on them. Import the officials first.',
    ),
    file(
      'congress',
      importCongress,
      JSON_ONLY,
      'file',
      'Import members of Congress',
      'A file in the shape of congress-legislators. `states` names the states wanted; the network’s own where it is left out.',
    ),
    file(
      'reach',
      importReach,
      CSV,
      'file',
      'Import which seats each school district reaches',
      'Columns `district_nces, chamber, seat, share`. A district and chamber that the file speaks of become what it says.',
    ),
    file(
      'zip-districts',
      assignReachByZip,
      JSON_ONLY,
      'file',
      'Give school districts their representative by ZIP code',
      'ZIP codes that lie in two districts decide nothing; those school districts are listed under `by_hand`.',
    ),
    list('/imports', listImports, 'List imports, the newest first', {
      answers: 'ImportLine',
    }),
    show('/imports/{id}', showImport, 'Show an import with its lines', { answers: 'ImportLine' }),
    remove('/imports/{id}', undoImport, 'Undo an import', {
      description:
        'What it created goes, what it changed is as before; `dry_run=1` tells what would. Kept, and named: members who have answered or been written to since, and rows that somebody or a later file changed since. Officials, Congress and committees go back newest file first.',
      answers: 'Undo',
    }),
  ],
};
