import type { Rulebook } from '../../rulebook.ts';
import type { ActivityRow } from '../regime.ts';

/** A matter of the Activities section: one line for each bill and position, so that a bill may carry two. */
export interface Matter {
  key: string;
  lobbyistId: string | null;
  /** House Bill, Senate Bill, House Docket, Senate Docket, Executive, or empty while nothing is named. */
  where: string;
  /** The bill's number with its General Court, or the agency. */
  number: string;
  title: string;
  /** As logged; null where none is. */
  position: string | null;
  activities: ActivityRow[];
}

const PREFIXES: Record<string, string> = {
  H: 'house_bill',
  HB: 'house_bill',
  S: 'senate_bill',
  SB: 'senate_bill',
  HD: 'house_docket',
  SD: 'senate_docket',
};

/** The prefix and digits of a bill number however it is written: "H.497", "HB 497" and "h 497" are one. */
export const billParts = (number: string): { prefix: string; digits: string } | null => {
  const found = /^\s*([a-z]+)[.\s]*(\d+)\s*$/i.exec(number.replaceAll('.', ' '));
  const prefix = found?.[1]?.toUpperCase();
  return found && prefix && PREFIXES[prefix] ? { prefix, digits: found[2] ?? '' } : null;
};

const CHAMBERS: Record<string, string> = { lower: 'house_bill', upper: 'senate_bill' };
const agencyOf = (activity: ActivityRow): string =>
  activity.bodies === null ? '' : (JSON.parse(activity.bodies) as string[]).join(', ');

const placeOf = (activity: ActivityRow): { kind: string | null; number: string } => {
  if (activity.billNumber !== null) {
    const parts = billParts(activity.billNumber);
    const court = activity.sessionName ? ` (${activity.sessionName})` : '';
    return {
      kind: parts ? (PREFIXES[parts.prefix] ?? null) : null,
      number: `${activity.billNumber}${court}`,
    };
  }
  if (activity.class === 'executive') return { kind: 'executive', number: agencyOf(activity) };
  return { kind: activity.chamber ? (CHAMBERS[activity.chamber] ?? null) : null, number: '' };
};

/** Counted lobbying by lobbyist, bill (with its General Court and prefix, never the number alone) and position. */
export const mattersOf = (activities: readonly ActivityRow[], rules: Rulebook, on: string): Matter[] => {
  const matters = new Map<string, Matter>();
  for (const activity of activities) {
    const { kind, number } = placeOf(activity);
    const parts = activity.billNumber === null ? null : billParts(activity.billNumber);
    const what = parts
      ? `${activity.sessionName ?? ''} ${PREFIXES[parts.prefix]} ${parts.digits}`
      : (activity.billId ?? activity.issueId ?? activity.matter ?? `${kind} ${number}`);
    const key = [activity.lobbyistId ?? '', what, activity.position ?? ''].join(' | ');
    const matter = matters.get(key) ?? {
      key,
      lobbyistId: activity.lobbyistId,
      where: kind === null ? '' : rules.text(`matter.${kind}`, on),
      number,
      title: activity.billTitle ?? activity.issueName ?? activity.matter ?? '',
      position: activity.position,
      activities: [],
    };
    matter.activities.push(activity);
    matters.set(key, matter);
  }
  return [...matters.values()].toSorted((a, b) =>
    `${a.where} ${a.number} ${a.title} ${a.position}`.localeCompare(
      `${b.where} ${b.number} ${b.title} ${b.position}`,
      'en',
      { numeric: true },
    ),
  );
};
