import { closeSync, constants, fstatSync, fsync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs';
import { promisify } from 'node:util';
import { fileTimeOf } from '../../base/index.js';
import { STG_E_ACCESSDENIED, STG_E_READFAULT, STG_E_WRITEFAULT } from '../codes.js';
import { ComError } from '../error.js';
import type { HResult } from '../hresult.js';
import { STGM_ACCESS, STGM_CREATE, STGM_READ, STGM_WRITE } from './constants.js';
import { fileError } from './file-error.js';
import type { Medium, MediumFacts } from './medium.js';
import { enterFile, leaveFile } from './open-files.js';
import type { RegionLocks } from './region-locks.js';

const fsyncLater = promisify(fsync);

// A file whose streams were dropped without Release is closed when the collector finds it.
const forgotten = new FinalizationRegistry<{ fd: number; identity: string; opener: object }>((open) => {
  leaveFile(open.identity, open.opener);
  closeSync(open.fd);
});

/** The bytes of an open file. Closed when the last stream over it has gone. */
export class FileMedium implements Medium {
  readonly grfMode: number;
  readonly locks: RegionLocks;
  readonly #path: string;
  readonly #fd: number;
  readonly #identity: string;
  readonly #opener: object = {};
  #streams = 0;

  /**
   * @param path the file, resolved
   * @param grfMode the checked mode
   * @param fCreate whether to make it, and to refuse when it is there
   * @throws {ComError} as `openFileStream` tells
   */
  constructor(path: string, grfMode: number, fCreate: boolean) {
    this.grfMode = grfMode;
    this.#path = path;
    this.#fd = openSync(path, openFlags(grfMode, fCreate), 0o666);
    let entered: string | null = null;
    try {
      const facts = fstatSync(this.#fd, { bigint: true });
      if (!facts.isFile()) throw new ComError(STG_E_ACCESSDENIED, `${path} is no regular file`);
      this.#identity = `${facts.dev}:${facts.ino}`;
      this.locks = enterFile(this.#identity, this.#opener, grfMode, path);
      entered = this.#identity;
      // Only now, for a file that somebody holds exclusively must not lose its contents.
      if ((grfMode & STGM_CREATE) !== 0 && facts.size > 0n) ftruncateSync(this.#fd, 0);
    } catch (error) {
      if (entered !== null) leaveFile(entered, this.#opener);
      closeSync(this.#fd);
      throw error;
    }
    forgotten.register(this, { fd: this.#fd, identity: this.#identity, opener: this.#opener }, this);
  }

  size(): number {
    return attempt(STG_E_READFAULT, () => fstatSync(this.#fd).size);
  }

  read(position: number, into: Uint8Array): number {
    return attempt(STG_E_READFAULT, () => {
      let done = 0;
      // The system may answer less than was asked for, and never more than a little under 2 GiB at a time.
      while (done < into.length) {
        const most = Math.min(into.length - done, largestCall);
        const read = readSync(this.#fd, into, done, most, position + done);
        if (read === 0) break;
        done += read;
      }
      return done;
    });
  }

  write(position: number, bytes: Uint8Array): void {
    attempt(STG_E_WRITEFAULT, () => {
      for (let done = 0; done < bytes.length; ) {
        const most = Math.min(bytes.length - done, largestCall);
        done += writeSync(this.#fd, bytes, done, most, position + done);
      }
    });
  }

  resize(size: number): void {
    attempt(STG_E_WRITEFAULT, () => ftruncateSync(this.#fd, size));
  }

  async flush(): Promise<void> {
    // Counted like a stream, so that nobody closes the file while the disk is at work.
    this.join();
    try {
      await fsyncLater(this.#fd);
    } catch (error) {
      throw fileError(error, STG_E_WRITEFAULT);
    } finally {
      this.leave();
    }
  }

  facts(): MediumFacts {
    const stat = attempt(STG_E_READFAULT, () => fstatSync(this.#fd, { bigint: true }));
    return {
      pwcsName: this.#path,
      mtime: fileTime(stat.mtimeNs),
      ctime: fileTime(stat.birthtimeNs),
      atime: fileTime(stat.atimeNs),
    };
  }

  join(): void {
    this.#streams++;
  }

  leave(): void {
    if (--this.#streams > 0) return;
    forgotten.unregister(this);
    leaveFile(this.#identity, this.#opener);
    closeSync(this.#fd);
  }
}

const largestCall = 1 << 30;

function openFlags(grfMode: number, fCreate: boolean): number {
  const create = (grfMode & STGM_CREATE) !== 0;
  // A read-only stream that empties its file needs a descriptor that may; `LocalStream` holds the mode itself.
  const readOnly = (grfMode & STGM_ACCESS) === STGM_READ && !create;
  const writeOnly = (grfMode & STGM_ACCESS) === STGM_WRITE;
  const access = readOnly ? constants.O_RDONLY : writeOnly ? constants.O_WRONLY : constants.O_RDWR;
  const making = create ? constants.O_CREAT : fCreate ? constants.O_CREAT | constants.O_EXCL : 0;
  // Without waiting, so that a pipe under that name is refused instead of holding up the process.
  return access | making | (constants.O_NONBLOCK ?? 0);
}

function attempt<T>(otherwise: HResult, step: () => T): T {
  try {
    return step();
  } catch (error) {
    throw fileError(error, otherwise);
  }
}

// FILETIME counts 100 ns from 1601; a file system that does not know a time says 1970 or earlier.
function fileTime(nanoseconds: bigint): bigint {
  return nanoseconds <= 0n ? 0n : nanoseconds / 100n + fileTimeOf(0);
}
