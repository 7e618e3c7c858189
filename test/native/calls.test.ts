import { afterEach, describe, expect, test } from 'vitest';
import {
  assertLedgerEmpty,
  CO_E_RELEASED,
  com,
  createMemoryStream,
  E_NOINTERFACE,
  type HResult,
  type Impl,
  IStream,
  IUnknown,
  iid,
  ledgerTotals,
  ok,
  type Ret,
  RPC_E_CANTCALLOUT_INASYNCCALL,
  S_FALSE,
  S_OK,
  STREAM_SEEK_SET,
  syncStreamOf,
} from '../../src/com/index.js';
import { IInternetTransport, ISMTPTransport } from '../../src/imnxport/index.js';
import { openNative } from '../../src/native/index.js';
import { eventually } from '../support/native/eventually.js';
import { loadTrials } from '../support/native/trials.js';

const loaded = loadTrials();
if (!loaded.addon) console.log(`skipped: the native addon is missing (${loaded.missing})`);

describe.skipIf(!loaded.addon)('calls across the binary interface', () => {
  const addon = loaded.addon as NonNullable<typeof loaded.addon>;
  const pointers = addon ? openNative({ deadline: 10_000 }) : (null as never);
  const before = ledgerTotals();
  const fixes = new Uint32Array(0);
  const none = new Uint8Array(0);
  const READ = 3;
  const SEEK = 5;
  const CLONE = 13;
  const RPC_E_TIMEOUT = 0x8001011f | 0;

  afterEach(async () => {
    await eventually(() => addon.counts().exposed === 0 && addon.living().streams === 0);
    expect({ ...addon.living(), ...addon.counts() }).toEqual({ streams: 0, programs: 0, exposed: 0, blocks: 0 });
    expect(pointers.exposed).toBe(0);
    assertLedgerEmpty(before);
  });

  // A call of `Read(pv, cb, &got)` as native code makes it: pv at offset 8 of the memory, got at 0.
  const readArguments = (cb: number) => [BigUint64Array.from([8n, BigInt(cb), 0n]), 0b101] as const;

  test('a native stream is an IStream here: it reads, seeks, tells its size and clones', async () => {
    const address = addon.makeStream(Buffer.from('hello, native'));
    using stream = pointers.import(address, IStream) as IStream;
    pointers.release(address);
    expect(Buffer.from(await ok(stream.Read(5))).toString()).toBe('hello');
    expect(await ok(stream.Seek(-6n, 2))).toBe(7n);
    const [hr, rest] = await stream.Read(100);
    expect(hr).toBe(S_FALSE);
    expect(Buffer.from(rest ?? []).toString()).toBe('native');
    expect((await ok(stream.Stat())).cbSize).toBe(13n);
    using clone = await ok(stream.Clone());
    expect(await ok(clone.Write(Buffer.from('!')))).toBe(1);
    expect((await ok(stream.Stat())).cbSize).toBe(14n);
  });

  test('a native stream refuses a seek before its start, and ours says so with its code', async () => {
    const address = addon.makeStream(Buffer.from('abc'));
    using stream = pointers.import(address, IStream) as IStream;
    pointers.release(address);
    const [hr, position] = await stream.Seek(-1n, STREAM_SEEK_SET);
    expect(hr).toBeLessThan(0);
    expect(position).toBeNull();
  });

  test('a native stream of this thread has a synchronous core', () => {
    const address = addon.makeStream(Buffer.from('core'));
    using stream = pointers.import(address, IStream) as IStream;
    pointers.release(address);
    const core = syncStreamOf(stream);
    const into = Buffer.alloc(10);
    expect(core?.readSync(into)).toBe(4);
    expect(core?.sizeSync()).toBe(4);
    expect(into.toString('latin1', 0, 4)).toBe('core');
  });

  test('a method that takes and answers numbers goes the short way, and answers the same', () => {
    interface ICounter extends IUnknown {
      Add(by: number): Ret<number>;
    }
    const ICounter = iid<ICounter, IUnknown>('ICounter', '8F0C1D5A-52C3-4B7B-9B0B-1C7E4E2E9C11', IUnknown, {
      Add: '(ULONG by, [out] ULONG *sum)',
    });
    const counter = pointers.adopt(addon.makeCounter(), ICounter) as ICounter;
    expect(counter.Add(40)).toEqual([S_OK, 40]);
    expect(counter.Add(-41)).toEqual([S_OK, 0xffff_ffff]);
    expect(counter.QueryInterface(IStream)).toEqual([E_NOINTERFACE, null]);
    expect(counter.Release()).toBe(0);
    expect(counter.Add(1)).toEqual([CO_E_RELEASED, null]);
  });

  test('native copying into a TypeScript memory stream goes through its synchronous core', async () => {
    const source = addon.makeStream(Buffer.from('over there'));
    using native = pointers.import(source, IStream) as IStream;
    pointers.release(source);
    using target = createMemoryStream();
    expect(await ok(native.CopyTo(target, 100n))).toEqual({ pcbRead: 10n, pcbWritten: 10n });
    await ok(target.Seek(0n, STREAM_SEEK_SET));
    expect(Buffer.from(await ok(target.Read(10))).toString()).toBe('over there');
  });

  test('on this thread native code reads a stream with a synchronous core', async () => {
    using stream = createMemoryStream(Buffer.from('at once'));
    const address = pointers.expose<IStream>(stream, IStream);
    const [words, offsets] = readArguments(7);
    const memory = Buffer.alloc(64);
    expect(addon.invoke(address, READ, words, offsets, memory, fixes)).toBe(S_OK);
    expect(memory.readUInt32LE(0)).toBe(7);
    expect(memory.toString('latin1', 8, 15)).toBe('at once');
    expect(addon.invoke(address, SEEK, BigUint64Array.from([0n, 0n, 0n]), 0, none, fixes)).toBe(S_OK);
    pointers.release(address);
  });

  test('on this thread a method that answers later is refused at once, and was not started', async () => {
    let started = 0;
    using stream = com(new SlowStream(() => started++), IStream);
    const address = pointers.expose<IStream>(stream, IStream);
    const [words, offsets] = readArguments(4);
    expect(addon.invoke(address, READ, words, offsets, Buffer.alloc(64), fixes)).toBe(RPC_E_CANTCALLOUT_INASYNCCALL);
    expect(started).toBe(0);
    pointers.release(address);
  });

  test('from another thread the same method is waited for', async () => {
    using stream = com(new SlowStream(() => undefined), IStream);
    const address = pointers.expose<IStream>(stream, IStream);
    const [words, offsets] = readArguments(4);
    const answer = addon.invokeLater(0, address, READ, words, offsets, Buffer.alloc(64), fixes, false);
    const [hr, memory] = (await answer) ?? [0, Buffer.alloc(0)];
    expect(hr).toBe(S_OK);
    expect(memory.readUInt32LE(0)).toBe(4);
    expect(memory.toString('latin1', 8, 12)).toBe('slow');
    pointers.release(address);
  });

  test('a thread that waits for a copy serves the stream of its own that is copied into', async () => {
    const bytes = Buffer.from('there and back '.repeat(20_000));
    using stream = createMemoryStream(bytes);
    const address = pointers.expose<IStream>(stream, IStream);
    const [hr, copied] = (await addon.copyOnThread(address)) ?? [];
    expect(hr).toBe(S_OK);
    expect(copied?.equals(bytes)).toBe(true);
    pointers.release(address);
  });

  test('a caller that gave up gets RPC_E_TIMEOUT, and what comes too late is taken back', async () => {
    let open = (): void => undefined;
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    using stream = com(new SlowStream(() => gate), IStream);
    const address = pointers.expose<IStream>(stream, IStream);
    addon.setDeadline(20);
    const memory = Buffer.alloc(8, 7);
    const answer = addon.invokeLater(0, address, CLONE, BigUint64Array.from([0n]), 0b1, memory, fixes, false);
    const [hr, after] = (await answer) ?? [];
    addon.setDeadline(10_000);
    expect(hr).toBe(RPC_E_TIMEOUT);
    expect(after).toEqual(memory);
    // The clone is made only now. Nobody waits for it: were it kept, the ledger would say so.
    open();
    pointers.release(address);
  });

  test('QueryInterface answers another table of the same object, and E_NOINTERFACE for what it lacks', async () => {
    using stream = createMemoryStream(Buffer.from('x'));
    const address = pointers.expose<IStream>(stream, IStream);
    const query = (iid: { guid: string }) => {
      const memory = Buffer.alloc(32);
      Buffer.from(guidBytes(iid.guid)).copy(memory, 0);
      const hr = addon.invoke(address, 0, BigUint64Array.from([0n, 16n]), 0b11, memory, fixes);
      return [hr, memory.readBigUInt64LE(16)] as const;
    };
    const [hr, same] = query(IStream);
    expect(hr).toBe(S_OK);
    expect(same).toBe(address);
    pointers.release(same);
    expect(query(ISMTPTransport)).toEqual([E_NOINTERFACE, 0n]);
    expect(query(IInternetTransport)[0]).toBe(E_NOINTERFACE);
    pointers.release(address);
  });

  test('an object that is handed out again while its end is on the way lives on', async () => {
    using stream = createMemoryStream(Buffer.from('again'));
    const address = pointers.expose<IStream>(stream, IStream);
    expect(pointers.release(address)).toBe(0);
    expect(pointers.expose<IStream>(stream, IStream)).toBe(address);
    await new Promise((resolve) => setImmediate(resolve));
    const [words, offsets] = readArguments(5);
    const memory = Buffer.alloc(64);
    expect(addon.invoke(address, READ, words, offsets, memory, fixes)).toBe(S_OK);
    expect(memory.toString('latin1', 8, 13)).toBe('again');
    expect(pointers.release(address)).toBe(0);
  });

  test('a pointer that outlives its TypeScript owner keeps the object', async () => {
    const stream = createMemoryStream(Buffer.from('kept'));
    const address = pointers.expose<IStream>(stream, IStream);
    stream.Release();
    const [words, offsets] = readArguments(4);
    const memory = Buffer.alloc(64);
    expect(addon.invoke(address, READ, words, offsets, memory, fixes)).toBe(S_OK);
    expect(memory.toString('latin1', 8, 12)).toBe('kept');
    pointers.release(address);
  });

  test('one of our own pointers that comes back is itself', async () => {
    using stream = createMemoryStream(Buffer.from('x'));
    const address = pointers.expose<IStream>(stream, IStream);
    using back = pointers.import(address, IStream) as IStream;
    expect(back).toBe(stream);
    pointers.release(address);
  });
});

const guidBytes = (text: string): Uint8Array => {
  const hex = Buffer.from(text.replace(/[{}-]/g, ''), 'hex');
  return Uint8Array.from([3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15], (i) => hex[i] ?? 0);
};

/** A stream whose bytes come later, as those of a store do. */
class SlowStream implements Impl<IStream> {
  readonly #start: () => unknown;

  constructor(start: () => unknown) {
    this.#start = start;
  }

  async Read(cb: number): Promise<Uint8Array> {
    await this.#start();
    return Buffer.from('slow').subarray(0, cb);
  }
  Write(pv: Uint8Array): number {
    return pv.length;
  }
  Seek(): bigint {
    return 0n;
  }
  SetSize(): HResult {
    return S_OK;
  }
  CopyTo(): { pcbRead: bigint; pcbWritten: bigint } {
    return { pcbRead: 0n, pcbWritten: 0n };
  }
  Commit(): HResult {
    return S_OK;
  }
  Revert(): HResult {
    return S_OK;
  }
  LockRegion(): HResult {
    return S_OK;
  }
  UnlockRegion(): HResult {
    return S_OK;
  }
  Stat(): never {
    throw new Error('not asked for here');
  }
  async Clone(): Promise<IStream> {
    await this.#start();
    return createMemoryStream();
  }
}
