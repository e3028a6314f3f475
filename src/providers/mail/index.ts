/**
 * Mail: the only folder that speaks to a mail service. Resend over HTTP for what goes to many, the platform's
 * own binding for sign-in codes and small networks; the provider's events count only when signed.
 */
export { bindingMail } from './binding.ts';
export { isFromMailProvider, readMailEvent } from './events.ts';
export { resendMail } from './resend.ts';
