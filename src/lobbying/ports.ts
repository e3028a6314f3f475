import type { Asks } from '../platform/asks.ts';
import type { World } from '../platform/world.ts';

export type RowKind = 'activity' | 'expense' | 'compensation' | 'dues';
/** A filed report that has a row of the log. */
export interface FiledIn {
  filingId: string;
  name: string;
}
/** The filed reports, not superseded, that took or counted a row of the log. */
export type FiledRows = (world: World, kind: RowKind, id: string) => Promise<FiledIn[]>;

/** Whether a part of a whole meets a rule of a regime that is a share in percent, as it stands on a day. */
export type ShareMet = (
  world: World,
  rule: { regime: string; key: string; on: string },
  part: number,
  whole: number,
) => Promise<boolean>;

declare module '../platform/world.ts' {
  interface World {
    filedRows: FiledRows;
    shareMet: ShareMet;
    /** What each regime asks of the log, by its short name. */
    asks: Readonly<Record<string, Asks>>;
  }
}
