/**
 * Reports: read-only views across the slices. Those for the director and the board are counts only; whoever may read
 * nothing else reads these. Those for the office name people: who had which talking points when they met an official,
 * and how the delegation stands.
 */
export { communications } from './communications.ts';
export { delegation } from './delegation.ts';
export { pointsAtMeetings, pointsInField } from './points-in-field.ts';
export { reportRoutes } from './routes.tsx';
