/** Settings of the Worker in worker tests: plainly invented. */
export const TEST_SETTINGS = {
  PUBLIC_URL: 'https://network.example',
  TWILIO_ACCOUNT_SID: 'AC00000000000000000000000000000001',
  TWILIO_AUTH_TOKEN: 'test-auth-token',
  TWILIO_MESSAGING_SERVICE_SID: 'MG00000000000000000000000000000001',
  TWILIO_API_BASE: 'https://twilio.example',
  MAIL_API_KEY: 're_test',
  MAIL_API_BASE: 'https://mail.example',
  MAIL_WEBHOOK_SECRET: 'whsec_dGVzdC1tYWlsLXdlYmhvb2stc2VjcmV0',
  MAIL_FROM: 'alerts@network.example',
  MAIL_AUTHSERV_ID: 'mx.network.example',
  REPLY_DOMAIN: 'reply.network.example',
  AUTH_SECRET: 'test-auth-secret-that-is-long-enough',
  LINK_SECRET: 'test-link-secret-that-is-long-enough',
  LOCAL: 'yes',
};
