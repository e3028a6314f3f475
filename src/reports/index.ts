/**
 * Reports: read-only views across the slices, for the director and the board. Counts only; whoever may read
 * nothing else reads these.
 */
export { communications } from './communications.ts';
export { reportRoutes } from './routes.tsx';
