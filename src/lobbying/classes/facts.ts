/** What a regime makes of an activity: its class, whether it counts in the report, and why. */
export interface Classed {
  class: string;
  counts: boolean;
  ruleId: string;
  ruleVersion: string;
  reason: string;
}

export const LEVELS = ['state', 'federal', 'local'] as const;
export const BRANCHES = ['legislative', 'executive', 'both'] as const;
export type Level = (typeof LEVELS)[number];
export type Branch = (typeof BRANCHES)[number];

/** The calls to action of 26 CFR 56.4911-2(b)(2)(iii). All but `identify` directly encourage. */
export const CALLS = ['tell', 'contact', 'mechanism', 'identify'] as const;
export type Call = (typeof CALLS)[number];

/** What is known of a line when it is classed. What is left out or null is not known. */
export interface ToClass {
  kind: string;
  personKind: string;
  directedBy: string;
  /** Whose bill it was about: MT, US. */
  jurisdiction?: string | null;
  level?: Level | null;
  branch?: Branch | null;
  /** The person acted as a public official or public employee. */
  officialCapacity?: boolean | null;
  /** The testimony was given, or put, on a public record. */
  onRecord?: boolean | null;
  /** An official or a committee had asked for it in writing. */
  writtenRequest?: boolean | null;
  specificLegislation?: boolean | null;
  reflectsView?: boolean | null;
  /** The matter is of direct interest to the organization and its members. */
  directInterest?: boolean | null;
  /** Members were asked to urge people who are no members. */
  asksNonMembers?: boolean | null;
  /** A federal executive official of the highest ranks (26 USC 162(e)(6)). */
  coveredOfficial?: boolean | null;
  /** People reached, as frozen when the message went out. */
  reachMembers?: number | null;
  reachNonMembers?: number | null;
  /** More of them are members than the share the rule of that day names for a message to both. */
  mainlyMembers?: boolean | null;
  callsToAction?: readonly Call[] | null;
  /** Of the organization. */
  taxStatus?: string | null;
}

const CONTACTS = ['direct_contact', 'testimony'];
const PREPARATIONS = ['preparation', 'research', 'planning', 'technical_response'];
export const isContact = (kind: string): boolean => CONTACTS.includes(kind);
export const isPreparation = (kind: string): boolean => PREPARATIONS.includes(kind);
export const isSolicitation = (kind: string): boolean => kind.startsWith('solicitation');
export const isLobbyist = (personKind: string): boolean =>
  personKind === 'staff_lobbyist' || personKind === 'contract_lobbyist';
export const isOwnVoice = (personKind: string): boolean =>
  personKind === 'member' || personKind === 'officer';

/** Whether it was about a bill of another legislature than the state's own. */
export const isElsewhere = ({ jurisdiction }: ToClass, state: string): boolean =>
  (jurisdiction ?? state).toUpperCase() !== state;

/** Builds the decisions of one regime. @param ruleVersion the year of the text that was read */
export const decisionsOf = (ruleVersion: string) => ({
  counted: (what: string, ruleId: string, reason: string): Classed => ({
    class: what,
    counts: true,
    ruleId,
    ruleVersion,
    reason,
  }),
  leftOut: (ruleId: string, reason: string): Classed => ({
    class: 'not_counted',
    counts: false,
    ruleId,
    ruleVersion,
    reason,
  }),
});
