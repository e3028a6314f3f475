import { Hono } from 'hono';
import { networkSettings } from '../staff/index.ts';
import type { AppEnv } from '../ui/index.ts';
import { apiDocument } from './document.ts';
import { sendFilingCsv, sendFilingExport } from './filing-files.ts';
import { GROUPS } from './groups/index.ts';
import { handle } from './handle.ts';
import { idempotency } from './idempotency.ts';
import { DocsPage } from './pages/docs.tsx';
import { fail } from './problem-details.ts';
import { signedIn } from './signed-in.ts';

/** `/members/{id}` as the router writes it. */
const routed = (path: string) => path.replaceAll(/\{(\w+)\}/g, ':$1');

const v1 = new Hono<AppEnv>();
v1.use(async (c, next) => {
  await next();
  // Answers hold people's numbers and addresses.
  c.header('cache-control', 'no-store');
});
v1.use(signedIn);
v1.use(idempotency);

v1.get('/filings/:file{[0-9A-Za-z]+\\.csv}', sendFilingCsv);
v1.get('/filings/:id/exports/:as', sendFilingExport);
const endpoints = GROUPS.flatMap((group) => group.endpoints);
const shown = new Set(endpoints.filter(({ method }) => method === 'get').map(({ path }) => path));
for (const endpoint of endpoints) {
  const shownAt = shown.has(`${endpoint.path}/{id}`);
  v1.on(endpoint.method.toUpperCase(), routed(endpoint.path), handle(endpoint, { shownAt }));
}
for (const path of new Set(endpoints.map((endpoint) => endpoint.path))) {
  const methods = endpoints
    .filter((endpoint) => endpoint.path === path)
    .map((endpoint) => endpoint.method.toUpperCase());
  v1.all(routed(path), (c) => {
    c.header('allow', methods.join(', '));
    return fail(c, 'method', `This address takes ${methods.join(', ')}. See /api/docs.`);
  });
}

/** The JSON API, its document and the page of the document; mounted at `/api`. Asks for a key itself. */
export const apiRoutes = new Hono<AppEnv>();
apiRoutes.onError((error, c) => {
  c.var.world.log.fault('api.failed', error, { method: c.req.method, ray: c.req.header('cf-ray') ?? '' });
  return fail(
    c,
    'fault',
    'Something went wrong on our side, and nothing was changed. Send the request again; if it fails again, tell the person who runs this network the time.',
  );
});
apiRoutes.get('/openapi.json', (c) => c.json(apiDocument()));
apiRoutes.get('/docs', async (c) => {
  const { networkName } = await networkSettings(c.var.world);
  return c.html(<DocsPage document={apiDocument()} network={networkName} />);
});
apiRoutes.route('/v1', v1);
apiRoutes.all('/*', (c) =>
  fail(c, 'missing', 'There is nothing at this address. What there is, is listed at /api/docs.'),
);
