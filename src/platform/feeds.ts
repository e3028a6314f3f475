/** Services of legislative data, as the legislature sees them; their adapters are in `src/providers`. */
export type FeedService = 'openstates' | 'legiscan';
export const FEED_NAMES: Record<FeedService, string> = { openstates: 'Open States', legiscan: 'LegiScan' };

/** Why a service gave nothing that can be used, in words for people. Nothing was changed. */
export class FeedFailure extends Error {}

export interface FeedPerson {
  id: string;
  name: string;
  given: string;
  family: string;
  chamber: 'lower' | 'upper';
  district: string;
  division: string | undefined;
  party: string | undefined;
  email: string | undefined;
  phone: string | undefined;
  links: string[];
}
export interface FeedCommittee {
  id: string;
  name: string;
  /** `legislature` for one of both chambers. */
  chamber: 'lower' | 'upper' | 'legislature';
  /** Ids of people with their roles. */
  members: [string, string][];
}
/** A service that knows who holds which seat, and who sits on which committee. Throws `FeedFailure`, never a part. */
export interface RosterFeed {
  service: FeedService;
  /** @param state two capital letters */
  people(state: string): Promise<FeedPerson[]>;
  committees(state: string): Promise<FeedCommittee[]>;
}

/** Something that happened or will happen to a bill, on a local day of its legislature. */
export interface FeedEvent {
  /** The same for the same event in every fetch. */
  key: string;
  kind: 'hearing' | 'vote' | 'status';
  on: string;
  /** "HH:MM"; null where it is not told. */
  time: string | null;
  /** The words of the service, for people: what was done, or where and before whom. */
  note: string;
}
export interface FeedBill {
  number: string;
  serviceId: string;
  /** Changes whenever the bill does. */
  changeHash: string;
  status: string;
  statusOn: string;
  url: string | null;
  events: FeedEvent[];
}
/** A service that knows what becomes of bills. Throws `FeedFailure`, never a part. */
export interface BillFeed {
  service: FeedService;
  /**
   * Of the bills of one legislative session those that changed, whole; one that the service does not have is left out.
   * @param ask.jurisdiction two capital letters of a state, or US  @param ask.known numbers such as "HB 203", each with
   *   the hash last seen
   */
  changed(ask: {
    jurisdiction: string;
    special: boolean;
    /** The first day of the session, which tells it from others. */
    startsOn: string;
    known: { number: string; changeHash: string | null }[];
  }): Promise<FeedBill[]>;
}
