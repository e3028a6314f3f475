/** The one Worker type that node code meets, through the type of the World. */
type D1Database = import('@cloudflare/workers-types').D1Database;
