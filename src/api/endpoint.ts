import * as z from 'zod';
import type { Result } from '../platform/problem.ts';
import type { Allowed, Who } from '../platform/who.ts';
import type { World } from '../platform/world.ts';
import { isMoment, snake, type Json } from './wire.ts';

/** A verb or view of any slice, whatever it takes: the request is checked by its own `input`. */
export interface AnyVerb {
  (world: World, who: Who, input: never): Promise<Result<unknown>>;
  verb: string;
  by: readonly Allowed[];
  input: z.ZodObject;
  reads: boolean;
}

/** One address and method of the API: which verb it calls, and what to say about it. */
export interface Endpoint {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** As in the document, `/members/{id}`: names in braces are fields of the verb's input. */
  path: string;
  verb: AnyVerb;
  summary: string;
  description?: string;
  /** Answers 201 and says where the new thing is, by this field of the answer. */
  creates?: string;
  /** Answers `{data, next_cursor}`. */
  lists?: boolean;
  /** The raw body is a file, taken by this field of the input; all other fields are in the query. */
  file?: { field: 'content' | 'file'; types: readonly FileType[] };
  /** Names in the query that differ from the verb's: ours → theirs. */
  renamed?: Record<string, string>;
  /** A body that works, for the document. */
  example?: Json;
  /** The name of the answer's shape. */
  answers?: string;
}
export const FILE_TYPES = ['text/csv', 'application/json', 'application/octet-stream'] as const;
export type FileType = (typeof FILE_TYPES)[number];

/** Endpoints about one kind of thing, in the order of the document. */
export interface Group {
  name: string;
  about: string;
  endpoints: Endpoint[];
}

type More = Omit<Endpoint, 'method' | 'path' | 'verb' | 'summary'>;
const on =
  (method: Endpoint['method'], always: More = {}) =>
  (path: string, verb: AnyVerb, summary: string, more: More = {}): Endpoint => ({
    method,
    path,
    verb,
    summary,
    ...always,
    ...more,
  });
/** Answers a page of things. */
export const list = on('get', { lists: true });
/** Answers one thing. */
export const show = on('get');
/** Makes a thing. */
export const create = on('post', { creates: 'id' });
/** Does something with a thing. */
export const act = on('post');
export const put = on('put');
export const change = on('patch');
export const remove = on('delete');

/** JSON Schema as far as it is read here. */
export interface Schema {
  type?: string | string[];
  format?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
  default?: Json;
  description?: string;
  enum?: Json[];
  const?: Json;
  minimum?: number;
  maximum?: number;
  [keyword: string]: unknown;
}
/** What an endpoint takes besides its path, by the names that callers use. */
export interface Taken {
  path: Record<string, Schema>;
  /** Fields of the query of a GET or a file, or of the JSON body of anything else. */
  fields: Record<string, Schema>;
  required: string[];
}

const LARGEST = Number.MAX_SAFE_INTEGER;

/** A zod shape of ours as the document says it. */
export const wireSchema = (shape: z.ZodType, io: 'input' | 'output'): Schema => {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, { io, unrepresentable: 'any' });
  return renamedSchema('', schema as Schema);
};

const renamedSchema = (name: string, { properties, required, items, anyOf, ...rest }: Schema): Schema => {
  const { minimum, maximum, ...kept } = rest;
  if (rest.type === 'integer' && isMoment(name)) return { type: 'string', format: 'date-time' };
  return {
    ...kept,
    ...(minimum !== undefined && minimum !== -LARGEST && { minimum }),
    ...(maximum !== undefined && maximum !== LARGEST && { maximum }),
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([key, one]) => [snake(key), renamedSchema(snake(key), one)]),
      ),
    }),
    ...(required && { required: required.map(snake) }),
    ...(items && { items: renamedSchema(name, items) }),
    ...(anyOf && { anyOf: anyOf.map((one) => renamedSchema(name, one)) }),
  };
};

export const pathNames = (path: string): string[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');

/** Pages of what a view answers whole: the cursor is how many came before. */
export const PageOfAll = z.strictObject({
  cursor: z
    .string()
    .regex(/^\d{1,9}$/, 'This is not a place in the list.')
    .default('0'),
  limit: z.int().min(1).max(1000).default(100),
});
/** Whether the view answers everything it has, so that the page is cut here. */
export const isCutHere = (endpoint: Endpoint): boolean =>
  endpoint.lists === true && !('limit' in endpoint.verb.input.shape);

const known = new WeakMap<Endpoint, Taken>();
/** What an endpoint takes, read off its verb's input: so the document cannot drift from what is accepted. */
export const takenBy = (endpoint: Endpoint): Taken => {
  const before = known.get(endpoint);
  if (before) return before;
  const { properties = {}, required = [] } = wireSchema(endpoint.verb.input, 'input');
  const inPath = pathNames(endpoint.path);
  const theirName = (name: string) => endpoint.renamed?.[name] ?? name;
  const fields = Object.entries(properties).filter(
    ([name]) => !inPath.includes(name) && name !== endpoint.file?.field,
  );
  const taken = {
    path: Object.fromEntries(inPath.map((name) => [name, properties[name] ?? { type: 'string' }])),
    fields: {
      ...Object.fromEntries(fields.map(([name, schema]) => [theirName(name), schema])),
      ...(isCutHere(endpoint) ? wireSchema(PageOfAll, 'input').properties : {}),
    },
    required: required
      .filter((name) => !inPath.includes(name) && name !== endpoint.file?.field)
      .map(theirName),
  };
  known.set(endpoint, taken);
  return taken;
};
