import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LEFT_OUT } from '../../src/archive/tables.ts';
import { staff, staffEmail } from '../../src/demo/cast.ts';
import { ROOT } from '../../scripts/local.ts';
import { openStage, until, type Stage } from './stage.ts';

/**
 * A network that lost everything but its export: the ZIP as an owner fetches it in the console, put back by the command
 * into a Worker on an empty database, with an owner and nothing else.
 */
const OWNER = staffEmail(staff[0].name);
const folder = mkdtempSync(join(tmpdir(), 'export-'));
let lost: Stage;
let found: Stage;

// Two hooks, each with the time that a start may take.
beforeAll(async () => {
  lost = await openStage('demo');
});
beforeAll(async () => {
  found = await openStage('bare', undefined, lost.state);
});
afterAll(async () => {
  await Promise.all([lost?.stop(), found?.stop()]);
  rmSync(folder, { recursive: true, force: true });
});

/** A person at a keyboard: signed in by the code of a mail. */
const signedIn = async (stage: Stage) => {
  let cookie = '';
  const open = async (path: string, form?: Record<string, string>) => {
    const answer = await fetch(stage.url + path, {
      redirect: 'manual',
      headers: { cookie, origin: stage.url },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    });
    for (const one of answer.headers.getSetCookie()) cookie = `${cookie}; ${one.split(';')[0]}`;
    return answer;
  };
  await open('/sign-in', { email: OWNER });
  const code = await until(
    'the code to sign in',
    async () =>
      (await stage.mails(OWNER)).flatMap(
        ({ subject }) => /^(\d+) is your sign-in code/.exec(subject)?.[1] ?? [],
      )[0] ?? '',
    (found) => found !== '',
  );
  expect((await open('/sign-in/code', { email: OWNER, code })).status).toBe(303);
  return open;
};

const importEverything = (zip: string, key: string) =>
  new Promise<{ code: number | null; said: string }>((done) => {
    const child = spawn(process.execPath, ['scripts/import.ts', 'everything', zip, '--url', found.url], {
      cwd: ROOT,
      env: { PATH: process.env.PATH ?? '', NODE_NO_WARNINGS: '1', CALL_API_KEY: key },
    });
    let said = '';
    const keep = (part: Buffer) => void (said += part.toString());
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('close', (code) => done({ code, said }));
  });

/** Every table with its rows, those that no export has left out. */
const counts = (stage: Stage): Record<string, number> =>
  Object.fromEntries(
    stage
      .rows<{ name: string }>(
        `select name from sqlite_master where type = 'table' and name not glob 'sqlite_*' and name not glob '_cf_*'
         and name <> 'd1_migrations' order by name`,
      )
      .filter(({ name }) => !(name in LEFT_OUT))
      .map(({ name }) => [name, stage.rows<{ n: number }>(`select count(*) as n from "${name}"`)[0]?.n ?? 0]),
  );

const hashOf = async (answer: Response) =>
  createHash('sha256')
    .update(new Uint8Array(await answer.arrayBuffer()))
    .digest('hex');

test('everything that the console gives out comes back into a Worker on an empty database', async () => {
  const there = await signedIn(lost);
  expect((await there('/settings/exports', {})).status).toBe(303);
  const [made] = await until(
    'the export',
    () => Promise.resolve(lost.rows<{ id: string; state: string }>('select id, state from archive_export')),
    (rows) => rows[0]?.state === 'ready',
    lost,
  );
  const zip = await there(`/settings/exports/${made?.id}/files`, { part: '1' });
  expect(zip.status).toBe(200);
  const path = join(folder, 'network.zip');
  writeFileSync(path, new Uint8Array(await zip.arrayBuffer()));
  const before = counts(lost);

  const { code, said } = await importEverything(path, found.apiKey);
  expect(said).toContain('Everything is back');
  expect(code).toBe(0);
  const after = counts(found);
  expect(before.member).toBeGreaterThan(20);
  // The journal goes on in both.
  const { journal: _there, ...was } = before;
  const { journal, ...is } = after;
  expect(is).toEqual(was);
  expect(journal).toBeGreaterThan((before.journal ?? 0) - 20);

  // Who owned it signs in anew and sees what was there, to the byte of each frozen copy.
  const here = await signedIn(found);
  const main = async (stage: Stage, open: typeof here, at: string) => {
    const answer = await open(at);
    expect([at, answer.status]).toEqual([at, 200]);
    const text = /<main[\s\S]*<\/main>/.exec(await answer.text())?.[0] ?? '';
    expect(text.length).toBeGreaterThan(500);
    // Links in texts lead to where each network is.
    return text.replaceAll(stage.url, '').split('>');
  };
  const alert = lost.rows<{ id: string }>('select id from alert order by id')[0]?.id;
  for (const at of ['/members', `/alerts/${alert}`, '/officials', '/filings', '/settings/retention'])
    expect(await main(found, here, at)).toEqual(await main(lost, there, at));
  const copies = lost.rows<{ id: string; format: string }>(
    `select filing_id as id, format from filing_copy order by 1, 2`,
  );
  expect(copies.length).toBeGreaterThan(0);
  for (const { id, format } of copies)
    expect(await hashOf(await here(`/filings/filing/${id}/copy/${format}`))).toBe(
      await hashOf(await there(`/filings/filing/${id}/copy/${format}`)),
    );
});
