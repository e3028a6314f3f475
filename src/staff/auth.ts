import { betterAuth } from 'better-auth/minimal';
import { emailOTP } from 'better-auth/plugins/email-otp';
import { magicLink } from 'better-auth/plugins/magic-link';
import { keyedHash } from '../platform/tokens.ts';
import type { World } from '../platform/world.ts';
import { authTables } from './auth-tables.ts';
import { COOKIE_NAME, SIGN_IN_DAYS, CODE_MINUTES, CODE_TRIES } from './sign-in-rules.ts';

const TIMES = { createdAt: 'created_at', updatedAt: 'updated_at' };

/**
 * The library that issues codes, links and sign-ins, on our tables. Its own HTTP handler is never mounted:
 * our pages call it, so a GET cannot sign anybody in. Loaded only where somebody signs in, since it is large.
 * @param onLink is handed the secret of each link made
 */
export const authOf = (world: World, onLink: (token: string) => void = () => {}) =>
  betterAuth({
    appName: 'Call of the House',
    baseURL: world.settings.publicUrl,
    basePath: '/sign-in',
    secret: world.settings.authSecret,
    database: authTables(world.db, world.settings.clockOffsetMs),
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    logger: { disabled: true },
    user: { modelName: 'staff', fields: { emailVerified: 'email_verified', ...TIMES } },
    session: {
      modelName: 'sign_in',
      fields: {
        userId: 'staff_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        ...TIMES,
      },
      expiresIn: SIGN_IN_DAYS * 86_400,
      disableSessionRefresh: true,
    },
    account: {
      modelName: 'sign_in_account',
      fields: {
        userId: 'staff_id',
        accountId: 'account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        idToken: 'id_token',
        ...TIMES,
      },
    },
    verification: { modelName: 'sign_in_code', fields: { expiresAt: 'expires_at', ...TIMES } },
    advanced: {
      cookies: { session_token: { name: COOKIE_NAME } },
      useSecureCookies: world.settings.publicUrl.startsWith('https://'),
      ipAddress: { ipAddressHeaders: ['cf-connecting-ip'] },
      database: { generateId: () => world.ids.next() },
    },
    plugins: [
      emailOTP({
        otpLength: 6,
        expiresIn: CODE_MINUTES * 60,
        allowedAttempts: CODE_TRIES,
        disableSignUp: true,
        storeOTP: { hash: (code) => keyedHash(world.settings.authSecret, code) },
        // Code and link travel in one mail, which sign-in.ts sends.
        sendVerificationOTP: () => Promise.resolve(),
      }),
      magicLink({
        expiresIn: CODE_MINUTES * 60,
        disableSignUp: true,
        storeToken: 'hashed',
        sendMagicLink: ({ token }) => onLink(token),
      }),
    ],
  });
