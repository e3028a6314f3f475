import { describe, expect, test } from 'vitest';
import { momentOfMeeting, versionWhen, type Had } from '../../src/reports/version-when.ts';

const HELENA = 'America/Denver';
const had = (no: number, at: number, how: Had['how'] = 'read'): Had => ({ no, at, how });

describe('which version a member had at a meeting', () => {
  test('what they read last before it', () => {
    expect(versionWhen([had(1, 10), had(2, 20), had(3, 30)], 25)?.no).toBe(2);
  });

  test('what they read counts before what was sent and not opened', () => {
    expect(versionWhen([had(1, 10), had(2, 20, 'sent')], 25)).toMatchObject({ no: 1, how: 'read' });
    expect(versionWhen([had(1, 10, 'sent'), had(2, 20, 'sent')], 25)).toMatchObject({ no: 2, how: 'sent' });
  });

  test('none, where nothing reached them before', () => {
    expect(versionWhen([had(1, 30)], 25)).toBeNull();
  });

  test('a meeting was before it was told of, and before its day ended in the network’s zone', () => {
    const midnight = Date.UTC(2027, 1, 10, 7);
    expect(momentOfMeeting('2027-02-09', midnight + 1_000, HELENA)).toBe(midnight - 1);
    expect(momentOfMeeting('2027-02-09', midnight - 5_000, HELENA)).toBe(midnight - 5_000);
  });
});
