import { localDate } from '../platform/days.ts';
import { change, type Change } from '../platform/statement.ts';
import type { Who } from '../platform/who.ts';
import type { World } from '../platform/world.ts';
import { networkSettings } from '../staff/index.ts';
import { addressHash, type Channel } from './address-hash.ts';
import {
  closePoints,
  deleteSuppression,
  insertConsentText,
  insertLedgerLines,
  pointsAt,
  reopenPoints,
  upsertSuppression,
  type LedgerLine,
} from './consent-queries.ts';
import type { ConsentText } from './consent-text.ts';

export type SuppressionReason =
  | 'stopped'
  | 'unsubscribed'
  | 'complained'
  | 'bounced'
  | 'wrong_number'
  | 'staff'
  | 'held';

/** What every change of permission says: the address, who acted, and what proves it. */
export interface PermissionChange {
  channel: Channel;
  /** E.164 or a lower-case email address. */
  address: string;
  /** Members meant, where the address may not be one of their contact points. Those who have it are found. */
  memberIds?: string[];
  /** What proves it: `{kind: 'reply', id}`. The same evidence changes the same thing once only. */
  evidence: { kind: string; id: string };
  who: Who;
  /** The day it was said, YYYY-MM-DD, where that is not today. */
  on?: string;
}

/** Whose contact points have this address, across all members. Two members may share one. */
export const membersAt = (
  world: World,
  channel: Channel,
  address: string,
): Promise<{ memberId: string; contactPointId: string }[]> => world.db.all(pointsAt, { channel, address });

/**
 * The changes that close an address for every member who has it: ledger, suppression, contact points.
 * For a commit of the caller's, together with the reply or event that asks for it.
 * @param c.byCarrier true where the carrier itself stopped the number: then only START from it opens it again
 */
export const suppressionChanges = async (
  world: World,
  c: PermissionChange & { reason: SuppressionReason; byCarrier: boolean },
): Promise<Change[]> => {
  const kind =
    c.reason === 'held'
      ? 'held'
      : c.reason === 'bounced' || c.reason === 'wrong_number'
        ? 'invalidated'
        : 'revoked';
  const lines = await ledgerLines(world, c, { kind, source: c.reason, textVersion: null });
  return [
    written(world, c, lines),
    change(upsertSuppression, { lineId: idOf(lines), reason: c.reason, byCarrier: c.byCarrier }),
    change(closePoints, { hashes: [hashOf(lines)], now: world.clock.now() }),
  ];
};

/**
 * The changes that open an address again.
 * `start`: START came from the number itself, and opens all but a wrong number. `member`: the person at the
 * address asked another way (JOIN, a form with a code sent there); opens all but what the carrier stopped.
 * `staff`: a hold was cleared; opens nothing that was stopped, and gives no consent that was not there.
 */
export const liftChanges = async (
  world: World,
  c: PermissionChange & { how: 'start' | 'member' | 'staff'; source: string; text?: ConsentText | null },
): Promise<Change[]> => {
  const kind = c.how === 'staff' ? 'released' : 'granted';
  const lines = await ledgerLines(world, c, {
    kind,
    source: c.source,
    textVersion: c.text?.version ?? null,
  });
  const addressHash = hashOf(lines);
  return [
    ...kept(world, c.text),
    written(world, c, lines),
    change(deleteSuppression, { addressHash, lineId: idOf(lines), how: c.how }),
    change(reopenPoints, { addressHash, now: world.clock.now() }),
  ];
};

/**
 * The changes that write consent down and open the contact points that waited for it. A suppressed address
 * stays closed: consent on paper does not lift a STOP.
 * @param c.source where consent was given, in a few words: "JOIN by text", "membership form"
 * @param c.text the wording they agreed to, where there was one of ours; it is kept with the consent
 */
export const consentChanges = async (
  world: World,
  c: PermissionChange & { source: string; text?: ConsentText | null; organizationId?: string | null },
): Promise<Change[]> => {
  const lines = await ledgerLines(world, c, {
    kind: 'granted',
    source: c.source,
    textVersion: c.text?.version ?? null,
    organizationId: c.organizationId ?? null,
  });
  return [
    ...kept(world, c.text),
    written(world, c, lines),
    change(reopenPoints, { addressHash: hashOf(lines), now: world.clock.now() }),
  ];
};

type Said = Pick<LedgerLine, 'kind' | 'source' | 'textVersion'> & { organizationId?: string | null };

/** One line for each member concerned, or one without a member where nobody has the address. */
const ledgerLines = async (world: World, c: PermissionChange, said: Said): Promise<LedgerLine[]> => {
  const [hash, points, onDate] = await Promise.all([
    addressHash(world, c.channel, c.address),
    membersAt(world, c.channel, c.address),
    c.on ?? today(world),
  ]);
  const named = (c.memberIds ?? [])
    .filter((id) => !points.some((point) => point.memberId === id))
    .map((memberId) => ({ memberId, contactPointId: null }));
  const nobody = { memberId: null, contactPointId: null };
  const all = [...points, ...named];
  return (all.length > 0 ? all : [nobody]).map((one) => ({
    ...one,
    ...said,
    organizationId: said.organizationId ?? null,
    id: world.ids.next(),
    onDate,
    channel: c.channel,
    addressHash: hash,
  }));
};

/** The day it is for the network. */
export const today = async (world: World): Promise<string> =>
  localDate(world.clock.now(), (await networkSettings(world)).zone);

const written = (world: World, c: PermissionChange, lines: LedgerLine[]): Change =>
  change(insertLedgerLines, {
    lines,
    at: world.clock.now(),
    evidenceKind: c.evidence.kind,
    evidenceId: c.evidence.id,
    actorKind: c.who.kind,
    actorId: c.who.id,
  });

const kept = (world: World, text: ConsentText | null | undefined): Change[] =>
  text ? [change(insertConsentText, { ...text, fromOn: localDate(world.clock.now(), 'UTC') })] : [];

const idOf = (lines: LedgerLine[]): string => lines[0]?.id ?? '';
const hashOf = (lines: LedgerLine[]): string => lines[0]?.addressHash ?? '';
