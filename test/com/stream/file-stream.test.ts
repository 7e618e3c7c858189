import { existsSync, mkdirSync, readdirSync, readFileSync, readlinkSync, symlinkSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  describe as codeName,
  type HResult,
  LOCK_WRITE,
  lastErrorOf,
  ok,
  openFileStream,
  S_OK,
  STG_E_ACCESSDENIED,
  STG_E_FILEALREADYEXISTS,
  STG_E_FILENOTFOUND,
  STG_E_INVALIDFLAG,
  STG_E_INVALIDNAME,
  STG_E_LOCKVIOLATION,
  STG_E_PATHNOTFOUND,
  STG_E_READFAULT,
  STG_E_SHAREVIOLATION,
  STG_E_WRITEFAULT,
  STGM_CREATE,
  STGM_FAILIFTHERE,
  STGM_READ,
  STGM_READWRITE,
  STGM_SHARE_DENY_NONE,
  STGM_SHARE_DENY_READ,
  STGM_SHARE_DENY_WRITE,
  STGM_SHARE_EXCLUSIVE,
  STGM_WRITE,
} from '../../../src/com/index.js';
import { fileError } from '../../../src/com/stream/file-error.js';
import { useLedger } from '../../support/ledger.js';
import { bytes, freshPath, text, useFolder } from './kinds.js';

useLedger();
useFolder();

/** A file that holds `abc`. */
function existing(): string {
  const path = freshPath();
  writeFileSync(path, 'abc');
  return path;
}

function codeOf(path: string, grfMode?: number, fCreate?: boolean): HResult {
  const [hr, stream] = openFileStream(path, grfMode, fCreate);
  stream?.Release();
  return hr;
}

/** Whether this process has a descriptor open on the path; only Linux tells. */
function isOpen(path: string): boolean {
  const links = readdirSync('/proc/self/fd').map((fd) => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`);
    } catch {
      return '';
    }
  });
  return links.includes(resolve(path));
}

describe('openFileStream', () => {
  test('opens what is there', async () => {
    using stream = ok(openFileStream(existing()));
    expect(text(await ok(stream.Read(9)))).toBe('abc');
  });

  test('STGM_FAILIFTHERE without fCreate opens what is there and answers STG_E_FILENOTFOUND when nothing is', () => {
    expect(codeOf(existing(), STGM_READ | STGM_FAILIFTHERE, false)).toBe(S_OK);
    const path = freshPath();
    expect(codeOf(path, STGM_READWRITE)).toBe(STG_E_FILENOTFOUND);
    expect(existsSync(path)).toBe(false);
  });

  test('STGM_FAILIFTHERE with fCreate makes the file and refuses one that is there', () => {
    const path = freshPath();
    expect(codeOf(path, STGM_WRITE, true)).toBe(S_OK);
    expect(codeOf(path, STGM_WRITE, true)).toBe(STG_E_FILEALREADYEXISTS);
  });

  test('STGM_CREATE makes the file, or empties the one that is there, whatever fCreate says', () => {
    const path = freshPath();
    expect(codeOf(path, STGM_CREATE | STGM_WRITE)).toBe(S_OK);
    writeFileSync(path, 'old');
    expect(codeOf(path, STGM_CREATE | STGM_READ, true)).toBe(S_OK);
    expect(readFileSync(path, 'utf8')).toBe('');
  });

  test('a folder that is missing is STG_E_PATHNOTFOUND, also when a file stands in its place', () => {
    expect(codeOf(`${freshPath()}/mail.eml`)).toBe(STG_E_PATHNOTFOUND);
    expect(codeOf(`${existing()}/mail.eml`)).toBe(STG_E_PATHNOTFOUND);
  });

  test('a folder and a device are STG_E_ACCESSDENIED', () => {
    const folder = freshPath();
    mkdirSync(folder);
    expect(codeOf(folder)).toBe(STG_E_ACCESSDENIED);
    expect(codeOf(folder, STGM_READWRITE)).toBe(STG_E_ACCESSDENIED);
    expect(codeOf('/dev/null', STGM_READWRITE)).toBe(STG_E_ACCESSDENIED);
  });

  test.each(['', 'a\0b', undefined, 7, 'x'.repeat(5000)])('the name %j is STG_E_INVALIDNAME', (path) => {
    expect(codeOf(path as string)).toBe(STG_E_INVALIDNAME);
  });

  test.each([3, 0x70, 0x50, 0x10000, 0x4000000, 1.5, Number.NaN])('the mode %d is STG_E_INVALIDFLAG', (grfMode) => {
    expect(codeOf(existing(), grfMode)).toBe(STG_E_INVALIDFLAG);
  });

  test('the failure keeps its words and its cause', () => {
    const path = freshPath();
    expect(() => ok(openFileStream(path))).toThrow(/^STG_E_FILENOTFOUND: ENOENT/);
    expect(lastErrorOf(openFileStream)?.error.cause).toMatchObject({ code: 'ENOENT' });
  });
});

describe('the mode', () => {
  test('STGM_READ refuses Write and SetSize with STG_E_ACCESSDENIED', async () => {
    using stream = ok(openFileStream(existing(), STGM_READ));
    expect(await stream.Write(bytes('x'))).toEqual([STG_E_ACCESSDENIED, null]);
    expect(await stream.SetSize(0)).toBe(STG_E_ACCESSDENIED);
  });

  test('STGM_READ with STGM_CREATE is for reading, too', async () => {
    using stream = ok(openFileStream(freshPath(), STGM_READ | STGM_CREATE));
    expect(await stream.Write(bytes('x'))).toEqual([STG_E_ACCESSDENIED, null]);
  });

  test('STGM_WRITE refuses Read with STG_E_ACCESSDENIED', async () => {
    const path = existing();
    using stream = ok(openFileStream(path, STGM_WRITE));
    expect(await stream.Read(1)).toEqual([STG_E_ACCESSDENIED, null]);
    expect(await stream.Write(bytes('X'))).toEqual([S_OK, 1]);
    expect(readFileSync(path, 'utf8')).toBe('Xbc');
  });

  test('is what Stat tells', async () => {
    const grfMode = STGM_WRITE | STGM_CREATE | STGM_SHARE_DENY_WRITE;
    using stream = ok(openFileStream(freshPath(), grfMode));
    expect((await ok(stream.Stat())).grfMode).toBe(grfMode);
  });
});

describe('sharing', () => {
  test('nothing said means that others may do anything', () => {
    const path = existing();
    using _first = ok(openFileStream(path, STGM_READWRITE));
    expect(codeOf(path, STGM_READWRITE)).toBe(S_OK);
    expect(codeOf(path, STGM_READWRITE | STGM_SHARE_DENY_NONE)).toBe(S_OK);
  });

  test.each([
    ['STGM_SHARE_DENY_READ', STGM_SHARE_DENY_READ, STG_E_SHAREVIOLATION, S_OK],
    ['STGM_SHARE_DENY_WRITE', STGM_SHARE_DENY_WRITE, S_OK, STG_E_SHAREVIOLATION],
    ['STGM_SHARE_EXCLUSIVE', STGM_SHARE_EXCLUSIVE, STG_E_SHAREVIOLATION, STG_E_SHAREVIOLATION],
  ])('%s holds for those who come later', (_name, share, reading, writing) => {
    const path = existing();
    using _first = ok(openFileStream(path, STGM_READ | share));
    expect(codeOf(path, STGM_READ)).toBe(reading);
    expect(codeOf(path, STGM_WRITE)).toBe(writing);
    expect(codeOf(path, STGM_READWRITE)).toBe(STG_E_SHAREVIOLATION);
  });

  test('is refused when somebody does already what it would forbid, until that one has gone', () => {
    const path = existing();
    const first = ok(openFileStream(path, STGM_WRITE));
    expect(codeOf(path, STGM_READ | STGM_SHARE_DENY_WRITE)).toBe(STG_E_SHAREVIOLATION);
    first.Release();
    expect(codeOf(path, STGM_READ | STGM_SHARE_DENY_WRITE)).toBe(S_OK);
  });

  test('a file that is held exclusively is not emptied by STGM_CREATE', () => {
    const path = existing();
    using _first = ok(openFileStream(path, STGM_READ | STGM_SHARE_EXCLUSIVE));
    expect(codeOf(path, STGM_READWRITE | STGM_CREATE)).toBe(STG_E_SHAREVIOLATION);
    expect(readFileSync(path, 'utf8')).toBe('abc');
  });

  test('locks and share modes hold under another name of the same file', async () => {
    const path = existing();
    const alias = freshPath();
    symlinkSync(path, alias);
    using owner = ok(openFileStream(path, STGM_READWRITE));
    using other = ok(openFileStream(alias, STGM_READWRITE));
    await owner.LockRegion(0, 3, LOCK_WRITE);
    expect(await other.Write(bytes('x'))).toEqual([STG_E_LOCKVIOLATION, null]);
    expect(codeOf(alias, STGM_READ | STGM_SHARE_EXCLUSIVE)).toBe(STG_E_SHAREVIOLATION);
  });
});

describe('the file', () => {
  test.skipIf(process.platform !== 'linux')('is closed when the last clone goes, not before', async () => {
    const path = existing();
    const stream = ok(openFileStream(path));
    const clone = await ok(stream.Clone());
    stream.Release();
    expect(isOpen(path)).toBe(true);
    clone.Release();
    expect(isOpen(path)).toBe(false);
  });

  test.skipIf(process.platform !== 'linux')('is closed when opening fails half-way', () => {
    const path = existing();
    using _first = ok(openFileStream(path, STGM_READ | STGM_SHARE_EXCLUSIVE));
    const before = readdirSync('/proc/self/fd').length;
    for (let i = 0; i < 10; i++) codeOf(path);
    expect(readdirSync('/proc/self/fd').length).toBe(before);
  });

  test.skipIf(process.platform !== 'linux')(
    'stays open while the disk is at work, though the stream has gone',
    async () => {
      const path = existing();
      const stream = ok(openFileStream(path, STGM_READWRITE));
      const committed = stream.Commit();
      stream.Release();
      expect(isOpen(path)).toBe(true);
      expect(await committed).toBe(S_OK);
      expect(isOpen(path)).toBe(false);
    },
  );

  test('has its path, size and times in Stat', async () => {
    const path = existing();
    using stream = ok(openFileStream(path));
    const stat = await ok(stream.Stat());
    expect([stat.pwcsName, stat.cbSize]).toEqual([resolve(path), 3n]);
    // FILETIME of 2020 and of 2200: between them lies now, whatever the clock of this machine says.
    for (const time of [stat.mtime, stat.atime]) {
      expect(time > 132_223_104_000_000_000n && time < 189_000_000_000_000_000n).toBe(true);
    }
  });

  test('has what was written at once, without Commit', async () => {
    const path = freshPath();
    using stream = ok(openFileStream(path, STGM_WRITE | STGM_CREATE));
    await stream.Write(bytes('abc'));
    expect(readFileSync(path, 'utf8')).toBe('abc');
  });

  test('may be sparse and longer than 4 GB', async () => {
    using stream = ok(openFileStream(freshPath(), STGM_READWRITE | STGM_CREATE));
    const far = 5n * 2n ** 30n;
    expect(await stream.Seek(far, 0)).toEqual([S_OK, far]);
    expect(await stream.Write(bytes('far'))).toEqual([S_OK, 3]);
    expect((await ok(stream.Stat())).cbSize).toBe(far + 3n);
    await stream.Seek(far, 0);
    expect(text(await ok(stream.Read(9)))).toBe('far');
  });
});

describe('what the file system says becomes', () => {
  const failing = (code: string) => Object.assign(new Error(`${code}: no`), { code });

  test.each([
    ['ENOENT', 'STG_E_FILENOTFOUND'],
    ['ENOTDIR', 'STG_E_PATHNOTFOUND'],
    ['EEXIST', 'STG_E_FILEALREADYEXISTS'],
    ['EMFILE', 'STG_E_TOOMANYOPENFILES'],
    ['ENFILE', 'STG_E_TOOMANYOPENFILES'],
    ['EACCES', 'STG_E_ACCESSDENIED'],
    ['EPERM', 'STG_E_ACCESSDENIED'],
    ['EROFS', 'STG_E_ACCESSDENIED'],
    ['ENOSPC', 'STG_E_MEDIUMFULL'],
    ['EDQUOT', 'STG_E_MEDIUMFULL'],
    ['EFBIG', 'STG_E_MEDIUMFULL'],
    ['ENOMEM', 'STG_E_INSUFFICIENTMEMORY'],
    ['ENAMETOOLONG', 'STG_E_INVALIDNAME'],
    ['EIO', 'STG_E_WRITEFAULT'],
  ])('%s %s', (errno, name) => {
    const error = failing(errno);
    const failure = fileError(error, STG_E_WRITEFAULT);
    expect(codeName(failure.hr)).toBe(name);
    expect(failure.cause).toBe(error);
  });

  test('what has no errno, the code of the call', () => {
    expect(fileError(new Error('odd'), STG_E_READFAULT).hr).toBe(STG_E_READFAULT);
  });
});
