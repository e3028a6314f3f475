export const ALERT_STATES = [
  'draft',
  'proposed',
  'approved',
  'scheduled',
  'sending',
  'paused',
  'halted',
  'open',
  'closed',
  'discarded',
  'cancelled',
] as const;
export type AlertState = (typeof ALERT_STATES)[number];

/** Every change of an alert's state: from where it is allowed, and where it leads. */
const CHANGES = {
  edit: { from: ['draft', 'proposed', 'approved', 'scheduled'], to: 'draft' },
  propose: { from: ['draft'], to: 'proposed' },
  return: { from: ['proposed', 'approved', 'scheduled'], to: 'draft' },
  approve: { from: ['proposed'], to: 'approved' },
  schedule: { from: ['approved'], to: 'scheduled' },
  unschedule: { from: ['scheduled'], to: 'approved' },
  launch: { from: ['approved', 'scheduled'], to: 'sending' },
  pause: { from: ['sending'], to: 'paused' },
  halt: { from: ['sending'], to: 'halted' },
  resume: { from: ['paused', 'halted'], to: 'sending' },
  settle: { from: ['sending'], to: 'open' },
  close: { from: ['open'], to: 'closed' },
  discard: { from: ['draft', 'proposed', 'approved', 'scheduled'], to: 'discarded' },
  cancel: { from: ['sending', 'paused', 'halted', 'open'], to: 'cancelled' },
  supersede: { from: ['sending', 'paused', 'halted', 'open'], to: 'cancelled' },
} as const satisfies Record<string, { from: AlertState[]; to: AlertState }>;
export type AlertChange = keyof typeof CHANGES;
export const ALERT_CHANGES = Object.keys(CHANGES) as AlertChange[];

/** The states in which a change is allowed, for the condition of its statement. */
export const statesFor = (change: AlertChange): AlertState[] => [...CHANGES[change].from];

/** Where a change leads from a state, or null where it is not allowed. */
export const stateAfter = (state: AlertState, change: AlertChange): AlertState | null =>
  statesFor(change).includes(state) ? CHANGES[change].to : null;

const WORDS: Record<AlertState, string> = {
  draft: 'is a draft',
  proposed: 'waits for approval',
  approved: 'is approved',
  scheduled: 'is scheduled',
  sending: 'is being sent',
  paused: 'is paused',
  halted: 'is halted',
  open: 'is out and open for answers',
  closed: 'is closed',
  discarded: 'was discarded',
  cancelled: 'was cancelled',
};

/** A state as the end of a sentence that begins with "This alert". */
export const stateInWords = (state: AlertState): string => WORDS[state];

/** Whether anybody may have been sent the alert. */
export const wasLaunched = (state: AlertState): boolean =>
  ['sending', 'paused', 'halted', 'open', 'closed', 'cancelled'].includes(state);
