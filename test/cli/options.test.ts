import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bareAddresses, senderAddress } from '../../src/cli/addresses.js';
import { readServerOption } from '../../src/cli/server-option.js';

describe('--server', () => {
  test.each([
    ['mail.example.org', undefined, { host: 'mail.example.org', port: 25, tls: 'starttls' }],
    ['mail.example.org:587', undefined, { host: 'mail.example.org', port: 587, tls: 'starttls' }],
    ['mail.example.org:465', undefined, { host: 'mail.example.org', port: 465, tls: 'implicit' }],
    ['mail.example.org:465', 'off', { host: 'mail.example.org', port: 465, tls: 'off' }],
    ['mail.example.org', 'implicit', { host: 'mail.example.org', port: 465, tls: 'implicit' }],
    ['127.0.0.1:2525', 'required', { host: '127.0.0.1', port: 2525, tls: 'required' }],
    ['::1', undefined, { host: '::1', port: 25, tls: 'starttls' }],
    ['[::1]:2525', undefined, { host: '::1', port: 2525, tls: 'starttls' }],
  ])('%s with --tls %s', (server, tls, where) => {
    expect(readServerOption(server, tls)).toEqual(where);
  });

  test.each(['', ' ', 'a b', ':25', 'host:', 'host:x', 'host:0', 'host:65536', 'smtp://host', '[::1', '[host]:25'])(
    '"%s" is refused',
    (server) => {
      expect(() => readServerOption(server, undefined)).toThrow(/--server/);
    },
  );

  test('whatever is typed is either refused in words or becomes a host without blanks and a port', () => {
    const typed = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('a', ':', '[', ']', '1', '.', ' ') }));
    fc.assert(
      fc.property(typed, (server) => {
        try {
          const { host, port } = readServerOption(server, undefined);
          expect(host).toMatch(/^[^\s[\]]+$/);
          expect(port).toBeGreaterThan(0);
          expect(port).toBeLessThan(65_536);
        } catch (error) {
          expect(error).toMatchObject({ name: 'UsageError' });
        }
      }),
    );
  });
});

describe('--to', () => {
  const address = fc
    .tuple(fc.stringMatching(/^[a-z][a-z0-9.+-]{0,9}[a-z]$/), fc.stringMatching(/^[a-z]{1,8}\.(?:org|example)$/))
    .filter(([local]) => !local.includes('..'))
    .map((parts) => parts.join('@'));

  test('nobody is lost: every address comes out once, in order', () => {
    const names = fc.constantFrom('', 'Ann ', '"Archer, Ann" ', 'Ännchen ');
    fc.assert(
      fc.property(fc.array(fc.tuple(names, address), { minLength: 1 }), fc.boolean(), (people, commas) => {
        const typed = people.map(([name, at]) => (name === '' ? at : `${name}<${at}>`));
        const expected = [...new Set(people.map(([, at]) => at))];
        expect(bareAddresses(commas ? [typed.join(', ')] : typed, '--to')).toEqual(expected);
      }),
    );
  });

  test.each([
    'bob',
    'Bob Baker',
    'ann@example.org, bob',
    '',
    ' ',
    '<>',
    'a@b c@d',
    'Ann <a@b> c@d',
    '<a@b> <c@d>',
    'a@b; c@d e@f',
    'ann@',
  ])('"%s" is refused', (typed) => {
    expect(() => bareAddresses([typed], '--to')).toThrow(/--to/);
  });

  test.each([
    ['"ann@work" <ann@example.org>', ['ann@example.org']],
    ['ann@example.org (Ann)', ['ann@example.org']],
    ['friends: ann@example.org, Bob <bob@example.org>;', ['ann@example.org', 'bob@example.org']],
  ])('%s', (typed, addresses) => {
    expect(bareAddresses([typed], '--to')).toEqual(addresses);
  });

  test('what comes out has no blanks and no angle brackets, or it is refused in words', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', '@', ',', '<', '>', ' ', '"', ':', ';', '\r\n') }),
        (typed) => {
          try {
            for (const each of bareAddresses([typed], '--to')) expect(each).toMatch(/^[^\s<>]+@[^\s<>]+$/);
          } catch (error) {
            expect(error).toMatchObject({ name: 'UsageError' });
          }
        },
      ),
    );
  });
});

describe('--from', () => {
  test('is one address, or the null sender of RFC 5321 section 4.5.5', () => {
    expect(senderAddress('Ann <ann@example.org>')).toBe('ann@example.org');
    expect(senderAddress(' <> ')).toBe('');
    expect(() => senderAddress('a@b.c, d@e.f')).toThrow(/one address/);
    expect(() => senderAddress('ann')).toThrow(/no address/);
  });
});
