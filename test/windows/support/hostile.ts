import { readFileSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { SERVICE_HELLO } from '../../../src/bridge/greeting.js';

const ANSWER = 66;
const headerBytes = 12;

/** Numbers that are the same in every run. */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = (seed * 2654435761 + 1) >>> 0;
  }

  below(bound: number): number {
    // xorshift32, whose low bits are no worse than its high ones.
    this.#state ^= this.#state << 13;
    this.#state ^= this.#state >>> 17;
    this.#state = (this.#state ^ (this.#state << 5)) >>> 0;
    return this.#state % bound;
  }
}

/**
 * Stands between a program and a true service, and damages a frame now and then: an answer whose values are wrong while the connection
 * goes on, or a frame that is none, which ends it.
 */
export class HostileService implements AsyncDisposable {
  /** How many frames were damaged. */
  damaged = 0;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  readonly #chance: Chance;
  readonly #port: number;

  private constructor(server: Server, port: number, chance: Chance) {
    this.#server = server;
    this.#port = port;
    this.#chance = chance;
  }

  /**
   * @param truth the file of the service behind
   * @param file where this one says how to be reached
   */
  static async open(truth: string, file: string, seed: number): Promise<HostileService> {
    const told = readFileSync(truth, 'latin1');
    const server = createServer();
    const hostile = new HostileService(server, Number(/^port (\d+)$/m.exec(told)?.[1]), new Chance(seed));
    server.on('connection', (host) => hostile.#between(host));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    writeFileSync(file, told.replace(/^port \d+$/m, `port ${port}`), { mode: 0o600 });
    return hostile;
  }

  #between(host: Socket): void {
    const service = connect({ host: '127.0.0.1', port: this.#port });
    for (const [one, other] of [
      [host, service],
      [service, host],
    ] as const) {
      this.#sockets.add(one);
      one.setNoDelay(true);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        this.#sockets.delete(one);
        other.destroy();
      });
    }
    host.on('data', (bytes) => service.write(bytes));
    // WELCOME, MAPIInitialize, the logon and the like come first: all of it is damaged once.
    let frame = -this.#chance.below(60);
    let held = Buffer.alloc(0);
    let greeting = SERVICE_HELLO;
    service.on('data', (bytes: Buffer) => {
      held = Buffer.concat([held, bytes]);
      const greeted = Math.min(greeting, held.length);
      host.write(held.subarray(0, greeted));
      held = held.subarray(greeted);
      greeting -= greeted;
      while (held.length >= headerBytes && held.length >= headerBytes + held.readUInt32LE(0)) {
        const length = headerBytes + held.readUInt32LE(0);
        const whole = Buffer.from(held.subarray(0, length));
        held = held.subarray(length);
        if (frame++ !== 0) {
          host.write(whole);
          continue;
        }
        if (this.#damage(whole, host)) return;
        frame = -this.#chance.below(60);
      }
    });
  }

  /** @returns whether nothing follows */
  #damage(whole: Buffer, host: Socket): boolean {
    this.damaged++;
    if (whole.readUInt8(4) === ANSWER && this.#chance.below(4) > 0) {
      for (let times = 1 + this.#chance.below(3); times > 0; times--) this.#spoil(whole, headerBytes);
      host.write(whole);
      return false;
    }
    // What is no frame any more may let the other side wait for the rest of it: this is all that comes.
    if (this.#chance.below(2) === 0) this.#spoil(whole, 0);
    host.end(whole.subarray(0, whole.length - (this.#chance.below(2) === 0 ? this.#chance.below(whole.length) : 0)));
    return true;
  }

  #spoil(bytes: Buffer, from: number): void {
    if (bytes.length <= from) return;
    const at = from + this.#chance.below(bytes.length - from);
    switch (this.#chance.below(5)) {
      case 0:
        bytes[at] = (bytes[at] as number) ^ (1 << this.#chance.below(8));
        return;
      case 1:
        bytes[at] = this.#chance.below(256);
        return;
      case 2:
        bytes.fill(0xff, at, Math.min(at + 4, bytes.length));
        return;
      case 3:
        bytes.fill(0, at, Math.min(at + 4, bytes.length));
        return;
      default:
        // A length or a count that is a little too large, or far.
        if (at + 4 <= bytes.length)
          bytes.writeUInt32LE((bytes.readUInt32LE(at) + 1 + this.#chance.below(3) * 0x10000) >>> 0, at);
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
