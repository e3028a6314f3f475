/**
 * The details of a line and of an expense by group, and why each regime asks for them, in words that end the
 * sentence "Asked because …". A group that no regime of the organization asks for is not shown.
 */
export const ACTIVITY_DETAILS = {
  time: {
    mt: 'Montana wants each person’s time by the day (ARM 44.12.103)',
    ma: 'Massachusetts counts a person’s hours against 25 in half a year',
    lda: 'federal law asks what part of a person’s time was lobbying',
    irs: 'the IRS counts research and preparation with the contact',
  },
  behalf: {
    ms: 'Mississippi reports what was done at the association’s request',
    mt: 'Montana reports what the principal paid for',
    ma: 'Massachusetts leaves out what a public employer pays for',
    lda: 'federal reports leave out what another registrant pays for',
  },
  subject: {
    mt: 'Montana names each action, also before it has a number',
    ms: 'Mississippi’s registration names the issues',
    ma: 'Massachusetts lists each matter, or the agency',
    lda: 'federal reports go by issue area, with the Houses and agencies contacted',
  },
  reach: { irs: 'the IRS divides a message by whom it reached and what it asked of them' },
} as const satisfies Record<string, Record<string, string>>;

export const EXPENSE_DETAILS = {
  payment: {
    mt: 'Montana goes by the day of payment, and names who was paid with the address',
    ms: 'Mississippi asks who gave it',
    ma: 'Massachusetts lists it under the lobbyist who spent it',
    lda: 'the LD-203 is filed for each lobbyist',
  },
  officials: {
    mt: 'Montana names the officials and what each had of it',
    ms: 'Mississippi lists each official who was given anything',
    wy: 'Wyoming lists what each legislator was given',
  },
  event: {
    mt: 'Montana names the group where all of a house were invited',
    ms: 'Mississippi tells an event for the whole legislature by its attendance, and a gift by its place',
    ma: 'Massachusetts asks for the place and everyone present',
    wy: 'Wyoming lists events for legislators as a group',
  },
  share: { mt: 'Montana wants the calculation kept (ARM 44.12.207, 44.12.211)' },
  contribution: {
    ma: 'Massachusetts lists campaign contributions apart',
    lda: 'federal contributions go on the LD-203',
  },
  tax: { irs: 'the IRS leaves overhead out of one test, and counts outside lobbyists apart' },
} as const satisfies Record<string, Record<string, string>>;

/** Why a group is asked of somebody who files in some regimes; null where it is not. */
export const askedBecause = (
  group: Readonly<Record<string, string>>,
  regimes: readonly string[],
): string | null => {
  const reasons = regimes.flatMap((regime) => group[regime] ?? []);
  return reasons.length === 0 ? null : `Asked because ${reasons.join('; ')}.`;
};
