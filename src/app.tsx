import { Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { csrf } from 'hono/csrf';
import { HTTPException } from 'hono/http-exception';
import { secureHeaders } from 'hono/secure-headers';
import { alertDraftRoutes, talkingPointsRoutes } from './alerts/index.ts';
import { apiRoutes, tooLarge } from './api/index.ts';
import { archiveRoutes } from './archive/index.ts';
import { consoleRoutes, frameFor, humanCheckPolicy, memberPageRoutes } from './console/index.ts';
import { healthRoutes } from './console/health.ts';
import { whipRoutes } from './whip/index.ts';
import { deliveryRoutes, hookRoutes, hoursRoutes, senderRoutes } from './delivery/index.ts';
import { demoRoutes } from './demo/index.ts';
import { filingRoutes } from './filings/index.ts';

import { legislatureRoutes } from './legislature/index.ts';
import { lobbyingRoutes } from './lobbying/index.ts';
import { peopleRoutes } from './people/index.ts';
import { MAX_BODY_BYTES } from './platform/form.ts';
import { jsonLog } from './platform/log.ts';
import { missing } from './platform/problem.ts';
import { inboxRoutes, joinRoutes } from './replies/index.ts';
import { reportRoutes } from './reports/index.ts';
import { requireWho, staffRoutes, signInRoutes } from './staff/index.ts';
import { respondProblem, type AppEnv } from './ui/index.ts';
import { buildWorld } from './world.ts';

/** Texts and reports are a few hundred bytes, and mail events some thousand. */
const MAX_HOOK_BYTES = 1_000_000;
/** Cloudflare takes mails of 25 MiB. */
const MAX_RESTORED_BYTES = 30 * 1024 * 1024;

const withWorld: MiddlewareHandler<AppEnv> = async (c, next) => {
  c.set('world', buildWorld(c.env));
  await next();
};

/** What carriers and mail providers call, by the thousand in a minute: nothing of what protects pages stands before it. */
const hooks = new Hono<AppEnv>();
hooks.use(withWorld);
hooks.use(
  bodyLimit({ maxSize: MAX_HOOK_BYTES, onError: (c) => c.text('That is larger than any report.', 413) }),
);
hooks.route('/', hookRoutes);
hooks.onError((error, c) => {
  (c.var.world ?? { log: jsonLog }).log.fault('request.failed', error, { method: c.req.method });
  return c.text('Not taken. Please send it again.', 500);
});

/** Pages, and the API. */
export const app = new Hono<AppEnv>();

app.use('/a/*', humanCheckPolicy);
app.use(
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
    // Browsers send `Origin: null` on form posts under no-referrer, and the csrf check would refuse them.
    referrerPolicy: 'same-origin',
  }),
);
app.use(withWorld);
const limited = (maxSize: number) =>
  bodyLimit({
    maxSize,
    onError: (c) =>
      c.req.path.startsWith('/api/')
        ? tooLarge(c)
        : c.text(
            'That is larger than 10 MB, which is the most that can be taken. Split the file and send the parts.',
            413,
          ),
  });
const usual = limited(MAX_BODY_BYTES);
/** A mail that comes back from an export is as large as it came. */
const asMailed = limited(MAX_RESTORED_BYTES);
app.use((c, next) => (c.req.path.startsWith('/api/v1/restorations/') ? asMailed : usual)(c, next));

// Machines: each checks its own signature or key.
app.route('/', healthRoutes);
app.route('/', deliveryRoutes);
app.route('/', demoRoutes);
app.route('/api', apiRoutes);

// People: forms come from our own pages only, and as browsers send them.
app.use(csrf());
app.use(async (c, next) => {
  if (c.req.method === 'POST') {
    // Kept by the request, so that the page reads the same form again.
    const form = await c.req.formData().catch(() => null);
    if (!form)
      return respondProblem(c, {
        kind: 'invalid',
        message: 'This cannot be read as a form. Nothing was changed. Send it from its own page.',
      });
  }
  await next();
});
app.route('/', memberPageRoutes);
app.route('/', joinRoutes);
app.route('/', signInRoutes);
app.use(requireWho);
app.use(async (c, next) => {
  c.set('frame', await frameFor(c.var.world, c.var.who));
  await next();
});
app.route('/', consoleRoutes);
app.route('/', whipRoutes);
app.route('/', alertDraftRoutes);
app.route('/', talkingPointsRoutes);
app.route('/', inboxRoutes);
app.route('/', legislatureRoutes);
app.route('/', peopleRoutes);
app.route('/', lobbyingRoutes);
app.route('/', filingRoutes);
app.route('/', reportRoutes);
app.route('/', hoursRoutes);
app.route('/', senderRoutes);
app.route('/', archiveRoutes);
app.route('/', staffRoutes);

app.notFound((c) => {
  const nothing = missing('This page');
  return respondProblem(c, nothing.problem);
});
app.onError((error, c) => {
  if (error instanceof HTTPException && error.status === 403)
    return respondProblem(c, {
      kind: 'forbidden',
      message:
        'This form was not sent from a page of this network, so nothing was changed. Open the page here and send it again.',
    });
  (c.var.world ?? { log: jsonLog }).log.fault('request.failed', error, {
    method: c.req.method,
    ray: c.req.header('cf-ray') ?? '',
  });
  return respondProblem(c, {
    kind: 'unavailable',
    message:
      'Something went wrong on our side, and nothing was changed. Try again; if it happens again, tell the person who runs this network the time.',
  });
});

/** Answers every request. */
export const serve: ExportedHandlerFetchHandler<Env> = (request, env, ctx) =>
  (/^https?:\/\/[^/]+\/hooks\//.test(request.url) ? hooks : app).fetch(request, env, ctx);
