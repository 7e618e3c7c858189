import { describe, expect, test } from 'vitest';
import { limits } from '../../../src/base/index.js';
import {
  CO_E_RELEASED,
  ComError,
  createMemoryStream,
  E_INVALIDARG,
  E_NOINTERFACE,
  E_PENDING,
  type ComError as Failure,
  GUID_NULL,
  type HResult,
  ISequentialStream,
  IStream,
  LOCK_EXCLUSIVE,
  LOCK_ONLYONCE,
  LOCK_WRITE,
  nameOf,
  ok,
  plainPrototype,
  S_FALSE,
  S_OK,
  STATFLAG_NONAME,
  STG_E_INVALIDFLAG,
  STG_E_INVALIDFUNCTION,
  STG_E_INVALIDPOINTER,
  STG_E_LOCKVIOLATION,
  STG_E_MEDIUMFULL,
  STGC_DANGEROUSLYCOMMITMERELYTODISKCACHE,
  STGM_READWRITE,
  STGTY_STREAM,
  STREAM_SEEK_CUR,
  STREAM_SEEK_END,
  STREAM_SEEK_SET,
  slots,
  syncStreamOf,
} from '../../../src/com/index.js';
import { useLedger } from '../../support/ledger.js';
import { bytes, contents, kinds, text, useFolder } from './kinds.js';

useLedger();
useFolder();

const codeOf = (call: () => unknown): HResult => {
  try {
    call();
    return S_OK;
  } catch (error) {
    expect(error).toBeInstanceOf(ComError);
    return (error as Failure).hr;
  }
};

describe('the tables', () => {
  test('have their slots in the order of objidl.h', () => {
    expect(slots(IStream).map(({ slot, name }) => `${slot} ${name}`)).toEqual([
      '0 QueryInterface',
      '1 AddRef',
      '2 Release',
      '3 Read',
      '4 Write',
      '5 Seek',
      '6 SetSize',
      '7 CopyTo',
      '8 Commit',
      '9 Revert',
      '10 LockRegion',
      '11 UnlockRegion',
      '12 Stat',
      '13 Clone',
    ]);
  });

  test('have the prototypes of objidl.h', () => {
    const plain = Object.fromEntries(slots(IStream).map((s) => [s.name, plainPrototype(s.signature.prototype)]));
    expect(plain).toMatchObject({
      Read: '(void *pv, ULONG cb, ULONG *pcbRead)',
      Write: '(const void *pv, ULONG cb, ULONG *pcbWritten)',
      Seek: '(LARGE_INTEGER dlibMove, DWORD dwOrigin, ULARGE_INTEGER *plibNewPosition)',
      SetSize: '(ULARGE_INTEGER libNewSize)',
      CopyTo: '(IStream *pstm, ULARGE_INTEGER cb, ULARGE_INTEGER *pcbRead, ULARGE_INTEGER *pcbWritten)',
      Commit: '(DWORD grfCommitFlags)',
      Revert: '()',
      LockRegion: '(ULARGE_INTEGER libOffset, ULARGE_INTEGER cb, DWORD dwLockType)',
      UnlockRegion: '(ULARGE_INTEGER libOffset, ULARGE_INTEGER cb, DWORD dwLockType)',
      Stat: '(STATSTG *pstatstg, DWORD grfStatFlag)',
      Clone: '(IStream **ppstm)',
    });
  });

  test('name the documented IIDs', () => {
    expect(ISequentialStream.guid).toBe('{0C733A30-2A1C-11CE-ADE5-00AA0044773D}');
    expect(IStream.guid).toBe('{0000000C-0000-0000-C000-000000000046}');
  });
});

describe.each(kinds)('a stream %s', (kind, make) => {
  describe('ISequentialStream::Read', () => {
    test('reads from the seek pointer on and moves it by what was read', async () => {
      using stream = make(bytes('abcdef'));
      expect(text(await ok(stream.Read(2)))).toBe('ab');
      expect(text(await ok(stream.Read(3)))).toBe('cde');
    });

    test('answers S_OK when as many bytes were read as were asked for', async () => {
      using stream = make(bytes('abc'));
      expect(await stream.Read(3)).toEqual([S_OK, bytes('abc')]);
    });

    test('answers S_FALSE with what was left when the end came first, and with nothing at the end', async () => {
      using stream = make(bytes('abc'));
      expect(await stream.Read(4)).toEqual([S_FALSE, bytes('abc')]);
      expect(await stream.Read(4)).toEqual([S_FALSE, bytes('')]);
      expect(await stream.Read(0)).toEqual([S_OK, bytes('')]);
    });

    test('gives bytes that later writes do not change', async () => {
      using stream = make(bytes('abc'));
      const before = await ok(stream.Read(3));
      syncStreamOf(stream)?.seekSync(0, 0);
      await stream.Write(bytes('xyz'));
      expect(text(before)).toBe('abc');
    });

    test('allocates what there is, not what was asked for', async () => {
      using stream = make(bytes('abc'));
      expect(await stream.Read(0xffff_ffff)).toEqual([S_FALSE, bytes('abc')]);
    });

    test.each([-1, 1.5, 2 ** 32, Number.NaN, '3', undefined])('refuses %s as a count', async (cb) => {
      using stream = make(bytes('abc'));
      expect(await stream.Read(cb as number)).toEqual([E_INVALIDARG, null]);
    });

    test('serves calls that overlap in call order', async () => {
      using stream = make(bytes('abcdef'));
      using target = createMemoryStream();
      const copied = stream.CopyTo(target, 2);
      const [first, second] = [stream.Read(2), stream.Read(2)];
      expect(text(await ok(second))).toBe('ef');
      expect(text(await ok(first))).toBe('cd');
      expect(await copied).toEqual([S_OK, { pcbRead: 2n, pcbWritten: 2n }]);
      expect(contents(target)).toBe('ab');
    });
  });

  describe('ISequentialStream::Write', () => {
    test('writes at the seek pointer, moves it and answers how much was written', async () => {
      using stream = make(bytes('abcdef'));
      await stream.Seek(2, STREAM_SEEK_SET);
      expect(await stream.Write(bytes('XY'))).toEqual([S_OK, 2]);
      expect(contents(stream)).toBe('abXYef');
      expect(text(await ok(stream.Read(1)))).toBe('e');
    });

    test('lets the stream grow past its end', async () => {
      using stream = make(bytes('ab'));
      await stream.Seek(1, STREAM_SEEK_SET);
      await stream.Write(bytes('XYZ'));
      expect(contents(stream)).toBe('aXYZ');
    });

    test('fills the gap with zeroes when the seek pointer stands past the end', async () => {
      using stream = make(bytes('ab'));
      await stream.Seek(4, STREAM_SEEK_SET);
      await stream.Write(bytes('c'));
      expect(contents(stream)).toBe('ab\0\0c');
    });

    test('of nothing changes nothing, not even past the end', async () => {
      using stream = make(bytes('ab'));
      await stream.Seek(4, STREAM_SEEK_SET);
      expect(await stream.Write(bytes(''))).toEqual([S_OK, 0]);
      expect(syncStreamOf(stream)?.sizeSync()).toBe(2);
    });

    test('takes what it was given: the caller may change it afterwards', async () => {
      using stream = make();
      const mine = bytes('abc');
      await stream.Write(mine);
      mine.fill(0);
      expect(contents(stream)).toBe('abc');
    });

    test.each([null, undefined, 'abc', [1, 2]])('refuses %s as bytes', async (pv) => {
      using stream = make();
      expect(await stream.Write(pv as unknown as Uint8Array)).toEqual([STG_E_INVALIDPOINTER, null]);
    });
  });

  describe('IStream::Seek', () => {
    test('moves from the start, from the pointer and from the end, and answers the new position', async () => {
      using stream = make(bytes('abcdef'));
      expect(await stream.Seek(4, STREAM_SEEK_SET)).toEqual([S_OK, 4n]);
      expect(await stream.Seek(-1n, STREAM_SEEK_CUR)).toEqual([S_OK, 3n]);
      expect(await stream.Seek(-2, STREAM_SEEK_END)).toEqual([S_OK, 4n]);
      expect(text(await ok(stream.Read(9)))).toBe('ef');
    });

    test('by nothing from the pointer tells where it stands', async () => {
      using stream = make(bytes('abc'));
      await stream.Read(2);
      expect(await stream.Seek(0, STREAM_SEEK_CUR)).toEqual([S_OK, 2n]);
    });

    test('past the end is no error', async () => {
      using stream = make(bytes('abc'));
      expect(await stream.Seek(1000, STREAM_SEEK_END)).toEqual([S_OK, 1003n]);
      expect(await stream.Read(1)).toEqual([S_FALSE, bytes('')]);
    });

    test('keeps 64 bit positions exact, up to the highest there can be', async () => {
      using stream = make();
      const highest = BigInt(Number.MAX_SAFE_INTEGER);
      expect(await stream.Seek(highest, STREAM_SEEK_SET)).toEqual([S_OK, highest]);
      expect(await stream.Seek(-1, STREAM_SEEK_CUR)).toEqual([S_OK, highest - 1n]);
      expect(await stream.Seek(2, STREAM_SEEK_CUR)).toEqual([STG_E_INVALIDFUNCTION, null]);
    });

    test('before the start is STG_E_INVALIDFUNCTION, and the pointer stays', async () => {
      using stream = make(bytes('abc'));
      await stream.Seek(2, STREAM_SEEK_SET);
      expect(await stream.Seek(-3, STREAM_SEEK_CUR)).toEqual([STG_E_INVALIDFUNCTION, null]);
      expect(await stream.Seek(-1, STREAM_SEEK_SET)).toEqual([STG_E_INVALIDFUNCTION, null]);
      expect(await stream.Seek(0, STREAM_SEEK_CUR)).toEqual([S_OK, 2n]);
    });

    test('from an unknown origin is STG_E_INVALIDFUNCTION', async () => {
      using stream = make(bytes('abc'));
      expect(await stream.Seek(0, 3)).toEqual([STG_E_INVALIDFUNCTION, null]);
      expect(await stream.Seek(0, undefined as unknown as number)).toEqual([STG_E_INVALIDFUNCTION, null]);
    });

    test('by no integer is E_INVALIDARG', async () => {
      using stream = make(bytes('abc'));
      expect(await stream.Seek(0.5, STREAM_SEEK_SET)).toEqual([E_INVALIDARG, null]);
      expect(await stream.Seek('1' as unknown as number, STREAM_SEEK_SET)).toEqual([E_INVALIDARG, null]);
    });
  });

  describe('IStream::SetSize', () => {
    test('cuts the stream off', async () => {
      using stream = make(bytes('abcdef'));
      expect(await stream.SetSize(2)).toBe(S_OK);
      expect(contents(stream)).toBe('ab');
    });

    test('lets it grow with zeroes, also where something was cut off before', async () => {
      using stream = make(bytes('abcdef'));
      await stream.SetSize(2n);
      await stream.SetSize(4n);
      expect(contents(stream)).toBe('ab\0\0');
    });

    test('leaves the seek pointer where it is', async () => {
      using stream = make(bytes('abcdef'));
      await stream.Seek(5, STREAM_SEEK_SET);
      await stream.SetSize(1);
      expect(await stream.Seek(0, STREAM_SEEK_CUR)).toEqual([S_OK, 5n]);
    });

    test('above what a stream can have is STG_E_INVALIDFUNCTION, no integer E_INVALIDARG', async () => {
      using stream = make();
      expect(await stream.SetSize(2n ** 60n)).toBe(STG_E_INVALIDFUNCTION);
      expect(await stream.SetSize(-1)).toBe(E_INVALIDARG);
      expect(await stream.SetSize(0.1)).toBe(E_INVALIDARG);
    });
  });

  test('a Write past the highest position is STG_E_MEDIUMFULL, and nothing changes', async () => {
    using stream = make(bytes('abc'));
    await stream.Seek(2 ** 53 - 2, STREAM_SEEK_SET);
    expect(await stream.Write(bytes('xyz'))).toEqual([STG_E_MEDIUMFULL, null]);
    expect(contents(stream)).toBe('abc');
  });

  describe('IStream::CopyTo', () => {
    test('copies from one seek pointer to the other and moves both', async () => {
      using stream = make(bytes('abcdef'));
      using target = make(bytes('123456'));
      await stream.Seek(1, STREAM_SEEK_SET);
      await target.Seek(2, STREAM_SEEK_SET);
      expect(await stream.CopyTo(target, 3)).toEqual([S_OK, { pcbRead: 3n, pcbWritten: 3n }]);
      expect(contents(target)).toBe('12bcd6');
      expect(await stream.Seek(0, STREAM_SEEK_CUR)).toEqual([S_OK, 4n]);
      expect(await target.Seek(0, STREAM_SEEK_CUR)).toEqual([S_OK, 5n]);
    });

    test('ends with the source when cb is more', async () => {
      using stream = make(bytes('abc'));
      using target = createMemoryStream();
      expect(await stream.CopyTo(target, 2n ** 64n - 1n)).toEqual([S_OK, { pcbRead: 3n, pcbWritten: 3n }]);
    });

    test('copies more than one chunk', async () => {
      const much = new Uint8Array(3_000_001).map((_, i) => i * 7);
      using stream = make(much);
      using target = createMemoryStream();
      expect(await stream.CopyTo(target, much.length)).toEqual([S_OK, { pcbRead: 3_000_001n, pcbWritten: 3_000_001n }]);
      await target.Seek(0, STREAM_SEEK_SET);
      expect(Buffer.compare(await ok(target.Read(much.length)), much)).toBe(0);
    });

    test('into a clone of the stream, and into itself, ends', async () => {
      using stream = make(bytes('abc'));
      using clone = await ok(stream.Clone());
      await clone.Seek(0, STREAM_SEEK_END);
      expect(await stream.CopyTo(clone, 1000)).toEqual([S_OK, { pcbRead: 3n, pcbWritten: 3n }]);
      expect(contents(stream)).toBe('abcabc');
      await stream.Seek(0, STREAM_SEEK_SET);
      const [hr, counts] = await stream.CopyTo(stream, 1000);
      expect([hr, counts?.pcbRead]).toEqual([S_OK, 6n]);
    });

    test('in both directions at once never waits for itself', async () => {
      using one = make(bytes('1'));
      using other = make(bytes('2'));
      const both = await Promise.all([one.CopyTo(other, 9), other.CopyTo(one, 9)]);
      expect(both.map(([hr]) => hr)).toEqual([S_OK, S_OK]);
    });

    test('holds the target: its owner may release it at once', async () => {
      using stream = make(bytes('abc'));
      const target = createMemoryStream();
      const copied = stream.CopyTo(target, 3);
      target.Release();
      expect(await copied).toEqual([S_OK, { pcbRead: 3n, pcbWritten: 3n }]);
    });

    test('refuses a missing target, one that is none, and one that has ended', async () => {
      using stream = make(bytes('abc'));
      const dead = createMemoryStream();
      dead.Release();
      expect(await stream.CopyTo(null as unknown as IStream, 1)).toEqual([STG_E_INVALIDPOINTER, null]);
      expect(await stream.CopyTo({} as IStream, 1)).toEqual([E_INVALIDARG, null]);
      expect(await stream.CopyTo(dead, 1)).toEqual([CO_E_RELEASED, null]);
      expect(await stream.CopyTo(stream, -1)).toEqual([E_INVALIDARG, null]);
    });

    test('answers what the target refuses with', async () => {
      using stream = make(bytes('abc'));
      using target = createMemoryStream(bytes('123'));
      using owner = await ok(target.Clone());
      await owner.LockRegion(0, 3, LOCK_WRITE);
      expect(await stream.CopyTo(target, 3)).toEqual([STG_E_LOCKVIOLATION, null]);
    });
  });

  describe('IStream::Commit and Revert', () => {
    test('Commit succeeds with every flag there is, and Revert has no effect in direct mode', async () => {
      using stream = make(bytes('abc'));
      expect(await stream.Commit()).toBe(S_OK);
      expect(await stream.Commit(STGC_DANGEROUSLYCOMMITMERELYTODISKCACHE | 8 | 2 | 1)).toBe(S_OK);
      await stream.Write(bytes('X'));
      expect(await stream.Revert()).toBe(S_OK);
      expect(contents(stream)).toBe('Xbc');
    });

    test('a flag that does not exist is STG_E_INVALIDFLAG', async () => {
      using stream = make();
      expect(await stream.Commit(0x10)).toBe(STG_E_INVALIDFLAG);
    });
  });

  describe('IStream::LockRegion and UnlockRegion', () => {
    test('LOCK_WRITE lets others read and keeps them from writing', async () => {
      using owner = make(bytes('abcdef'));
      using other = await ok(owner.Clone());
      expect(await owner.LockRegion(2, 2, LOCK_WRITE)).toBe(S_OK);
      expect(text(await ok(other.Read(6)))).toBe('abcdef');
      await other.Seek(3, STREAM_SEEK_SET);
      expect(await other.Write(bytes('X'))).toEqual([STG_E_LOCKVIOLATION, null]);
      await other.Seek(4, STREAM_SEEK_SET);
      expect(await other.Write(bytes('X'))).toEqual([S_OK, 1]);
      await owner.Seek(2, STREAM_SEEK_SET);
      expect(await owner.Write(bytes('YY'))).toEqual([S_OK, 2]);
      expect(contents(owner)).toBe('abYYXf');
    });

    test('LOCK_EXCLUSIVE keeps others from reading, too', async () => {
      using owner = make(bytes('abcdef'));
      using other = await ok(owner.Clone());
      await owner.LockRegion(2, 2, LOCK_EXCLUSIVE);
      expect(text(await ok(other.Read(2)))).toBe('ab');
      expect(await other.Read(1)).toEqual([STG_E_LOCKVIOLATION, null]);
      expect(codeOf(() => syncStreamOf(other)?.readSync(new Uint8Array(1)))).toBe(STG_E_LOCKVIOLATION);
      expect(text(await ok(owner.Read(6)))).toBe('abcdef');
    });

    test('a lock keeps others from cutting its range off or growing over it', async () => {
      using owner = make(bytes('abcdef'));
      using other = await ok(owner.Clone());
      await owner.LockRegion(4, 4, LOCK_WRITE);
      expect(await other.SetSize(5)).toBe(STG_E_LOCKVIOLATION);
      expect(await other.SetSize(7)).toBe(STG_E_LOCKVIOLATION);
      await other.Seek(20, STREAM_SEEK_SET);
      expect(await other.Write(bytes('x'))).toEqual([STG_E_LOCKVIOLATION, null]);
      expect(await owner.SetSize(5)).toBe(S_OK);
    });

    test('LOCK_ONLYONCE can be had once, and hinders nobody from reading and writing', async () => {
      using owner = make(bytes('abcdef'));
      using other = await ok(owner.Clone());
      expect(await owner.LockRegion(0, 6, LOCK_ONLYONCE)).toBe(S_OK);
      expect(await other.LockRegion(5, 1, LOCK_ONLYONCE)).toBe(STG_E_LOCKVIOLATION);
      expect(await other.LockRegion(6, 1, LOCK_ONLYONCE)).toBe(S_OK);
      expect(await other.Write(bytes('X'))).toEqual([S_OK, 1]);
    });

    test('a lock that overlaps another is refused', async () => {
      using owner = make(bytes('abcdef'));
      using other = await ok(owner.Clone());
      await owner.LockRegion(2, 2, LOCK_WRITE);
      expect(await other.LockRegion(3, 5, LOCK_WRITE)).toBe(STG_E_LOCKVIOLATION);
      expect(await other.LockRegion(0, 3, LOCK_EXCLUSIVE)).toBe(STG_E_LOCKVIOLATION);
      expect(await other.LockRegion(0, 2, LOCK_EXCLUSIVE)).toBe(S_OK);
    });

    test('UnlockRegion needs the same values; neighbours need two calls', async () => {
      using owner = make(bytes('abcdef'));
      using other = await ok(owner.Clone());
      await owner.LockRegion(0, 2, LOCK_WRITE);
      await owner.LockRegion(2, 2, LOCK_WRITE);
      expect(await owner.UnlockRegion(0, 4, LOCK_WRITE)).toBe(STG_E_LOCKVIOLATION);
      expect(await owner.UnlockRegion(0, 2, LOCK_EXCLUSIVE)).toBe(STG_E_LOCKVIOLATION);
      expect(await other.UnlockRegion(0, 2, LOCK_WRITE)).toBe(STG_E_LOCKVIOLATION);
      expect(await owner.UnlockRegion(0, 2, LOCK_WRITE)).toBe(S_OK);
      expect(await owner.UnlockRegion(2, 2, LOCK_WRITE)).toBe(S_OK);
      expect(await other.Write(bytes('XXXX'))).toEqual([S_OK, 4]);
    });

    test('a lock ends with its stream', async () => {
      using stream = make(bytes('abc'));
      const owner = await ok(stream.Clone());
      await owner.LockRegion(0, 3, LOCK_EXCLUSIVE);
      expect(await stream.Read(1)).toEqual([STG_E_LOCKVIOLATION, null]);
      owner.Release();
      expect(await stream.Read(1)).toEqual([S_OK, bytes('a')]);
    });

    test('an unknown kind of lock is STG_E_INVALIDFUNCTION, no range E_INVALIDARG', async () => {
      using stream = make();
      expect(await stream.LockRegion(0, 1, 3)).toBe(STG_E_INVALIDFUNCTION);
      expect(await stream.UnlockRegion(0, 1, 0)).toBe(STG_E_INVALIDFUNCTION);
      expect(await stream.LockRegion(-1, 1, LOCK_WRITE)).toBe(E_INVALIDARG);
      expect(await stream.LockRegion(0, 2n ** 64n, LOCK_WRITE)).toBe(E_INVALIDARG);
    });
  });

  describe('IStream::Stat', () => {
    test('fills every member of STATSTG', async () => {
      using stream = make(bytes('abc'));
      const stat = await ok(stream.Stat());
      expect(stat).toMatchObject({
        type: STGTY_STREAM,
        cbSize: 3n,
        grfLocksSupported: LOCK_WRITE | LOCK_EXCLUSIVE | LOCK_ONLYONCE,
        clsid: GUID_NULL,
        grfStateBits: 0,
        reserved: 0,
      });
      expect(stat.grfMode & STGM_READWRITE).toBe(STGM_READWRITE);
      expect(stat.pwcsName === null).toBe(kind === 'in memory');
      expect(Object.keys(stat)).toHaveLength(11);
    });

    test('leaves the name out when told so', async () => {
      using stream = make();
      expect((await ok(stream.Stat(STATFLAG_NONAME))).pwcsName).toBe(null);
    });

    test('refuses another flag', async () => {
      using stream = make();
      expect(await stream.Stat(2)).toEqual([STG_E_INVALIDFLAG, null]);
    });
  });

  describe('IStream::Clone', () => {
    test('shares the bytes and begins at the same place with a seek pointer of its own', async () => {
      using stream = make(bytes('abcdef'));
      await stream.Seek(2, STREAM_SEEK_SET);
      using clone = await ok(stream.Clone());
      expect(text(await ok(clone.Read(2)))).toBe('cd');
      expect(text(await ok(stream.Read(2)))).toBe('cd');
      await stream.Write(bytes('X'));
      expect(text(await ok(clone.Read(1)))).toBe('X');
    });

    test('outlives the stream it came from', async () => {
      const stream = make(bytes('abc'));
      using clone = await ok(stream.Clone());
      stream.Release();
      expect(text(await ok(clone.Read(3)))).toBe('abc');
    });

    test('is another object', async () => {
      using stream = make();
      using clone = await ok(stream.Clone());
      expect(clone).not.toBe(stream);
    });
  });

  describe('the synchronous core', () => {
    test('shares the seek pointer with the calls of IStream', async () => {
      using stream = make(bytes('abcdef'));
      const core = syncStreamOf(stream);
      const into = new Uint8Array(2);
      await stream.Read(1);
      expect(core?.readSync(into)).toBe(2);
      expect(text(into)).toBe('bc');
      expect(core?.writeSync(bytes('X'))).toBe(1);
      expect(core?.seekSync(0, STREAM_SEEK_CUR)).toBe(4);
      expect(text(await ok(stream.Read(9)))).toBe('ef');
      expect(core?.sizeSync()).toBe(6);
      expect(core?.readSync(into)).toBe(0);
    });

    test('throws the codes that IStream would answer', () => {
      using stream = make(bytes('abc'));
      const core = syncStreamOf(stream);
      expect(codeOf(() => core?.seekSync(-1, STREAM_SEEK_SET))).toBe(STG_E_INVALIDFUNCTION);
      expect(codeOf(() => core?.writeSync('x' as unknown as Uint8Array))).toBe(STG_E_INVALIDPOINTER);
      expect(codeOf(() => core?.readSync(null as unknown as Uint8Array))).toBe(STG_E_INVALIDPOINTER);
    });

    test('the synchronous core says E_PENDING while a call of IStream is under way', async () => {
      using stream = make(bytes('abc'));
      using target = createMemoryStream();
      const core = syncStreamOf(stream);
      const copied = stream.CopyTo(target, 1);
      expect(codeOf(() => core?.readSync(new Uint8Array(1)))).toBe(E_PENDING);
      await copied;
      expect(codeOf(() => core?.readSync(new Uint8Array(1)))).toBe(S_OK);
    });

    test('is found through every interface of the stream, and ends with it', () => {
      const stream = make(bytes('abc'));
      const sequential = ok(stream.QueryInterface(ISequentialStream));
      const core = syncStreamOf(sequential);
      expect(core).toBe(syncStreamOf(stream));
      sequential.Release();
      stream.Release();
      expect(syncStreamOf(stream)).toBe(null);
      expect(codeOf(() => core?.sizeSync())).toBe(CO_E_RELEASED);
      expect(codeOf(() => core?.readSync(new Uint8Array(1)))).toBe(CO_E_RELEASED);
      expect(codeOf(() => core?.writeSync(new Uint8Array(1)))).toBe(CO_E_RELEASED);
    });
  });

  test('a released stream answers CO_E_RELEASED', async () => {
    const stream = make(bytes('abc'));
    stream.Release();
    expect(await stream.Read(1)).toEqual([CO_E_RELEASED, null]);
    expect(await stream.Commit()).toBe(CO_E_RELEASED);
    expect(await stream.Clone()).toEqual([CO_E_RELEASED, null]);
  });

  test('calls that wait their turn when the stream is released end with CO_E_RELEASED', async () => {
    const stream = make(new Uint8Array(3_000_000));
    using target = createMemoryStream();
    const answers = [stream.CopyTo(target, 3_000_000), stream.Read(1)];
    stream.Release();
    expect((await Promise.all(answers)).map(([hr]) => nameOf(hr))).toEqual(['CO_E_RELEASED', 'CO_E_RELEASED']);
  });

  test('it has IStream and ISequentialStream and nothing else', () => {
    using stream = make();
    using same = ok(stream.QueryInterface(IStream));
    using sequential = ok(same.QueryInterface(ISequentialStream));
    expect('Seek' in sequential).toBe(false);
    expect(stream.QueryInterface({ ...IStream, guid: GUID_NULL })).toEqual([E_NOINTERFACE, null]);
  });
});

describe('a stream in memory', () => {
  test('copies the bytes it is made from', async () => {
    const mine = bytes('abc');
    using stream = createMemoryStream(mine);
    mine.fill(0);
    expect(contents(stream)).toBe('abc');
  });

  test('refuses to be made from what is no Uint8Array', () => {
    expect(codeOf(() => createMemoryStream('abc' as unknown as Uint8Array))).toBe(STG_E_INVALIDPOINTER);
  });

  test('answers STG_E_MEDIUMFULL above its limit, and nothing changes', async () => {
    const most = limits().find(({ name }) => name === 'com.stream.memoryBytes')?.value ?? 0;
    using stream = createMemoryStream(bytes('abc'));
    expect(await stream.SetSize(most + 1)).toBe(STG_E_MEDIUMFULL);
    await stream.Seek(most, STREAM_SEEK_SET);
    expect(await stream.Write(bytes('x'))).toEqual([STG_E_MEDIUMFULL, null]);
    expect(contents(stream)).toBe('abc');
  });
});

describe('syncStreamOf', () => {
  test('answers null for what has no synchronous core', () => {
    expect(syncStreamOf(null)).toBe(null);
    expect(syncStreamOf({})).toBe(null);
    expect(syncStreamOf(createMemoryStream)).toBe(null);
  });
});
