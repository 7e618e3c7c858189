import { STG_E_SHAREVIOLATION } from '../codes.js';
import { ComError } from '../error.js';
import {
  STGM_ACCESS,
  STGM_READ,
  STGM_SHARE,
  STGM_SHARE_DENY_READ,
  STGM_SHARE_DENY_WRITE,
  STGM_SHARE_EXCLUSIVE,
  STGM_WRITE,
} from './constants.js';
import { RegionLocks } from './region-locks.js';

/** One file that streams of this process have open, however often it was opened and under whichever name. */
interface OpenFile {
  readonly locks: RegionLocks;
  readonly modes: Map<object, number>;
}

const files = new Map<string, OpenFile>();

/**
 * Enters an opened file, so that share modes and locks hold between all streams of this process over it.
 *
 * @param identity what is the same for all names of a file: its device and number there
 * @param opener who has opened it; the key for {@link leaveFile}
 * @param grfMode the mode it was opened with
 * @param path its name, for the error's words
 * @returns the file's locks
 * @throws {ComError} `STG_E_SHAREVIOLATION` when this mode and one before exclude each other
 */
export function enterFile(identity: string, opener: object, grfMode: number, path: string): RegionLocks {
  const file = files.get(identity) ?? { locks: new RegionLocks(), modes: new Map<object, number>() };
  for (const before of file.modes.values())
    if (excludes(before, grfMode) || excludes(grfMode, before))
      throw new ComError(STG_E_SHAREVIOLATION, `${path} is open already in a way that excludes this one`);
  file.modes.set(opener, grfMode);
  files.set(identity, file);
  return file.locks;
}

/**
 * Takes an opener out again; the last one takes the file along.
 *
 * @param identity the file
 * @param opener who had opened it
 */
export function leaveFile(identity: string, opener: object): void {
  const file = files.get(identity);
  file?.modes.delete(opener);
  if (file?.modes.size === 0) files.delete(identity);
}

function excludes(one: number, other: number): boolean {
  const share = one & STGM_SHARE;
  const access = other & STGM_ACCESS;
  const noReaders = share === STGM_SHARE_EXCLUSIVE || share === STGM_SHARE_DENY_READ;
  const noWriters = share === STGM_SHARE_EXCLUSIVE || share === STGM_SHARE_DENY_WRITE;
  return (noReaders && access !== STGM_WRITE) || (noWriters && access !== STGM_READ);
}
