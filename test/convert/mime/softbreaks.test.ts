import fc from 'fast-check';
import { encode, wrap } from 'nodemailer/lib/qp';
import { describe, expect, test } from 'vitest';
import { softlyBroken } from '../../../src/convert/mime/softbreaks.js';

describe('Soft line breaks', () => {
  test('a line of 76 characters with its end within them stays whole, a longer one is broken behind its last blank', () => {
    const line = 'It takes seventy-six characters until a line of mail has to be broken here';
    expect(softlyBroken(`${line}\r\n`)).toBe(`${line}\r\n`);
    expect(softlyBroken(`${line} and then goes on\r\n`)).toBe(`${line} =\r\nand then goes on\r\n`);
  });

  test('no encoded byte, and no letter of several, is broken', () => {
    const broken = softlyBroken(encode('ä'.repeat(60)));
    for (const line of broken.split('\r\n')) expect(line).toMatch(/^(?:=C3=A4)+=?$/);
  });

  test('any text is broken to the letter as nodemailer breaks it', () => {
    const piece = fc.oneof(
      fc.constantFrom('\r\n', ' ', '\t', '.', ',', '=', '\n', '\r', 'ä', '漢', '😀', 'word', 'x'.repeat(25)),
      fc.constantFrom('x'.repeat(74), 'x'.repeat(75), 'x'.repeat(76), 'x'.repeat(77), 'a sentence, with some blanks. '),
      fc.string({ maxLength: 30 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const encoded = encode(pieces.join(''));
        expect(softlyBroken(encoded)).toBe(wrap(encoded));
      }),
      { numRuns: 500 },
    );
  });
});
