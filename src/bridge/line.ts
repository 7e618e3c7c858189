import type { Socket } from 'node:net';
import { log } from '../base/index.js';
import { marshal } from '../com/index.js';
import { begun, ended, FAULT, FAULT_FAILED, FAULT_LIMIT, FAULT_MALFORMED, Fault, FrameParser } from './frames.js';
import { framesPerSecond, unreadBytes } from './limits.js';

/** What a line tells the one who serves it. */
export interface LineEnds {
  /**
   * A frame came.
   *
   * @throws {Fault} to end the connection, as does a `MalformedError`
   */
  frame(kind: number, number: number, body: Buffer): void;
  /** Nothing comes any more. Told once. */
  closed(why: string): void;
}

/** How long a peer may go on before it gets a pause; within it, so many frames. */
const WINDOW_MS = 100;
const WINDOW_FRAMES = Math.ceil((framesPerSecond * WINDOW_MS) / 1000);

/** A connection behind its greeting: frames in, frames out, and an end. */
export class Line {
  readonly #socket: Socket;
  readonly #ends: LineEnds;
  readonly #parser: FrameParser;
  #open = true;
  #corked = false;
  #windowStart = 0;
  #inWindow = 0;
  #pause: NodeJS.Timeout | null = null;
  readonly #unread: number;
  readonly #frames: number;

  /**
   * @param socket the connection; what is to be read is still in it
   * @param ends who serves it
   * @param bounds how much may wait unread, and how many frames may come in a tenth of a second
   */
  constructor(socket: Socket, ends: LineEnds, bounds: { readonly unread?: number; readonly frames?: number } = {}) {
    this.#socket = socket;
    this.#unread = bounds.unread ?? unreadBytes;
    this.#frames = bounds.frames ?? WINDOW_FRAMES;
    this.#ends = ends;
    this.#parser = new FrameParser((kind, number, body) => {
      if (this.#open) this.#ends.frame(kind, number, body);
      this.#inWindow++;
    });
    socket.setNoDelay(true);
    socket.on('data', (chunk: Buffer) => this.#take(chunk));
    socket.on('end', () => this.#close('the other side has closed'));
    socket.on('error', (error) => this.#close(error.message));
    socket.on('close', () => this.#close('the connection is gone'));
  }

  /** Whether frames can still be sent. */
  get open(): boolean {
    return this.#open;
  }

  /**
   * Sends a frame. The first one of a turn of the event loop goes at once, as somebody waits for it; more of them go together.
   *
   * @param writer the frame, as `begun` made it
   * @returns false when it is too long; nothing was sent then
   */
  send(writer: marshal.ByteWriter): boolean {
    const bytes = ended(writer);
    if (!bytes) return false;
    this.put(bytes);
    return true;
  }

  /**
   * Sends a frame that is whole.
   *
   * @param bytes the frame, as `ended` made it
   */
  put(bytes: Buffer): void {
    if (!this.#open) return;
    this.#socket.write(bytes);
    if (!this.#corked) {
      this.#corked = true;
      this.#socket.cork();
      process.nextTick(() => {
        this.#corked = false;
        this.#socket.uncork();
      });
    }
    if (this.#socket.writableLength > this.#unread)
      this.fault(new Fault(FAULT_LIMIT, 'what is sent is not read'), { drop: true });
  }

  /**
   * Ends the connection and says why.
   *
   * @param error what happened
   * @param how `drop` where nothing can be sent any more
   */
  fault(error: Error, how: { readonly drop?: boolean } = {}): void {
    if (!this.#open) return;
    const reason = error instanceof Fault ? error.reason : FAULT_MALFORMED;
    if (how.drop !== true) {
      const writer = begun(FAULT, 0);
      writer.u32(reason);
      writer.text(error.message);
      this.send(writer);
    }
    this.#close(error.message, how.drop);
  }

  #take(chunk: Buffer): void {
    if (!this.#open) return;
    try {
      this.#parser.push(chunk);
    } catch (error) {
      if (error instanceof Fault || error instanceof marshal.MalformedError) {
        this.fault(error);
        return;
      }
      log.error('the bridge could not serve a frame', error);
      this.fault(new Fault(FAULT_FAILED, 'the service failed'));
      return;
    }
    this.#slow();
  }

  /** Reads on later when more frames come than anybody needs: the others have their turn meanwhile. */
  #slow(): void {
    const now = performance.now();
    if (now - this.#windowStart > WINDOW_MS) {
      this.#windowStart = now;
      this.#inWindow = 0;
    }
    if (this.#inWindow <= this.#frames || this.#pause || !this.#open) return;
    this.#socket.pause();
    this.#pause = setTimeout(
      () => {
        this.#pause = null;
        this.#socket.resume();
      },
      Math.max(1, this.#windowStart + WINDOW_MS - now),
    );
  }

  #close(why: string, drop = false): void {
    if (!this.#open) return;
    this.#open = false;
    if (this.#pause) clearTimeout(this.#pause);
    if (drop) this.#socket.destroy();
    else {
      this.#socket.end();
      // What is left in the socket has to be read away, or its end is never seen.
      this.#socket.resume();
      this.#linger();
    }
    this.#ends.closed(why);
  }

  // A peer that does not close its side is not waited for.
  #linger(): void {
    const timer = setTimeout(() => this.#socket.destroy(), LINGER_MS);
    timer.unref();
    this.#socket.once('close', () => clearTimeout(timer));
  }
}

const LINGER_MS = 2000;
