import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';
import { expect, test } from 'vitest';
import { Roots } from '../../src/bridge/roots/roots.js';
import { ServiceConnection } from '../../src/bridge/serviceconnection.js';

/** A socket whose other side reads nothing, and has not for long. */
function stuffed(): Socket {
  const duplex = new Duplex({ read() {}, write() {} });
  Object.defineProperty(duplex, 'writableLength', { value: Number.MAX_SAFE_INTEGER });
  return Object.assign(duplex, { setNoDelay: () => duplex }) as unknown as Socket;
}

test('a connection that ends with its first frame says which it was before anybody has it', () => {
  const ended: ServiceConnection[] = [];
  const socket = stuffed();
  const connection = new ServiceConnection(socket, new Roots(), (one) => ended.push(one));
  expect(ended).toEqual([connection]);
  expect(connection.open).toBe(false);
  expect(socket.destroyed).toBe(true);
});
