/**
 * Turnstile: the only folder that speaks to Cloudflare's check for programs. Optional: without its two settings
 * nothing is loaded, nothing is asked, and nothing leaves.
 */
export { turnstile } from './verify.ts';
