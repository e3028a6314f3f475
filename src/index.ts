import { Hono } from 'hono';
export { Pacer } from './delivery/pacer.ts';

const app = new Hono();
export default { fetch: app.fetch };
