import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  ALERT_CHANGES,
  ALERT_STATES,
  stateAfter,
  wasLaunched,
  type AlertState,
} from '../../src/alerts/states.ts';

test('an alert goes from draft to closed through approval', () => {
  let state: AlertState | null = 'draft';
  for (const change of [
    'propose',
    'approve',
    'schedule',
    'launch',
    'pause',
    'resume',
    'settle',
    'close',
  ] as const) {
    state = state && stateAfter(state, change);
  }
  expect(state).toBe('closed');
});

test('no order of changes reaches sending without an approval of the words as they last were', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...ALERT_CHANGES), { maxLength: 40 }), (changes) => {
      let state: AlertState = 'draft';
      let words = 0;
      let approved: number | null = null;
      for (const change of changes) {
        const next = stateAfter(state, change);
        if (!next) continue;
        if (change === 'edit' || change === 'return') words += 1;
        if (change === 'approve') approved = words;
        if (next === 'sending') expect(approved).toBe(words);
        state = next;
      }
    }),
    { numRuns: 2_000 },
  );
});

test('what was launched is never edited, discarded or returned', () => {
  for (const state of ALERT_STATES.filter(wasLaunched)) {
    for (const change of ['edit', 'discard', 'return', 'approve', 'propose'] as const) {
      expect(stateAfter(state, change), `${state} ${change}`).toBeNull();
    }
  }
});

test('closed, cancelled and discarded are ends', () => {
  for (const state of ['closed', 'cancelled', 'discarded'] as const) {
    for (const change of ALERT_CHANGES) expect(stateAfter(state, change), `${state} ${change}`).toBeNull();
  }
});
