/** What a regime makes of an activity: its class, whether it counts in the report, and why. */
export interface Classed {
  class: string;
  counts: boolean;
  ruleId: string;
  ruleVersion: string;
  reason: string;
}
export interface ToClass {
  kind: string;
  personKind: string;
  directedBy: string;
}
export const REGIMES = ['mt', 'ms'] as const;
export type Regime = (typeof REGIMES)[number];
export const REGIME_NAMES: Record<string, string> = {
  mt: 'Montana',
  ms: 'Mississippi',
  ma: 'Massachusetts',
  lda: 'federal',
  irs: 'IRS',
};

/** What a person may decide a line to be in a regime; `not_counted` keeps it out of the report. */
export const CLASSES: Record<string, Record<string, string>> = {
  mt: { lobbying: 'Lobbying', support: 'Support of lobbying', not_counted: 'Does not count' },
  ms: {
    a: 'a. Pay to the lobbyist',
    b: 'b. Share of office, supplies and support staff',
    c: 'c. Support of the lobbyist’s work',
    d: 'd. Employees’ time for direct communication',
    e: 'e. Soliciting others to communicate',
    f: 'f. Food, travel, lodging, entertainment',
    g: 'g. Anything else of value',
    not_counted: 'Does not count',
  },
};

const CONTACT = ['direct_contact', 'testimony'];
const PREPARATION = ['preparation', 'research', 'planning', 'technical_response'];

const montana = ({ kind, personKind }: ToClass): Classed => {
  const paid = personKind === 'staff_lobbyist' || personKind === 'contract_lobbyist';
  if (personKind === 'member' || personKind === 'officer') {
    return {
      class: 'not_counted',
      counts: false,
      ruleId: 'MT-07',
      ruleVersion: '2025',
      reason:
        'The member is not paid by the association to lobby, or acts for their own district. Staff may decide otherwise.',
    };
  }
  if (CONTACT.includes(kind) && paid) {
    return {
      class: 'lobbying',
      counts: true,
      ruleId: 'ARM 44.12.102',
      ruleVersion: '2024',
      reason: 'Direct communication with a public official by a paid lobbyist.',
    };
  }
  if (CONTACT.includes(kind)) {
    return {
      class: 'not_counted',
      counts: false,
      ruleId: 'MT-07',
      ruleVersion: '2025',
      reason:
        'Contact by a person who is not named as a lobbyist. Whoever is paid to lobby is to be named under Who files; staff may decide otherwise.',
    };
  }
  if (PREPARATION.includes(kind)) {
    return {
      class: 'support',
      counts: true,
      ruleId: 'ARM 44.12.102(3)',
      ruleVersion: '2024',
      reason:
        'Preparation and planning after the decision to support or oppose count with the lobbying they serve.',
    };
  }
  if (kind.startsWith('solicitation')) {
    return {
      class: 'support',
      counts: true,
      ruleId: 'ARM 44.12.102(4)',
      ruleVersion: '2024',
      reason:
        'Support and assistance to lobbying; the cost is reported in the category that staff choose for it.',
    };
  }
  return {
    class: 'not_counted',
    counts: false,
    ruleId: 'MT-09',
    ruleVersion: '2025',
    reason: 'Neither contact with an official nor support of it.',
  };
};

const mississippi = ({ kind, personKind, directedBy }: ToClass): Classed => {
  const rule = { ruleVersion: '2022' };
  if (kind.startsWith('solicitation')) {
    return {
      ...rule,
      class: 'e',
      counts: true,
      ruleId: 'Miss. Code 5-8-9(e)',
      reason:
        'Soliciting others to communicate with officials is lobbying in Mississippi, and its cost has a category of its own.',
    };
  }
  if (personKind === 'member' || personKind === 'officer') {
    return {
      ...rule,
      class: 'not_counted',
      counts: false,
      ruleId: 'Miss. Code 5-8-7',
      reason:
        'A member of the association for whom lobbying is not a regular function is left out while gifts stay under $200 in the year. Staff may decide otherwise.',
    };
  }
  if (CONTACT.includes(kind)) {
    const employee = personKind === 'staff_support' && directedBy === 'client';
    return {
      ...rule,
      class: employee ? 'd' : 'a',
      counts: true,
      ruleId: `Miss. Code 5-8-9(${employee ? 'd' : 'a'})`,
      reason: 'Direct communication with officials for the client.',
    };
  }
  if (PREPARATION.includes(kind))
    return {
      ...rule,
      class: 'c',
      counts: true,
      ruleId: 'Miss. Code 5-8-9(c)',
      reason: 'Support of the lobbyist’s work.',
    };
  return {
    ...rule,
    class: 'not_counted',
    counts: false,
    ruleId: 'Miss. Code 5-8-3',
    reason: 'Neither contact with an official, nor asking others, nor support of either.',
  };
};

/** The class of an activity in a regime, by rule. Sources: reference rules named in `ruleId`. A person may decide otherwise. */
export const classify = (regime: Regime, activity: ToClass): Classed =>
  (regime === 'mt' ? montana : mississippi)(activity);
