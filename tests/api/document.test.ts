import { expect, test } from 'vitest';
import type { ApiDocument } from '../../src/api/document.ts';
import { GROUPS } from '../../src/api/groups/index.ts';
import type { Schema } from '../../src/api/endpoint.ts';
import { camel, fromWire } from '../../src/api/wire.ts';
import { apiRoutes } from '../../src/api/index.ts';
import { testWorld } from '../support/world.ts';
import { callerOf } from './calls.ts';

const { call } = callerOf(testWorld());
const document: ApiDocument = (await call('GET', '/api/openapi.json')).json;

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];
const listed: string[] = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
);
const operations = Object.values(document.paths).flatMap((one) => Object.values(one));

/** Every `$ref` anywhere in the document. */
const refsIn = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(refsIn);
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, one]) =>
    key === '$ref' && typeof one === 'string' ? [one] : refsIn(one),
  );
};

test('the document lists every mounted route, and mounts every route it lists', () => {
  const mounted = apiRoutes.routes
    .filter((route) => route.method !== 'ALL' && route.path.startsWith('/v1/'))
    .map(({ method, path }) => {
      const plain = path
        .replace('/v1', '')
        .replace(/:file\{.*\}/, '{id}.csv')
        .replaceAll(/:(\w+)/g, '{$1}');
      return `${method} ${plain}`;
    });
  expect(new Set(mounted).size).toBeGreaterThan(80);
  expect(listed.toSorted()).toEqual([...new Set(mounted)].toSorted());
});

test('every address that the API promises is there', () => {
  const promised = [
    'POST /imports/members',
    'POST /imports/districts',
    'POST /imports/officials',
    'GET /imports',
    'DELETE /imports/{id}',
    'GET /members',
    'GET /districts',
    'GET /officials',
    'GET /issues',
    'GET /bills',
    'PUT /bills/{bill_id}/position',
    'POST /bills/{bill_id}/events',
    'GET /bills/{bill_id}/board',
    'GET /coverage',
    'GET /committees/{committee_id}/coverage',
    'GET /delegation',
    'GET /talking-points',
    'POST /talking-points/{id}/versions',
    'GET /alerts',
    'POST /alerts',
    'GET /alerts/{id}/preview',
    'POST /alerts/{id}/proposal',
    'POST /alerts/{id}/approval',
    'POST /alerts/{id}/launch',
    'POST /alerts/{id}/close',
    'POST /alerts/{id}/cancel',
    'GET /alerts/{id}/deliveries',
    'GET /alerts/{alert_id}/responses',
    'POST /alerts/{id}/nudges',
    'GET /suppressions',
    'GET /contact-reports',
    'POST /contact-reports',
    'POST /contact-reports/{id}/confirmation',
    'GET /activities',
    'POST /activities',
    'GET /expenses',
    'POST /expenses',
    'POST /expenses/{id}/confirmation',
    'GET /obligations',
    'POST /filings',
    'GET /filings/{id}',
    'POST /filings/{filing_id}/file',
    'GET /filings/{id}.csv',
    'POST /calculators/501h',
    'POST /calculators/due-date',
    'GET /journal',
  ];
  expect(promised.filter((one) => !listed.includes(one))).toEqual([]);
});

test('the document is whole: references lead somewhere, names are said once, paths have their parameters', () => {
  expect(document.openapi).toBe('3.1.0');
  expect(document.info).toMatchObject({ title: 'Call of the House', version: '1' });
  const refs = refsIn(document);
  expect(refs.length).toBeGreaterThan(300);
  for (const ref of new Set(refs)) {
    let at: unknown = document;
    for (const step of ref.replace('#/', '').split('/'))
      at = (at as Record<string, unknown> | undefined)?.[step];
    expect(at, ref).toBeTypeOf('object');
  }
  const ids = operations.map((one) => one.operationId);
  expect(new Set(ids).size).toBe(ids.length);
  const tags = new Set(document.tags.map((tag) => tag.name));
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      expect(METHODS).toContain(method);
      expect(
        operation.tags.every((tag) => tags.has(tag)),
        path,
      ).toBe(true);
      expect(operation.summary, path).toMatch(/^[A-Z].*[^.]$/);
      expect(
        Object.keys(operation.responses).some((status) => status.startsWith('2')),
        path,
      ).toBe(true);
      const inPath = operation.parameters.flatMap((one) =>
        'in' in one && one.in === 'path' ? [one.name] : [],
      );
      expect(inPath.toSorted(), path).toEqual(
        [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').toSorted(),
      );
      for (const one of operation.parameters)
        if ('in' in one) expect(one.schema, `${path} ${one.name}`).toBeTypeOf('object');
    }
  }
});

test('names in the document are in snake_case and moments are ISO 8601', () => {
  const names: string[] = [];
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(walk);
    if (value === null || typeof value !== 'object') return undefined;
    for (const [name, one] of Object.entries((value as Schema).properties ?? {})) {
      names.push(name);
      if (/(^|_)at$/.test(name)) expect(JSON.stringify(one), name).toContain('date-time');
    }
    return Object.values(value).forEach(walk);
  };
  walk(document);
  expect(names.length).toBeGreaterThan(200);
  expect(names.filter((name) => !/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(name))).toEqual([]);
});

test('every example is taken by the verb it is an example for', () => {
  let examples = 0;
  for (const { path, example, verb } of GROUPS.flatMap((group) => group.endpoints)) {
    if (example === undefined) continue;
    examples += 1;
    const read = fromWire(example);
    const inPath = Object.fromEntries(
      [...path.matchAll(/\{(\w+)\}/g)].map((match) => [camel(match[1] ?? ''), 'x']),
    );
    expect(read.ok, path).toBe(true);
    const parsed = verb.input.safeParse({ ...(read.ok ? (read.value as object) : {}), ...inPath });
    expect(parsed.error?.issues ?? [], path).toEqual([]);
  }
  expect(examples).toBeGreaterThan(30);
});

test('every POST may carry an idempotency key', () => {
  for (const path of Object.values(document.paths)) {
    if (path.post) expect(JSON.stringify(path.post.parameters)).toContain('IdempotencyKey');
  }
});

test('the page of the document has every address, and no script but ours', async () => {
  const page = await call('GET', '/api/docs');
  expect(page.status).toBe(200);
  for (const one of operations) expect(page.text).toContain(`id="${one.operationId}"`);
  expect([...page.text.matchAll(/<script[^>]*src="([^"]*)"/g)].map((match) => match[1])).toEqual(['/app.js']);
  expect(page.text).not.toMatch(/style="|undefined|\[object/);
});
