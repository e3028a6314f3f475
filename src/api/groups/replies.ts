import { listSuppressions, releaseHold, suppressAddress } from '../../people/index.ts';
import { act, list, type Group } from '../endpoint.ts';

export const suppressions: Group = {
  name: 'Suppressions',
  about:
    'Numbers and addresses that must not be sent to, for everybody who has them, whatever is imported. Only the person there can open one again; staff can clear a hold.',
  endpoints: [
    list('/suppressions', listSuppressions, 'List suppressed addresses', { answers: 'Suppression' }),
    act('/suppressions', suppressAddress, 'Suppress a number or address', {
      example: { channel: 'email', address: 'lena.marsh@district.example', reason: 'unsubscribed' },
    }),
    act('/suppressions/release', releaseHold, 'Clear a hold', {
      example: { channel: 'sms', address: '406-555-0142' },
    }),
  ],
};
