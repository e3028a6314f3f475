import { Hono } from 'hono';
import type { AppEnv } from '../ui/index.ts';

export const staffRoutes = new Hono<AppEnv>();
staffRoutes.get('/journal', (c) => c.redirect('/settings/journal', 303));
