import type { Change } from '../platform/statement.ts';
import type { Who } from '../platform/who.ts';
import type { World } from '../platform/world.ts';
import { activityChanges } from './activity-changes.ts';
import { association, currentPosition, lobbyistOf } from './queries.ts';

/** A confirmed contact as the log needs it. */
export interface ConfirmedContact {
  reportId: string;
  memberId: string | null;
  staffId: string | null;
  officialId: string;
  billId: string | null;
  issueId: string | null;
  alertId: string | null;
  method: string | null;
  onDate: string;
}

/** The log line that a confirmed contact report becomes: by a paid lobbyist where the person is one that day, else by the member. */
export const contactActivity = async (
  world: World,
  who: Who,
  contact: ConfirmedContact,
): Promise<Change[]> => {
  const [lobbyist, own] = await Promise.all([
    world.db.first(lobbyistOf, { memberId: contact.memberId, staffId: contact.staffId, on: contact.onDate }),
    world.db.first(association, {}),
  ]);
  const organizationId = lobbyist?.organizationId ?? own?.id;
  if (!organizationId) return [];
  const position = contact.billId
    ? await world.db.first(currentPosition, { billId: contact.billId, organizationId })
    : null;
  return activityChanges(world, {
    id: world.ids.next(),
    organizationId,
    onDate: contact.onDate,
    personKind: lobbyist
      ? lobbyist.kind === 'contract'
        ? 'contract_lobbyist'
        : 'staff_lobbyist'
      : contact.memberId
        ? 'member'
        : 'staff_support',
    lobbyistId: lobbyist?.id ?? null,
    staffId: contact.staffId,
    memberId: contact.memberId,
    kind: contact.method === 'testimony' ? 'testimony' : 'direct_contact',
    method: contact.method,
    officialId: contact.officialId,
    billId: contact.billId,
    issueId: contact.issueId,
    position: position?.position ?? null,
    minutes: null,
    directedBy: lobbyist ? 'lobbyist' : contact.staffId || contact.alertId ? 'client' : 'independent',
    reachMembers: null,
    reachNonMembers: null,
    contactReportId: contact.reportId,
    door: 'contact',
    alertId: null,
    state: 'confirmed',
    note: '',
    at: world.clock.now(),
    by: who.id,
  });
};
