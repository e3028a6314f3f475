/**
 * The demo: a fictional association, and the beginning of any network on this machine. Everything is built by
 * the verbs that the console uses, so demo data is always valid. The route answers only locally, and only to
 * whoever holds this deployment's own secret.
 */
export { demoRoutes } from './routes.ts';
