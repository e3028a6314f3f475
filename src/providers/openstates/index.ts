/**
 * Open States API v3: the only folder that speaks to it. Optional: without its key nothing is asked and nothing leaves.
 */
export { openStatesBills } from './bills.ts';
export { openStatesRoster } from './roster.ts';
