import * as z from 'zod';
import { EXPORTED, FILES } from './tables.ts';

/**
 * The tables in the order in which they are written: what points at others first. The network lives on meanwhile, and
 * what a row points at is there when its own turn comes.
 */
export const WRITTEN = EXPORTED.toReversed();
/** Tables, then kinds of files. */
export const PARTS = WRITTEN.length + FILES.length;

/** Where the writing of an export stands: in which part, after which key, and how many files of the part are written. */
export const positionShape = z.object({
  part: z.int(),
  after: z.array(z.union([z.string(), z.number()])).nullable(),
  files: z.int(),
});
export type Position = z.output<typeof positionShape>;

export const START: Position = { part: 0, after: null, files: 0 };
