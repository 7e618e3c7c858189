import { describe, expect, test } from 'vitest';
import { capabilitiesOf } from '../../../src/wire/smtp/capabilities.js';
import { Reply } from '../../../src/wire/smtp/reply.js';

const offer = (...lines: string[]) => capabilitiesOf(new Reply(250, ['mx.example.org greets you', ...lines]));

describe('RFC 5321 section 4.1.1.1: the answer to EHLO', () => {
  test('names the server first', () => {
    expect(offer().domain).toBe('mx.example.org');
  });

  test('lists keywords in any case, with parameters', () => {
    const found = offer('pipelining', '8bitmime', 'Size 1000', 'CHUNKING', 'X-OWN a b');
    expect(found).toMatchObject({ pipelining: true, eightBitMime: true, chunking: true, size: 1000, dsn: false });
    expect(found.keywords.get('X-OWN')).toEqual(['a', 'b']);
  });

  test('passes over what is no keyword', () => {
    expect([...offer('', '   ', '*hello*', '-x', 'SIZ\u00c9 3').keywords.keys()]).toEqual([]);
  });

  test('RFC 1870: SIZE without a number, or 0, is no bound', () => {
    expect(offer('SIZE').size).toBe(0);
    expect(offer('SIZE 0').size).toBe(0);
    expect(offer('SIZE much').size).toBe(0);
    expect(offer().size).toBeNull();
  });

  test.each([
    [['AUTH LOGIN PLAIN']],
    [['AUTH=LOGIN PLAIN']],
    [['AUTH=LOGIN', 'AUTH PLAIN login']],
    [['auth  login\tplain']],
    [['AUTH =LOGIN PLAIN']],
  ])('RFC 4954 section 3 and the older AUTH=: %j', (lines) => {
    expect(offer(...lines).auth.toSorted()).toEqual(['LOGIN', 'PLAIN']);
  });
});
