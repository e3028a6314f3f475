/** What the vendor's script adds to the form that it stands in. */
export const PROOF = 'cf-turnstile-response';
export const HUMAN_CHECK_ORIGIN = 'https://challenges.cloudflare.com';
/** Adds the check to every place for it on a page. */
export const HUMAN_CHECK_SCRIPT = `${HUMAN_CHECK_ORIGIN}/turnstile/v0/api.js`;

/**
 * A place for the vendor's check, inside a form; nothing is seen there unless the vendor is in doubt. Without script it
 * stays empty, and the form is asked about once more instead.
 * @param siteKey null where the network uses no check
 */
export const HumanCheckPlace = ({ siteKey }: { siteKey: string | null }) =>
  siteKey && <div class="cf-turnstile" data-sitekey={siteKey} data-appearance="interaction-only"></div>;
