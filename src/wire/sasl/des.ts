import { createCipheriv } from 'node:crypto';

/**
 * Encrypts 8 bytes three times, under the three 7-byte thirds of a 16-byte hash that is padded with zeros to 21
 * (DESL). DES itself is no longer offered by OpenSSL 3, but triple DES is, and with three equal keys it is DES.
 *
 * @param hash 16 bytes
 * @param data 8 bytes
 * @returns 24 bytes
 * @spec MS-NLMP section 6
 */
export function desl(hash: Uint8Array, data: Uint8Array): Buffer {
  const padded = Buffer.alloc(21);
  padded.set(hash);
  return Buffer.concat([0, 7, 14].map((offset) => des(spread(padded.subarray(offset, offset + 7)), data)));
}

function des(key: Buffer, block: Uint8Array): Buffer {
  const cipher = createCipheriv('des-ede3-ecb', Buffer.concat([key, key, key]), null).setAutoPadding(false);
  return Buffer.concat([cipher.update(block), cipher.final()]);
}

/** Spreads 56 key bits over 8 bytes; the lowest bit of each is a parity bit, which DES ignores. */
function spread(seven: Uint8Array): Buffer {
  const bits = BigInt(`0x${Buffer.from(seven).toString('hex')}`);
  return Buffer.from(Array.from({ length: 8 }, (_, index) => Number((bits >> BigInt(49 - 7 * index)) & 0x7fn) << 1));
}
