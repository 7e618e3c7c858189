import { type AddressInfo, createServer, type Server, Socket } from 'node:net';

/** Finds free TCP ports of 127.0.0.1, all different. A server must bind them soon, before somebody else does. */
export async function freePorts(count: number): Promise<readonly number[]> {
  const holders = await Promise.all(Array.from({ length: count }, hold));
  const ports = holders.map((holder) => (holder.address() as AddressInfo).port);
  await Promise.all(holders.map((holder) => new Promise((resolve) => holder.close(resolve))));
  return ports;
}

/** Waits until a server accepts connections on a port of 127.0.0.1, for at most 30 seconds. */
export async function listening(port: number): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (!(await accepts(port))) {
    if (Date.now() > deadline) throw new Error(`nothing listens on port ${port} of 127.0.0.1 after 30 seconds`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function hold(): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve(server));
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
