import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { app } from '../../src/app.tsx';

const HERE = 'https://network.example';
const post = async (body: BodyInit, headers: Record<string, string>) => {
  const ctx = createExecutionContext();
  const answer = await app.request(`${HERE}/sign-in`, { method: 'POST', body, headers }, env, ctx);
  await waitOnExecutionContext(ctx);
  return { status: answer.status, page: await answer.text() };
};
const form = { 'content-type': 'application/x-www-form-urlencoded' };

test('a form from another site, or from none, is refused and not taken for a fault of ours', async () => {
  for (const headers of [form, { ...form, origin: 'https://elsewhere.example' }]) {
    const { status, page } = await post('email=a%40b.example', headers);
    expect(status).toBe(403);
    expect(page).toContain('not sent from a page of this network');
  }
});

test('a body that is no form is told so', async () => {
  const odd: [string, string][] = [
    ['{"email":"a@b.example"}', 'application/json'],
    ['junk', 'multipart/form-data; boundary=x'],
    ['junk', 'multipart/form-data'],
  ];
  for (const [body, type] of odd) {
    const { status, page } = await post(body, { 'content-type': type, origin: HERE });
    expect([type, status]).toEqual([type, 422]);
    expect(page).toContain('cannot be read as a form');
  }
});

test('an address of ours that leads nowhere asks strangers to sign in, and every answer carries the policy', async () => {
  const ctx = createExecutionContext();
  const answer = await app.request(`${HERE}/nowhere`, {}, env, ctx);
  await waitOnExecutionContext(ctx);
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/sign-in?next=%2Fnowhere']);
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
});
