import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import type { Chance } from './chance.js';

/** How long a connection lives: the bytes that may pass in one direction. */
export interface Length {
  readonly direction: 'to server' | 'to client';
  readonly bytes: number;
}

/** A length of chance. */
export function lengthOf(chance: Chance): Length {
  return {
    direction: chance.of(['to server', 'to client'] as const),
    bytes: chance.below(chance.of([300, 3000, 60_000])),
  };
}

/** A way to the server on which every connection ends, in both directions, once so many bytes have passed in one. */
export async function cut(to: number, next: () => Length): Promise<{ readonly port: number; close(): Promise<void> }> {
  const ends: Promise<void>[] = [];
  const way = createServer((near) => {
    const far = connect(to, '127.0.0.1');
    const { direction, bytes } = next();
    ends.push(ended(near), ended(far));
    const limit = (from: Socket, into: Socket, most: number): void => {
      let left = most;
      from.on('data', (chunk: Buffer) => {
        const passes = chunk.subarray(0, left);
        left -= passes.length;
        // The last bytes get through before the way ends; then both sides see it.
        if (left > 0) into.write(passes);
        else into.end(passes, () => [near, far].map((socket) => socket.destroySoon()));
      });
      from.on('end', () => into.end());
      from.on('error', () => into.destroy());
    };
    limit(near, far, direction === 'to server' ? bytes + 1 : Number.POSITIVE_INFINITY);
    limit(far, near, direction === 'to client' ? bytes + 1 : Number.POSITIVE_INFINITY);
  });
  await new Promise<void>((resolve) => {
    way.listen(0, '127.0.0.1', resolve);
  });
  const close = async (): Promise<void> => {
    await new Promise((resolve) => way.close(resolve));
    await Promise.all(ends);
  };
  return { port: (way.address() as AddressInfo).port, close };
}

function ended(socket: Socket): Promise<void> {
  return new Promise((resolve) => socket.once('close', () => resolve()));
}
