import { connect, isIP, type Socket } from 'node:net';
import { type TLSSocket, type ConnectionOptions as TlsConnectionOptions, connect as tlsConnect } from 'node:tls';
import { WireError } from '../error.js';
import type { HostAddress } from './address.js';
import { type CertificateQuestion, certificateError, certificateProblem } from './certificate.js';
import { errnoName } from './errno.js';
import { READ_BUFFER_BYTES } from './limits.js';

/** Who a channel reports to. Nothing is called inside a call into the channel, except through `destroy`. */
export interface ChannelOwner {
  /** Bytes came: the first `length` of `bytes`, which are overwritten after the call. */
  received(bytes: Uint8Array, length: number): void;
  /** Everything written so far was taken by the operating system. */
  written(): void;
  /** The connection is gone; null when it ended without an error. Called once. */
  lost(error: Error | null): void;
}

/** Where a channel leads and where it starts. */
export interface ChannelTarget extends HostAddress {
  readonly port: number;
  /** The local address to bind to. */
  readonly localAddress?: string;
  /** The local port to bind to. */
  readonly localPort?: number;
}

/** How a channel becomes TLS. */
export interface ChannelSecurity {
  /** The name the certificate must carry. */
  readonly host: string;
  /** Passed through to `node:tls`. `rejectUnauthorized: false` accepts any certificate. */
  readonly options?: TlsConnectionOptions;
  /** Asked before a doubtful certificate is refused. */
  readonly onCertificateProblem?: CertificateQuestion;
}

/** One byte connection: TCP first, TLS when asked for. */
export class Channel {
  readonly #owner: ChannelOwner;
  readonly #wrote = (error?: Error | null): void => {
    this.#writes--;
    // Bytes that were not taken are no bytes sent: whoever waits for them hears of it with the end that follows.
    if (error) this.#error ??= error;
    else if (this.#writes === 0) this.#settle();
  };
  #socket: Socket | null = null;
  #listeners: (() => void) | null = null;
  #writes = 0;
  #waiting: { resolve(): void; reject(error: Error): void }[] = [];
  #error: Error | null = null;
  #gone = false;
  #encrypted = false;
  #verified = false;

  /** @param owner hears of bytes and of the end */
  constructor(owner: ChannelOwner) {
    this.#owner = owner;
  }

  /** Whether TLS is up and its certificate was accepted. */
  get encrypted(): boolean {
    return this.#encrypted;
  }

  /** Whether TLS is up and its certificate stood on its own: no option and no person had to accept it. */
  get verified(): boolean {
    return this.#verified;
  }

  /** The numeric local address, or null before the connection stands. */
  get localAddress(): string | null {
    return this.#socket?.localAddress ?? null;
  }

  /** The numeric address of the peer, or null before the connection stands. */
  get remoteAddress(): string | null {
    return this.#socket?.remoteAddress ?? null;
  }

  /** Whether the connection has ended or was given up. */
  get gone(): boolean {
    return this.#gone;
  }

  /** Bytes that were written but not yet taken by the operating system. */
  get pending(): number {
    return this.#socket?.writableLength ?? 0;
  }

  /**
   * Opens the TCP connection.
   *
   * @param target where to
   * @throws {Error} the socket's own error when it fails; the owner is not told of it
   */
  connect(target: ChannelTarget): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.#gone) return reject(this.#error ?? new Error('The connection was given up.'));
      const socket = connect({
        host: target.address,
        port: target.port,
        family: target.family,
        ...(target.localAddress === undefined ? {} : { localAddress: target.localAddress }),
        ...(target.localPort === undefined ? {} : { localPort: target.localPort }),
        noDelay: true,
        onread: {
          buffer: Buffer.allocUnsafeSlow(READ_BUFFER_BYTES),
          callback: (length: number, bytes: Uint8Array): boolean => {
            this.#owner.received(bytes, length);
            return true;
          },
        },
      });
      this.#socket = socket;
      const failed = (error: Error): void => {
        socket.removeListener('close', closed);
        this.#socket = null;
        reject(error);
      };
      const closed = (): void => failed(this.#error ?? new Error('The connection attempt was given up.'));
      socket.once('error', failed);
      socket.once('close', closed);
      socket.once('connect', () => {
        socket.removeListener('error', failed);
        socket.removeListener('close', closed);
        this.#listen(socket);
        resolve();
      });
    });
  }

  /**
   * Gives up the running connection attempt, so that {@link connect} fails; another may follow.
   *
   * @param error what it fails with
   */
  abandon(error: Error): void {
    this.#socket?.destroy(error);
  }

  /**
   * Puts TLS on top of the connection. Reading in clear text ends inside the call.
   *
   * @param security the name to verify and how
   * @throws {WireError} `tls-failed` when the handshake fails or the peer goes; `certificate-name`,
   *   `certificate-date` or `certificate-untrusted` when the certificate is not accepted
   */
  async secure(security: ChannelSecurity): Promise<void> {
    const plain = this.#socket;
    if (plain === null || this.#gone) throw new WireError('tls-failed', 'The connection is closed.', { phase: 'tls' });
    this.#listeners?.();
    const name = security.host.replace(/^\[(?:IPv6:)?(.*)\]$/i, '$1');
    const options = security.options ?? {};
    const socket = tlsConnect({
      ...(isIP(name) === 0 ? { servername: name } : {}),
      ...options,
      host: typeof options.servername === 'string' && options.servername !== '' ? options.servername : name,
      socket: plain,
      // The certificate is judged below, where a question may be asked before anything is sent or read.
      rejectUnauthorized: false,
    });
    this.#socket = socket;
    // Trouble below is trouble above, and must not be left without anyone who hears it.
    plain.on('error', (error) => socket.destroy(error));
    await handshake(socket);
    if (options.rejectUnauthorized !== false) await this.#judge(socket, security, options.servername || name);
    if (this.#gone || socket.destroyed) {
      throw new WireError('tls-failed', 'The connection was lost while it was being secured.', { phase: 'tls' });
    }
    this.#encrypted = true;
    this.#verified = socket.authorized;
    this.#listen(socket);
    socket.on('data', (bytes: Buffer) => this.#owner.received(bytes, bytes.length));
  }

  /**
   * Writes bytes. They must stay as they are until {@link flushed}.
   *
   * @param bytes what to send
   */
  write(bytes: Uint8Array): void {
    if (this.#socket === null || this.#gone) return;
    this.#writes++;
    this.#socket.write(bytes, this.#wrote);
  }

  /**
   * Writes several pieces with one call of the operating system. They must stay as they are until {@link flushed}.
   *
   * @param pieces what to send, in order
   */
  writeAll(pieces: readonly Uint8Array[]): void {
    const socket = this.#socket;
    if (socket === null || this.#gone) return;
    socket.cork();
    for (const piece of pieces) {
      this.#writes++;
      socket.write(piece, this.#wrote);
    }
    socket.uncork();
  }

  /** Whether everything written was taken by the operating system. */
  get idle(): boolean {
    return this.#writes === 0;
  }

  /**
   * Waits until everything written was taken by the operating system.
   *
   * @throws {Error} when the connection goes before that
   */
  flushed(): Promise<void> {
    if (this.#gone) return Promise.reject(this.#error ?? new Error('The connection is closed.'));
    if (this.#writes === 0) return Promise.resolve();
    return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
  }

  /**
   * Ends the connection.
   *
   * @param error what the owner is told
   * @param politely whether what was written still goes out, with TLS' own farewell
   */
  destroy(error: Error | null = null, politely = false): void {
    if (this.#gone) return;
    this.#error ??= error;
    const socket = this.#socket;
    this.#listeners?.();
    // Errors of a socket that is already given up have nobody left to hear them.
    socket?.on('error', () => undefined);
    if (politely) socket?.destroySoon();
    else socket?.destroy();
    this.#leave();
  }

  async #judge(socket: TLSSocket, security: ChannelSecurity, name: string): Promise<void> {
    const problem = certificateProblem(socket, name);
    if (problem === null) return;
    // The peer may go while somebody thinks about its certificate; the checks after the question notice.
    const ignore = (): void => undefined;
    socket.on('error', ignore);
    const accepted = security.onCertificateProblem === undefined ? false : await security.onCertificateProblem(problem);
    socket.removeListener('error', ignore);
    if (accepted !== true) throw certificateError(problem);
  }

  #listen(socket: Socket): void {
    this.#hearOut(socket);
    const failed = (error: Error): void => {
      this.#error ??= error;
    };
    const ended = (): void => {
      socket.destroy();
    };
    const closed = (): void => this.#leave();
    socket.on('error', failed);
    socket.on('end', ended);
    socket.on('close', closed);
    this.#listeners = () => {
      socket.removeListener('error', failed);
      socket.removeListener('end', ended);
      socket.removeListener('close', closed);
      this.#listeners = null;
    };
  }

  /**
   * A peer that refuses in the middle says why, closes, and resets the connection because of what it has not read. Its
   * words lie here unread when the next write fails, and Node would close the socket on the spot: it gets one turn
   * of the event loop more, in which everything that has come is read.
   */
  #hearOut(socket: Socket): void {
    const destroy = socket.destroy.bind(socket);
    let hearing = false;
    socket.destroy = (error?: Error): typeof socket => {
      if (this.#gone || hearing || !peerIsGone(error)) return destroy(error);
      hearing = true;
      // A stream whose write has failed keeps nothing it is given to read any more.
      socket.push = (bytes: Uint8Array | null): boolean => {
        if (bytes !== null && !this.#gone) this.#owner.received(bytes, bytes.length);
        return true;
      };
      // Sockets are read between immediates, and the first of these may belong to a turn that has read already.
      setImmediate(() => setImmediate(() => destroy(error)));
      return socket;
    };
  }

  #settle(): void {
    if (this.#waiting.length > 0) {
      const waiting = this.#waiting;
      this.#waiting = [];
      for (const each of waiting) each.resolve();
    }
    this.#owner.written();
  }

  #leave(): void {
    if (this.#gone) return;
    this.#gone = true;
    const waiting = this.#waiting;
    this.#waiting = [];
    const error = this.#error ?? new Error('The connection is closed.');
    for (const each of waiting) each.reject(error);
    this.#owner.lost(this.#error);
  }
}

/** Whether a write found that the peer takes nothing any more. What it sent before can still be read then. */
function peerIsGone(error: Error | undefined): boolean {
  if (error === undefined || !('syscall' in error) || error.syscall !== 'write') return false;
  return ['EPIPE', 'ECONNRESET', 'ECONNABORTED'].includes(errnoName(error) ?? '');
}

function handshake(socket: TLSSocket): Promise<void> {
  return new Promise((resolve, reject) => {
    const failed = (error: Error | null): void => {
      socket.removeListener('secureConnect', secured);
      socket.removeListener('error', failed);
      socket.removeListener('close', closed);
      socket.on('error', () => undefined);
      const name = errnoName(error);
      const words = `TLS could not be set up: ${error?.message ?? 'the server closed the connection'}.`;
      const details = { phase: 'tls', ...(name === undefined ? {} : { socketError: name }) };
      reject(new WireError('tls-failed', words, error === null ? details : { ...details, cause: error }));
    };
    const closed = (): void => failed(null);
    const secured = (): void => {
      socket.removeListener('error', failed);
      socket.removeListener('close', closed);
      resolve();
    };
    socket.once('secureConnect', secured);
    socket.once('error', failed);
    socket.once('close', closed);
  });
}
