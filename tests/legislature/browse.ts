import { Hono } from 'hono';
import { legislatureRoutes } from '../../src/legislature/index.ts';
import type { Who } from '../../src/platform/who.ts';
import type { World } from '../../src/platform/world.ts';
import type { AppEnv } from '../../src/ui/index.ts';
import { asRead } from '../support/as-read.ts';

/** A browser for one person at this slice's pages. */
export const browse = (world: World, who: Who) => {
  const app = new Hono<AppEnv>()
    .use(async (c, next) => {
      c.set('world', world);
      c.set('who', who);
      c.set('frame', {
        network: 'Treasure State Network',
        nav: [
          { key: 'agenda', label: 'Agenda', href: '/agenda' },
          { key: 'officials', label: 'Officials', href: '/officials' },
        ],
        person: { name: 'Test', role: 'staff' },
        zone: 'America/Denver',
      });
      await next();
    })
    .route('/', legislatureRoutes);
  const open = async (path: string, body?: FormData | Record<string, string>) => {
    const form = new FormData();
    if (body && !(body instanceof FormData))
      for (const [name, value] of Object.entries(body)) form.set(name, value);
    const answer = await app.request(
      path,
      body ? { method: 'POST', body: body instanceof FormData ? body : form } : {},
    );
    return { status: answer.status, to: answer.headers.get('location'), html: asRead(await answer.text()) };
  };
  return {
    open,
    /** Uploads one file to be looked at before it is imported. */
    upload: (kind: string, name: string, content: string) => {
      const form = new FormData();
      form.set('kind', kind);
      form.set('file', new File([content], name));
      return open('/officials/imports', form);
    },
  };
};
