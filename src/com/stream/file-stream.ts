import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import {
  S_OK,
  STG_E_ACCESSDENIED,
  STG_E_FILENOTFOUND,
  STG_E_INVALIDFLAG,
  STG_E_INVALIDNAME,
  STG_E_PATHNOTFOUND,
} from '../codes.js';
import { ComError } from '../error.js';
import type { Ret } from '../hresult.js';
import { rememberFailure, tieFailure } from '../lasterror.js';
import { com } from '../object.js';
import {
  STGM_ACCESS,
  STGM_CREATE,
  STGM_READ,
  STGM_SHARE,
  STGM_SHARE_DENY_NONE,
  STGM_SHARE_DENY_READ,
  STGM_SHARE_DENY_WRITE,
  STGM_SHARE_EXCLUSIVE,
} from './constants.js';
import { fileError } from './file-error.js';
import { FileMedium } from './file-medium.js';
import { IStream } from './istream.js';
import { LocalStream } from './local-stream.js';

/**
 * Opens a file as a stream, as `SHCreateStreamOnFileEx` does. The file is closed when the last pointer to the stream and
 * its clones is released; one that was forgotten is closed when the garbage collector finds it. Bytes go straight to
 * the system, so `Revert` has no effect; `Commit` waits until they are on the disk. Share modes and locks hold between
 * the streams of this process.
 *
 * @param path the file
 * @param grfMode one of `STGM_READ` (when left out), `STGM_WRITE` and `STGM_READWRITE`; `STGM_CREATE` to make the file or
 *   empty the one that is there; a `STGM_SHARE_` flag
 * @param fCreate without `STGM_CREATE`: true makes the file and refuses one that is there; false opens one that is there
 * @returns `S_OK` and the pointer, its seek pointer at the start; `STG_E_FILENOTFOUND`; `STG_E_PATHNOTFOUND` when its
 *   folder is not there; `STG_E_FILEALREADYEXISTS`; `STG_E_ACCESSDENIED`, also for a folder or a device;
 *   `STG_E_SHAREVIOLATION`; `STG_E_TOOMANYOPENFILES`; `STG_E_INVALIDNAME`; `STG_E_INVALIDFLAG` for a mode
 *   that is not listed above, as transactions are not
 * @example
 * ```ts
 * const [hr, stream] = openFileStream('message.eml', STGM_READ | STGM_SHARE_DENY_WRITE);
 * if (!stream) return hr;
 * ```
 */
export function openFileStream(path: string, grfMode: number = STGM_READ, fCreate = false): Ret<IStream> {
  try {
    requireMode(grfMode);
    if (typeof path !== 'string' || path === '' || path.includes('\0'))
      throw new ComError(STG_E_INVALIDNAME, `no file can be called ${JSON.stringify(path)}`);
    const medium = open(resolve(path), grfMode, fCreate);
    return Object.freeze([S_OK, com(new LocalStream(medium, 0), IStream)] as const);
  } catch (error) {
    const failure = fileError(error, STG_E_ACCESSDENIED);
    const answer = Object.freeze([failure.hr, null] as const);
    rememberFailure(openFileStream, 'openFileStream', failure);
    tieFailure(answer, failure);
    return answer;
  }
}

const shares: readonly number[] = Object.freeze([
  0,
  STGM_SHARE_DENY_NONE,
  STGM_SHARE_DENY_READ,
  STGM_SHARE_DENY_WRITE,
  STGM_SHARE_EXCLUSIVE,
]);

function requireMode(grfMode: number): void {
  const known = STGM_ACCESS | STGM_SHARE | STGM_CREATE;
  const whole = Number.isInteger(grfMode) && (grfMode & ~known) === 0;
  if (!whole || (grfMode & STGM_ACCESS) === STGM_ACCESS || !shares.includes(grfMode & STGM_SHARE))
    throw new ComError(
      STG_E_INVALIDFLAG,
      `grfMode is ${grfMode}; an access mode, a share mode and STGM_CREATE may be in it`,
    );
}

function open(path: string, grfMode: number, fCreate: boolean): FileMedium {
  try {
    return new FileMedium(path, grfMode, fCreate);
  } catch (error) {
    const failure = fileError(error, STG_E_ACCESSDENIED);
    if (failure.hr !== STG_E_FILENOTFOUND || existsSync(dirname(path))) throw failure;
    throw new ComError(STG_E_PATHNOTFOUND, `there is no folder ${dirname(path)}`, { cause: error });
  }
}
