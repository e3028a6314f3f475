import * as z from 'zod';
import { FeedFailure, type BillFeed, type FeedBill, type FeedEvent } from '../../platform/feeds.ts';
import type { Settings } from '../../platform/world.ts';
import { askJson, OUTSIDE, plainNumber, type Outside } from '../feeds/index.ts';
import { billAnswer, failure, masterList, sessionList } from './shapes.ts';

const SERVICE = 'LegiScan';
const BASE = 'https://api.legiscan.com/';
type Bill = z.output<typeof billAnswer>['bill'];

/** Its stages of a bill in words; what a state calls them is in the actions. */
const STAGES: Record<number, string> = {
  2: 'Passed one chamber',
  3: 'Passed both chambers',
  4: 'Became law',
  5: 'Vetoed',
  6: 'Failed',
};
const CHAMBERS: Record<string, string> = { H: 'House', S: 'Senate', A: 'Assembly', J: 'Joint' };

const statusOf = ({ status, committee }: Bill): string => {
  const inCommittee = committee && !Array.isArray(committee) && committee.name !== '';
  return STAGES[status] ?? (inCommittee ? 'In committee' : 'Introduced');
};

/** Things of one day in their order, each with a key that stays when others are added. */
const keyed = <Row extends { date: string }>(rows: readonly Row[], keyOf: (row: Row) => string) => {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const key = keyOf(row);
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    return { row, key: before === 0 ? key : `${key} ${before + 1}` };
  });
};

const eventsOf = (bill: Bill): FeedEvent[] => [
  ...keyed(bill.history, ({ date, action }) => `action ${date} ${action}`).map(({ row, key }) => ({
    key,
    kind: 'status' as const,
    on: row.date,
    time: null,
    note: row.action,
  })),
  ...bill.votes.map((vote) => ({
    key: `vote ${vote.roll_call_id}`,
    kind: 'vote' as const,
    on: vote.date,
    time: null,
    note: `${[CHAMBERS[vote.chamber ?? ''], vote.desc].filter(Boolean).join(': ')}. ${vote.passed ? 'Passed' : 'Not passed'}, ${vote.yea} to ${vote.nay}`,
  })),
  ...keyed(
    bill.calendar.filter(({ date }) => /^\d{4}-\d{2}-\d{2}$/.test(date)),
    ({ date, type, description }) => `hearing ${date} ${type ?? ''} ${description ?? ''}`,
  ).map(({ row, key }) => ({
    key,
    kind: 'hearing' as const,
    on: row.date,
    time: /^\d{2}:\d{2}/.exec(row.time ?? '')?.[0] ?? null,
    note: [row.description, row.location].filter(Boolean).join(', '),
  })),
];

const billOf = (number: string, bill: Bill): FeedBill => ({
  number,
  serviceId: bill.bill_id,
  changeHash: bill.change_hash,
  status: statusOf(bill),
  statusOn: bill.status_date || (bill.history.at(-1)?.date ?? '1970-01-01'),
  url: bill.url ?? null,
  events: eventsOf(bill),
});

/**
 * LegiScan as a source of what becomes of bills: two questions a session, and one for each bill that changed.
 * @returns null where the network has no key
 */
export const legiScanBills = (
  { legiScanKey: key }: Pick<Settings, 'legiScanKey'>,
  outside: Outside = OUTSIDE,
): BillFeed | null => {
  if (!key) return null;
  const ask = async <Schema extends z.ZodType>(
    op: string,
    args: Record<string, string>,
    schema: Schema,
  ): Promise<z.output<Schema>> => {
    const url = `${BASE}?${new URLSearchParams({ key, op, ...args }).toString()}`;
    const answer = await askJson(outside, { service: SERVICE, url, schema: z.unknown() });
    const said = failure.safeParse(answer).data;
    if (said) throw new FeedFailure(`LegiScan refused: ${said.alert.message.replaceAll(key, 'the key')}`);
    const parsed = schema.safeParse(answer);
    if (parsed.success) return parsed.data;
    const place = parsed.error.issues[0]?.path.join('.') || 'no JSON';
    throw new FeedFailure(`LegiScan answered in a shape that is not known here (${place}).`);
  };
  return {
    service: 'legiscan',
    async changed({ jurisdiction, special, startsOn, known }) {
      const year = Number(startsOn.slice(0, 4));
      const { sessions } = await ask('getSessionList', { state: jurisdiction }, sessionList);
      const session = sessions.find(
        (one) => one.year_start <= year && one.year_end >= year && (one.special === 1) === special,
      );
      if (!session) throw new FeedFailure(`LegiScan has no session of ${jurisdiction} in ${year} yet.`);
      const { masterlist } = await ask('getMasterListRaw', { id: session.session_id }, masterList);
      const listed = new Map(masterlist.map((one) => [plainNumber(one.number), one]));
      const bills: FeedBill[] = [];
      for (const { number, changeHash } of known) {
        const entry = listed.get(plainNumber(number));
        if (!entry || entry.change_hash === changeHash) continue;
        bills.push(billOf(number, (await ask('getBill', { id: entry.bill_id }, billAnswer)).bill));
      }
      return bills;
    },
  };
};
