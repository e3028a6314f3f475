import MessagingResponse from 'twilio/lib/twiml/MessagingResponse.js';
import { expect, test } from 'vitest';
import { EMPTY_REPLY } from '../../src/providers/twilio/index.ts';

test('the answer to a webhook sends nothing, in the words of Twilio’s own library', () => {
  expect(EMPTY_REPLY).toBe(new MessagingResponse().toString());
});
