import type * as z from 'zod';
import { FeedFailure, type BillFeed, type FeedBill, type FeedEvent } from '../../platform/feeds.ts';
import type { Settings } from '../../platform/world.ts';
import { OUTSIDE, plainNumber, type Outside } from '../feeds/index.ts';
import { jurisdictionId, openStatesClient } from './client.ts';
import { bill, pageOf } from './shapes.ts';

const dayOf = (date: string): string => date.slice(0, 10);

const voteOf = (vote: NonNullable<z.output<typeof bill>['votes']>[number]): FeedEvent => {
  const counts = (vote.counts ?? []).filter(({ value }) => value > 0);
  return {
    key: vote.id,
    kind: 'vote',
    on: dayOf(vote.start_date),
    time: null,
    note: [
      [vote.organization?.name, vote.motion_text].filter(Boolean).join(': '),
      vote.result,
      counts.map(({ option, value }) => `${option} ${value}`).join(', '),
    ]
      .filter(Boolean)
      .join('. '),
  };
};

const billOf = (number: string, one: z.output<typeof bill>): FeedBill => {
  const actions = (one.actions ?? []).toSorted((a, b) => a.order - b.order);
  const last = actions.at(-1);
  return {
    number,
    serviceId: one.id,
    changeHash: one.updated_at,
    status: one.latest_action_description ?? last?.description ?? 'Introduced',
    statusOn: dayOf(one.latest_action_date ?? last?.date ?? one.updated_at),
    url: one.openstates_url ?? null,
    events: [
      ...actions.map(({ order, date, description }) => ({
        key: `action ${order}`,
        kind: 'status' as const,
        on: dayOf(date),
        time: null,
        note: description,
      })),
      ...(one.votes ?? []).map(voteOf),
    ],
  };
};

/**
 * Open States as a source of what becomes of bills: actions and votes; it tells no hearings with a bill.
 * @returns null where the network has no key
 */
export const openStatesBills = (
  { openStatesKey: key }: Pick<Settings, 'openStatesKey'>,
  outside: Outside = OUTSIDE,
): BillFeed | null => {
  if (!key) return null;
  return {
    service: 'openstates',
    async changed({ jurisdiction, special, startsOn, known }) {
      const client = openStatesClient(key, outside);
      const { legislative_sessions: sessions } = await client.jurisdiction(
        jurisdiction,
        'legislative_sessions',
      );
      const session = (sessions ?? []).find(
        (one) =>
          (one.classification === 'special') === special &&
          (one.start_date ?? '').slice(0, 4) <= startsOn.slice(0, 4) &&
          (one.end_date || one.start_date || '').slice(0, 4) >= startsOn.slice(0, 4),
      );
      if (!session)
        throw new FeedFailure(
          `Open States has no session of ${jurisdiction} that began in ${startsOn.slice(0, 4)} yet.`,
        );
      const bills: FeedBill[] = [];
      for (const { number, changeHash } of known) {
        const answer = await client.get(
          '/bills',
          [
            ['jurisdiction', jurisdictionId(jurisdiction)],
            ['session', session.identifier],
            // A query that looks like a number is taken for one, and only for one.
            ['q', number],
            ['include', 'actions'],
            ['include', 'votes'],
            ['per_page', '5'],
          ],
          pageOf(bill),
        );
        const found = answer.results.find(
          ({ identifier }) => plainNumber(identifier) === plainNumber(number),
        );
        if (found && found.updated_at !== changeHash) bills.push(billOf(number, found));
      }
      return bills;
    },
  };
};
