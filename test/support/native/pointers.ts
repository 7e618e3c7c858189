import { com, type Iid, type IUnknown, slots } from '../../../src/com/index.js';
import type { Addon } from './addon.js';
import { type Entry, enter } from './exposed.js';
import { imported } from './imported.js';
import { wordsOf } from './parameters.js';

const ADDREF = 1;
const RELEASE = 2;
const nothing = { words: new BigUint64Array(0), memory: new Uint8Array(0), fixes: new Uint32Array(0) };

/** Interface pointers on their way across the binary interface, in both directions. */
export class Pointers {
  readonly addon: Addon;
  readonly #byId = new Map<number, Entry>();
  readonly #byPointer = new Map<unknown, Entry>();
  readonly #byAddress = new Map<bigint, Entry>();
  #lastId = 0;

  private constructor(addon: Addon) {
    this.addon = addon;
    addon.connect((id, slot, words, token, home) => {
      const entry = this.#byId.get(id);
      if (slot === RELEASE) return this.#retire(id, entry);
      return enter(this, entry, slot, words, token, home);
    });
    addon.setDeadline(10_000);
  }

  /** The one of this process, for there is one way in. */
  static of(addon: Addon): Pointers {
    only ??= new Pointers(addon);
    return only;
  }

  /** TypeScript objects that native code holds. */
  get exposed(): number {
    return this.#byId.size;
  }

  /**
   * Lays a native table over a TypeScript pointer.
   *
   * @returns the address, with one native reference that the receiver owns; 0 for null
   */
  expose<I extends IUnknown>(pointer: I | null, iid: Iid<I>): bigint {
    if (pointer === null) return 0n;
    const known = this.#byPointer.get(pointer);
    if (known) {
      this.count(known.address, ADDREF);
      return known.address;
    }
    const counts = slots(iid).map(({ signature }) =>
      signature.parameters.reduce((sum, p) => sum + wordsOf(p, this.addon.pointerSize), 0),
    );
    const id = ++this.#lastId;
    const address = this.addon.expose(id, Uint8Array.from(counts));
    if (address === null) throw new RangeError(`${iid.name} has more slots or arguments than the trampolines`);
    pointer.AddRef();
    const entry: Entry = { id, address, pointer: pointer as never, iid: iid as never, slots: slots(iid) };
    this.#byId.set(id, entry);
    this.#byPointer.set(pointer, entry);
    this.#byAddress.set(address, entry);
    return address;
  }

  /** As `expose`, for an argument: the native reference is given back by `release`. */
  lend<I extends IUnknown>(pointer: I | null, iid: Iid<I>, release: Disposable[]): bigint {
    const address = this.expose(pointer, iid);
    if (address !== 0n) release.push({ [Symbol.dispose]: () => void this.count(address, RELEASE) });
    return address;
  }

  /**
   * Makes a TypeScript pointer of a native one and takes a reference on it; one of our own comes back as itself.
   *
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

  /** As `import`, for a pointer that comes with a reference: it is taken over. */
  adopt<I extends IUnknown>(address: bigint, iid: Iid<I>, home = 0): I | null {
    if (address === 0n) return null;
    if (!this.#byAddress.has(address)) return this.#wrap(address, iid, home);
    const own = this.import(address, iid, home);
    this.count(address, RELEASE);
    return own;
  }

  /** Calls AddRef or Release and answers the new count. */
  count(address: bigint, slot: 1 | 2): number {
    return this.addon.invoke(address, slot, nothing.words, 0, nothing.memory, nothing.fixes);
  }

  #wrap<I extends IUnknown>(address: bigint, iid: Iid<I>, home: number): I {
    return com(imported(this, address, iid as unknown as Iid<IUnknown>, home) as never, iid);
  }

  #retire(id: number, entry: Entry | undefined): number {
    if (!entry || !this.addon.retire(id)) return 0;
    this.#byId.delete(id);
    this.#byPointer.delete(entry.pointer);
    this.#byAddress.delete(entry.address);
    return entry.pointer.Release();
  }
}

let only: Pointers | null = null;
