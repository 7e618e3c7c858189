import { STG_E_FILEALREADYEXISTS, STG_E_MEDIUMFULL } from '../codes.js';
import { ComError } from '../error.js';
import { com } from '../object.js';
import { STGM_READ, STGM_READWRITE, STGM_SHARE_EXCLUSIVE, STGM_TRANSACTED } from '../stream/constants.js';
import type { IStream } from '../stream/istream.js';
import { memoryBytes } from '../stream/limits.js';
import { type Backing, lockBytesBacking, streamBacking } from './backing.js';
import { readCompoundFile } from './compound-reader.js';
import { writeCompoundFile } from './compound-writer.js';
import { StorageElement } from './element.js';
import type { ILockBytes } from './ilockbytes.js';
import { IStorage } from './istorage.js';
import { Opening } from './opening.js';
import { StorageObject } from './storage.js';

/** How a storage is laid over bytes. */
export interface StorageOptions {
  /** Whether what is there is forgotten; the first Commit writes over it. */
  readonly create?: boolean;
  /** Whether the storage may be changed; one that is made may. */
  readonly writable?: boolean;
}

/** How a storage is laid over a stream. */
export interface StorageOnStreamOptions extends StorageOptions {
  /** Whether the compound file begins at the seek pointer of the stream, not at its start. */
  readonly atCurrent?: boolean;
}

/**
 * Opens the compound file in a stream as a storage. It is transacted: `Commit` writes all of it to the stream and commits the
 * stream; what was not committed goes with the last reference. The stream is held until then.
 *
 * @param stream the stream; it must be able to seek
 * @param options how
 * @returns the storage with one reference
 * @throws {ComError} `E_INVALIDARG` for no object, `E_NOINTERFACE` for no stream; `STG_E_FILEALREADYEXISTS` when the stream holds
 *   nothing, `STG_E_INVALIDHEADER` something else than a compound file, `STG_E_DOCFILECORRUPT` a broken one; `STG_E_MEDIUMFULL`
 *   more than memory may; what the stream answers
 * @example
 * ```ts
 * using file = createMemoryStream();
 * using storage = await storageOnStream(file, { create: true });
 * using contents = await ok(storage.CreateStream('CONTENTS', STGM_READWRITE | STGM_SHARE_EXCLUSIVE));
 * await ok(contents.Write(Buffer.from('hello')));
 * await check(storage.Commit());
 * ```
 */
export const storageOnStream = async (stream: IStream, options: StorageOnStreamOptions = {}): Promise<IStorage> =>
  await storageOver(await streamBacking(stream, options.atCurrent ?? false), options);

/**
 * The same over bytes without a seek pointer.
 *
 * @param bytes the bytes
 * @param options how
 * @returns the storage with one reference
 * @throws {ComError} as {@link storageOnStream}
 */
export const storageOnLockBytes = async (bytes: ILockBytes, options: StorageOptions = {}): Promise<IStorage> =>
  await storageOver(lockBytesBacking(bytes), options);

async function storageOver(file: Backing, { create = false, writable = create }: StorageOptions): Promise<IStorage> {
  try {
    let committed = create ? new StorageElement('') : readCompoundFile(await contentOf(file));
    const commit = async (changed: StorageElement): Promise<void> => {
      await file.write(writeCompoundFile(changed));
      committed = changed.copy();
    };
    const mode = (writable ? STGM_READWRITE : STGM_READ) | STGM_SHARE_EXCLUSIVE | STGM_TRANSACTED;
    const below = { committed: () => committed, commit };
    const opening = new Opening(null, () => undefined);
    return com(new StorageObject(committed.copy(), opening, mode, below, () => file.release()), IStorage);
  } catch (error) {
    file.release();
    throw error;
  }
}

async function contentOf(file: Backing): Promise<Uint8Array> {
  const size = await file.size();
  if (size > memoryBytes)
    throw new ComError(STG_E_MEDIUMFULL, `storages hold at most ${memoryBytes} bytes, not ${size}`);
  if (size <= 0) throw new ComError(STG_E_FILEALREADYEXISTS, 'there is nothing yet; make a new storage there');
  return await file.read(size);
}
