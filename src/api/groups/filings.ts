import {
  amendFiling,
  checkFiling,
  fileFiling,
  listFilings,
  listObligations,
  listThresholds,
  markFiledByOther,
  prepareFiling,
  refreshObligations,
  showFiling,
  showObligation,
} from '../../filings/index.ts';
import { act, create, list, show, type Group } from '../endpoint.ts';

const ID = '01JD3WK2Q9V6H7M4T8XN5RBACE';

export const filings: Group = {
  name: 'Obligations and filings',
  about:
    'Which reports fall due and why; each prepared from the log with the rows behind every line, checked, and frozen when it is filed.',
  endpoints: [
    list('/obligations', listObligations, 'List reports that fall due, the nearest first', {
      renamed: { after: 'cursor' },
      answers: 'Obligation',
    }),
    act('/obligations/refresh', refreshObligations, 'Work the reports out anew', {
      description: 'This happens every day by itself.',
    }),
    show('/obligations/{id}', showObligation, 'Show a report with its versions', { answers: 'Obligation' }),
    act('/obligations/{obligation_id}/filed-by-other', markFiledByOther, 'Note that somebody else files it', {
      example: { by: 'Example Education Coalition' },
    }),
    list('/thresholds', listThresholds, 'List the lines of the law that the log is watched against', {
      description:
        'What counts toward each so far, and the day it was crossed or is at this pace. Amounts are whole cents, minutes or a count, as `unit` says; `past` is the first amount past the line.',
      answers: 'Threshold',
    }),
    list('/filings', listFilings, 'List filings, the newest first', { answers: 'FilingLine' }),
    create('/filings', prepareFiling, 'Prepare a report from the log', {
      description:
        'Prepared again it takes the log’s changes in; once filed, it makes a version that amends.',
      example: { obligation_id: ID },
      creates: 'filingId',
      answers: 'Prepared',
    }),
    show('/filings/{id}', showFiling, 'Show a filing: lines, sources, worksheet, copies', {
      answers: 'Filing',
    }),
    show('/filings/{filing_id}/checks', checkFiling, 'List what stands in the way of filing'),
    act('/filings/{filing_id}/file', fileFiling, 'File a prepared report', {
      description: 'Freezes its CSV, page and JSON with their SHA-256.',
      answers: 'Filed',
    }),
    act('/filings/{filing_id}/amendment', amendFiling, 'Prepare a new version of a filed report', {
      answers: 'Prepared',
    }),
  ],
};
