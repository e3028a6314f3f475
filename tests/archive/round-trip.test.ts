import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import { beginRestore } from '../../src/archive/begin-restore.ts';
import { finishRestore } from '../../src/archive/finish-restore.ts';
import type { Manifest } from '../../src/archive/manifest.ts';
import { restoreFile } from '../../src/archive/restore-file.ts';
import { begin } from '../../src/demo/begin.ts';
import { bad, good, testWorld, type TestWorld } from '../support/world.ts';
import type { Who } from '../../src/platform/who.ts';
import { emptyNetwork, exported, owner } from './ground.ts';

type Files = Map<string, Uint8Array<ArrayBuffer>>;
const textOf = (files: Files, name: string) => new TextDecoder().decode(files.get(name));
const manifestIn = (files: Files) => JSON.parse(textOf(files, 'manifest.json')) as Manifest;
const one = async (sql: string) => (await env.DB.prepare(sql).first()) ?? {};

let first: Files;
let restored: { world: TestWorld; owner: Who; ownerId: string };

const restore = async (world: TestWorld, who: Who, files: Files) => {
  const {
    id,
    rows,
    links,
    files: objects,
  } = good(await beginRestore(world, who, { file: textOf(files, 'manifest.json') }));
  const send = async (name: string, more: { links?: boolean } = {}) =>
    good(await restoreFile(world, who, { id, name, content: files.get(name) ?? new Uint8Array(), ...more }));
  for (const name of [...rows, ...objects]) await send(name);
  for (const name of links) await send(name, { links: true });
  return { id, send };
};

beforeAll(async () => {
  const world = testWorld();
  await begin(world, 'demo');
  await env.FILES.put('attachments/abc', 'a receipt');
  await env.DB.batch(
    [
      `insert into attachment (id, subject_kind, subject_id, kind, name, type, size, sha256, state, added_at, added_by)
       values ('at1', 'expense', 'e1', 'receipt', 'bill.pdf', 'application/pdf', 9, 'abc', 'kept', 1, 'x')`,
      // One alert that another took the place of, and messages that were on their way.
      `update alert set superseded_by = (select max(id) from alert) where id = (select min(id) from alert)`,
      `update delivery set state = 'waiting' where id = (select min(id) from delivery where source_kind = 'alert')`,
    ].map((sql) => env.DB.prepare(sql)),
  );
  first = (await exported(world)).files;
  restored = await emptyNetwork();
}, 60_000);

describe('everything that is exported', () => {
  test('holds each table with its rows, frozen files and a manifest, and nothing that opens anything', () => {
    const manifest = manifestIn(first);
    const rows = (name: string) => manifest.tables.find((table) => table.name === name)?.rows;
    expect(rows('member')).toBeGreaterThan(20);
    expect(rows('delivery')).toBeGreaterThan(20);
    expect(rows('rule')).toBeGreaterThan(300);
    expect(textOf(first, 'files/attachments/abc')).toBe('a receipt');
    expect([...first.keys()].filter((name) => name.startsWith('files/filings/')).length).toBeGreaterThan(0);
    expect(textOf(first, 'csv/member-0001.csv').split('\r\n')[0]).toContain('first_name,last_name');
    expect([...first.keys()].filter((name) => /sign_in|api_key|invitation|calendar_feed/.test(name))).toEqual(
      [],
    );
    expect(textOf(first, 'README.txt')).toContain('Everything in Treasure State');
  });

  test('is refused where the network is not empty, has another secret or another version', async () => {
    const { world, owner: who } = restored;
    const wrong = async (change: Partial<Manifest>) =>
      bad(await beginRestore(world, who, { file: JSON.stringify({ ...manifestIn(first), ...change }) })).rule;
    expect(await wrong({ secretCheck: 'x' })).toBe('same-secret');
    expect(await wrong({ migration: '0001_platform.sql' })).toBe('same-version');
    await env.DB.prepare(`insert into region (id, name) values ('r', 'There')`).run();
    expect(await wrong({})).toBe('empty-network');
    await env.DB.prepare(`delete from region`).run();
    expect(bad(await beginRestore(world, who, { file: '{}' })).kind).toBe('invalid');
  });

  test('of an older version is refused by that version’s name and with what to do, and nothing is begun', async () => {
    const { world, owner: who } = restored;
    // As one from before it was counted whom alerts asked: neither the table nor its file.
    const { tables, files, ...manifest } = manifestIn(first);
    const older: Manifest = {
      ...manifest,
      migration: '0035_figures.sql',
      tables: tables.filter(({ name }) => name !== 'asked'),
      files: files.filter(({ name }) => !name.includes('/asked-')),
    };
    expect(older.tables.length).toBe(tables.length - 1);
    const { rule, message } = bad(await beginRestore(world, who, { file: JSON.stringify(older) }));
    expect(rule).toBe('same-version');
    expect(message).toContain('The export is of version 0035_figures.sql');
    expect(message).toContain('Deploy the version of the export, restore, then deploy the newer one.');
    expect(await one('select count(*) as n from restoration')).toEqual({ n: 0 });
  });

  test('is put back whole into an empty network, and exports as the same again', async () => {
    const { world, owner: who } = restored;
    const { id, send } = await restore(world, who, first);
    await send('data/member-0001.jsonl');
    const changed = await restoreFile(world, who, {
      id,
      name: 'data/member-0001.jsonl',
      content: new Uint8Array([1]),
    });
    expect(bad(changed).kind).toBe('invalid');
    good(await finishRestore(world, who, { id }));

    const before = manifestIn(first);
    const again = await exported(world, who);
    const after = manifestIn(again.files);
    // The journal goes on, the owner of the new network stays, and open messages wait for a person.
    const lives = ['journal', 'staff', 'role', 'delivery', 'rollup'];
    const still = ({ tables }: Manifest) => tables.filter(({ name }) => !lives.includes(name));
    expect(still(after)).toEqual(still(before));
    const fixed = ({ files }: Manifest) =>
      files.filter(({ name }) => !lives.some((table) => new RegExp(`/${table}-\\d`).test(name)));
    expect(fixed(after)).toEqual(fixed(before));
    for (const table of ['journal', 'staff'])
      for (const line of textOf(first, `data/${table}-0001.jsonl`).split('\n').filter(Boolean).slice(0, 50))
        expect(textOf(again.files, `data/${table}-0001.jsonl`)).toContain(line);
  });

  test('sends nothing again: what was on its way waits for a person, and the tally says so', async () => {
    expect(
      await one(`select count(*) as n from delivery where state in ('planned', 'waiting', 'submitting')`),
    ).toEqual({ n: 0 });
    const { n } = await one(
      `select count(*) as n from delivery where reason = 'restored' and state = 'unconfirmed'`,
    );
    expect(n).toBeGreaterThan(0);
    expect(
      await one(`select count(*) as n from rollup r where r.count <> (select count(*) from delivery d
        where d.source_kind = r.source_kind and d.source_id = r.source_id and d.channel = r.channel and d.state = r.state)
        and (r.source_kind, r.source_id) in (select source_kind, source_id from delivery where reason = 'restored')`),
    ).toEqual({ n: 0 });
    expect(
      (await one(`select superseded_by as x from alert where id = (select min(id) from alert)`)).x,
    ).toBeTruthy();
  });

  test('takes the place of whoever restored it under an address that it has', async () => {
    const email = String(
      (await one(`select email from staff where email <> 'restorer@example.org' limit 1`)).email,
    );
    const network = await emptyNetwork(email);
    const { id } = await restore(network.world, network.owner, first);
    good(await finishRestore(network.world, network.owner, { id }));
    expect(await one(`select count(*) as n from staff where id = '${network.ownerId}'`)).toEqual({ n: 0 });
    expect(await one(`select count(*) as n from staff where email = '${email}'`)).toEqual({ n: 1 });
    expect(await one(`select state from restoration`)).toEqual({ state: 'done' });
  });
});

test('only an owner exports', async () => {
  const world = testWorld();
  expect(owner.kind).toBe('staff');
  expect(
    bad(await beginRestore(world, { kind: 'staff', id: 'd', name: 'D', role: 'director' }, { file: '' }))
      .kind,
  ).toBe('forbidden');
});
