import {
  type AnyIid,
  CO_E_DLLNOTFOUND,
  ComError,
  com,
  guidFromBytes,
  type HResult,
  hresult,
  type Iid,
  type IUnknown,
  slots,
  succeeded,
} from '../com/index.js';
import { MAPI_E_NO_SUPPORT, MAPI_E_NOT_ENOUGH_MEMORY } from '../mapi/index.js';
import { type Addon, loadAddon, type NativeCounts } from './addon.js';
import { type Entry, enter } from './incoming.js';
import { Interfaces } from './interfaces.js';
import type { PointerSize } from './layout/ctype.js';
import { outgoing } from './outgoing.js';
import { Parameters, wordsOf } from './parameters.js';

const QUERYINTERFACE = 0;
const ADDREF = 1;
const RELEASE = 2;
const nothing = { words: new BigUint64Array(0), memory: new Uint8Array(0), fixes: new Uint32Array(0) };

/** How the border between TypeScript and native code behaves. */
export interface NativeOptions {
  /** How long a native thread waits for an answer before it gets RPC_E_TIMEOUT, in milliseconds; 30,000 unless told otherwise. */
  readonly deadline?: number;
  /** The code page of 8-bit text as iconv-lite names it; `windows-1252` unless told otherwise. */
  readonly codePage?: string;
}

/**
 * The border between this process's TypeScript objects and native code in the same process: real vtables over the one, wrappers
 * for the other. There is one per JavaScript environment; {@link openNative} answers it.
 */
export class Native {
  /** @internal */
  readonly addon: Addon;
  /** @internal */
  readonly interfaces: Interfaces = new Interfaces();
  /** @internal */
  readonly parameters: Parameters = new Parameters(this.interfaces);
  readonly #byId = new Map<number, Entry>();
  readonly #byPointer = new Map<unknown, Entry>();
  readonly #byAddress = new Map<bigint, Entry>();
  #lastId = 0;
  #codePage = 'windows-1252';

  /** @internal */
  constructor(addon: Addon) {
    this.addon = addon;
    addon.connect((id, slot, words, token, home) => {
      const entry = this.#byId.get(id);
      if (slot === RELEASE) return this.#retire(id, entry);
      return enter(this, entry, slot, words, token, home);
    });
  }

  /** The width of a pointer in bytes. */
  get pointerSize(): PointerSize {
    return this.addon.pointerSize;
  }

  /** The code page of 8-bit text. */
  get codePage(): string {
    return this.#codePage;
  }

  /** TypeScript objects that native code holds. */
  get exposed(): number {
    return this.#byId.size;
  }

  /** What native code has alive in this process. */
  get counts(): NativeCounts {
    return this.addon.counts();
  }

  /**
   * The addresses of `MAPIAllocateBuffer`, `MAPIAllocateMore` and `MAPIFreeBuffer`, for a library that asks its host for them. What a
   * method of a TypeScript object allocates for its caller is freed by this MAPIFreeBuffer and no other.
   */
  get allocators(): Addon['allocators'] {
    return this.addon.allocators;
  }

  /** @internal */
  configure({ deadline, codePage }: NativeOptions): void {
    if (deadline !== undefined) this.addon.setDeadline(deadline);
    if (codePage !== undefined) this.#codePage = codePage;
  }

  /**
   * Makes an interface of the program known, so that `QueryInterface` from native code finds it. Interfaces that were exposed or
   * wrapped once are known, and so are all that comail declares.
   *
   * @param iids declarations made with `iid`
   */
  declare(...iids: readonly AnyIid[]): void {
    for (const iid of iids) this.interfaces.add(iid);
  }

  /**
   * Lays a native vtable over a TypeScript object, so that native code can call it from any thread.
   *
   * On this thread, methods that answer at once are called straight, and streams with a synchronous core (memory, files) are, too; any
   * other method answers `RPC_E_CANTCALLOUT_INASYNCCALL`. Other threads wait for the answer, with the deadline of
   * {@link NativeOptions}.
   *
   * @param pointer the object's pointer; null gives 0
   * @param iid the interface that native code shall see
   * @returns the address of the native interface pointer, with one reference that its receiver releases
   * @throws {ComError} `MAPI_E_NO_SUPPORT` when the table would be larger than the addon can lay
   */
  expose<I extends IUnknown>(pointer: I | null, iid: Iid<I>): bigint {
    if (pointer === null) return 0n;
    const known = this.#byPointer.get(pointer);
    if (known) {
      this.count(known.address, ADDREF);
      return known.address;
    }
    this.interfaces.add(iid);
    const table = slots(iid);
    const counts = table.map(({ signature }) =>
      signature.parameters.reduce((sum, p) => sum + wordsOf(this.parameters.kindOf(p), this.pointerSize), 0),
    );
    const id = ++this.#lastId;
    const address = this.addon.expose(id, Uint8Array.from(counts));
    if (address === null)
      throw new ComError(MAPI_E_NO_SUPPORT, `${iid.name} has more slots or arguments than the addon has room for`);
    pointer.AddRef();
    const entry: Entry = { id, address, pointer, iid: iid as AnyIid, slots: table };
    this.#byId.set(id, entry);
    this.#byPointer.set(pointer, entry);
    this.#byAddress.set(address, entry);
    return address;
  }

  /**
   * As {@link expose}, for the time of a call.
   *
   * @param pointer the object's pointer; null gives 0
   * @param iid the interface that native code shall see
   * @param release where the native reference goes that has to be given back
   * @returns the address
   */
  lend<I extends IUnknown>(pointer: I | null, iid: Iid<I>, release: Disposable[]): bigint {
    const address = this.expose(pointer, iid);
    if (address !== 0n) release.push({ [Symbol.dispose]: () => void this.count(address, RELEASE) });
    return address;
  }

  /**
   * Makes a TypeScript pointer of a native one and takes a reference on it; one of our own comes back as itself.
   *
   * @param address the native interface pointer
   * @param iid the interface that it has
   * @param home the pumping thread that the object belongs to, 0 for this one
   * @returns a pointer that the caller releases; null for address 0
   */
  import<I extends IUnknown>(address: bigint, iid: Iid<I>, home = 0): I | null {
    if (address === 0n) return null;
    const own = this.#byAddress.get(address);
    if (own) return own.pointer.QueryInterface(iid)[1];
    this.count(address, ADDREF);
    return this.#wrap(address, iid, home);
  }

  /**
   * As {@link Native.import}, for a pointer that comes with a reference: it is taken over.
   *
   * @param address the native interface pointer
   * @param iid the interface that it has
   * @param home the pumping thread that the object belongs to, 0 for this one
   * @returns a pointer that the caller releases; null for address 0
   */
  adopt<I extends IUnknown>(address: bigint, iid: Iid<I>, home = 0): I | null {
    if (address === 0n) return null;
    if (!this.#byAddress.has(address)) return this.#wrap(address, iid, home);
    const own = this.import(address, iid, home);
    this.count(address, RELEASE);
    return own;
  }

  /**
   * Gives back a native reference: what {@link expose} answered and nobody took.
   *
   * @param address a native interface pointer
   * @returns how many references are left
   */
  release(address: bigint): number {
    return this.count(address, RELEASE);
  }

  /** @internal */
  count(address: bigint, slot: 1 | 2): number {
    return this.addon.invoke(address, slot, nothing.words, 0, nothing.memory, nothing.fixes) >>> 0;
  }

  /** Asks a native object of this thread for another interface. @internal */
  query(address: bigint, guid: Uint8Array): readonly [HResult, bigint] {
    const memory = Buffer.alloc(32);
    memory.set(guid);
    const words = BigUint64Array.from([0n, 16n]);
    const hr = hresult(this.addon.invoke(address, QUERYINTERFACE, words, 0b11, memory, nothing.fixes));
    const found = this.pointerSize === 8 ? memory.readBigUInt64LE(16) : BigInt(memory.readUInt32LE(16));
    return [hr, succeeded(hr) ? found : 0n];
  }

  /** The interface of the IID at an address. @internal */
  iidAt(address: bigint): AnyIid | undefined {
    return this.interfaces.of(guidFromBytes(this.peek(address, 16)));
  }

  /** @internal */
  peek(address: bigint, length: number): Buffer {
    return this.addon.peek(address, length);
  }

  /** @internal */
  allocate(bytes: Uint8Array, fixes: Uint32Array): bigint {
    const address = this.addon.allocate(bytes, fixes);
    if (address === 0n)
      throw new ComError(MAPI_E_NOT_ENOUGH_MEMORY, `no room for ${bytes.length} bytes of native memory`);
    return address;
  }

  /** @internal */
  free(address: bigint): void {
    this.addon.free(address);
  }

  #wrap<I extends IUnknown>(address: bigint, iid: Iid<I>, home: number): I {
    this.interfaces.add(iid);
    return com(outgoing(this, address, iid as AnyIid, home) as never, iid);
  }

  #retire(id: number, entry: Entry | undefined): number {
    if (!entry || !this.addon.retire(id)) return 0;
    this.#byId.delete(id);
    this.#byPointer.delete(entry.pointer);
    this.#byAddress.delete(entry.address);
    return entry.pointer.Release();
  }
}

/**
 * Opens the border to native code in this process.
 *
 * @param options how it behaves; what is given again later replaces what was given before
 * @returns the border: there is one per JavaScript environment
 * @throws {ComError} `CO_E_DLLNOTFOUND` when the addon was not built; the message says how to build it
 * @example
 * ```ts
 * const native = openNative();
 * using message = ...; // an IMessage
 * const address = native.expose(message, IMessage); // for a native library, which releases it
 * ```
 */
export function openNative(options: NativeOptions = {}): Native {
  if (!only) {
    const loaded = loadAddon();
    if (!loaded.addon) throw new ComError(CO_E_DLLNOTFOUND, `the native addon is missing: ${loaded.missing}`);
    only = new Native(loaded.addon);
    only.configure({ deadline: 30_000 });
  }
  only.configure(options);
  return only;
}

let only: Native | null = null;
