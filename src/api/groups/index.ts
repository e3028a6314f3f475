import type { Group } from '../endpoint.ts';
import { agenda } from './agenda.ts';
import { alerts } from './alerts.ts';
import { archive } from './archive.ts';
import { calculators } from './calculators.ts';
import { delegationGroup, whip } from './whip.ts';
import { districts } from './districts.ts';
import { candidates, decisions } from './filers.ts';
import { filings } from './filings.ts';
import { imports } from './imports.ts';
import { journal } from './journal.ts';
import { activities, compensation, contactReports, dues, expenses, recurring } from './log.ts';
import { members, organizations } from './members.ts';
import { network } from './network.ts';
import { maps, officials, relationships } from './officials.ts';
import { replies, suppressions } from './replies.ts';
import { rules } from './rules.ts';
import { talkingPoints } from './talking-points.ts';

/** Everything the API offers, in the order of the document. */
export const GROUPS: readonly Group[] = [
  imports,
  members,
  organizations,
  districts,
  officials,
  maps,
  relationships,
  agenda,
  whip,
  delegationGroup,
  talkingPoints,
  alerts,
  replies,
  suppressions,
  contactReports,
  activities,
  expenses,
  compensation,
  dues,
  recurring,
  filings,
  decisions,
  candidates,
  rules,
  calculators,
  network,
  journal,
  archive,
];
