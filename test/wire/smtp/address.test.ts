import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkAddress } from '../../../src/wire/smtp/address.js';

const refused = (address: string) =>
  expect(() => checkAddress(address)).toThrow(expect.objectContaining({ code: 'bad-argument', address }));

describe('RFC 5321 section 4.1.2: an address', () => {
  test.each([
    'user@example.org',
    'first.last+tag@sub.example.org',
    '"with blank"@example.org',
    '"a@b\\"c"@example.org',
    'user@[192.0.2.1]',
    'user@[IPv6:2001:db8::1]',
    'postmaster',
    '"quoted alone"',
    `${'l'.repeat(64)}@example.org`,
    'under_score@host_name.example',
    '',
  ])('is %j', (address) => {
    expect(checkAddress(address)).toBe(false);
  });

  test.each([
    'a b@example.org',
    'a<b@example.org',
    'a>b@example.org',
    '<user@example.org>',
    'user@exam ple.org',
    'user@',
    '@example.org',
    'user@.example.org',
    'user@example..org',
    'user@[300.1.1.1]',
    'user@[IPv6:zz]',
    'user@[]',
    '"open@example.org',
    '"q"x@example.org',
    'a@b@example.org',
    'user@example.org\r\nDATA',
    'user@example.org\0',
    'user\u007f@example.org',
    '"\r\n"@example.org',
    'a@ex\ud800.org',
    `${'l'.repeat(65)}@example.org`,
    `user@${'d'.repeat(256)}`,
  ])('is not %j', refused);

  test('outside of ASCII it asks for SMTPUTF8 (RFC 6531 section 3.3)', () => {
    expect(checkAddress('gr\u00fc\u00df@example.org')).toBe(true);
    expect(checkAddress('user@ex\u00e4mple.org')).toBe(true);
  });
});

test('no accepted address can end the path or the line', () => {
  const unit = fc.constantFrom(...'ab.@"\\<>[] \r\n\0\t:,\u00e9');
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 14 }), (address) => {
      try {
        checkAddress(address);
      } catch (error) {
        expect(error).toMatchObject({ code: 'bad-argument' });
        return;
      }
      expect(address).not.toMatch(/[\r\n\0\t]/);
      expect(address.replace(/"(?:[^"\\]|\\.)*"/g, 'q')).not.toMatch(/[<> ]/);
    }),
    { numRuns: 2000 },
  );
});
