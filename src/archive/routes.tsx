import { Hono } from 'hono';
import type { AppEnv } from '../ui/index.ts';
import { exportRoutes } from './export-routes.tsx';
import { retentionRoutes } from './retention-routes.tsx';

/** Pages of the settings about what is kept: for how long, and as files. */
export const archiveRoutes = new Hono<AppEnv>().route('/', exportRoutes).route('/', retentionRoutes);
