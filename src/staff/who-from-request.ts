import { parseSigned } from 'hono/utils/cookie';
import { localDate } from '../platform/days.ts';
import { change, type RowOf } from '../platform/statement.ts';
import { sameText, sha256 } from '../platform/tokens.ts';
import type { Who } from '../platform/who.ts';
import type { World } from '../platform/world.ts';
import { KEY_PATTERN } from './create-api-key.ts';
import { apiKeyByHash, signedIn, touchApiKey } from './queries.ts';
import { cookieName } from './sign-in-rules.ts';

/** The sign-in token in the request's cookie, or null where there is none that we signed. */
export const tokenOf = async (world: World, request: Request): Promise<string | null> => {
  const name = cookieName(world.settings.publicUrl);
  const cookies = await parseSigned(request.headers.get('cookie') ?? '', world.settings.authSecret, name);
  return cookies[name] || null;
};

/**
 * Who makes this request: the person signed in by cookie, or the one whose API key it carries. A request
 * with an Authorization header is judged by that alone. Roles are read each time, so an ended one ends at once.
 * @returns null for nobody
 */
export const whoFromRequest = async (world: World, request: Request): Promise<Who | null> => {
  const authorization = request.headers.get('authorization');
  if (authorization !== null) return whoFromKey(world, authorization);
  const token = await tokenOf(world, request);
  const row = token && (await world.db.first(signedIn, { token, now: world.clock.now() }));
  return row ? staffWho(row) : null;
};

const whoFromKey = async (world: World, authorization: string): Promise<Who | null> => {
  const key = /^Bearer\s+(\S+)$/i.exec(authorization)?.[1] ?? '';
  if (!KEY_PATTERN.test(key)) return null;
  const keyHash = await sha256(key);
  const row = await world.db.first(apiKeyByHash, { keyHash });
  if (!row || !sameText(row.keyHash, keyHash)) return null;
  const today = localDate(world.clock.now(), row.zone ?? 'UTC');
  if (row.lastUsedOn === null || row.lastUsedOn < today)
    await world.db.record([change(touchApiKey, { id: row.id, today })]);
  return { ...staffWho(row), scopes: JSON.parse(row.scopes) as string[] };
};

const staffWho = (row: RowOf<typeof signedIn>) => ({
  kind: 'staff' as const,
  id: row.staffId,
  name: row.name,
  role: row.role,
  ...(row.regionId === null ? {} : { regionId: row.regionId }),
  ...(row.organizationId === null ? {} : { organizationId: row.organizationId }),
});
