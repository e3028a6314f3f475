import * as z from 'zod';
import type { Settings } from './platform/world.ts';

const needed = (what: string) => z.string({ error: what }).min(1, what);

/** Every setting, with what a person must know when it is missing. */
const schema = z
  .object({
    PUBLIC_URL: needed('the address of this network, for example https://network.example.org'),
    TWILIO_ACCOUNT_SID: needed('the account SID of Twilio (begins with AC)'),
    TWILIO_AUTH_TOKEN: needed('the primary auth token of Twilio'),
    TWILIO_AUTH_TOKEN_SECONDARY: z.string().optional(),
    TWILIO_MESSAGING_SERVICE_SID: needed('the messaging service of Twilio (begins with MG)'),
    TWILIO_API_BASE: z.string().default('https://api.twilio.com'),
    MAIL_API_KEY: needed('the key of the mail provider'),
    MAIL_API_BASE: z.string().default('https://api.resend.com'),
    MAIL_WEBHOOK_SECRET: needed('the signing secret of the mail provider’s events (begins with whsec_)'),
    MAIL_FROM: needed('the address that mail is sent from'),
    MAIL_AUTHSERV_ID: needed('the name under which our mail server writes Authentication-Results'),
    REPLY_DOMAIN: needed('the domain whose mail is routed to this Worker'),
    AUTH_SECRET: z
      .string({ error: 'a secret for sign-ins' })
      .min(32, 'a secret for sign-ins, at least 32 characters'),
    LINK_SECRET: z
      .string({ error: 'a secret for links' })
      .min(32, 'a secret for links, at least 32 characters'),
    LINK_SECRET_PREVIOUS: z.string().optional(),
    TURNSTILE_SITE_KEY: z.string().optional(),
    TURNSTILE_SECRET: z.string().optional(),
    OPENSTATES_API_KEY: z.string().optional(),
    LEGISCAN_API_KEY: z.string().optional(),
    LOCAL: z.enum(['yes', 'no']).default('no'),
    LOCAL_CLOCK_OFFSET: z.coerce.number().int().default(0),
  })
  .refine((s) => !s.TURNSTILE_SITE_KEY === !s.TURNSTILE_SECRET, {
    path: ['TURNSTILE_SECRET'],
    error: 'set both TURNSTILE_SITE_KEY and TURNSTILE_SECRET, or neither',
  });

/** Names of all settings, for the house test that compares them with the operating guide. */
export const SETTING_NAMES = Object.keys(schema.shape);

/**
 * Parses the Worker's variables and secrets.
 * @throws with each missing setting by name, and what it is
 */
export const parseSettings = (env: Record<string, unknown>): Settings => {
  const parsed = schema.safeParse(env);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`Settings are missing or wrong.\n${lines.join('\n')}`);
  }
  const s = parsed.data;
  return {
    publicUrl: s.PUBLIC_URL.replace(/\/$/, ''),
    twilio: {
      accountSid: s.TWILIO_ACCOUNT_SID,
      authTokens: [
        s.TWILIO_AUTH_TOKEN,
        ...(s.TWILIO_AUTH_TOKEN_SECONDARY ? [s.TWILIO_AUTH_TOKEN_SECONDARY] : []),
      ],
      messagingServiceSid: s.TWILIO_MESSAGING_SERVICE_SID,
      apiBase: s.TWILIO_API_BASE,
    },
    mail: {
      apiKey: s.MAIL_API_KEY,
      apiBase: s.MAIL_API_BASE,
      webhookSecret: s.MAIL_WEBHOOK_SECRET,
      fromAddress: s.MAIL_FROM,
      authservId: s.MAIL_AUTHSERV_ID,
    },
    replyDomain: s.REPLY_DOMAIN,
    authSecret: s.AUTH_SECRET,
    linkSecrets: s.LINK_SECRET_PREVIOUS ? [s.LINK_SECRET, s.LINK_SECRET_PREVIOUS] : [s.LINK_SECRET],
    turnstile:
      s.TURNSTILE_SITE_KEY && s.TURNSTILE_SECRET
        ? { siteKey: s.TURNSTILE_SITE_KEY, secret: s.TURNSTILE_SECRET }
        : null,
    openStatesKey: s.OPENSTATES_API_KEY ?? null,
    legiScanKey: s.LEGISCAN_API_KEY ?? null,
    local: s.LOCAL === 'yes',
    clockOffsetMs: s.LOCAL === 'yes' ? s.LOCAL_CLOCK_OFFSET : 0,
  };
};
