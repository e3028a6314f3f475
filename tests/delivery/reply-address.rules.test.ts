import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readReplyToken, replyToken } from '../../src/delivery/reply-address.ts';

test('an address of ours is read in any case and under either secret, and fits every mail server', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 2 ** 45 }), async (id) => {
      const token = await replyToken('old', id);
      expect(token).toMatch(/^[a-z2-7]{28}$/);
      expect(await readReplyToken(['new', 'old'], `R.${token.toUpperCase()}@Reply.Network.example`)).toBe(id);
    }),
    { numRuns: 50 },
  );
});

test('an altered, foreign or made-up address is nobody’s', async () => {
  const token = await replyToken('secret', 7);
  expect(await readReplyToken(['other'], token)).toBeNull();
  for (let at = 0; at < token.length; at += 1) {
    const other = token[at] === 'a' ? 'b' : 'a';
    expect(await readReplyToken(['secret'], token.slice(0, at) + other + token.slice(at + 1))).toBeNull();
  }
  for (const made of ['', 'r.', '@', 'ned@district.example', `${token}a`, token.slice(1)])
    expect(await readReplyToken(['secret'], made)).toBeNull();
});
