/** What a first visit to a member's page may weigh over the wire, in bytes: all of it, and its sheets, script and icon. */
export const MOST_BYTES = 50_000;
export const MOST_STATIC_BYTES = 8_000;
/** The files that such a page asks for. */
export const STATIC_FILES = ['/base.css', '/favicon.svg', '/member.css', '/member.js'];
