import type { Socket } from 'node:net';

/**
 * Reads so many bytes, and leaves what follows in the socket.
 *
 * @param socket a socket that nobody reads otherwise
 * @param length how many
 * @returns null when it ends before
 */
export function readExactly(socket: Socket, length: number): Promise<Buffer | null> {
  return new Promise((resolve) => {
    const settle = (bytes: Buffer | null): void => {
      socket.off('readable', look);
      socket.off('end', gone);
      socket.off('close', gone);
      resolve(bytes);
    };
    const gone = (): void => settle(null);
    const look = (): void => {
      const bytes = socket.read(length) as Buffer | null;
      if (bytes === null) return;
      // At the end of a stream, what is left is handed out even if it is less.
      settle(bytes.length === length ? bytes : null);
    };
    socket.on('readable', look);
    socket.on('end', gone);
    socket.on('close', gone);
    if (socket.destroyed) gone();
    else look();
  });
}
