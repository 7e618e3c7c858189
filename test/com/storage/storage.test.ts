import { describe, expect, test } from 'vitest';
import {
  check,
  createMemoryStream,
  E_INVALIDARG,
  GUID_NULL,
  type Guid,
  guid,
  IEnumSTATSTG,
  IStorage,
  IStream,
  ok,
  S_FALSE,
  S_OK,
  STATFLAG_NONAME,
  STG_E_ACCESSDENIED,
  STG_E_DOCFILECORRUPT,
  STG_E_FILEALREADYEXISTS,
  STG_E_FILENOTFOUND,
  STG_E_INVALIDFLAG,
  STG_E_INVALIDFUNCTION,
  STG_E_INVALIDHEADER,
  STG_E_INVALIDNAME,
  STG_E_INVALIDPARAMETER,
  STG_E_INVALIDPOINTER,
  STG_E_REVERTED,
  STGC_DEFAULT,
  STGM_CREATE,
  STGM_READ,
  STGM_READWRITE,
  STGM_SHARE_DENY_NONE,
  STGM_SHARE_EXCLUSIVE,
  STGM_TRANSACTED,
  STGM_WRITE,
  STGMOVE_COPY,
  STGMOVE_MOVE,
  STGTY_STORAGE,
  STGTY_STREAM,
  STREAM_SEEK_END,
  STREAM_SEEK_SET,
  storageOnStream,
} from '../../../src/com/index.js';
import { useLedger } from '../../support/ledger.js';

const both = STGM_READWRITE | STGM_SHARE_EXCLUSIVE;
const reading = STGM_READ | STGM_SHARE_EXCLUSIVE;

const fresh = (file: IStream) => storageOnStream(file, { create: true });

async function put(storage: IStorage, name: string, text: string): Promise<void> {
  using stream = await ok(storage.CreateStream(name, both | STGM_CREATE));
  await ok(stream.Write(Buffer.from(text)));
}
async function got(storage: IStorage, name: string): Promise<string> {
  using stream = await ok(storage.OpenStream(name, null, reading));
  const [, bytes] = await check(stream.Read(1_000_000));
  return Buffer.from(bytes).toString();
}
async function names(storage: IStorage): Promise<(string | null)[]> {
  using list = await ok(storage.EnumElements());
  const [, all] = await check(list.Next(100));
  return all.map(({ pwcsName }) => pwcsName);
}

describe('IStorage over a stream', () => {
  useLedger();

  test('Commit writes all of it to the stream; who opens the stream again finds it', async () => {
    using file = createMemoryStream();
    {
      using storage = await fresh(file);
      await put(storage, 'CONTENTS', 'hello');
      using inner = await ok(storage.CreateStorage('Inner', both));
      await put(inner, 'deep', 'x'.repeat(10_000));
      expect(await ok(file.Seek(0, STREAM_SEEK_END))).toBe(0n);
      expect(await storage.Commit()).toBe(S_OK);
      // This comes too late.
      await put(storage, 'lost', 'lost');
    }
    using storage = await storageOnStream(file, {});
    expect(await names(storage)).toEqual(['Inner', 'CONTENTS']);
    expect(await got(storage, 'contents')).toBe('hello');
    using inner = await ok(storage.OpenStorage('INNER', null, reading, null));
    expect((await got(inner, 'deep')).length).toBe(10_000);
  });

  test('a shorter one leaves nothing of a longer one; one may begin behind other bytes', async () => {
    using file = createMemoryStream(Buffer.from('before'));
    await ok(file.Seek(0, STREAM_SEEK_END));
    {
      using storage = await storageOnStream(file, { create: true, atCurrent: true });
      await put(storage, 'long', 'x'.repeat(50_000));
      await check(storage.Commit());
      await check(storage.DestroyElement('long'));
      await put(storage, 'short', 'y');
      await check(storage.Commit());
    }
    expect(await ok(file.Seek(0, STREAM_SEEK_END))).toBeLessThan(5000n);
    await ok(file.Seek(0, STREAM_SEEK_SET));
    expect(Buffer.from(await ok(file.Read(6))).toString()).toBe('before');
    using storage = await storageOnStream(file, { atCurrent: true });
    expect(await got(storage, 'short')).toBe('y');
  });

  test('what is no compound file is refused, and the stream let go of', async () => {
    using empty = createMemoryStream();
    await expect(storageOnStream(empty)).rejects.toMatchObject({ hr: STG_E_FILEALREADYEXISTS });
    using text = createMemoryStream(Buffer.alloc(1000, 'text'));
    await expect(storageOnStream(text)).rejects.toMatchObject({ hr: STG_E_INVALIDHEADER });
    using broken = createMemoryStream();
    {
      using storage = await fresh(broken);
      await put(storage, 'a', 'x'.repeat(5000));
      await check(storage.Commit());
    }
    await check(broken.SetSize(1024));
    await expect(storageOnStream(broken)).rejects.toMatchObject({ hr: STG_E_DOCFILECORRUPT });
    await expect(storageOnStream(null as never)).rejects.toMatchObject({ hr: E_INVALIDARG });
  });

  test('open for reading alone, nothing of it can be changed', async () => {
    using file = createMemoryStream();
    {
      using storage = await fresh(file);
      await put(storage, 'a', 'text');
      (await ok(storage.CreateStorage('s', both))).Release();
      await check(storage.Commit());
    }
    using storage = await storageOnStream(file);
    for (const refused of [
      storage.CreateStream('b', both),
      storage.CreateStorage('b', both),
      storage.OpenStream('a', null, both),
      storage.OpenStorage('s', null, both, null),
    ])
      expect(await refused).toEqual([STG_E_ACCESSDENIED, null]);
    for (const refused of [
      storage.DestroyElement('a'),
      storage.RenameElement('a', 'b'),
      storage.SetClass(GUID_NULL),
      storage.SetStateBits(1, 1),
      storage.SetElementTimes(null, 1n, null, null),
      storage.MoveElementTo('a', storage, 'b', STGMOVE_MOVE),
      storage.Commit(),
    ])
      expect(await refused).toBe(STG_E_ACCESSDENIED);
    using stream = await ok(storage.OpenStream('a', null, reading));
    expect((await stream.Write(new Uint8Array(1)))[0]).toBe(STG_E_ACCESSDENIED);
  });

  test('CreateStream and OpenStream: names, modes, what is there already and what is open', async () => {
    using file = createMemoryStream();
    using storage = await fresh(file);
    {
      using stream = await ok(storage.CreateStream('Data', both));
      await ok(stream.Write(Buffer.from('abc')));
      const stat = await ok(stream.Stat());
      expect([stat.pwcsName, stat.type, stat.cbSize, stat.grfMode]).toEqual(['Data', STGTY_STREAM, 3n, both]);
      expect((await storage.OpenStream('DATA', null, both))[0]).toBe(STG_E_ACCESSDENIED);
    }
    {
      const stream = await ok(storage.OpenStream('data', null, both));
      using clone = await ok(stream.Clone());
      stream.Release();
      // Whoever has the clone has the stream.
      expect((await storage.OpenStream('DATA', null, both))[0]).toBe(STG_E_ACCESSDENIED);
      expect(await ok(clone.Seek(0, STREAM_SEEK_END))).toBe(3n);
    }
    expect((await storage.CreateStream('data', both))[0]).toBe(STG_E_FILEALREADYEXISTS);
    expect((await storage.CreateStorage('data', both))[0]).toBe(STG_E_FILEALREADYEXISTS);
    {
      using again = await ok(storage.CreateStream('data', both | STGM_CREATE));
      expect((await ok(again.Stat(STATFLAG_NONAME))).cbSize).toBe(0n);
    }
    expect((await storage.OpenStream('none', null, both))[0]).toBe(STG_E_FILENOTFOUND);
    expect((await storage.OpenStorage('data', null, both, null))[0]).toBe(STG_E_FILENOTFOUND);
    for (const name of ['', 'x'.repeat(32), 'a/b', 'a\\b', 'a:b', 'a!b', null, 7])
      expect((await storage.CreateStream(name as never, both))[0]).toBe(STG_E_INVALIDNAME);
    expect((await storage.CreateStream('m', STGM_READWRITE | STGM_SHARE_DENY_NONE))[0]).toBe(STG_E_INVALIDFUNCTION);
    expect((await storage.CreateStream('m', both | STGM_TRANSACTED))[0]).toBe(STG_E_INVALIDFUNCTION);
    expect((await storage.OpenStream('data', null, both | STGM_CREATE))[0]).toBe(STG_E_INVALIDFUNCTION);
    for (const mode of [both | 0x4000, 3 | STGM_SHARE_EXCLUSIVE, -1, 0.5, null])
      expect((await storage.CreateStream('m', mode as never))[0]).toBe(STG_E_INVALIDFLAG);
    expect((await storage.CreateStream('m', both, 1))[0]).toBe(STG_E_INVALIDPARAMETER);
    expect((await storage.OpenStream('data', {} as never, both))[0]).toBe(STG_E_INVALIDPARAMETER);
    expect((await storage.OpenStorage('data', storage, both, null))[0]).toBe(STG_E_INVALIDPARAMETER);
    expect((await storage.OpenStorage('data', null, both, ['a']))[0]).toBe(STG_E_INVALIDPARAMETER);
    using written = await ok(storage.OpenStream('data', null, STGM_WRITE | STGM_SHARE_EXCLUSIVE));
    expect((await written.Read(1))[0]).toBe(STG_E_ACCESSDENIED);
  });

  test('a storage within: direct by default, its own with STGM_TRANSACTED until Commit', async () => {
    using file = createMemoryStream();
    using storage = await fresh(file);
    {
      using direct = await ok(storage.CreateStorage('s', both));
      await put(direct, 'a', 'at once');
      expect(await direct.Revert()).toBe(S_OK);
      expect((await storage.OpenStorage('s', null, both, null))[0]).toBe(STG_E_ACCESSDENIED);
    }
    {
      using own = await ok(storage.OpenStorage('s', null, both | STGM_TRANSACTED, null));
      expect((await ok(own.Stat())).grfMode).toBe(both | STGM_TRANSACTED);
      await put(own, 'b', 'committed');
      await check(own.Commit(STGC_DEFAULT));
      await put(own, 'c', 'taken back');
      using open = await ok(own.OpenStream('c', null, both));
      expect(await own.Revert()).toBe(S_OK);
      expect((await open.Read(1))[0]).toBe(STG_E_REVERTED);
      expect(await names(own)).toEqual(['a', 'b']);
      await put(own, 'd', 'released');
      expect(await own.Commit(0x100)).toBe(STG_E_INVALIDFLAG);
    }
    using again = await ok(storage.OpenStorage('s', null, reading, null));
    expect(await names(again)).toEqual(['a', 'b']);
  });

  test('Revert of the first storage takes back what was not committed', async () => {
    using file = createMemoryStream();
    using storage = await fresh(file);
    await put(storage, 'kept', '1');
    await check(storage.SetStateBits(5, 0xff));
    await check(storage.Commit());
    await put(storage, 'kept', '2');
    await put(storage, 'gone', '3');
    await check(storage.SetStateBits(0, 0xff));
    using within = await ok(storage.CreateStorage('within', both));
    expect(await storage.Revert()).toBe(S_OK);
    expect(await names(storage)).toEqual(['kept']);
    expect(await got(storage, 'kept')).toBe('1');
    expect((await ok(storage.Stat())).grfStateBits).toBe(5);
    expect(await within.Commit()).toBe(STG_E_REVERTED);
  });

  test('what is open within a storage that is released is STG_E_REVERTED', async () => {
    using file = createMemoryStream();
    const storage = await fresh(file);
    using within = await ok(storage.CreateStorage('s', both));
    using stream = await ok(within.CreateStream('t', both));
    storage.Release();
    expect((await stream.Write(new Uint8Array(1)))[0]).toBe(STG_E_REVERTED);
    expect(await stream.Commit()).toBe(STG_E_REVERTED);
    expect((await stream.Stat())[0]).toBe(STG_E_REVERTED);
    expect(await stream.SetSize(1)).toBe(STG_E_REVERTED);
    for (const hr of [await within.DestroyElement('t'), await within.Revert(), await within.SetClass(GUID_NULL)])
      expect(hr).toBe(STG_E_REVERTED);
    expect((await within.EnumElements())[0]).toBe(STG_E_REVERTED);
    expect((await within.Stat())[0]).toBe(STG_E_REVERTED);
    expect((await within.CreateStream('u', both))[0]).toBe(STG_E_REVERTED);
  });

  test('DestroyElement and RenameElement', async () => {
    using file = createMemoryStream();
    using storage = await fresh(file);
    for (const name of ['a', 'b', 'c']) await put(storage, name, name);
    using open = await ok(storage.OpenStream('a', null, both));
    expect(await storage.RenameElement('a', 'd')).toBe(STG_E_ACCESSDENIED);
    expect(await storage.DestroyElement('A')).toBe(S_OK);
    expect((await open.Read(1))[0]).toBe(STG_E_REVERTED);
    expect(await storage.DestroyElement('a')).toBe(STG_E_FILENOTFOUND);
    expect(await storage.DestroyElement('')).toBe(STG_E_INVALIDNAME);
    expect(await storage.RenameElement('b', 'C')).toBe(STG_E_FILEALREADYEXISTS);
    expect(await storage.RenameElement('x', 'y')).toBe(STG_E_FILENOTFOUND);
    expect(await storage.RenameElement('b', 'a:b')).toBe(STG_E_INVALIDNAME);
    expect(await storage.RenameElement('b', 'B')).toBe(S_OK);
    expect(await storage.RenameElement('c', 'renamed')).toBe(S_OK);
    expect(await names(storage)).toEqual(['B', 'renamed']);
    expect(await got(storage, 'renamed')).toBe('c');
  });

  test('EnumElements and IEnumSTATSTG: what there was, in order; Skip, Reset and Clone', async () => {
    using file = createMemoryStream();
    using storage = await fresh(file);
    await put(storage, 'bb', '22');
    (await ok(storage.CreateStorage('a', both))).Release();
    await put(storage, 'ccc', '333');
    using list = await ok(storage.EnumElements(0, null, 0));
    await check(storage.DestroyElement('bb'));
    const row = (one: { pwcsName: string | null; type: number; cbSize: bigint }) => [
      one.pwcsName,
      one.type,
      one.cbSize,
    ];
    expect((await ok(list.Next(1))).map(row)).toEqual([['a', STGTY_STORAGE, 0n]]);
    using clone = await ok(list.Clone());
    const [hr, rest] = await list.Next(5);
    expect([hr, rest?.map(row)]).toEqual([
      S_FALSE,
      [
        ['bb', STGTY_STREAM, 2n],
        ['ccc', STGTY_STREAM, 3n],
      ],
    ]);
    expect(await list.Skip(1)).toBe(S_FALSE);
    expect(await list.Reset()).toBe(S_OK);
    expect(await list.Skip(3)).toBe(S_OK);
    expect((await list.Next(-1))[0]).toBe(E_INVALIDARG);
    expect(await list.Skip('x' as never)).toBe(E_INVALIDARG);
    expect((await ok(clone.Next(2))).map(row)).toHaveLength(2);
    expect((await storage.EnumElements(1))[0]).toBe(STG_E_INVALIDPARAMETER);
    using self = ok(list.QueryInterface(IEnumSTATSTG));
    expect(self).toBe(list);
  });

  test('SetClass, SetStateBits, SetElementTimes and Stat', async () => {
    using file = createMemoryStream();
    const clsid = guid('00020D0B-0000-0000-C000-000000000046');
    {
      using storage = await fresh(file);
      using within = await ok(storage.CreateStorage('s', both));
      await check(within.SetClass(clsid));
      await check(within.SetStateBits(0b1111, 0b0101));
      expect(await storage.SetElementTimes('s', 5n, 6n, 7n)).toBe(S_OK);
      expect(await storage.SetElementTimes('s', null, null, 8n)).toBe(S_OK);
      expect(await storage.SetElementTimes('none', 5n, 6n, 7n)).toBe(STG_E_FILENOTFOUND);
      for (const time of [-1n, 1n << 64n, 5, 'x'])
        expect(await storage.SetElementTimes(null, time as never, null, null)).toBe(E_INVALIDARG);
      await put(storage, 'stream', '');
      expect(await storage.SetElementTimes('stream', 5n, 6n, 7n)).toBe(S_OK);
      expect(await storage.SetClass(null as never)).toBe(E_INVALIDARG);
      expect(await storage.SetClass('text' as Guid)).toBe(E_INVALIDARG);
      expect(await storage.SetStateBits(null as never, 1)).toBe(STG_E_INVALIDFLAG);
      expect((await storage.Stat(7))[0]).toBe(STG_E_INVALIDFLAG);
      await check(storage.Commit());
    }
    using storage = await storageOnStream(file);
    expect((await ok(storage.Stat())).pwcsName).toBeNull();
    using within = await ok(storage.OpenStorage('s', null, reading, null));
    expect(await ok(within.Stat())).toMatchObject({
      pwcsName: 's',
      type: STGTY_STORAGE,
      cbSize: 0n,
      ctime: 5n,
      mtime: 8n,
      clsid,
      grfStateBits: 0b0101,
      grfMode: reading,
    });
    expect((await ok(within.Stat(STATFLAG_NONAME))).pwcsName).toBeNull();
  });

  test('CopyTo: streams are replaced, storages merged; what is excluded stays away; not into itself', async () => {
    using one = createMemoryStream();
    using two = createMemoryStream();
    using from = await fresh(one);
    using to = await fresh(two);
    await put(from, 'a', 'new');
    await put(from, 'b', 'b');
    using inner = await ok(from.CreateStorage('s', both));
    await put(inner, 'x', 'new');
    await check(from.SetStateBits(3, 3));
    await put(to, 'a', 'old');
    {
      using there = await ok(to.CreateStorage('S', both));
      await put(there, 'y', 'stays');
    }
    expect(await from.CopyTo(null, null, to)).toBe(S_OK);
    expect(await names(to)).toEqual(['a', 'b', 'S']);
    expect([await got(to, 'a'), (await ok(to.Stat())).grfStateBits]).toEqual(['new', 3]);
    using merged = await ok(to.OpenStorage('s', null, reading, null));
    expect(await names(merged)).toEqual(['x', 'y']);
    using three = createMemoryStream();
    using part = await fresh(three);
    expect(await from.CopyTo([IStorage], ['B'], part)).toBe(S_OK);
    expect(await names(part)).toEqual(['a']);
    expect(await from.CopyTo([IStream], null, part)).toBe(S_OK);
    expect(await names(part)).toEqual(['a', 's']);
    expect(await from.CopyTo(null, null, inner)).toBe(STG_E_ACCESSDENIED);
    expect(await from.CopyTo(null, null, from)).toBe(STG_E_ACCESSDENIED);
    expect(await from.CopyTo(null, null, one as never)).toBe(STG_E_INVALIDPOINTER);
    expect(await from.CopyTo(null, null, null as never)).toBe(STG_E_INVALIDPOINTER);
    expect(await from.CopyTo('x' as never, null, to)).toBe(STG_E_INVALIDPARAMETER);
    expect(await from.CopyTo(null, [7] as never, to)).toBe(STG_E_INVALIDPARAMETER);
  });

  test('MoveElementTo moves and copies, under another name', async () => {
    using one = createMemoryStream();
    using two = createMemoryStream();
    using from = await fresh(one);
    using to = await fresh(two);
    await put(from, 'a', 'text');
    {
      using inner = await ok(from.CreateStorage('s', both));
      await put(inner, 'x', 'deep');
    }
    expect(await from.MoveElementTo('a', to, 'copy', STGMOVE_COPY)).toBe(S_OK);
    expect(await from.MoveElementTo('s', to, 't', STGMOVE_MOVE)).toBe(S_OK);
    expect([await names(from), await names(to)]).toEqual([['a'], ['t', 'copy']]);
    using there = await ok(to.OpenStorage('t', null, reading, null));
    expect(await got(there, 'x')).toBe('deep');
    expect(await from.MoveElementTo('a', to, 'copy', STGMOVE_MOVE)).toBe(STG_E_FILEALREADYEXISTS);
    expect(await from.MoveElementTo('a', from, 'A', STGMOVE_MOVE)).toBe(STG_E_FILEALREADYEXISTS);
    expect(await from.MoveElementTo('none', to, 'n', STGMOVE_MOVE)).toBe(STG_E_FILENOTFOUND);
    expect(await from.MoveElementTo('a', to, 'n', 7)).toBe(STG_E_INVALIDFLAG);
    expect(await from.MoveElementTo('a', two as never, 'n', STGMOVE_MOVE)).toBe(STG_E_INVALIDPOINTER);
    using open = await ok(from.OpenStream('a', null, both));
    expect(await from.MoveElementTo('a', to, 'n', STGMOVE_MOVE)).toBe(STG_E_ACCESSDENIED);
    expect(open).not.toBeNull();
  });
});
