import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import { holdEverything, liftHold } from '../../src/archive/hold.ts';
import { KINDS } from '../../src/archive/kinds.ts';
import { listRetention } from '../../src/archive/list-retention.ts';
import { removeOld } from '../../src/archive/remove-old.ts';
import { keepAll, setRetention } from '../../src/archive/set-retention.ts';
import { showRemoval } from '../../src/archive/show-removal.ts';
import { undoImport } from '../../src/people/index.ts';
import { bad, good, staffAs, testWorld } from '../support/world.ts';

const DAY = 86_400_000;
const owner = staffAs('owner');
const world = testWorld();
const now = world.clock.now();

interface Reply {
  /** Days old. */
  age: number;
  state: 'new' | 'answered' | 'handled' | 'waiting';
  understood: boolean;
  consent: boolean;
  report: boolean;
  line: boolean;
}
const run = (...sql: string[]) => env.DB.batch(sql.map((one) => env.DB.prepare(one)));
const all = async (sql: string) => (await env.DB.prepare(sql).all()).results;

let made = 0;
const put = async (replies: Reply[]) => {
  const ids: string[] = [];
  const sql: string[] = [];
  for (const one of replies) {
    const id = `R${String((made += 1)).padStart(5, '0')}`;
    ids.push(id);
    await env.FILES.put(`mail/${id}`, 'as it came');
    sql.push(
      `insert into reply (id, channel, provider_id, from_address, address_hash, to_address, body, raw_key, trust, state, received_at, understood_at)
       values ('${id}', 'email', 'm-${id}', 'a@b.example', 'h', 'r@x.example', 'Words', 'mail/${id}', 'verified', '${one.state}', ${now - one.age * DAY}, ${one.understood ? 1 : 'null'})`,
    );
    if (one.consent)
      sql.push(
        `insert into consent_event (id, at, on_date, channel, address_hash, kind, source, evidence_kind, evidence_id, actor_kind, actor_id)
         values ('C${id}', 1, '2020-01-01', 'sms', 'h', 'revoked', 'reply', 'reply', '${id}', 'provider', 'twilio')`,
      );
    if (one.report)
      sql.push(
        `insert into contact_report (id, state, reply_id, method, on_date, door, created_at, created_by)
         values ('P${id}', 'confirmed', '${id}', 'phone', '2020-01-01', 'sms', 1, 'x')`,
      );
    if (one.line) sql.push(`insert into staff_line (reply_id, staff_id, at) values ('${id}', 's', 1)`);
  }
  if (sql.length > 0) await run(...sql);
  return ids;
};

beforeEach(async () => {
  await run(
    'delete from contact_report',
    'delete from staff_line',
    'delete from reply',
    'delete from retention',
    'delete from retention_hold',
    'delete from outgoing',
    'delete from page_hit',
    'delete from filer',
  );
});

describe('what may be removed', () => {
  test('is nothing, until an owner has switched a kind on', async () => {
    const [id] = await put([
      { age: 9000, state: 'answered', understood: true, consent: false, report: false, line: false },
    ]);
    expect(await removeOld(world)).toEqual({});
    expect(await all(`select body from reply where id = '${id}'`)).toEqual([{ body: 'Words' }]);
    expect(good(await listRetention(world, owner, {})).kinds.every((kind) => kind.days === null)).toBe(true);
  });

  test('is told beforehand, removed at night, and counted in the journal', async () => {
    const plain = { state: 'handled', understood: true, consent: false, report: false, line: false } as const;
    const [old, young] = await put([
      { age: 400, ...plain },
      { age: 300, ...plain },
    ]);
    expect(good(await showRemoval(world, owner, { kind: 'originals', days: 365 })).count).toBe(1);
    good(await setRetention(world, owner, { kind: 'originals', days: 365 }));
    expect(await removeOld(world)).toEqual({ originals: 1 });
    expect(await world.files.get(`mail/${old}`)).toBeNull();
    expect(await world.files.get(`mail/${young}`)).not.toBeNull();
    expect(await all(`select body, raw_key as rawKey from reply where id = '${old}'`)).toEqual([
      { body: 'Words', rawKey: null },
    ]);
    const [entry] = await all(
      `select actor_kind, detail from journal where action = 'retention.remove' order by id desc limit 1`,
    );
    expect(entry).toEqual({ actor_kind: 'clock', detail: JSON.stringify({ removed: 1, days: 365 }) });
    expect(await removeOld(world)).toEqual({ originals: 0 });
    expect(good(await listRetention(world, owner, {})).kinds[0]?.removed).toBe(1);
  });

  test('leaves of a reply when it came and what it meant, and of an answer of staff that there was one', async () => {
    const [id] = await put([
      { age: 3000, state: 'answered', understood: true, consent: false, report: false, line: false },
    ]);
    await run(
      `insert or ignore into conversation (id, member_id, state, unread, last_at) values ('c1', 'm', 'done', 0, 1)`,
      `insert into outgoing (id, conversation_id, channel, body, by, at) values ('o1', 'c1', 'sms', 'Thanks', 'x', ${now - 3000 * DAY})`,
      `insert into wording (id, sms_text, created_at) values ('w1', 'Thanks', 1)`,
      `insert into delivery (source_kind, source_id, recipient_id, channel, wording_id, state, due_at, updated_at) values ('answer', 'o1', 'm', 'sms', 'w1', 'delivered', 1, 1)`,
    );
    good(await setRetention(world, owner, { kind: 'words', days: 2000 }));
    expect(await removeOld(world)).toEqual({ words: 2 });
    expect(
      await all(`select from_address, body, raw_key, provider_id, state from reply where id = '${id}'`),
    ).toEqual([
      { from_address: '', body: '', raw_key: null, provider_id: `removed ${id}`, state: 'answered' },
    ]);
    expect(await all(`select body from outgoing where id = 'o1'`)).toEqual([{ body: '' }]);
    expect(await all(`select sms_text from wording where id = 'w1'`)).toEqual([{ sms_text: null }]);
    expect(await removeOld(world)).toEqual({ words: 0 });
  });

  test('of deliveries is what carriers called earlier tries; what they cost stays', async () => {
    await run(
      `insert into attempt (delivery_id, no, provider_id, state, error_code, price_micros, claimed_at)
       select id, 1, 'SMx', 'failed', '30003', 8000, ${now - 3000 * DAY} from delivery limit 1`,
      `insert into provider_event (event_hash, provider, received_at) values ('e1', 'mail', ${now - 3000 * DAY}), ('e2', 'mail', ${now})`,
      `insert into page_hit (delivery_id, act, raw, human, suspect, first_at, last_at) values (1, 'open', 1, 1, 0, 1, ${now - 400 * DAY}), (2, 'open', 1, 1, 0, 1, ${now})`,
    );
    good(await setRetention(world, owner, { kind: 'tries', days: 1500 }));
    good(await setRetention(world, owner, { kind: 'pages', days: 365 }));
    expect(await removeOld(world)).toEqual({ tries: 2, pages: 1 });
    expect(await all('select provider_id, error_code, price_micros from attempt')).toEqual([
      { provider_id: null, error_code: null, price_micros: 8000 },
    ]);
    expect(await all('select event_hash from provider_event')).toEqual([{ event_hash: 'e2' }]);
    expect(await all('select delivery_id from page_hit')).toEqual([{ delivery_id: 2 }]);
  });
});

describe('what must be kept', () => {
  test('is kept at least as long as the dated floor says, and as the regimes in which somebody files ask', async () => {
    for (const kind of ['originals', 'words', 'tries', 'pages'] as const) {
      const refused = bad(await setRetention(world, owner, { kind, days: 30 }));
      expect(refused.fields?.[0]?.field).toBe('days');
    }
    const floor = async () =>
      good(await listRetention(world, owner, {})).kinds.find(({ kind }) => kind === 'words')?.floor;
    expect((await floor())?.source).toContain('28 USC 1658');
    await run(
      `insert or ignore into organization (id, name, short_name, kind, created_at) values ('o', 'Org', 'O', 'association', 1)`,
      `insert into filer (organization_id, regime, from_on) values ('o', 'lda', '2020-01-01')`,
    );
    expect(await floor()).toMatchObject({ days: 6 * 366, source: expect.stringContaining('2 USC 1605') });
    // One that was allowed before the longer floor removes nothing that is under it.
    await run(`insert into retention (kind, days, set_at, set_by) values ('words', 1461, 1, 'x')`);
    const [id] = await put([
      { age: 1500, state: 'answered', understood: true, consent: false, report: false, line: false },
    ]);
    await removeOld(world);
    expect(await all(`select body from reply where id = '${id}'`)).toEqual([{ body: 'Words' }]);
  });

  test('is everything while there is a hold', async () => {
    await put([
      { age: 900, state: 'answered', understood: true, consent: false, report: false, line: false },
    ]);
    good(await setRetention(world, owner, { kind: 'originals', days: 365 }));
    const { id } = good(
      await holdEverything(world, staffAs('director'), { reason: 'A request for records' }),
    );
    expect(bad(await holdEverything(world, owner, { reason: 'Again' })).kind).toBe('conflict');
    expect(await removeOld(world)).toEqual({});
    good(await liftHold(world, owner, { id }));
    expect(await removeOld(world)).toEqual({ originals: 1 });
    good(await keepAll(world, owner, { kind: 'originals' }));
    expect(bad(await keepAll(world, owner, { kind: 'originals' })).kind).toBe('conflict');
  });

  test('never goes, whatever is old and switched on: evidence, reports, lines of the log, what nobody has read', async () => {
    // Mostly old and dealt with, so that one reason to keep it stands alone.
    const seldom = fc.integer({ min: 0, max: 3 }).map((n) => n === 0);
    const reply = fc.record({
      age: fc.integer({ min: 0, max: 9000 }),
      state: fc.constantFrom<Reply['state']>('handled', 'answered', 'handled', 'answered', 'new', 'waiting'),
      understood: seldom.map((is) => !is),
      consent: seldom,
      report: seldom,
      line: seldom,
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(reply, { minLength: 4, maxLength: 8 }),
        fc.integer({ min: 90, max: 3000 }),
        fc.integer({ min: 1461, max: 5000 }),
        async (replies, originals, words) => {
          await run('delete from retention');
          const ids = await put(replies);
          good(await setRetention(world, owner, { kind: 'originals', days: originals }));
          good(await setRetention(world, owner, { kind: 'words', days: words }));
          await removeOld(world);
          for (const [at, one] of replies.entries()) {
            const free =
              one.understood &&
              !one.consent &&
              !one.report &&
              !one.line &&
              ['answered', 'handled'].includes(one.state);
            const [row] = await all(`select body, raw_key as rawKey from reply where id = '${ids[at]}'`);
            const wordsGone = free && one.age > words;
            expect(row?.body === '', JSON.stringify(one)).toBe(wordsGone);
            expect(row?.rawKey === null, JSON.stringify(one)).toBe(
              wordsGone || (free && one.age > originals),
            );
            expect((await world.files.get(`mail/${ids[at]}`)) === null).toBe(row?.rawKey === null);
          }
        },
      ),
      { numRuns: 30 },
    );
  }, 60_000);
});

describe('rows of imports', () => {
  const imported = (id: string, age: number) => [
    `insert into import (id, kind, file_name, file_hash, state, rows_created, rows_updated, rows_unchanged, rows_rejected, at, by)
     values ('${id}', 'members', '${id}.csv', 'h', 'done', 0, 1, 0, 0, ${now - age * DAY}, 'x')`,
    `insert into import_row (import_id, line, outcome, subject_id, before) values ('${id}', 2, 'updated', 'm', '{"firstName":"Olga"}')`,
  ];

  test('go with the names in them; the import stays, and says that it cannot be undone any more', async () => {
    await run('delete from import', ...imported('I1', 400), ...imported('I2', 10));
    expect(good(await showRemoval(world, owner, { kind: 'imports', days: 365 })).count).toBe(1);
    expect(await removeOld(world)).toEqual({});
    good(await setRetention(world, owner, { kind: 'imports', days: 365 }));
    expect(await removeOld(world)).toEqual({ imports: 1 });
    expect(await all('select import_id as id from import_row')).toEqual([{ id: 'I2' }]);
    expect(await all('select id, rows_updated as n from import order by id')).toEqual([
      { id: 'I1', n: 1 },
      { id: 'I2', n: 1 },
    ]);
    const { rule, message } = bad(await undoImport(world, owner, { id: 'I1' }));
    expect(rule).toBe('import.forgotten');
    expect(message).toContain('retention has removed it');
    expect(await all(`select state from import where id = 'I1'`)).toEqual([{ state: 'done' }]);
    expect(await removeOld(world)).toEqual({ imports: 0 });
  });
});

test('each kind says what goes and what stays', () => {
  for (const { what, things } of Object.values(KINDS)) {
    expect(what).toMatch(/stay/);
    expect(things).toHaveLength(2);
  }
});
