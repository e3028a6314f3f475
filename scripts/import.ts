import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { unzip } from './unzip.ts';

const KINDS = [
  'members',
  'districts',
  'figures',
  'officials',
  'committees',
  'congress',
  'reach',
  'zip-districts',
];
const USAGE = `npm run import -- <kind> <file> [options]
  kind                one of ${KINDS.join(', ')};
                      or "everything": the ZIP of an export, all its parts, into an empty network
  --url ADDRESS       the network's address (http://localhost:8787)
  --key KEY           an API key; else CALL_API_KEY is read
  --dry-run           changes nothing, tells what would happen
  --accept-good-rows  takes the good rows and leaves out the others
  --mapping JSON      other headers: {"mobile":"Cell phone"}`;

/** Something a person can mend: printed as it is, without a stack. */
class Plain extends Error {}

interface Remark {
  line: number;
  field: string;
  reason: string;
}
/** What an import answers; each kind fills what it has. */
interface Report {
  import_id?: string | null;
  dry_run: boolean;
  created: number;
  updated: number;
  unchanged: number;
  removed?: number;
  rejected: Remark[];
  notes?: (Remark | string)[];
  new_regions?: string[];
  new_groups?: string[];
  changes?: { line: number; fields?: string[]; now?: { key: string; value: string } }[];
  by_hand?: { name: string; reason: string }[];
}
interface Problem {
  detail: string;
  fields?: { field: string; message: string }[];
}

const settle = () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      url: { type: 'string', default: 'http://localhost:8787' },
      key: { type: 'string', default: process.env.CALL_API_KEY ?? '' },
      'dry-run': { type: 'boolean', default: false },
      'accept-good-rows': { type: 'boolean', default: false },
      mapping: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const [kind = '', path, ...more] = positionals;
  if (values.help) return null;
  if (kind !== 'everything' && !KINDS.includes(kind))
    throw new Plain(`There is no kind "${kind}".\n\n${USAGE}`);
  if (path === undefined || (more.length > 0 && kind !== 'everything'))
    throw new Plain(`Name one file.\n\n${USAGE}`);
  if (values.key === '')
    throw new Plain(
      'Give an API key with --key or in CALL_API_KEY. npm start prints one; an owner makes others under Settings, API keys.',
    );
  if (!URL.canParse(values.url)) throw new Plain(`"${values.url}" is not an address.`);
  const url = new URL(kind === 'everything' ? '/api/v1/restorations' : `/api/v1/imports/${kind}`, values.url);
  if (kind === 'everything') return { url, path, more, key: values.key, kind };
  if (values['dry-run']) url.searchParams.set('dry_run', '1');
  if (values['accept-good-rows']) url.searchParams.set('accept_good_rows', '1');
  if (values.mapping !== undefined) url.searchParams.set('mapping', values.mapping);
  url.searchParams.set('file_name', basename(path));
  return { url, path, more, key: values.key, kind };
};

const read = (path: string) =>
  readFile(path).catch(() => {
    throw new Plain(`The file ${path} cannot be read.`);
  });

/** What the network answers, as JSON. Its refusals are for a person. */
const send = async (
  url: URL,
  key: string,
  body: Uint8Array<ArrayBuffer>,
  type: string,
  method: 'POST' | 'PUT' = 'POST',
): Promise<unknown> => {
  let answer: Response;
  try {
    answer = await fetch(url, {
      method,
      headers: { authorization: `Bearer ${key}`, 'content-type': type },
      body,
    });
  } catch {
    throw new Plain(
      `Nothing answers at ${url.origin}. Is the network running there? Start it with npm start, or name another with --url.`,
    );
  }
  const text = await answer.text();
  let said: unknown;
  try {
    said = JSON.parse(text);
  } catch {
    throw new Plain(
      `${url.origin} answered ${answer.status}, and not as this program knows it: ${text.slice(0, 200)}`,
    );
  }
  if (answer.ok) return said;
  const { detail, fields = [] } = said as Problem;
  throw new Plain([detail, ...fields.map((one) => `  rejected  ${one.field}: ${one.message}`)].join('\n'));
};

/** Puts an export into an empty network: its manifest, each file, the links between rows, and the end. */
const restore = async (url: URL, key: string, paths: string[]) => {
  const files = new Map<string, () => Uint8Array<ArrayBuffer>>();
  for (const path of paths) for (const [name, bytes] of unzip(await read(path))) files.set(name, bytes);
  const bytesOf = (name: string) => {
    const bytes = files.get(name);
    if (!bytes) throw new Plain(`${name} is in none of the ZIPs. Name all parts of the export.`);
    return bytes();
  };
  const begun = (await send(url, key, bytesOf('manifest.json'), 'application/json')) as {
    id: string;
    rows: string[];
    links: string[];
    files: string[];
  };
  const at = (what: string) => new URL(`${url.pathname}/${begun.id}/${what}`, url);
  const put = (name: string, links: boolean) => {
    const to = at('files');
    to.searchParams.set('name', name);
    if (links) to.searchParams.set('links', '1');
    return send(to, key, bytesOf(name), 'application/octet-stream', 'PUT');
  };
  const list = [
    ...[...begun.rows, ...begun.files].map((name) => ({ name, links: false })),
    ...begun.links.map((name) => ({ name, links: true })),
  ];
  for (const [no, { name, links }] of list.entries()) {
    await put(name, links);
    if (no % 25 === 24) say(`${no + 1} of ${list.length} files sent.`);
  }
  const done = (await send(at('end'), key, new TextEncoder().encode('{}'), 'application/json')) as {
    tables: number;
    rows: number;
  };
  say(`Everything is back: ${done.rows} rows in ${done.tables} tables, ${begun.files.length} files.`);
  say('Sign in with an address of the restored staff. Messages that were on their way wait as unconfirmed.');
};

const say = (line: string) => console.log(line);
const inWords = (one: Remark | string) =>
  typeof one === 'string' ? one : `${one.line > 0 ? `line ${one.line}, ` : ''}${one.field}: ${one.reason}`;

const printReport = (kind: string, report: Report) => {
  const counts = [
    `${report.created} created`,
    `${report.updated} updated`,
    `${report.unchanged} unchanged`,
    ...(report.removed === undefined ? [] : [`${report.removed} removed`]),
    `${report.rejected.length} rejected`,
  ];
  const would = report.dry_run ? 'A dry run, so nothing was changed. ' : '';
  say(`${would}${kind}: ${counts.join(', ')}.`);
  for (const one of report.rejected) say(`  rejected  ${inWords(one)}`);
  for (const { line, fields, now } of report.changes ?? [])
    say(
      `  ${now ? 'figure ' : 'updated'}   line ${line}: ${now ? `${now.key} ${now.value}` : fields?.join(', ')}`,
    );
  for (const name of report.new_regions ?? []) say(`  new       region ${name}`);
  for (const name of report.new_groups ?? []) say(`  new       group ${name}`);
  for (const one of report.notes ?? []) say(`  note      ${inWords(one)}`);
  for (const { name, reason } of report.by_hand ?? []) say(`  by hand   ${name}: ${reason}`);
  const where = ['members', 'districts', 'figures'].includes(kind)
    ? 'Members, Imports'
    : 'Officials, Bring officials up to date';
  if (report.import_id) say(`To take it back, undo import ${report.import_id} under ${where}.`);
};

const main = async () => {
  const asked = settle();
  if (!asked) return say(USAGE);
  const { url, key, path, more, kind } = asked;
  if (kind === 'everything') return restore(url, key, [path, ...more]);
  const type = path.toLowerCase().endsWith('.json') ? 'application/json' : 'text/csv';
  printReport(kind, (await send(url, key, await read(path), type)) as Report);
};

main().catch((error: unknown) => {
  const isUsage =
    error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  if (error instanceof Plain) console.error(error.message);
  else console.error(isUsage ? `${error.message}\n\n${USAGE}` : error);
  process.exitCode = 1;
});
