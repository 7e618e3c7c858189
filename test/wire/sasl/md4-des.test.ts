import { createCipheriv } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { desl } from '../../../src/wire/sasl/des.js';
import { md4 } from '../../../src/wire/sasl/md4.js';
import { hex } from './thrown.js';

describe('MD4 (RFC 1320 appendix A.5)', () => {
  test.each([
    ['', '31d6cfe0d16ae931b73c59d7e0c089c0'],
    ['a', 'bde52cb31de33e46245e05fbdbd6fb24'],
    ['abc', 'a448017aaf21d8525fc10ae87aa6729d'],
    ['message digest', 'd9130a8164549fe818874806e1c7014b'],
    ['abcdefghijklmnopqrstuvwxyz', 'd79e1c308aa5bbcdeea8ed63df412da9'],
    ['ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789', '043f8582f241db351ce627e153e7f0e4'],
    [
      '12345678901234567890123456789012345678901234567890123456789012345678901234567890',
      'e33b4ddc9c38f2199c3e7b164fcc0536',
    ],
  ])('%j', (message, digest) => {
    expect(md4(Buffer.from(message)).toString('hex')).toBe(digest);
  });

  test('lengths around the block all differ', () => {
    const digests = [55, 56, 57, 63, 64, 65].map((length) => md4(Buffer.alloc(length)).toString('hex'));
    expect(new Set(digests).size).toBe(6);
  });
});

describe('DES', () => {
  test('the classic example: each third of the key encrypts the same block', () => {
    // The key 133457799BBCDFF1 without its parity bits is 12695BC9B7B7F8.
    const hash = Buffer.concat([hex('12695bc9b7b7f8'), hex('12695bc9b7b7f8'), Buffer.alloc(2)]);
    const answer = desl(hash, hex('0123456789abcdef'));
    expect(answer.subarray(0, 8).toString('hex')).toBe('85e813540f0ab405');
    expect(answer.subarray(8, 16).toString('hex')).toBe('85e813540f0ab405');
    const zeros = createCipheriv('des-ede3-ecb', Buffer.alloc(24), null).setAutoPadding(false);
    expect(answer.subarray(16)).toEqual(zeros.update(hex('0123456789abcdef')));
  });
});
