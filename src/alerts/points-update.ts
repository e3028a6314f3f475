import type { Form } from '../platform/form.ts';
import type { World } from '../platform/world.ts';
import { ownOrganization } from './talking-points-queries.ts';

interface Points {
  id: string;
  title: string;
  issueId: string;
  billId: string | null;
  version: { short: string } | null;
}

/**
 * The form of an update that sends talking points: their short form is its text. Nothing is written.
 * @param officialIds only members who reach one of these are meant; none for every member
 */
export const formOfUpdate = async (world: World, points: Points, officialIds: string[]): Promise<Form> => ({
  kind: 'update',
  channels: ['sms', 'email'],
  organizationId: (await world.db.first(ownOrganization, {}))?.id ?? '',
  title: points.title,
  issueId: points.issueId,
  billId: points.billId ?? '',
  talkingPointsId: points.id,
  officials: officialIds,
  smsText: points.version?.short || `New talking points: ${points.title}.`,
  emailSubject: points.title,
  emailText: `Dear {{first_name}},\n\nHere is what to say about it: ${points.title}. The page behind the link always shows the newest words.`,
});
