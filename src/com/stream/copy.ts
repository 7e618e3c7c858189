import { setImmediate as nextTurn } from 'node:timers/promises';
import { STG_E_INVALIDPOINTER } from '../codes.js';
import { ComError } from '../error.js';
import { acquire } from '../object.js';
import { ok } from '../ok.js';
import { type Copied, ISequentialStream } from './istream.js';
import { chunkBytes } from './limits.js';

/**
 * Takes a reference on the target of a copy, to be held until the copy is done.
 *
 * @param pstm the argument of `CopyTo`
 * @returns the pointer, which the caller releases
 * @throws {ComError} `STG_E_INVALIDPOINTER` when it is missing, and as `acquire` does
 */
export function copyTarget(pstm: unknown): ISequentialStream {
  if (pstm === null || pstm === undefined) throw new ComError(STG_E_INVALIDPOINTER, 'pstm is NULL');
  return acquire(pstm, ISequentialStream, 'pstm');
}

/** The source of a copy. */
export interface CopySource {
  /** How many bytes are left now, where that is known. */
  left?(): number;
  /** Reads at most so many; none at the end. */
  take(most: number): Uint8Array | Promise<Uint8Array>;
}

// So many chunks are copied before timers and sockets get their turn.
const chunksPerTurn = 16;

/**
 * Copies chunk by chunk, as `IStream::CopyTo` describes it. What is left when the copy begins bounds it, for a target
 * over the same bytes would let the source grow for ever.
 *
 * @param source where the bytes come from
 * @param target the pointer they go to
 * @param most how many at most
 * @param put a shorter way to the target than its pointer, if there is one
 * @throws {ComError} what reading or writing failed with
 */
export async function copy(
  source: CopySource,
  target: ISequentialStream,
  most: bigint,
  put?: (bytes: Uint8Array) => number,
): Promise<Copied> {
  const available = source.left?.() ?? Number.MAX_SAFE_INTEGER;
  let left = most < BigInt(available) ? Number(most) : available;
  let read = 0;
  let written = 0;
  for (let chunks = 1; left > 0; chunks++) {
    const coming = source.take(Math.min(left, chunkBytes));
    const bytes = coming instanceof Promise ? await coming : coming;
    if (bytes.length === 0) break;
    read += bytes.length;
    left -= bytes.length;
    const taken = put ? put(bytes) : await ok(target.Write(bytes));
    written += taken;
    if (taken < bytes.length) break;
    if (chunks % chunksPerTurn === 0) await nextTurn();
  }
  return { pcbRead: BigInt(read), pcbWritten: BigInt(written) };
}
