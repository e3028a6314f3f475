import { listFacts, recordFact } from '../../filings/index.ts';
import { listCandidates, nameCandidate, removeCandidate, setCampaignWindow } from '../../lobbying/index.ts';
import { create, remove, show, type Group } from '../endpoint.ts';

const ID = '01JD3WK2Q9V6H7M4T8XN5RBACE';

export const decisions: Group = {
  name: 'Decisions',
  about:
    'What no log can know about a filer and a person decides: a method of counting, an election, an amount of a tax year. Nothing is edited: the next decision follows the one before, each with who made it and when.',
  endpoints: [
    show('/decisions', listFacts, 'Show what each filer decides in each regime, with every decision so far', {
      answers: 'Decisions',
    }),
    create('/decisions', recordFact, 'Record a decision about a filer', {
      description:
        'One that holds for whole years begins on January 1 and cannot change within a year that has begun.',
      example: {
        organization_id: ID,
        regime: 'lda',
        key: 'expense_method',
        value: 'A',
        from_on: '2027-01-01',
        decided_by: 'Ruth Calloway, counsel',
        decided_on: '2026-12-14',
      },
      answers: 'Made',
    }),
  ],
};

export const candidates: Group = {
  name: 'Candidates',
  about:
    'Officials who stand in an election. An alert that names one within the window before it is held for a person to look at.',
  endpoints: [
    show('/candidates', listCandidates, 'Show who stands in elections to come, and the window in force', {
      answers: 'Candidates',
    }),
    create('/candidates', nameCandidate, 'Say that an official stands in an election', {
      description: 'Said twice it stands once.',
      example: {
        official_id: ID,
        election_on: '2028-11-07',
        office: 'State Senate',
        source: 'List of filed candidates, Secretary of State',
      },
      answers: 'Made',
    }),
    remove('/candidates/{id}', removeCandidate, 'Say that an official stands no more', { answers: 'Made' }),
    create('/campaign-windows', setCampaignWindow, 'Set how long before an election alerts are held', {
      description: 'From today on; an earlier window stays on record.',
      example: { days: 60, source: 'Board decision of December 14, 2026' },
      answers: 'Made',
    }),
  ],
};
