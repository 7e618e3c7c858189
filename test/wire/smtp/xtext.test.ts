import fc from 'fast-check';
import { expect, test } from 'vitest';
import { xtext } from '../../../src/wire/smtp/xtext.js';

/** A decoder of its own, from the grammar of RFC 3461 section 4. */
function decode(text: string): string {
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '+') {
      bytes.push(Number.parseInt(text.slice(at + 1, at + 3), 16));
      at += 2;
    } else bytes.push(text.charCodeAt(at));
  }
  return Buffer.from(bytes).toString('utf8');
}

test('RFC 3461 section 4: + and = and what is not printable become hex', () => {
  expect(xtext('abc')).toBe('abc');
  expect(xtext('a+b=c d')).toBe('a+2Bb+3Dc+20d');
  expect(xtext('\r\n')).toBe('+0D+0A');
});

test('what is encoded is one printable word and decodes to what it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const encoded = xtext(text);
      expect(encoded).toMatch(/^(?:[!-*,-<>-~]|\+[0-9A-F]{2})*$/);
      expect(decode(encoded)).toBe(text);
    }),
  );
});
