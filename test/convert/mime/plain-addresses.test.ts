import MimeNode from 'nodemailer/lib/mime-node';
import { describe, expect, test } from 'vitest';
import { addressField } from '../../../src/convert/mime/headertext.js';

describe('An address in a header', () => {
  const composer = new MimeNode(undefined, { baseBoundary: 'none' });

  test.each([
    'ann@example.com',
    'Ann.Lee+tag@mail-1.example.org',
    'a_b@x.de',
    // These are not written as they stand.
    'ann@Example.COM',
    'ann@bücher.example',
    'two words@example.com',
    'ann..lee@example.com',
    'ann@xn--bcher-kva.example',
    'ann@127.0.0.1',
  ])('is written as nodemailer writes it, whether that is asked or not: %s', (address) => {
    const value = composer.encodeHeaderValue('To', [{ name: '', address }]);
    expect(addressField('To', [{ name: '', address }])).toEqual([{ name: 'To', value }]);
  });
});
