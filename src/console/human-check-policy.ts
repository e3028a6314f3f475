import type { MiddlewareHandler } from 'hono';
import type { World } from '../platform/world.ts';
import type { AppEnv } from '../ui/index.ts';
import { HUMAN_CHECK_ORIGIN } from './pages/human-check.tsx';

/**
 * Lets a member's page load the vendor's check, where the network uses one; every other page stays without it. Stands
 * outside the middleware that writes the policy.
 */
export const humanCheckPolicy: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next();
  // Not there where the settings themselves were wrong.
  const world = c.get('world') as World | undefined;
  const policy = c.res.headers.get('content-security-policy');
  if (policy && world?.humanCheck)
    c.header(
      'content-security-policy',
      `${policy.replace(/script-src [^;]*/, `$& ${HUMAN_CHECK_ORIGIN}`)}; frame-src ${HUMAN_CHECK_ORIGIN}`,
    );
};
