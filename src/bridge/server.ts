import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { dirname, join } from 'node:path';
import { log } from '../base/index.js';
import { ComError } from '../com/index.js';
import { MAPI_E_BUSY } from '../mapi/index.js';
import { configFolder, locked } from '../subsystem/index.js';
import { type BridgeAddress, newSecret, readAddress, removeAddress, writeAddress } from './address.js';
import { DropPickup } from './drop/pickup.js';
import { HOST_HELLO, isHostProof, PROOF, serviceHello } from './greeting.js';
import { answers } from './host/reach.js';
import { greetingMs, greetingsAtOnce, maxConnections } from './limits.js';
import { readExactly } from './readexactly.js';
import { Roots } from './roots/roots.js';
import { ServiceConnection } from './serviceconnection.js';

/** How a bridge is opened. */
export interface BridgeOptions {
  /** The file that tells programs where it is; `bridge` in the folder of the configuration when it is left out. */
  readonly file?: string;
  /** How long a greeting may take, in milliseconds; 2000 when it is left out. For machines that stand still at times. */
  readonly greetingMs?: number;
}

/**
 * The door for native programs of this machine: they call objects of this process, as docs/protocol.md says.
 *
 * @example
 * ```ts
 * const bridge = await BridgeServer.open();
 * // ... until the program ends
 * await bridge.close();
 * ```
 */
export class BridgeServer {
  /** The file that tells where it is. */
  readonly file: string;
  /** The port at 127.0.0.1. */
  readonly port: number;
  readonly #server: Server;
  readonly #secret: Buffer;
  readonly #greeting = new Set<Socket>();
  readonly #served = new Set<ServiceConnection>();
  #idle: (() => void) | null = null;
  #pickup: DropPickup | null = null;

  readonly #greetingMs: number;

  private constructor(file: string, secret: Buffer, server: Server, port: number, greeting: number) {
    this.file = file;
    this.#greetingMs = greeting;
    this.port = port;
    this.#secret = secret;
    this.#server = server;
    server.on('connection', (socket) => {
      this.#welcome(socket).catch((error: unknown) => {
        log.error('a program could not be let in', error);
        socket.destroy();
      });
    });
    server.on('error', (error) => log.error('the bridge cannot listen any more', error));
  }

  /**
   * Begins to serve, and tells so in the file.
   *
   * @param options where
   * @throws {ComError} `MAPI_E_BUSY` when another service is there already
   */
  static async open(options: BridgeOptions = {}): Promise<BridgeServer> {
    const file = options.file ?? bridgeFile();
    await refuseBeside(file);
    const secret = newSecret();
    const server = createServer({ noDelay: true });
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen({ host: '127.0.0.1', port: 0 }, resolve);
    });
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const bridge = new BridgeServer(file, secret, server, port, options.greetingMs ?? greetingMs);
    try {
      // Of several that start at once each has seen that nobody is there.
      while (!claim(file, await refuseBeside(file), port, secret));
      bridge.#pickup = await DropPickup.begin(join(dirname(file), 'drop'));
    } catch (error) {
      await bridge.close();
      throw error;
    }
    return bridge;
  }

  /** How many programs are connected. */
  get connections(): number {
    return this.#served.size;
  }

  /** Stops: takes the file away, tells the programs, and frees what they had. */
  async close(): Promise<void> {
    removeAddress(this.file, this.#secret);
    const closed = new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
    });
    for (const socket of this.#greeting) socket.destroy();
    for (const connection of [...this.#served]) connection.close();
    if (this.#served.size > 0)
      await new Promise<void>((resolve) => {
        this.#idle = resolve;
      });
    await closed;
    await this.#pickup?.close();
  }

  async #welcome(socket: Socket): Promise<void> {
    // Whoever connects and goes again is nobody's business.
    socket.on('error', () => {});
    if (this.#greeting.size >= greetingsAtOnce || this.#served.size + this.#greeting.size >= maxConnections)
      return void socket.destroy();
    this.#greeting.add(socket);
    const timer = setTimeout(() => socket.destroy(), this.#greetingMs);
    const known = await this.#greet(socket);
    clearTimeout(timer);
    this.#greeting.delete(socket);
    if (!known || socket.destroyed || !this.#server.listening) return void socket.destroy();
    const connection = new ServiceConnection(socket, new Roots(), (ended) => {
      this.#served.delete(ended);
      if (this.#served.size === 0) this.#idle?.();
    });
    // It may have ended with its first frame.
    if (connection.open) this.#served.add(connection);
  }

  async #greet(socket: Socket): Promise<boolean> {
    const host = await readExactly(socket, HOST_HELLO);
    const hello = host && serviceHello(this.#secret, host, randomBytes(32));
    if (!hello) return false;
    socket.write(hello);
    // No version in common: the host has been told.
    if (hello.readUInt16LE(8) === 0) {
      socket.end();
      return false;
    }
    const proof = await readExactly(socket, PROOF);
    return proof !== null && isHostProof(this.#secret, host, hello, proof);
  }
}

/**
 * Refuses to serve beside another service that lives.
 *
 * @returns what the file says of one that does not
 * @throws {ComError} `MAPI_E_BUSY`
 */
async function refuseBeside(file: string): Promise<BridgeAddress | null> {
  const other = readAddress(file);
  if (other && (await answers(other)))
    throw new ComError(MAPI_E_BUSY, `another service (process ${other.process}) serves programs by ${file}`);
  return other;
}

/** Takes the place of a service that is gone; false when somebody has taken it meanwhile, who has to be asked then. */
function claim(file: string, gone: BridgeAddress | null, port: number, secret: Buffer): boolean {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  return locked(`${file}.lock`, () => {
    const now = readAddress(file);
    const same = now === null || gone === null ? now === gone : now.secret.equals(gone.secret);
    if (same) writeAddress(file, port, secret);
    return same;
  });
}

/** The file that tells programs of this user where the service is. */
export const bridgeFile = (): string => join(configFolder(), 'bridge');
