import type { Who } from '../platform/who.ts';
import type { World } from '../platform/world.ts';

/** What every console page is framed by: prepared once per request, plain values only. */
export interface Frame {
  network: string;
  nav: { key: string; label: string; href: string; badge?: string }[];
  person: { name: string; role: string } | null;
  /** The network's zone, for times on pages. */
  zone: string;
  /** The network's day, in words: paper says of when it is. */
  today?: string;
}

/** What handlers find in `c.var`. `who` and `frame` are there on every console and API route. */
export interface AppEnv {
  Bindings: Env;
  Variables: { world: World; who: Who; frame: Frame };
}
