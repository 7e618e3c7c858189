import { createServer, Socket } from 'node:net';

/**
 * Finds free TCP ports of 127.0.0.1, all different. They lie below those that the kernel gives to connections, or one of those
 * could have taken a port before its server binds it, or while the server is halted. Processes that look for ports at the same
 * time begin in different places.
 */
export async function freePorts(count: number): Promise<readonly number[]> {
  const ports: number[] = [];
  while (ports.length < count) {
    const port = lowest + (next++ % (highest - lowest));
    if (next - first > highest - lowest) throw new Error(`no ${count} ports from ${lowest} to ${highest} are free`);
    if (await free(port)) ports.push(port);
  }
  return ports;
}

const lowest = 11_000;
/** Linux gives connections the ports from 32768 on. */
const highest = 32_000;
const first = (process.pid * 64) % (highest - lowest);
let next = first;

/** Waits until a server accepts connections on a port of 127.0.0.1, for at most 90 seconds. */
export async function listening(port: number): Promise<void> {
  const deadline = Date.now() + 90_000;
  while (!(await accepts(port))) {
    if (Date.now() > deadline) throw new Error(`nothing listens on port ${port} of 127.0.0.1 after 90 seconds`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Waits until a port of 127.0.0.1 refuses connections, for at most 30 seconds. */
export async function silent(port: number): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (await accepts(port)) {
    if (Date.now() > deadline) throw new Error(`something still listens on port ${port} of 127.0.0.1 after 30 seconds`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function free(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = new Socket();
    const answer = (yes: boolean): void => {
      socket.destroy();
      resolve(yes);
    };
    socket.once('error', () => answer(false)).once('connect', () => answer(true));
    socket.connect(port, '127.0.0.1');
  });
}
