/** The few Worker types that node code meets through the types of the World. */
type D1Database = import('@cloudflare/workers-types').D1Database;
type SendEmail = import('@cloudflare/workers-types').SendEmail;
