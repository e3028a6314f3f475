import {
  beginRestore,
  discardExport,
  finishRestore,
  listExports,
  requestExport,
  restoreFile,
} from '../../archive/index.ts';
import { act, create, list, put, remove, type Group } from '../endpoint.ts';

export const archive: Group = {
  name: 'Archive',
  about:
    'Everything in the network as files, and everything back from files. An owner fetches a written export in the console; `npm run import -- everything` does the restoring.',
  endpoints: [
    list('/exports', listExports, 'List the last exports', { answers: 'Export' }),
    create('/exports', requestExport, 'Have everything written to files', {
      description: 'In the background; one at a time. It goes by itself after a week.',
      answers: 'Made',
    }),
    remove('/exports/{id}', discardExport, 'Discard an export', { answers: 'Made' }),
    act('/restorations', beginRestore, 'Begin to put an export into an empty network', {
      description:
        'The body is `manifest.json`. Refused where the network is not empty, is of another version, or has another AUTH_SECRET. Answers the files to send: `rows` in this order, then `files`, then `links` once more with `links=1`.',
      file: { field: 'file', types: ['application/json'] },
      answers: 'Restoration',
    }),
    put('/restorations/{id}/files', restoreFile, 'Put one file of an export back', {
      description:
        'The body is the file, `name` its name in the manifest. The same file again changes nothing.',
      file: { field: 'content', types: ['application/octet-stream'] },
    }),
    act('/restorations/{id}/end', finishRestore, 'End a restoration', {
      description: 'Where every table has all its rows.',
    }),
  ],
};
