/**
 * MD4, which NTLM needs and OpenSSL 3 no longer offers. It is broken as a hash; nothing but NTLM may use it.
 *
 * @param message the bytes to hash
 * @returns 16 bytes
 * @spec RFC 1320 section 3
 */
export function md4(message: Uint8Array): Buffer {
  const padded = pad(message);
  const words = new Uint32Array(16);
  let [a, b, c, d] = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476];
  for (let offset = 0; offset < padded.length; offset += 64) {
    for (let i = 0; i < 16; i += 1) words[i] = padded.readUInt32LE(offset + 4 * i);
    const [e, f, g, h] = [a, b, c, d];
    for (const round of rounds) {
      for (let i = 0; i < 16; i += 1) {
        const word = words[round.order[i] as number] as number;
        const mixed = rotate((a + round.mix(b, c, d) + word + round.constant) | 0, round.shifts[i % 4] as number);
        // The four registers take turns: this is the step of section 3.4 with the names moved on by one.
        [a, b, c, d] = [d, mixed, b, c];
      }
    }
    [a, b, c, d] = [(a + e) | 0, (b + f) | 0, (c + g) | 0, (d + h) | 0];
  }
  const digest = Buffer.alloc(16);
  for (const [index, register] of [a, b, c, d].entries()) digest.writeInt32LE(register | 0, 4 * index);
  return digest;
}

/** Section 3.1 and 3.2: a 1 bit, zeros, and the length in bits as 64 bits, up to a multiple of 64 bytes. */
function pad(message: Uint8Array): Buffer {
  const padded = Buffer.alloc(Math.ceil((message.length + 9) / 64) * 64);
  padded.set(message);
  padded[message.length] = 0x80;
  padded.writeBigUInt64LE(BigInt(message.length) * 8n, padded.length - 8);
  return padded;
}

interface Round {
  readonly constant: number;
  readonly shifts: readonly number[];
  readonly order: readonly number[];
  readonly mix: (x: number, y: number, z: number) => number;
}

const rounds: readonly Round[] = [
  {
    constant: 0,
    shifts: [3, 7, 11, 19],
    order: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
    mix: (x, y, z) => (x & y) | (~x & z),
  },
  {
    constant: 0x5a827999,
    shifts: [3, 5, 9, 13],
    order: [0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15],
    mix: (x, y, z) => (x & y) | (x & z) | (y & z),
  },
  {
    constant: 0x6ed9eba1,
    shifts: [3, 9, 11, 15],
    order: [0, 8, 4, 12, 2, 10, 6, 14, 1, 9, 5, 13, 3, 11, 7, 15],
    mix: (x, y, z) => x ^ y ^ z,
  },
];

function rotate(value: number, by: number): number {
  return (value << by) | (value >>> (32 - by));
}
