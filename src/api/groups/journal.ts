import { readJournal } from '../../staff/index.ts';
import { list, type Group } from '../endpoint.ts';

export const journal: Group = {
  name: 'Journal',
  about: 'Who did what, append-only. Details hold ids, states and counts, never names or addresses.',
  endpoints: [
    list('/journal', readJournal, 'Read the journal, the newest first', {
      description: 'Everything, or one subject’s story; `from` and `to` are days in the network’s zone.',
      answers: 'JournalEntry',
    }),
  ],
};
