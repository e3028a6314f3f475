/** Bindings and variables of the Worker, as `wrangler.toml` names them. Variables are parsed by `settings.ts`. */
declare namespace Cloudflare {
  interface Env {
    DB: D1Database;
    FILES: R2Bucket;
    DELIVERIES: Queue;
    EVENTS: Queue;
    PACER: DurableObjectNamespace<import('./delivery/pacer.ts').Pacer>;
    ASSETS: Fetcher;
    EMAIL: SendEmail;
  }
}
interface Env extends Cloudflare.Env {}
