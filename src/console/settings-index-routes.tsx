import { Hono } from 'hono';
import type { AppEnv } from '../ui/index.ts';
import { SettingsIndexPage } from './pages/settings-index.tsx';
import { settingsLines } from './settings-lines.ts';

export const settingsIndexRoutes = new Hono<AppEnv>();

settingsIndexRoutes.get('/settings', async (c) => {
  const { world, who, frame } = c.var;
  return c.html(<SettingsIndexPage frame={frame} groups={await settingsLines(world, who)} />);
});
