import { Hono } from 'hono';
import type { AppEnv } from '../ui/index.ts';
import { agendaRoutes } from './agenda-routes.tsx';
import { billListRoutes } from './bill-list-routes.tsx';
import { importRoutes } from './import-routes.tsx';
import { officialsRoutes } from './officials-routes.tsx';
import { mapRoutes } from './map-routes.tsx';
import { reachRoutes } from './reach-routes.tsx';
import { relationshipRoutes } from './relationship-routes.tsx';

/** Officials and the agenda, for people who are signed in. `/officials/:id` comes last: it takes any word. */
export const legislatureRoutes = new Hono<AppEnv>()
  .route('/', billListRoutes)
  .route('/', agendaRoutes)
  .route('/', importRoutes)
  .route('/', mapRoutes)
  .route('/', reachRoutes)
  .route('/', relationshipRoutes)
  .route('/', officialsRoutes);
