import {
  decisionsOf,
  isContact,
  isOwnVoice,
  isPreparation,
  isSolicitation,
  type Classed,
  type ToClass,
} from './facts.ts';
import { classifyMessage } from './message.ts';

export const IRS_CLASSES = {
  direct: 'Direct lobbying',
  grassroots: 'Grass roots lobbying',
  split: 'Direct for members, grass roots for others',
  split_none: 'Grass roots for others alone',
  public: 'Influencing the public or members, 162(e)',
  executive: 'Contact with covered executive officials, 162(e)',
  campaign: 'Campaign activity, never in lobbying totals',
  not_counted: 'Does not count',
};
const { counted, leftOut } = decisionsOf('2023');

/** The tax rules: 4911 for charities, 162(e) for the other kinds. What is not known is taken the strict way. */
export const irs = (activity: ToClass): Classed => {
  const status = activity.taxStatus ?? '';
  if (status.startsWith('501c3')) return charity(activity);
  if (/^501c[456]$/.test(status)) return association(activity);
  return leftOut(
    'Form 990, Schedule C',
    'Schedule C asks 501(c) organizations; the tax status kept here is none of those.',
  );
};

const toLegislation = (activity: ToClass): Classed | null => {
  const { kind, personKind, branch, writtenRequest, specificLegislation } = activity;
  if (isOwnVoice(personKind))
    return leftOut(
      '26 USC 4911(d)(1)',
      'What a member says for their own district is no spending of the organization.',
    );
  if (branch === 'executive')
    return leftOut('26 USC 4911(e)(2)', 'Rules and executive action are not legislation.');
  if (specificLegislation === false)
    return leftOut('26 CFR 56.4911-2(b)(1)', 'It was about no specific legislation.');
  if (writtenRequest === true && (kind === 'testimony' || kind === 'technical_response'))
    return leftOut(
      '26 USC 4911(d)(2)(B)',
      'Technical advice that a committee or body asked for in writing. Keep the letter with the line.',
    );
  return null;
};

const charity = (activity: ToClass): Classed => {
  const { kind, reflectsView } = activity;
  const isOurs = isContact(kind) || isPreparation(kind);
  if (isSolicitation(kind)) {
    const to =
      kind === 'solicitation_of_public' ? { members: 0, nonMembers: 1 } : { members: 1, nonMembers: 0 };
    const reached = (activity.reachMembers ?? 0) + (activity.reachNonMembers ?? 0) > 0;
    const {
      class: what,
      ruleId,
      reason,
    } = classifyMessage({
      specificLegislation: activity.specificLegislation ?? true,
      reflectsView: reflectsView ?? true,
      members: reached ? (activity.reachMembers ?? 0) : to.members,
      nonMembers: reached ? (activity.reachNonMembers ?? 0) : to.nonMembers,
      mainlyMembers: reached ? (activity.mainlyMembers ?? false) : to.members > 0,
      directInterest: activity.directInterest ?? true,
      calls: activity.callsToAction ?? ['tell'],
      asksNonMembers: activity.asksNonMembers ?? false,
    });
    return what === 'not_counted' ? leftOut(ruleId, reason) : counted(what, ruleId, reason);
  }
  if (!isOurs)
    return leftOut('26 USC 4911(d)', 'Neither a communication about legislation nor work for one.');
  const outside = toLegislation(activity);
  if (outside) return outside;
  if (isContact(kind) && reflectsView === false)
    return leftOut('26 CFR 56.4911-2(b)(1)', 'It reflected no view on the legislation.');
  return counted(
    'direct',
    '26 CFR 56.4911-2(b)(1)',
    'A communication with a legislator about legislation, or work for one.',
  );
};

const association = (activity: ToClass): Classed => {
  const { kind, personKind, branch, level, coveredOfficial } = activity;
  if (isSolicitation(kind))
    return counted(
      'public',
      '26 USC 162(e)(1)(C)',
      'Asking members or the public to speak is taken as influencing a segment of the public, the strict reading.',
    );
  if (!isContact(kind) && !isPreparation(kind))
    return leftOut('26 USC 162(e)', 'Neither a communication about legislation nor work for one.');
  if (branch === 'executive' && level === 'federal' && coveredOfficial === true && !isOwnVoice(personKind))
    return counted(
      'executive',
      '26 USC 162(e)(1)(D)',
      'A contact with a covered federal executive official.',
    );
  return (
    toLegislation(activity) ??
    counted(
      'direct',
      '26 USC 162(e)(1)(A)',
      'Influencing legislation by communicating with those who make it, or work for that.',
    )
  );
};
