import { Hono } from 'hono';
import { openCaller } from './caller.ts';
import { runAhead } from './clock.ts';
import { openCarrier } from './carrier.ts';
import { controlRoutes } from './control.ts';
import { openFaults } from './faults.ts';
import { openInbound } from './inbound.ts';
import { openLedger } from './ledger.ts';
import { openMailEvents } from './mail-events.ts';
import { mailRoutes } from './mail.ts';
import { settle, type ExchangeOptions } from './options.ts';
import { pageRoutes } from './page/page.ts';
import { openPeople } from './people.ts';
import { openPost } from './post.ts';
import { serve } from './server.ts';
import type { Env } from './suffering.ts';
import { twilioRoutes } from './twilio.ts';

export type { ExchangeOptions } from './options.ts';

export interface Exchange {
  /** `http://localhost:8788`: the base of both APIs, of the control and of the page. */
  url: string;
  port: number;
  /** Cuts what hangs, saves the state file and frees the port. */
  stop(): Promise<void>;
}

/**
 * Starts the local telephone and mail exchange: it stands where Twilio and the mail provider stand,
 * and people read and answer at its page. Fails with a sentence when the port is taken.
 */
export async function startExchange(options: ExchangeOptions): Promise<Exchange> {
  const settings = settle(options);
  runAhead(settings.clockOffsetMs ?? 0);
  const ledger = openLedger(settings.stateFile);
  const faults = openFaults();
  const caller = openCaller(settings);
  const carrier = openCarrier(settings, ledger, faults, caller);
  const events = openMailEvents(settings, ledger, faults, caller);
  const people = openPeople(settings, ledger);
  const post = openPost(settings, ledger, faults, caller);
  const personTexts = openInbound(settings, ledger, faults, carrier);

  const app = new Hono<Env>();
  app.route('/2010-04-01/Accounts', twilioRoutes(settings, ledger, faults, carrier));
  app.route('/emails', mailRoutes(settings, ledger, faults, events));
  app.route('/_exchange', controlRoutes({ ledger, faults, people, personTexts, post }));
  app.route('/', pageRoutes({ settings, ledger, faults, people, personTexts, post }));
  app.notFound((c) => c.json({ error: `The exchange has nothing at ${c.req.method} ${c.req.path}.` }, 404));

  const host = settings.host ?? '127.0.0.1';
  const server = await serve((request, wire) => app.fetch(request, wire), settings.port, host);
  return {
    url: `http://${host === '127.0.0.1' || host === '0.0.0.0' ? 'localhost' : host}:${server.port}`,
    port: server.port,
    async stop() {
      carrier.stop();
      events.stop();
      await server.stop();
      caller.stop();
      ledger.close();
    },
  };
}
