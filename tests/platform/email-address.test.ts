import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseEmail } from '../../src/platform/email-address.ts';

describe('reading an address', () => {
  test.each([
    ['olga.thornquist@choteauhs.example', 'olga.thornquist@choteauhs.example'],
    [' Olga.Thornquist@ChoteauHS.Example ', 'olga.thornquist@choteauhs.example'],
    ["joel.d'arrow@sherborn.example", "joel.d'arrow@sherborn.example"],
    ['mailto:alma@smith.k12.ms.us', 'alma@smith.k12.ms.us'],
    ['<alma@smith.k12.ms.us>', 'alma@smith.k12.ms.us'],
    ['alma+alerts@mail.smith-county.k12.ms.us', 'alma+alerts@mail.smith-county.k12.ms.us'],
    ['alma@smith.org\u200b', 'alma@smith.org'],
    ['alma@smith.org\u00a0', 'alma@smith.org'],
    ['alma@xn--bcher-kva.example', 'alma@xn--bcher-kva.example'],
  ])('%s', (text, address) => {
    expect(parseEmail(text)).toEqual({ ok: true, address });
  });

  test('a name before the address is kept apart', () => {
    expect(parseEmail('Alma Grainger-Poe <Alma@Smith.org>')).toEqual({
      ok: true,
      address: 'alma@smith.org',
      name: 'Alma Grainger-Poe',
    });
    expect(parseEmail('"Grainger-Poe, Alma" <alma@smith.org>')).toEqual({
      ok: true,
      address: 'alma@smith.org',
      name: 'Grainger-Poe, Alma',
    });
  });

  test('a name cannot begin a header of its own', () => {
    expect(parseEmail('Alma\r\nBcc: Joel <alma@smith.org>')).toEqual({
      ok: true,
      address: 'alma@smith.org',
      name: 'Alma Bcc: Joel',
    });
  });

  test.each([
    ['', /Enter an email/],
    ['Alma <>', /Enter an email/],
    ['alma', /@ sign/],
    ['alma at smith.org', /@ sign/],
    ['@smith.org', /before the @ sign is missing/],
    ['alma@', /after the @ sign is missing/],
    ['alma@smith', /no dot/],
    ['alma@localhost', /no dot/],
    ['alma poe@smith.org', /no spaces/],
    ['alma@smith .org', /no spaces/],
    ['alma@smith.org joel@smith.org', /more than one/],
    ['alma@smith.org, joel@smith.org', /more than one/],
    ['alma@smith.org;joel@smith.org', /more than one/],
    ['alma@smith.org <joel@smith.org>', /more than one/],
    ['alma@@smith.org', /more than one/],
    ['.alma@smith.org', /before the @ sign is not written right/],
    ['al..ma@smith.org', /before the @ sign is not written right/],
    ['"al ma"@smith.org', /no spaces/],
    ['älma@smith.org', /before the @ sign is not written right/],
    ['alma@smith..org', /after the @ sign is not written right/],
    ['alma@-smith.org', /after the @ sign is not written right/],
    ['alma@smith.org.', /after the @ sign is not written right/],
    ['alma@192.168.0.1', /after the @ sign is not written right/],
    ['alma@smith.org\r\nBcc: all@smith.org', /more than one/],
    ['alma@smith.org\r\nBcc:', /no spaces/],
    [`${'a'.repeat(65)}@smith.org`, /too long/],
    [`alma@${'smith.'.repeat(50)}org`, /too long/],
  ])('refuses %j with a reason', (text, reason) => {
    expect(parseEmail(text)).toEqual({ ok: false, reason: expect.stringMatching(reason) });
  });
});

test('what is read is one plain line, and is read again as itself', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.emailAddress(),
    fc.string({ unit: fc.constantFrom(...'ab@.<> "\r\n;,') }),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const result = parseEmail(text);
      if (!result.ok) return;
      expect(result.address).toMatch(/^[!-~]+@[!-~]+\.[!-~]+$/);
      expect(parseEmail(result.address)).toEqual({ ok: true, address: result.address });
    }),
    { numRuns: 500 },
  );
});

test('ordinary addresses are read', () => {
  const word = fc.stringMatching(/^[a-z][a-z0-9]{0,9}$/);
  fc.assert(
    fc.property(word, word, word, (first, last, host) => {
      expect(parseEmail(`${first}.${last}@${host}.k12.mt.us`).ok).toBe(true);
    }),
  );
});
