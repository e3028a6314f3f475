import { Hono } from 'hono';
import type { AppEnv } from '../ui/index.ts';
import { journalRoutes } from './journal-routes.tsx';
import { keyRoutes } from './key-routes.tsx';
import { networkRoutes } from './network-routes.tsx';
import { rosterRoutes } from './roster-routes.tsx';

/** The settings, for people who are signed in. */
export const staffRoutes = new Hono<AppEnv>()
  .route('/', networkRoutes)
  .route('/', rosterRoutes)
  .route('/', keyRoutes)
  .route('/', journalRoutes);
