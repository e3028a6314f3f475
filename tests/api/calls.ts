import { env } from 'cloudflare:workers';
import { Hono } from 'hono';
import { apiRoutes } from '../../src/api/index.ts';
import type { Role } from '../../src/platform/who.ts';
import { SYSTEM } from '../../src/platform/who.ts';
import { addStaff, createApiKey } from '../../src/staff/index.ts';
import type { AppEnv } from '../../src/ui/index.ts';
import { good, type TestWorld } from '../support/world.ts';

interface Sent {
  key?: string;
  body?: unknown;
  /** A body as it stands, for files and for what is no JSON. */
  raw?: BodyInit;
  type?: string;
  headers?: Record<string, string>;
}
export interface Answered {
  status: number;
  // Answers are looked at field by field; a shape here would only repeat the document.
  // oxlint-disable-next-line typescript/no-explicit-any
  json: any;
  text: string;
  headers: Headers;
}

/** The API on a test's World, as a caller has it. */
export const callerOf = (world: TestWorld) => {
  const app = new Hono<AppEnv>();
  app.use(async (c, next) => {
    c.set('world', world);
    await next();
  });
  app.route('/api', apiRoutes);
  let people = 0;

  const call = async (method: string, path: string, sent: Sent = {}): Promise<Answered> => {
    const headers = new Headers(sent.headers);
    if (sent.key) headers.set('authorization', `Bearer ${sent.key}`);
    const body = sent.raw ?? (sent.body === undefined ? undefined : JSON.stringify(sent.body));
    if (body !== undefined) headers.set('content-type', sent.type ?? 'application/json');
    const response = await app.request(
      path.startsWith('/api') ? path : `/api/v1${path}`,
      { method, headers, ...(body !== undefined && { body }) },
      env,
    );
    const text = await response.text();
    const isJson = text !== '' && (response.headers.get('content-type') ?? '').includes('json');
    return {
      status: response.status,
      json: isJson ? JSON.parse(text) : null,
      text,
      headers: response.headers,
    };
  };

  /** A person of a role with a key of these scopes. */
  const keyFor = async (
    role: Role,
    more: { scopes?: string[]; regionId?: string; organizationId?: string } = {},
  ) => {
    const { scopes = ['*'], ...rest } = more;
    people += 1;
    const made = good(
      await addStaff(world, SYSTEM, {
        name: `Test ${role}`,
        email: `person${people}@staff.example`,
        role,
        ...rest,
      } as Parameters<typeof addStaff>[2]),
    );
    return good(await createApiKey(world, SYSTEM, { name: role, staffId: made.id, scopes })).key;
  };
  return { app, call, keyFor };
};
