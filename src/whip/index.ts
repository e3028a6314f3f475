/**
 * The whip: seat by seat, whom the association has spoken with, where they stand, and who should ask next. Three readings
 * of the same contact reports, of which nothing is stored: the board of a bill (the votes in a chamber or a committee), the
 * coverage of a committee (who can reach it, who has spoken, the gaps) and the delegation in Congress. A regional president
 * is told no member of another region, a partner no member at all.
 */
export { committeePicture, type CommitteePicture } from './committee-picture.ts';
export { listCoverage, showCoverage } from './coverage.ts';
export { delegation } from './delegation.ts';
export { whipRoutes } from './routes.tsx';
export { showBoard } from './show-board.ts';
