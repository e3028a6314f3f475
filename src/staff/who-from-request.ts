import { parseSigned } from 'hono/utils/cookie';
import { localDate } from '../platform/days.ts';
import { change, type RowOf } from '../platform/statement.ts';
import { sameText, sha256 } from '../platform/tokens.ts';
import type { Who } from '../platform/who.ts';
import type { World } from '../platform/world.ts';
import { KEY_PATTERN } from './create-api-key.ts';
import { settingsFrom, type NetworkSettings } from './network-settings.ts';
import { apiKeyByHash, signedIn, touchApiKey } from './queries.ts';
import { cookieName } from './sign-in-rules.ts';

/** The sign-in token in the request's cookie, or null where there is none that we signed. */
export const tokenOf = async (world: World, request: Request): Promise<string | null> => {
  const name = cookieName(world.settings.publicUrl);
  const cookies = await parseSigned(request.headers.get('cookie') ?? '', world.settings.authSecret, name);
  return cookies[name] || null;
};

/** Who makes a request, and the settings of the network at that moment: read together, since pages need both. */
export interface Visit {
  who: Who;
  network: NetworkSettings;
}

/**
 * Who makes this request: the person signed in by cookie, or the one whose API key it carries. A request
 * with an Authorization header is judged by that alone. Roles are read each time, so an ended one ends at once.
 * @returns null for nobody
 */
export const visitFromRequest = async (world: World, request: Request): Promise<Visit | null> => {
  const authorization = request.headers.get('authorization');
  if (authorization !== null) return visitByKey(world, authorization);
  const token = await tokenOf(world, request);
  const row = token && (await world.db.first(signedIn, { token, now: world.clock.now() }));
  return row ? { who: staffWho(row), network: settingsFrom(row.settings) } : null;
};

/** As `visitFromRequest`, where only the person matters. */
export const whoFromRequest = async (world: World, request: Request): Promise<Who | null> =>
  (await visitFromRequest(world, request))?.who ?? null;

const visitByKey = async (world: World, authorization: string): Promise<Visit | null> => {
  const key = /^Bearer\s+(\S+)$/i.exec(authorization)?.[1] ?? '';
  if (!KEY_PATTERN.test(key)) return null;
  const keyHash = await sha256(key);
  const row = await world.db.first(apiKeyByHash, { keyHash });
  if (!row || !sameText(row.keyHash, keyHash)) return null;
  const network = settingsFrom(row.settings);
  const today = localDate(world.clock.now(), network.zone);
  if (row.lastUsedOn === null || row.lastUsedOn < today)
    await world.db.record([change(touchApiKey, { id: row.id, today })]);
  return { who: { ...staffWho(row), scopes: JSON.parse(row.scopes) as string[] }, network };
};

const staffWho = (row: Omit<RowOf<typeof signedIn>, 'settings'>) => ({
  kind: 'staff' as const,
  id: row.staffId,
  name: row.name,
  role: row.role,
  ...(row.regionId === null ? {} : { regionId: row.regionId }),
  ...(row.organizationId === null ? {} : { organizationId: row.organizationId }),
});
