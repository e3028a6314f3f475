/**
 * Reports: read-only views across the slices. Those for the director and the board are counts only: what went out, and a survey before and after; whoever may read
 * nothing else reads these. Those for the office name people: who had which talking points when they met an official.
 */
export { communications } from './communications.ts';
export { compareSurveys, listSurveys } from './compare-surveys.ts';
export { pointsAtMeetings, pointsInField } from './points-in-field.ts';
export { reportRoutes } from './routes.tsx';
