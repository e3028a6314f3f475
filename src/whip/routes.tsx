import { Hono } from 'hono';
import type { AppEnv } from '../ui/index.ts';
import { boardRoutes } from './board-routes.tsx';
import { committeeRoutes } from './committee-routes.tsx';
import { delegationRoutes } from './delegation-routes.tsx';

/** Boards, committees and the delegation, for people who are signed in. */
export const whipRoutes = new Hono<AppEnv>()
  .route('/', boardRoutes)
  .route('/', committeeRoutes)
  .route('/', delegationRoutes);
