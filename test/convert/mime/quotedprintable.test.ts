import fc from 'fast-check';
import { encode, wrap } from 'nodemailer/lib/qp';
import { describe, expect, test } from 'vitest';
import { quotedPrintable } from '../../../src/convert/mime/quotedprintable.js';

describe('Quoted-printable text', () => {
  test('a line of 76 characters with its end within them stays whole, a longer one is broken behind its last blank', () => {
    const line = 'It takes seventy-six characters until a line of mail has to be broken here';
    expect(quotedPrintable(`${line}\r\n`)).toBe(`${line}\r\n`);
    expect(quotedPrintable(`${line} and then goes on\r\n`)).toBe(`${line} =\r\nand then goes on\r\n`);
  });

  test('no encoded byte, and no letter of several, is broken', () => {
    const broken = quotedPrintable('ä'.repeat(60));
    for (const line of broken.split('\r\n')) expect(line).toMatch(/^(?:=C3=A4)+=?$/);
  });

  test('blanks at the end of a line, the sign itself and what is no text are encoded', () => {
    expect(quotedPrintable('1 + 1 = 2 \r\n\t\r\n\0\x7f \ud800')).toBe('1 + 1 =3D 2=20\r\n=09\r\n=00=7F =EF=BF=BD');
  });

  test('any text is written to the letter as nodemailer writes it', () => {
    const piece = fc.oneof(
      fc.constantFrom('\r\n', ' ', '\t', '.', ',', '=', '\n', '\r', 'ä', '漢', '😀', 'word', 'x'.repeat(25)),
      fc.constantFrom('x'.repeat(74), 'x'.repeat(75), 'x'.repeat(76), 'x'.repeat(77), 'a sentence, with some blanks. '),
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constantFrom('\0', '\x7f', '\ud800', '\udc00'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        expect(quotedPrintable(text)).toBe(wrap(encode(text)));
        expect(quotedPrintable(Buffer.from(text))).toBe(wrap(encode(text)));
      }),
      { numRuns: 500 },
    );
  });
});
