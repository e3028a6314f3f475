/** The categories of an expense in each regime that asks for one, in the words of its form. */
export const EXPENSE_CATEGORIES: Record<string, Record<string, string>> = {
  mt: {
    printing: 'Printing',
    advertising: 'Advertising',
    postage: 'Postage',
    travel: 'Travel',
    salaries: 'Salaries and fees',
    entertainment: 'Entertainment, food and drink',
    telephone: 'Telephone',
    office: 'Other office expenses',
    other: 'Other',
  },
  ms: {
    a: 'a. Pay to the lobbyist',
    b: 'b. Share of office, supplies and support staff',
    c: 'c. Support of the lobbyist’s work',
    d: 'd. Employees’ time for direct communication',
    e: 'e. Soliciting others to communicate',
    f: 'f. Food, travel, lodging, entertainment',
    g: 'g. Anything else of value',
  },
  ma: {
    advertising: 'Advertising',
    copies: 'Photocopies and scans',
    computers: 'Computer equipment and supplies',
    dues: 'Professional dues',
    fax: 'Fax',
    internet: 'Internet',
    legal: 'Legal',
    postage: 'Postage and shipping',
    office: 'Office supplies and equipment',
    printing: 'Printing',
    public_relations: 'Public relations',
    rent: 'Rent',
    salaries: 'Office and support staff salaries',
    subscriptions: 'Professional subscriptions',
    taxes: 'Taxes',
    telephone: 'Telephone and cell',
    utilities: 'Utilities',
    other: 'Other operating',
    salary: 'Pay to a lobbyist or firm',
    meals: 'Meals',
    travel: 'Travel',
    entertainment: 'Entertainment',
    gifts: 'Gifts',
    additional: 'Additional expense',
    contribution: 'Campaign contribution',
  },
  lda: {
    lobbying: 'Lobbying expense',
    third_party: 'Paid to an outside lobbyist or firm',
    dues_share: 'Lobbying share of dues to another association',
    feca: 'Contribution to a federal candidate, leadership PAC or party (LD-203)',
    he: 'Honorary or event expense (LD-203)',
    me: 'Meeting expense (LD-203)',
    ple: 'Presidential library (LD-203)',
    pic: 'Presidential inaugural committee (LD-203)',
  },
  irs: {
    direct: 'Direct lobbying',
    grassroots: 'Grass roots lobbying',
    split: 'Direct for members, grass roots for others',
    split_none: 'Grass roots for others alone',
    public: 'Influencing the public or members, 162(e)',
    executive: 'Contact with covered executive officials, 162(e)',
    third_party: 'Paid to an outside lobbyist, or lobbying share of dues',
    campaign: 'Campaign activity, never in lobbying totals',
  },
};
export type CategoryRegime = 'mt' | 'ms' | 'ma' | 'lda' | 'irs';
/** What says that a person decided that a regime does not report it. */
export const NOT_REPORTED = 'not_reported';
/** A report cannot be prepared there without a category or the decision that there is none. */
export const MUST_DECIDE: readonly string[] = ['mt', 'ms', 'ma'];

/** The words of the rule beside a choice that has no answer by itself: what an alert cost to send. */
export const ALERT_COST_WORDS: Record<string, string> = {
  mt: 'Montana asks for payments that support lobbying, by category (ARM 44.12.102(4), 44.12.207). Texts to members are telephone where the carrier is paid for each, advertising where the public is meant, and not reported where you hold that asking members is no lobbying. Nothing is chosen for you.',
  ms: 'Mississippi has a category of its own for soliciting others to communicate with officials (5-8-9, e).',
  ma: 'What an employer spends so that others speak is among its lobbying expenditures (G.L. c.3 s.47).',
  irs: 'For a charity a request to members is direct lobbying, to others grass roots (4911). For a (c)(4) or (c)(6) the strict reading is 162(e)(1)(C).',
};
