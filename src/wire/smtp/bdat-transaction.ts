import { WireError } from '../error.js';
import { slices, sourceFailed } from './data-writer.js';
import { LineNormaliser } from './dot-stuffing.js';
import { BDAT_WINDOW_BYTES, CHUNK_BYTES } from './limits.js';
import type { PreparedMessage } from './message.js';
import type { Reply } from './reply.js';
import { CHUNK, FINAL, type SendDone, Step, Transaction, type TransactionHost } from './transaction.js';

/** The pipeline of a BDAT transaction: who waits for room in the window is told when a reply makes some. */
export interface ChunkHost extends TransactionHost {
  /** Called once when a chunk was answered or the connection ended. */
  onRoom: (() => void) | null;
}

/**
 * A message whose body goes by BDAT: nothing waits for a 354, so several messages can be on their way at once. No BDAT
 * with LAST is sent while `accept: 'all'` still waits for an answer about a recipient.
 *
 * @spec RFC 3030 section 2
 */
export class BdatTransaction extends Transaction {
  readonly #host: ChunkHost;
  #bytes = 0;
  #chunks = 0;
  #bodyReply: Reply | null = null;
  #aborted: WireError | null = null;
  #stopped = false;

  /**
   * @param host the pipeline it runs in
   * @param prepared the checked message
   * @param done told the outcome
   */
  constructor(host: ChunkHost, prepared: PreparedMessage, done: SendDone) {
    super(host, prepared, true, done);
    this.#host = host;
  }

  protected override go(): void {
    const { message, source } = this.prepared;
    const binary = message.bodyType === 'binarymime';
    const lines = binary ? null : new LineNormaliser(false, message.canonical === true);
    this.bodyTaken = true;
    const bytes = source.bytes;
    if (bytes !== undefined && bytes.length <= CHUNK_BYTES) {
      const pieces = this.#normalise(lines, bytes);
      this.#finish(lines, pieces);
      return;
    }
    this.host.connection.bodyBegun();
    void this.#pump(lines).finally(() => this.host.connection.bodyEnded());
  }

  protected override answered(step: Step, reply: Reply): void {
    this.#chunks--;
    this.host.unacknowledged -= step.bytes;
    if (!reply.ok) this.#bodyReply ??= reply;
    if (step.kind === FINAL) this.#conclude(reply);
    else if (this.#stopped) this.#concludeStopped();
    this.#host.onRoom?.();
  }

  protected override outcomeOnLoss(error: WireError): WireError {
    this.#stopped = true;
    this.#host.onRoom?.();
    return this.#aborted ?? error;
  }

  async #pump(lines: LineNormaliser | null): Promise<void> {
    const { connection } = this.host;
    const { source } = this.prepared;
    try {
      const chunks = source.bytes === undefined ? source.chunks() : slices(source.bytes);
      for await (const chunk of chunks) {
        if (this.over) return;
        const pieces = this.#normalise(lines, chunk);
        if (!(await this.#room(total(pieces)))) return this.#stop(null);
        if (pieces.length > 0) this.#sendChunk(pieces, false);
        if (connection.congested) await connection.flushed();
        else connection.flushSoon();
      }
      if (this.over) return;
      if (!(await this.#room(0))) return this.#stop(null);
      this.#finish(lines, []);
      connection.flush();
    } catch (error) {
      if (connection.lost === null) this.#stop(error instanceof WireError ? error : sourceFailed(error));
      else this.fail(connection.lost);
    }
  }

  #normalise(lines: LineNormaliser | null, chunk: Uint8Array): Uint8Array[] {
    this.#bytes += chunk.length;
    const { connection } = this.host;
    if (connection.watchesProgress && chunk.length > 0) {
      connection.tellProgress({ increment: chunk.length, current: this.#bytes, total: this.prepared.size });
    }
    const pieces: Uint8Array[] = [];
    if (lines === null) {
      if (chunk.length > 0) pieces.push(chunk);
    } else lines.feed(chunk, (piece) => pieces.push(piece));
    return pieces;
  }

  /** Waits for room in the window; false when the message has failed meanwhile and nothing more may be sent. */
  async #room(bytes: number): Promise<boolean> {
    for (;;) {
      if (this.over || this.hopeless || this.#bodyReply !== null) return false;
      const open = this.host.unacknowledged;
      if (this.pipelined ? open === 0 || open + bytes <= BDAT_WINDOW_BYTES : this.#chunks === 0) return true;
      this.host.connection.flush();
      await new Promise<void>((resolve) => {
        this.#host.onRoom = () => {
          this.#host.onRoom = null;
          resolve();
        };
      });
    }
  }

  #finish(lines: LineNormaliser | null, pieces: Uint8Array[]): void {
    const end = lines?.finish() ?? '';
    if (end !== '') pieces.push(Buffer.from(end, 'latin1'));
    this.finalSent = true;
    this.#sendChunk(pieces, true);
    this.host.released(this);
  }

  #sendChunk(pieces: readonly Uint8Array[], last: boolean): void {
    const bytes = total(pieces);
    const { connection } = this.host;
    this.#chunks++;
    this.host.unacknowledged += bytes;
    connection.submit(
      new Step(this, last ? FINAL : CHUNK, 'BDAT', last ? 'dot' : 'block', null, bytes),
      last ? `BDAT ${bytes} LAST` : `BDAT ${bytes}`,
    );
    for (const piece of pieces) connection.sendBytes(piece);
  }

  /** Sends nothing more of this message; the next MAIL is preceded by RSET. */
  #stop(reason: WireError | null): void {
    if (this.over || this.#stopped) return;
    this.#stopped = true;
    this.#aborted = reason;
    this.host.dirty = true;
    this.host.released(this);
    this.#concludeStopped();
  }

  #concludeStopped(): void {
    if (this.#chunks > 0 || this.outstanding > 0) return;
    this.settle(this.#aborted ?? this.#failure());
  }

  #conclude(reply: Reply): void {
    if (this.#bodyReply === null && this.deliverable) {
      this.deliver(reply, this.#bytes);
      return;
    }
    this.host.dirty = true;
    this.settle(this.#failure());
  }

  #failure(): WireError {
    if (!this.deliverable || this.#bodyReply === null) return this.refusal();
    const words = `The server refused the message: ${this.#bodyReply.toString()}`;
    return new WireError('rejected-message', words, {
      phase: 'dot',
      reply: this.#bodyReply,
      ...(this.refusals.length === 0 ? {} : { refusals: this.refusals }),
    });
  }
}

function total(pieces: readonly Uint8Array[]): number {
  let bytes = 0;
  for (const piece of pieces) bytes += piece.length;
  return bytes;
}
