import { applyD1Migrations, reset } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeAll } from 'vitest';

beforeAll(async () => {
  // A database is opened before it is emptied: one that opens meanwhile keeps what it had.
  await env.DB.prepare('select 1').first();
  await reset();
  await applyD1Migrations(env.DB, (env as unknown as { TEST_MIGRATIONS: never }).TEST_MIGRATIONS);
  // A test sends in minutes what a network sends in months; those of the weekly budget set one.
  await env.DB.prepare(
    `insert into network_setting (key, value, changed_at, changed_by) values ('weeklyBudget', 'null', 0, 'tests')`,
  ).run();
});
