import { CALLS, type Call } from './calls-to-action.ts';
import type { Classed } from './classed.ts';
import { classifyMessage } from './irs-message.ts';

/** A line of the log as the IRS reads it. What nobody answered is left out; flags come as 0 and 1. */
export interface ToClassForIrs {
  kind: string;
  personKind: string;
  billId?: string | null;
  matter?: string | null;
  position?: string | null;
  branch?: string | null;
  level?: string | null;
  reachMembers?: number | null;
  reachNonMembers?: number | null;
  specificLegislation?: number | null;
  reflectsView?: number | null;
  directInterest?: number | null;
  asksNonMembers?: number | null;
  writtenRequest?: number | null;
  coveredOfficial?: number | null;
  /** JSON list, as the log keeps it. */
  callsToAction?: string | null;
}

/** For section 4911 (501(h)) and, apart from it, for section 162(e), which a (c)(4) or (c)(6) reports by. */
export const IRS_CLASSES: Record<string, Record<string, string>> = {
  irs: {
    direct: 'Direct lobbying',
    grass_roots: 'Grass roots lobbying',
    split_direct: 'Direct for members, grass roots for others',
    split_none: 'Grass roots for others alone',
    campaign: 'Campaign activity',
    not_counted: 'Does not count',
  },
  irs_162e: {
    legislators: 'A. Communication with legislators',
    campaign: 'B. Campaign activity',
    public: 'C. Influencing the public or a part of it',
    officials: 'D. Covered federal officials',
    not_counted: 'Does not count',
  },
};

const VERSION = '2023';
const VIEWS = ['support', 'oppose', 'amend'];
const isSolicitation = (kind: string) =>
  kind === 'solicitation_of_members' || kind === 'solicitation_of_public';
const isContact = (kind: string) => kind === 'direct_contact' || kind === 'testimony';
const serves = (kind: string) => ['preparation', 'research', 'planning'].includes(kind);
const yes = (flag: number | null | undefined, otherwise: boolean) =>
  flag === null || flag === undefined ? otherwise : flag === 1;
const callsOf = (json: string | null | undefined): Call[] => {
  const kept = json ? (JSON.parse(json) as unknown[]) : null;
  // What a solicitation said is not kept of older lines: that it asked is what made it one.
  return kept ? CALLS.filter((call) => kept.includes(call)) : ['tell'];
};
const not = (ruleId: string, reason: string): Classed => ({
  class: 'not_counted',
  counts: false,
  ruleId,
  ruleVersion: VERSION,
  reason,
});

/** What neither section counts, with its reason; null where one of them may. */
const outside = (one: ToClassForIrs): Classed | null => {
  if (one.personKind === 'member' || one.personKind === 'officer')
    return not(
      '26 CFR 56.4911-3(a)',
      'The member spoke for their own district and was not paid by the association: it costs the association nothing.',
    );
  if (one.kind === 'technical_response')
    return yes(one.writtenRequest, false)
      ? not('26 USC 4911(d)(2)(B)', 'Technical advice on a written request of a body. Keep the letter.')
      : null;
  if (!isSolicitation(one.kind) && !isContact(one.kind) && !serves(one.kind))
    return not('26 CFR 56.4911-2', 'Neither a communication about legislation nor preparation of one.');
  return null;
};
const isSpecific = (one: ToClassForIrs) =>
  yes(one.specificLegislation, Boolean(one.billId) || Boolean(one.matter));
const hasView = (one: ToClassForIrs) =>
  yes(one.reflectsView, one.position ? VIEWS.includes(one.position) : true);
const notLegislation = (one: ToClassForIrs) =>
  isSpecific(one)
    ? hasView(one)
      ? null
      : not('26 CFR 56.4911-2(b)', 'No view on the legislation was taken.')
    : not('26 CFR 56.4911-2(b)', 'It is about no specific legislation. Staff may decide otherwise.');

/** What section 4911 makes of a line: the class that Schedule C, parts II-A and II-B, adds up. */
export const classify501h = (one: ToClassForIrs): Classed => {
  const left = outside(one);
  if (left) return left;
  if (one.branch === 'executive')
    return not('26 USC 4911(e)(2)', 'Rules and executive action are not legislation for the IRS.');
  if (isSolicitation(one.kind)) {
    const classed = classifyMessage({
      specificLegislation: isSpecific(one),
      reflectsView: hasView(one),
      directInterest: yes(one.directInterest, true),
      calls: callsOf(one.callsToAction),
      asksNonMembers: yes(one.asksNonMembers, false),
      members: one.reachMembers ?? (one.kind === 'solicitation_of_members' ? 1 : 0),
      nonMembers: one.reachNonMembers ?? (one.kind === 'solicitation_of_public' ? 1 : 0),
      toLegislators: false,
    });
    return { ...classed, counts: classed.class !== 'not_counted', ruleVersion: VERSION };
  }
  return (
    notLegislation(one) ?? {
      class: 'direct',
      counts: true,
      ruleId: isContact(one.kind) ? '26 USC 4911(d)(1)(B)' : '26 CFR 56.4911-3(a)(1)',
      ruleVersion: VERSION,
      reason: isContact(one.kind)
        ? 'Communication about specific legislation with those who decide on it.'
        : 'Research, drafting and planning are part of the cost of the lobbying they serve.',
    }
  );
};

/**
 * What section 162(e) makes of a line. A call to members is read strictly, as influencing a part of the public (C):
 * whether it is (A) is not settled, and only (A) has the relief for little in-house spending.
 */
export const classify162e = (one: ToClassForIrs): Classed => {
  const left = outside(one);
  if (left) return left;
  const counted = (what: string, ruleId: string, reason: string): Classed => ({
    class: what,
    counts: true,
    ruleId,
    ruleVersion: VERSION,
    reason,
  });
  if (one.branch === 'executive')
    return yes(one.coveredOfficial, false)
      ? counted('officials', '26 USC 162(e)(1)(D)', 'Contact with a covered federal executive official.')
      : not('26 USC 162(e)(1)', 'Executive action counts only with covered federal officials.');
  const left162 = notLegislation(one);
  if (left162) return left162;
  return isSolicitation(one.kind)
    ? counted(
        'public',
        '26 USC 162(e)(1)(C)',
        'A call to a part of the public about legislation: the strict reading. Staff may decide it is (A), with the reason.',
      )
    : counted('legislators', '26 USC 162(e)(1)(A)', 'Communication with legislators, or preparation of it.');
};
