import { Hono } from 'hono';
import type { AppEnv } from '../ui/index.ts';
import { contactRoutes } from './contact-routes.tsx';
import { districtRoutes } from './district-routes.tsx';
import { importRoutes } from './import-routes.tsx';
import { listRoutes } from './list-routes.tsx';
import { memberRoutes } from './member-routes.tsx';
import { organizationRoutes } from './organization-routes.tsx';

/** Members and what belongs to them, for people who are signed in. A member's own page is the console's. */
export const peopleRoutes = new Hono<AppEnv>()
  .route('/', listRoutes)
  .route('/', memberRoutes)
  .route('/', contactRoutes)
  .route('/', importRoutes)
  .route('/', districtRoutes)
  .route('/', organizationRoutes);
