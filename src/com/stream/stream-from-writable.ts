import type { Writable } from 'node:stream';
import { log } from '../../base/index.js';
import { STG_E_ACCESSDENIED, STG_E_INVALIDFUNCTION, STG_E_WRITEFAULT } from '../codes.js';
import { ComError } from '../error.js';
import type { FinalRelease, Impl } from '../implementation.js';
import { com } from '../object.js';
import { STGM_WRITE, STREAM_SEEK_END, STREAM_SEEK_SET } from './constants.js';
import { copyTarget } from './copy.js';
import { type Copied, type ISequentialStream, IStream } from './istream.js';
import { OneWayStream, oneWayFacts } from './one-way-stream.js';
import { requireBytes, requireInteger, requireUnsigned } from './quantities.js';
import type { STATSTG } from './statstg.js';
import { Turns } from './turns.js';

/**
 * Lets COM callers write into a Node Writable. `Write` answers when the target has taken the bytes and wants more, so
 * the writer feels the target's pace and may reuse its buffer. `Read`, `CopyTo` and `SetSize` are `STG_E_ACCESSDENIED`;
 * `Seek` to another place than the end, `Clone` and locks are `STG_E_INVALIDFUNCTION`; `Stat` tells what was written
 * so far. A target that fails or is destroyed makes `Write` and `Commit` answer `STG_E_WRITEFAULT`, with the target's
 * error as cause.
 *
 * @param writable the target: the last Release ends it, after the writes that were made before
 * @returns the pointer with one reference
 */
export function streamFromWritable(writable: Writable): IStream {
  return com(new WritableStream(writable), IStream);
}

class WritableStream extends OneWayStream implements Impl<IStream>, FinalRelease {
  readonly #target: Writable;
  readonly #turns = new Turns();
  #written = 0n;
  #failure: Error | null = null;
  #told = false;
  #over = false;

  constructor(target: Writable) {
    super();
    this.#target = target;
    const failed = (error: Error): void => {
      this.#failure ??= error;
      // After the last Release no call is left that could answer it.
      if (this.#over && !this.#told) log.error('a stream failed after its last Release', error);
    };
    target.on('error', failed);
  }

  Read(_cb: number): Uint8Array {
    throw new ComError(STG_E_ACCESSDENIED, 'the stream can only be written');
  }

  async Write(pv: Uint8Array): Promise<number> {
    const bytes = requireBytes(pv, 'pv');
    return this.#turns.run(async () => {
      if (bytes.length > 0) await this.#put(bytes);
      return bytes.length;
    });
  }

  Seek(dlibMove: bigint | number, dwOrigin: number): bigint | Promise<bigint> {
    const move = requireInteger(dlibMove, 'dlibMove');
    return this.#turns.run(() => {
      const from = dwOrigin === STREAM_SEEK_SET ? 0n : this.#written;
      const known = Number.isInteger(dwOrigin) && dwOrigin >= STREAM_SEEK_SET && dwOrigin <= STREAM_SEEK_END;
      if (known && from + move === this.#written) return this.#written;
      throw new ComError(STG_E_INVALIDFUNCTION, 'the stream can only be written at its end');
    });
  }

  CopyTo(pstm: ISequentialStream, cb: bigint | number): Copied {
    requireUnsigned(cb, 'cb');
    copyTarget(pstm).Release();
    throw new ComError(STG_E_ACCESSDENIED, 'the stream can only be written');
  }

  /** Each Write has waited for its bytes already; a failure since then is told here. */
  Commit(_grfCommitFlags?: number): void | Promise<void> {
    return this.#turns.run(() => {
      if (this.#failure !== null || this.#target.destroyed) throw this.#fault();
    });
  }

  Stat(grfStatFlag?: number): STATSTG {
    return oneWayFacts(this.#written, STGM_WRITE, grfStatFlag);
  }

  finalRelease(): void {
    this.#over = true;
    if (this.#failure !== null && !this.#told) log.error('a stream failed after its last Write', this.#failure);
    // After the calls that were made before the last Release, for what was written shall arrive.
    void this.#turns.run(() => {
      if (!this.#target.destroyed && !this.#target.writableEnded) this.#target.end();
    });
  }

  // Settles when the bytes are taken and there is room again, or when the target is gone, whichever way it goes.
  #put(bytes: Uint8Array): Promise<void> {
    return new Promise((resolve, reject) => {
      const target = this.#target;
      if (this.#failure !== null || target.destroyed || target.writableEnded) {
        reject(this.#fault());
        return;
      }
      const settle = (): void => {
        target.off('close', gone).off('error', gone).off('drain', ready);
      };
      const gone = (): void => {
        settle();
        reject(this.#fault());
      };
      const ready = (): void => {
        if (!taken || target.writableNeedDrain) return;
        settle();
        this.#written += BigInt(bytes.length);
        resolve();
      };
      let taken = false;
      target.on('close', gone).on('error', gone).on('drain', ready);
      target.write(bytes, (error) => {
        this.#failure ??= error ?? null;
        if (this.#failure !== null) return gone();
        taken = true;
        ready();
      });
    });
  }

  #fault(): ComError {
    this.#told = true;
    const cause = this.#failure ?? new Error('it was destroyed or ended by somebody else');
    return new ComError(STG_E_WRITEFAULT, `the target failed: ${cause.message}`, { cause });
  }
}
