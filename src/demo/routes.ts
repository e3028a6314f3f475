import { Hono } from 'hono';
import * as z from 'zod';
import { readToken } from '../platform/tokens.ts';
import type { AppEnv } from '../ui/index.ts';
import { begin } from './begin.ts';
import { NETWORKS } from './networks.ts';

const wanted = z.strictObject({ network: z.enum(NETWORKS) });

export const demoRoutes = new Hono<AppEnv>();

demoRoutes.post('/_local/begin', async (c) => {
  const { world } = c.var;
  const token = c.req.header('authorization')?.replace(/^Bearer /, '') ?? '';
  if (!world.settings.local || (await readToken([world.settings.authSecret], 'local', token)) !== 'begin')
    return c.notFound();
  const input = wanted.safeParse(await c.req.json());
  if (!input.success) return c.text('Choose the network: demo, empty or bare.', 422);
  return c.json(await begin(world, input.data.network));
});
