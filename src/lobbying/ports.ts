import type { World } from '../platform/world.ts';

export type RowKind = 'activity' | 'expense' | 'compensation' | 'dues';
/** A filed report that has a row of the log. */
export interface FiledIn {
  filingId: string;
  name: string;
}
/** The filed reports, not superseded, that took or counted a row of the log. */
export type FiledRows = (world: World, kind: RowKind, id: string) => Promise<FiledIn[]>;

/** The details of an entry that a body of rules may ask for; a state asks by these names in its own folder. */
export type Detail =
  | 'time'
  | 'behalf'
  | 'subject'
  | 'issue_areas'
  | 'reach'
  | 'payment'
  | 'officials'
  | 'event'
  | 'share'
  | 'contribution'
  | 'tax'
  | 'living';
/** Why each detail is asked, in words that end "Asked because …". */
export type Asks = Partial<Record<Detail, string>>;

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
