import type { Readable } from 'node:stream';
import { limit } from '../../base/index.js';
import { type ByteSource, fromBuffer } from '../../wire/index.js';

const HELD_BYTES: number = limit(
  'client.heldBytes',
  256 * 1024,
  'bytes',
  'a message up to this size is composed before it waits for a connection, so that it can be tried again on another one',
);

/**
 * The body of a composed message: whole where it is small, passing through where it is large.
 *
 * @param composed the message as it is being composed
 * @throws {Error} what composing the first part failed with; no connection has seen anything of it then
 */
export async function bodyOf(composed: Readable): Promise<ByteSource> {
  const iterator = composed[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  const held: Buffer[] = [];
  let length = 0;
  while (length <= HELD_BYTES) {
    const next = await iterator.next();
    if (next.done === true) return fromBuffer(Buffer.concat(held));
    held.push(next.value);
    length += next.value.length;
  }
  return {
    once: true,
    async *chunks() {
      try {
        yield* held;
        for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value;
      } finally {
        composed.destroy();
      }
    },
  };
}
