import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import type { BridgeAddress } from '../address.js';
import { HOST_HELLO, hostHello, hostProof, SERVICE_HELLO } from '../greeting.js';
import { greetingMs } from '../limits.js';
import { readExactly } from '../readexactly.js';

/**
 * Connects to a service and greets it.
 *
 * @param address where it is, and the secret
 * @param patience how long that may take, in milliseconds
 * @returns the connection behind the greeting; null when no service with that secret is there
 */
export async function reach(
  { port, secret }: Pick<BridgeAddress, 'port' | 'secret'>,
  patience: number = greetingMs,
): Promise<Socket | null> {
  const socket = connect({ host: '127.0.0.1', port, noDelay: true });
  // What goes wrong ends in null, or in the line that is built upon the socket.
  socket.on('error', () => {});
  const timer = setTimeout(() => socket.destroy(), patience);
  const hello = hostHello(randomBytes(HOST_HELLO - 16));
  socket.write(hello);
  const answer = await readExactly(socket, SERVICE_HELLO);
  clearTimeout(timer);
  const proven = answer && hostProof(secret, hello, answer);
  if (!proven || proven.version === 0) {
    socket.destroy();
    return null;
  }
  socket.write(proven.proof);
  return socket;
}

/** Whether a living service is at an address. */
export async function answers(address: BridgeAddress): Promise<boolean> {
  const socket = await reach(address);
  socket?.destroy();
  return socket !== null;
}
