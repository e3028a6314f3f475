import type { Context } from 'hono';
import type { AppEnv } from '../ui/index.ts';
import { isCutHere, PageOfAll, takenBy, type Endpoint, type FileType } from './endpoint.ts';
import { answerProblem, fail, failFields } from './problem-details.ts';
import { readQuery } from './query-string.ts';
import { camel, fromWire, toWire } from './wire.ts';

type C = Context<AppEnv>;
type Input = Record<string, unknown>;

/** What every handler of the API does: read the request, call one verb, say what it answered. */
export const handle =
  (endpoint: Endpoint, found: { shownAt: boolean }) =>
  async (c: C): Promise<Response> => {
    const taken = takenBy(endpoint);
    const path = readQuery(
      Object.fromEntries(Object.entries(c.req.param()).map(([name, text]) => [name, [text]])),
      taken.path,
    );
    if (!path.ok) return failFields(c, path.fields);
    const fromQuery = endpoint.method === 'get' || endpoint.file !== undefined;
    const query = readQuery(c.req.queries(), fromQuery ? taken.fields : {});
    if (!query.ok) return failFields(c, query.fields);
    const body = await readBody(c, endpoint);
    if (body instanceof Response) return body;

    const { cursor, limit, ...others } = query.value;
    const page = isCutHere(endpoint) ? PageOfAll.safeParse({ cursor, limit }) : null;
    if (page?.error)
      return failFields(
        c,
        page.error.issues.map((one) => ({ field: one.path.join('.'), message: one.message })),
      );
    const asked = page ? others : query.value;
    const input = { ...named(asked, endpoint), ...body, ...named(path.value, endpoint) };
    const result = await endpoint.verb(c.var.world, c.var.who, input as never);
    if (!result.ok) return answerProblem(c, result.problem);
    const { value } = result;
    if (endpoint.lists) return c.json(toWire(page ? cut(value, page.data) : value));
    if (!endpoint.creates) return c.json(toWire(value));
    const id = (value as Record<string, unknown>)[endpoint.creates];
    if (found.shownAt && typeof id === 'string') c.header('location', `${c.req.path}/${id}`);
    return c.json(toWire(value), 201);
  };

/** Query and path names as the verb has them. */
const named = (values: Input, endpoint: Endpoint): Input => {
  const ours = new Map(Object.entries(endpoint.renamed ?? {}).map(([own, theirs]) => [theirs, own]));
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [camel(ours.get(name) ?? name), value]),
  );
};
const readBody = async (c: C, endpoint: Endpoint): Promise<Input | Response> => {
  if (endpoint.method === 'get' || endpoint.method === 'delete') return {};
  const bytes = new Uint8Array(await c.req.arrayBuffer());
  const type = (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (endpoint.file) {
    const { field, types } = endpoint.file;
    if (!types.includes(type as FileType))
      return fail(c, 'media', `Send the file itself with the type ${types.join(' or ')}.`);
    if (bytes.length === 0)
      return failFields(c, [{ field: 'file', message: 'The body is the file. It is empty.' }]);
    return { [field]: field === 'content' ? bytes : new TextDecoder().decode(bytes) };
  }
  if (bytes.length === 0) return {};
  if (type !== 'application/json') return fail(c, 'media', 'Send JSON with the type application/json.');
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes));
  } catch (error) {
    return fail(
      c,
      'malformed',
      `The body cannot be read as JSON${error instanceof SyntaxError ? `: ${error.message}` : ''}. Nothing was changed.`,
    );
  }
  if (json === null || typeof json !== 'object' || Array.isArray(json))
    return failFields(c, [{ field: '', message: 'Send one JSON object.' }]);
  const inPath = Object.keys(takenBy(endpoint).path).find((name) => Object.hasOwn(json, name));
  if (inPath !== undefined)
    return failFields(c, [{ field: inPath, message: 'This is in the address and cannot be in the body.' }]);
  const read = fromWire(json);
  return read.ok ? (read.value as Input) : failFields(c, read.fields);
};

const cut = (value: unknown, { cursor, limit }: { cursor: string; limit: number }) => {
  const rows = Array.isArray(value) ? (value as unknown[]) : (value as { data: unknown[] }).data;
  const end = Number(cursor) + limit;
  return { data: rows.slice(Number(cursor), end), nextCursor: end < rows.length ? String(end) : null };
};
