import type { BenchWorker } from './worker.ts';

/** Members with a text number each, and a sender that no limit holds back: statements and their one number. */
export const seedStatements = (members: number): [sql: string, values: number[]][] => [
  [
    `with recursive n(i) as (select 1 union all select i + 1 from n where i < ?1)
     insert into member (id, first_name, last_name, kind, organization_id, zone, created_at, updated_at)
     select printf('m%08d', i), 'First' || i, 'Last' || i, 'superintendent', (select id from organization limit 1),
       'America/Denver', 1, 1 from n`,
    [members],
  ],
  [
    `with recursive n(i) as (select 1 union all select i + 1 from n where i < ?1)
     insert into contact_point (id, member_id, channel, address, address_hash, state, created_at, updated_at)
     select printf('c%08d', i), printf('m%08d', i), 'sms', printf('+1406%07d', 2000000 + i), hex(randomblob(32)),
       'active', 1, 1 from n`,
    [members],
  ],
  [`update sender set profile = 'bench', per_second = 1000000, per_day = null`, []],
];

export const seedMembers = async ({ db }: BenchWorker, members: number): Promise<void> => {
  await db.batch(seedStatements(members).map(([sql, values]) => db.prepare(sql).bind(...values)));
};

/** An alert to every member by one channel, drafted, proposed and approved by the API. @returns its id */
export const approvedAlert = async (
  worker: BenchWorker,
  channel: 'sms' | 'email' = 'sms',
): Promise<string> => {
  const organization = await worker.db.prepare('select id from organization limit 1').first<{ id: string }>();
  const { id } = await worker.api<{ id: string }>('POST', '/alerts', {
    kind: 'action',
    title: 'HB 203: hearing on Tuesday',
    organization_id: organization?.id,
    sms_text: 'HB 203 is heard Tuesday. Please call.',
    email_subject: 'HB 203: hearing on Tuesday',
    email_text: 'HB 203 is heard Tuesday. Please call.',
    send_sms: channel === 'sms',
    send_email: channel === 'email',
    audience: {},
    deadline_at: new Date(Date.now() + 5 * 24 * 3_600_000).toISOString(),
    questions: [
      {
        prompt: 'Will you call?',
        options: [
          { no: 1, label: 'Will', outcome: 'will' },
          { no: 2, label: 'Did', outcome: 'contacted' },
        ],
      },
    ],
  });
  await worker.api('POST', `/alerts/${id}/proposal`, {});
  const preview = await worker.api<{ hash: string; people: number }>('GET', `/alerts/${id}/preview`);
  await worker.api('POST', `/alerts/${id}/approval`, {
    hash: preview.hash,
    audience_count: preview.people,
    reason: 'Bench',
  });
  return id;
};

/** How many deliveries of an alert are in each state, and how many segments their texts have. */
export const tallyOf = async (worker: BenchWorker, id: string): Promise<Record<string, number>> => {
  const { results } = await worker.db
    .prepare(`select state, count from rollup where source_id = ? and count > 0`)
    .bind(id)
    .all<{ state: string; count: number }>();
  return Object.fromEntries(results.map((row) => [row.state, row.count]));
};
