import { DurableObject } from 'cloudflare:workers';

/** Paces one sender. */
export class Pacer extends DurableObject<Env> {}
