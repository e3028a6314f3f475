import { spawn } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflated, zipOf } from '../../src/platform/zip.ts';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';

/** What the API says next, and what it was asked. */
let answer: { status: number; body: unknown } = { status: 200, body: {} };
const every: { method: string; url: string; size: number }[] = [];
let asked: { url: string; type: string; key: string; body: string } | null = null;

const bodyOf = async (request: IncomingMessage) => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
};
const answerTo = async (request: IncomingMessage, response: ServerResponse) => {
  const { headers, url = '' } = request;
  const body = await bodyOf(request);
  every.push({ method: request.method ?? '', url, size: body.length });
  asked = { url, type: headers['content-type'] ?? '', key: headers.authorization ?? '', body };
  response.writeHead(answer.status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(answer.body));
};
const server = createServer((request, response) => void answerTo(request, response));
let url = '';
let file = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  file = join(await mkdtemp(join(tmpdir(), 'import-')), 'roster.csv');
  await writeFile(file, 'first_name\nLena\n');
});
afterAll(() => void server.close());
beforeEach(() => void (asked = null));

const run = (args: string[], env: Record<string, string> = {}) =>
  new Promise<{ code: number | null; out: string; err: string }>((resolve) => {
    const child = spawn(process.execPath, ['scripts/import.ts', ...args], {
      env: { PATH: process.env.PATH ?? '', NODE_NO_WARNINGS: '1', ...env },
    });
    let out = '';
    let err = '';
    child.stdout.on('data', (part: Buffer) => void (out += part.toString()));
    child.stderr.on('data', (part: Buffer) => void (err += part.toString()));
    child.on('close', (code) => resolve({ code, out, err }));
  });

const report = { dry_run: false, created: 1, updated: 0, unchanged: 0, rejected: [], import_id: 'I1' };

test('a file is sent with the key, and every row that matters is told', async () => {
  answer = {
    status: 200,
    body: {
      ...report,
      rejected: [{ line: 3, field: 'mobile', reason: 'Too short.' }],
      notes: [{ line: 2, field: 'email', reason: 'Suppressed.' }, 'HD 1: new.'],
      changes: [{ line: 4, fields: ['title', 'zone'] }],
      new_regions: ['Hi-Line'],
    },
  };
  const { code, out } = await run(['members', file, '--url', url, '--accept-good-rows'], {
    CALL_API_KEY: 'coth_k',
  });
  expect(code).toBe(0);
  expect(asked).toEqual({
    url: '/api/v1/imports/members?accept_good_rows=1&file_name=roster.csv',
    type: 'text/csv',
    key: 'Bearer coth_k',
    body: 'first_name\nLena\n',
  });
  expect(out).toBe(`members: 1 created, 0 updated, 0 unchanged, 1 rejected.
  rejected  line 3, mobile: Too short.
  updated   line 4: title, zone
  new       region Hi-Line
  note      line 2, email: Suppressed.
  note      HD 1: new.
To take it back, undo import I1 under Members, Imports.
`);
});

test('a dry run says so', async () => {
  answer = { status: 200, body: { ...report, dry_run: true, import_id: null } };
  const { out } = await run(['members', file, '--url', url, '--key', 'k', '--dry-run']);
  expect(asked?.url).toContain('dry_run=1');
  expect(out).toBe(
    'A dry run, so nothing was changed. members: 1 created, 0 updated, 0 unchanged, 0 rejected.\n',
  );
});

test('a refusal is told row by row, and the command fails', async () => {
  answer = {
    status: 422,
    body: { detail: '1 row cannot be taken.', fields: [{ field: 'line 3: mobile', message: 'Too short.' }] },
  };
  const { code, out, err } = await run(['members', file, '--url', url, '--key', 'k']);
  expect([code, out, err]).toEqual([
    1,
    '',
    '1 row cannot be taken.\n  rejected  line 3: mobile: Too short.\n',
  ]);
});

test('what a person can mend is said without a stack', async () => {
  const cases: [string[], RegExp][] = [
    [['mayors', file], /^There is no kind "mayors"/],
    [['members'], /^Name one file/],
    [['members', file], /^Give an API key/],
    [['members', file, '--what'], /^Unknown option '--what'/],
    [['members', '/nowhere.csv', '--key', 'k'], /^The file \/nowhere\.csv cannot be read/],
    [
      ['members', file, '--key', 'k', '--url', 'http://127.0.0.1:1'],
      /^Nothing answers at http:\/\/127\.0\.0\.1:1/,
    ],
  ];
  for (const [args, said] of cases) {
    const { code, err } = await run(args);
    expect(err).toMatch(said);
    expect(err).not.toContain('    at ');
    expect(code).toBe(1);
  }
  expect((await run(['--help'])).out).toContain('npm run import --');
});

test('an export goes back in the order that the network asks for, links last', async () => {
  const texts = {
    'manifest.json': '{}',
    'data/member-0001.jsonl': '{"id":"m"}\n',
    'data/alert-0001.jsonl': '{"id":"a"}\n',
    'files/mail/1': 'Hello',
    'csv/member-0001.csv': 'id\r\nm\r\n',
  };
  const packed = await Promise.all(
    Object.entries(texts).map(async ([name, text]) => {
      const bytes = new TextEncoder().encode(text);
      const small = await deflated(bytes);
      return {
        name,
        size: bytes.length,
        packed: small.length,
        crc32: crc32(bytes),
        bytes: () => Promise.resolve(small),
      };
    }),
  );
  const zip = new Uint8Array(await new Response(zipOf(packed).stream).arrayBuffer());
  const path = file.replace('roster.csv', 'export.zip');
  await writeFile(path, zip);
  answer = {
    status: 200,
    body: {
      id: 'R1',
      rows: ['data/member-0001.jsonl', 'data/alert-0001.jsonl'],
      files: ['files/mail/1'],
      links: ['data/alert-0001.jsonl'],
      tables: 2,
    },
  };
  every.length = 0;
  const { code, err } = await run(['everything', path, '--url', url, '--key', 'coth_k']);
  expect(err).toBe('');
  expect(code).toBe(0);
  const at = '/api/v1/restorations/R1/files?name=';
  expect(every.map((one) => `${one.method} ${decodeURIComponent(one.url)}`)).toEqual([
    'POST /api/v1/restorations',
    `PUT ${at}data/member-0001.jsonl`,
    `PUT ${at}data/alert-0001.jsonl`,
    `PUT ${at}files/mail/1`,
    `PUT ${at}data/alert-0001.jsonl&links=1`,
    'POST /api/v1/restorations/R1/end',
  ]);
  const refused = await run(['everything', file, '--url', url, '--key', 'coth_k']);
  expect(refused.err).toContain('manifest.json is in none of the ZIPs');
});
