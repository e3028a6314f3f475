/**
 * The JSON API under `/api/v1`: every address calls one verb or view of a slice, whose own input says what is
 * taken, so the document cannot drift. It promises that names are in snake_case and moments in ISO 8601, that
 * what fails is a problem by RFC 9457, that unknown fields are refused, and that a POST with an idempotency key
 * is done once. The document is at `/api/openapi.json`, a page of it at `/api/docs`.
 */
export { apiClocks } from './clocks.ts';
export { tooLarge } from './problem-details.ts';
export { apiRoutes } from './routes.tsx';
