import { filesUnder, textOf } from '../house/files.ts';

/** Addresses that are no page of their own, each with what it is instead. */
export const NOT_PAGES: Record<string, string> = {
  '/healthz': 'a line for machines that watch',
  '/home/live': 'a piece of the home page',
  '/settings/health/live': 'a piece of the health page',
  '/settings/export/live': 'a piece of the page of exports',
  '/inbox/live': 'a piece of the inbox',
  '/alerts/:id/live': 'a piece of the alert’s page',
  '/alerts/:id/responses.csv': 'a file',
  '/alerts/:id/responses.xlsx': 'a file',
  '/agenda/bills.csv': 'a file',
  '/officials/reach.csv': 'a file',
  '/agenda/bills/:id/board.csv': 'a file',
  '/a/:token/deadline.ics': 'a file',
  '/talking-points/:id/meetings.csv': 'a file',
  '/talking-points/:id/versions/:no/one-page.pdf': 'a file',
  '/members.csv': 'a file',
  '/members/imports/template.csv': 'a file',
  '/members/districts/figures.csv': 'a file',
  '/members/imports/districts.csv': 'a file',
  '/officials/imports/reach.csv': 'a file',
  '/log/attachments/:id': 'a file',
  '/log/activities.csv': 'a file',
  '/log/expenses.csv': 'a file',
  '/reports/communications.csv': 'a file',
  '/reports/communications.xlsx': 'a file',
  '/calendar/:file': 'a file',
  '/filings/filing/:file': 'a file',
  '/filings/filing/:id/copy/:format': 'a file',
  '/filings/filing/:id/receipts/:receipt': 'a file',
  '/filings/filing/:id/export/:as': 'a file',
  '/journal': 'an old address that leads to /settings/journal',
  '/api/openapi.json': 'a file',
  '/api/v1/filings/:file': 'a file',
  '/api/v1/filings/:id/exports/:as': 'a file',
};

/** `/alerts/:id{[0-9A-Z]{26}}` without the shape of the id. */
const withoutShapes = (pattern: string) => pattern.replaceAll(/\{(?:[^{}]|\{[^{}]*\})*\}/g, '');

/** What a route begins with may be a constant of its file; of a part that is a variable only the place is known. */
const ANY = '**';
const spelledOut = (pattern: string, text: string) =>
  pattern.replaceAll(
    /\$\{(\w+)\}/g,
    (_, name: string) => new RegExp(`const ${name} =\\s*'([^']*)'`).exec(text)?.[1] ?? ANY,
  );

const routes = (method: 'get' | 'post'): string[] =>
  filesUnder('src', /\.tsx?$/).flatMap((path) => {
    const text = textOf(path);
    // A map and a client of somebody else's API have a `get` too.
    if (!text.includes('Hono')) return [];
    return [
      ...text.matchAll(
        new RegExp(
          `\\b(\\w+)\\.${method}\\(\\s*(?:'(/[^']*)'|\`((?:/|[$]{[A-Z])[^\`]*)\`|([A-Z]{2,})\\b)`,
          'g',
        ),
      ),
    ].map(([, app, plain, template = '', name]) => {
      const mount = path.startsWith('src/api/') ? (app === 'v1' ? '/api/v1' : '/api') : '';
      return mount + withoutShapes(plain ?? spelledOut(name ? `\${${name}}` : template, text));
    });
  });

/** Every address that the console and the public pages answer to a browser, as the router writes it. */
export const GET_ROUTES: string[] = [...new Set(routes('get'))].toSorted();
export const PAGE_ROUTES: string[] = GET_ROUTES.filter((route) => !(route in NOT_PAGES));

const shape = (route: string) =>
  new RegExp(`^${route.replaceAll('.', '\\.').replaceAll(ANY, '.+').replaceAll(/:\w+/g, '[^/]+')}$`);
const GET_SHAPES = GET_ROUTES.map(shape);
const POST_SHAPES = routes('post').map(shape);

/** Whether the app has something at an address: a page to open, or an act to post to. */
export const leadsSomewhere = (path: string, method: 'get' | 'post'): boolean =>
  (method === 'get' ? GET_SHAPES : POST_SHAPES).some((one) => one.test(path));

/** The route that answers an address, as the router writes it: `/members/:id`. */
export const routeOf = (path: string): string | undefined =>
  GET_ROUTES[GET_SHAPES.findIndex((one) => one.test(path))];
