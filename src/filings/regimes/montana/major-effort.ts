import type { ActivityRow } from '../regime.ts';

/** A bill or issue that officials were spoken with about, and how often. */
export interface Effort {
  key: string;
  name: string;
  position: string | null;
  /** All occasions of the year so far, those in earlier reports included. */
  occasions: number;
  /** The contacts that no filed report has yet. */
  fresh: ActivityRow[];
}

const CONTACT = ['direct_contact', 'testimony'];
/** Direct communication with an official that counts, by rule or by a person's decision. */
export const isCountedContact = (activity: ActivityRow): boolean =>
  activity.state === 'confirmed' && activity.counts === 1 && CONTACT.includes(activity.kind);

/**
 * Counted contacts by what they were about, each an occasion whoever the official was (ARM 44.12.102(2)). Contacts
 * about nothing named are left to the caller.
 */
export const effortsOf = (activities: readonly ActivityRow[]): Effort[] => {
  const efforts = new Map<string, Effort>();
  for (const activity of activities.filter(isCountedContact)) {
    const key = activity.billId ?? activity.issueId;
    if (key === null) continue;
    const name = activity.billNumber
      ? `${activity.billNumber}${activity.billTitle ? `, ${activity.billTitle}` : ''}`
      : (activity.issueName ?? '');
    const effort = efforts.get(key) ?? { key, name, position: null, occasions: 0, fresh: [] };
    effort.occasions += 1;
    effort.position = activity.position ?? effort.position;
    if (activity.taken === 0) effort.fresh.push(activity);
    efforts.set(key, effort);
  }
  return [...efforts.values()].toSorted((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));
};
