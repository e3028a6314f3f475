/** Invented secrets of the network that is measured. */
export const SECRETS = {
  TWILIO_ACCOUNT_SID: `AC${'0'.repeat(31)}1`,
  TWILIO_AUTH_TOKEN: 'bench-auth-token',
  TWILIO_MESSAGING_SERVICE_SID: `MG${'0'.repeat(31)}1`,
  MAIL_API_KEY: 're_bench',
  MAIL_WEBHOOK_SECRET: 'whsec_YmVuY2gtbWFpbC13ZWJob29rLXNlY3JldA==',
  AUTH_SECRET: 'bench-auth-secret-that-is-long-enough',
  LINK_SECRET: 'bench-link-secret-that-is-long-enough',
};
