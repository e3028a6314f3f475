import { REGIMES } from '../filings/index.ts';
import { scopesFor } from '../platform/verb.ts';
import { ANSWERS } from './answers.ts';
import { takenBy, wireSchema, type Endpoint, type Group, type Schema } from './endpoint.ts';
import { GROUPS } from './groups/index.ts';
import { FAILURES, PROBLEM_TYPE, type Failure } from './problem-details.ts';
import { FIELD_WORDS } from './words.ts';

/** One operation of the document, as far as the page of the document reads it. */
export interface Operation {
  operationId: string;
  summary: string;
  description: string;
  tags: string[];
  parameters: (
    | { $ref: string }
    | { name: string; in: string; required: boolean; description?: string; schema: Schema }
  )[];
  requestBody?: {
    required: boolean;
    content: Record<string, { schema: Schema; example?: unknown }>;
  };
  responses: Record<string, unknown>;
  'x-roles': string[];
  'x-scopes': string[];
}
export interface ApiDocument {
  openapi: string;
  info: { title: string; version: string; description: string; license: object };
  servers: { url: string }[];
  security: object[];
  tags: { name: string; description: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: {
    securitySchemes: object;
    parameters: object;
    responses: object;
    schemas: Record<string, Schema>;
  };
}

const worded = (name: string, schema: Schema) => {
  const description = FIELD_WORDS[name];
  return description ? { ...schema, description } : schema;
};

const parametersOf = (endpoint: Endpoint): Operation['parameters'] => {
  const taken = takenBy(endpoint);
  const inQuery = endpoint.method === 'get' || endpoint.file !== undefined;
  return [
    ...Object.entries(taken.path).map(([name, schema]) => ({ name, in: 'path', required: true, schema })),
    ...(inQuery ? Object.entries(taken.fields) : []).map(([name, schema]) => ({
      name,
      in: 'query',
      required: taken.required.includes(name),
      ...(FIELD_WORDS[name] && { description: FIELD_WORDS[name] }),
      schema,
    })),
    ...(endpoint.method === 'post' ? [{ $ref: '#/components/parameters/IdempotencyKey' }] : []),
  ];
};

const bodyOf = (endpoint: Endpoint): Operation['requestBody'] => {
  if (endpoint.method === 'get' || endpoint.method === 'delete') return undefined;
  if (endpoint.file) {
    const schema = { type: 'string', description: 'The file itself.' };
    return {
      required: true,
      content: Object.fromEntries(
        endpoint.file.types.map((type) => [
          type,
          { schema: type === 'text/csv' ? schema : { type: 'object' } },
        ]),
      ),
    };
  }
  const { fields, required } = takenBy(endpoint);
  if (Object.keys(fields).length === 0) return undefined;
  const schema: Schema = {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(Object.entries(fields).map(([name, one]) => [name, worded(name, one)])),
    ...(required.length > 0 && { required }),
  };
  return {
    required: required.length > 0,
    content: {
      'application/json': { schema, ...(endpoint.example !== undefined && { example: endpoint.example }) },
    },
  };
};

const failuresOf = (endpoint: Endpoint): Failure[] => [
  ...(endpoint.method === 'get' || endpoint.method === 'delete'
    ? []
    : (['malformed', 'large', 'media'] as const)),
  'unauthorized',
  'forbidden',
  ...(endpoint.path.includes('{') ? (['missing'] as const) : []),
  ...(endpoint.method === 'get' ? [] : (['conflict'] as const)),
  'invalid',
];

const responsesOf = (endpoint: Endpoint): Record<string, unknown> => {
  const one: Schema = endpoint.answers
    ? { $ref: `#/components/schemas/${endpoint.answers}` }
    : { type: 'object' };
  const schema = endpoint.lists
    ? {
        type: 'object',
        properties: { data: { type: 'array', items: one }, next_cursor: { type: ['string', 'null'] } },
        required: ['data', 'next_cursor'],
      }
    : one;
  return {
    [endpoint.creates ? 201 : 200]: {
      description: endpoint.creates ? 'Made.' : 'Done.',
      content: { 'application/json': { schema } },
    },
    ...Object.fromEntries(
      failuresOf(endpoint).map((name) => [FAILURES[name].status, { $ref: `#/components/responses/${name}` }]),
    ),
  };
};

const STAFF = new Set([
  'owner',
  'director',
  'coordinator',
  'staff',
  'regional_president',
  'partner',
  'board',
]);

/** What the document says of an endpoint. */
const operationOf = (group: Group, endpoint: Endpoint): Operation => {
  const { verb } = endpoint;
  const body = bodyOf(endpoint);
  return {
    operationId: verb.verb.replaceAll(/[._-]+([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()),
    summary: endpoint.summary,
    description: endpoint.description ?? '',
    tags: [group.name],
    'x-roles': verb.by.filter((role) => STAFF.has(role)),
    'x-scopes': scopesFor(verb.verb, verb.reads),
    parameters: parametersOf(endpoint),
    ...(body && { requestBody: body }),
    responses: responsesOf(endpoint),
  };
};

const ABOUT = `Everything that the console does, for programs. Send an API key with each request: \`Authorization: Bearer coth_…\`. An owner makes keys under Settings, API keys; a key acts as the person it belongs to, in their role of the day, within its scopes (\`*\`, \`read\`, or the word named with each request). A person signed in to the console may read here too.

Names are in snake_case. Moments (\`at\`, \`…_at\`) are ISO 8601, for example \`2027-02-09T16:00:00Z\`; days (\`…_on\`, \`on\`, \`from\`, \`to\`) are \`2027-02-09\` in the network’s zone; money is whole cents (\`…_cents\`), prices of carriers are millionths of a dollar (\`…_micros\`). Unknown fields and parameters are refused.

Lists answer \`{"data": […], "next_cursor": "…"}\`; send \`next_cursor\` back as \`cursor\` for the next page, until it is null.

Send an \`Idempotency-Key\` of your own with a POST, such as a UUID, and the same request sent again within 24 hours is answered again and not done again. The same key with another request is refused.

What fails is answered as \`${PROBLEM_TYPE}\` (RFC 9457): \`type\`, \`title\`, \`status\`, \`detail\`; for wrong fields \`fields\`, each with the name of the field and what is wrong; where a rule says no, \`rule\`.`;

const inPath = (name: string, more: { schema?: Schema; description?: string } = {}) => ({
  name,
  in: 'path',
  required: true,
  schema: { type: 'string' },
  ...more,
});
/** An answer that is a file of a filing. */
const fileOf = (
  said: Pick<Operation, 'operationId' | 'summary' | 'description'>,
  type: string,
  schema: Schema,
  more: Operation['parameters'] = [],
): { get: Operation } => ({
  get: {
    ...said,
    tags: ['Obligations and filings'],
    'x-roles': ['owner', 'director', 'coordinator', 'staff'],
    'x-scopes': ['filing', 'read'],
    parameters: [inPath('id'), ...more],
    responses: {
      200: { description: 'The file.', content: { [type]: { schema } } },
      401: { $ref: '#/components/responses/unauthorized' },
      403: { $ref: '#/components/responses/forbidden' },
      404: { $ref: '#/components/responses/missing' },
    },
  },
});
const FILES: ApiDocument['paths'] = {
  '/filings/{id}.csv': fileOf(
    {
      operationId: 'filingCsv',
      summary: 'Download a filing as CSV',
      description: 'The frozen copy’s words once filed, else as it is prepared.',
    },
    'text/csv',
    { type: 'string' },
  ),
  '/filings/{id}/exports/{as}': fileOf(
    {
      operationId: 'filingExport',
      summary: 'Download a filing in the shape of the office’s own system',
      description:
        'Of an LD-2, `ld2-json` is the filing object of the Senate’s public API, with the method of counting expenses, issue areas, bodies and lobbyists.',
    },
    'application/json',
    { type: 'object' },
    [
      inPath('as', {
        schema: {
          type: 'string',
          enum: REGIMES.flatMap((regime) => regime.exports ?? []).map((one) => one.id),
        },
      }),
    ],
  ),
};

const pathsOf = (groups: readonly Group[]): ApiDocument['paths'] => {
  const paths: ApiDocument['paths'] = { ...FILES };
  for (const group of groups) {
    for (const endpoint of group.endpoints) {
      paths[endpoint.path] = {
        ...paths[endpoint.path],
        [endpoint.method]: operationOf(group, endpoint),
      };
    }
  }
  return paths;
};

const text: Schema = { type: 'string' };
const PROBLEM: Schema = {
  type: 'object',
  properties: {
    type: text,
    title: text,
    status: { type: 'integer' },
    detail: text,
    fields: {
      type: 'array',
      items: {
        type: 'object',
        properties: { field: text, message: text },
        required: ['field', 'message'],
      },
    },
    rule: text,
  },
  required: ['type', 'title', 'status', 'detail'],
};

let made: ApiDocument | null = null;
/** The OpenAPI document, worked out when it is first asked for: not while the Worker starts. */
export const apiDocument = (): ApiDocument => {
  made ??= {
    openapi: '3.1.0',
    info: {
      title: 'Call of the House',
      version: '1',
      description: ABOUT,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/api/v1' }],
    security: [{ key: [] }],
    tags: GROUPS.map(({ name, about }) => ({ name, description: about })),
    paths: pathsOf(GROUPS),
    components: {
      securitySchemes: { key: { type: 'http', scheme: 'bearer' } },
      parameters: {
        IdempotencyKey: {
          name: 'Idempotency-Key',
          in: 'header',
          required: false,
          description: 'The same request with the same key within 24 hours is done once.',
          schema: { type: 'string', minLength: 1, maxLength: 200 },
        },
      },
      responses: Object.fromEntries(
        [...new Set(GROUPS.flatMap((group) => group.endpoints.flatMap(failuresOf)))].map((name) => [
          name,
          {
            description: FAILURES[name].title,
            content: { [PROBLEM_TYPE]: { schema: { $ref: '#/components/schemas/Problem' } } },
          },
        ]),
      ),
      schemas: {
        ...Object.fromEntries(
          Object.entries(ANSWERS).map(([name, shape]) => [name, wireSchema(shape, 'output')]),
        ),
        Problem: PROBLEM,
      },
    },
  };
  return made;
};
