import type { Socket } from 'node:net';
import { ANSWER, begun, CALL, ended, FAULT, FrameParser } from '../../src/bridge/frames.js';
import { reach } from '../../src/bridge/host/reach.js';
import { readAddress } from '../../src/bridge/index.js';
import type { AnyIid } from '../../src/com/index.js';
import { guidToBytes, marshal } from '../../src/com/index.js';

interface Frame {
  readonly kind: number;
  readonly number: number;
  readonly body: Buffer;
}

/** Somebody who knows the secret and sends what it likes. */
export class RawHost {
  readonly frames: Frame[] = [];
  /** Fulfilled when the service has closed: the reason of its FAULT, null without one. */
  readonly closed: Promise<number | null>;
  readonly #socket: Socket;
  #arrived: (() => void) | null = null;

  private constructor(socket: Socket) {
    this.#socket = socket;
    const parser = new FrameParser((kind, number, body) => {
      this.frames.push({ kind, number, body });
      this.#arrived?.();
    });
    socket.on('data', (chunk: Buffer) => parser.push(chunk));
    this.closed = new Promise((resolve) => {
      socket.once('close', () => {
        const fault = this.frames.find(({ kind }) => kind === FAULT);
        resolve(fault ? fault.body.readUInt32LE(0) : null);
      });
    });
  }

  static async reach(file: string): Promise<RawHost> {
    const address = readAddress(file);
    const socket = address && (await reach(address, 60_000));
    if (!socket) throw new Error('the bridge does not answer');
    return new RawHost(socket);
  }

  /** Sends bytes. */
  send(...parts: readonly Uint8Array[]): void {
    for (const part of parts) this.#socket.write(part);
  }

  /** Closes its side. */
  end(): void {
    this.#socket.end();
  }

  /** Goes without a word. */
  drop(): void {
    this.#socket.destroy();
  }

  /** The body of the answer to a call, as soon as it is there. */
  async answer(number: number): Promise<Buffer> {
    for (;;) {
      const found = this.frames.find((frame) => frame.kind === ANSWER && frame.number === number);
      if (found) return found.body;
      await new Promise<void>((resolve) => {
        this.#arrived = resolve;
      });
    }
  }
}

/** A frame of any kind. */
export function frame(kind: number, number: number, body: Uint8Array = new Uint8Array()): Buffer {
  const writer = begun(kind, number);
  writer.raw(body);
  return ended(writer) as Buffer;
}

/** A call of a method, with inputs that are bytes already. */
export function call(
  number: number,
  object: number,
  iid: AnyIid,
  slot: number,
  inputs: Uint8Array = new Uint8Array(),
): Buffer {
  const writer = new marshal.ByteWriter();
  writer.number(object);
  writer.raw(guidToBytes(iid.guid));
  writer.u16(slot);
  writer.u16(0);
  writer.raw(inputs);
  return frame(CALL, number, writer.bytes);
}
