import type { RowOf } from '../platform/statement.ts';
import type { World } from '../platform/world.ts';
import { groupsOf, pointsOf, type ConsentLine, type ListedRow } from './member-queries.ts';
import type { PointSnapshot } from './snapshot.ts';

/** A contact point as the roles see it that may see it at all. */
export interface ContactPoint {
  id: string;
  channel: 'sms' | 'email';
  address: string;
  isPublic: boolean;
  isPrimary: boolean;
  state: PointSnapshot['state'];
  /** Why it is closed: `stopped`, `bounced` … */
  reason: string | null;
}
export interface Member extends ListedRow {
  groups: { id: string; name: string }[];
  contactPoints: ContactPoint[];
}
/** A member with what their own page needs beside. */
export interface MemberDetail extends Member {
  createdAt: number;
  updatedAt: number;
  /** The consent ledger, the newest first. */
  consent: ConsentLine[];
  /** Contact points that only START from the number itself opens again: the carrier stopped them. */
  stoppedByCarrier: string[];
}

/** Adds to rows of members their groups and contact points: two statements however many there are. */
export const dressed = async <Row extends ListedRow>(world: World, rows: Row[]) => {
  const memberIds = rows.map((row) => row.id);
  const [points, groups] = await Promise.all([
    world.db.all(pointsOf, { memberIds }),
    world.db.all(groupsOf, { memberIds }),
  ]);
  return dressedIn(rows, points, groups);
};

/** Puts groups and contact points beside the members they are of. */
export const dressedIn = <Row extends ListedRow>(
  rows: Row[],
  points: RowOf<typeof pointsOf>[],
  groups: RowOf<typeof groupsOf>[],
) => {
  const pointsBy = Map.groupBy(points, (one) => one.memberId);
  const groupsBy = Map.groupBy(groups, (one) => one.memberId);
  return rows.map((row) => ({
    ...row,
    groups: (groupsBy.get(row.id) ?? []).map(({ id, name }) => ({ id, name })),
    contactPoints: (pointsBy.get(row.id) ?? []).map(asContactPoint),
  }));
};

const asContactPoint = (point: PointSnapshot): ContactPoint => ({
  id: point.id,
  channel: point.channel,
  address: point.address,
  isPublic: point.isPublic === 1,
  isPrimary: point.isPrimary === 1,
  state: point.state,
  reason: point.stateReason,
});
