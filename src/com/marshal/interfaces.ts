import { type Guid, guidFromBytes, guidToBytes } from '../guid.js';
import type { Slot } from '../iid.js';
import { iid, slots } from '../iid.js';
import type { AnyIid } from '../object.js';
import { IUnknown } from '../unknown.js';

/** The interfaces that can be called from outside: found by identifier, and by the names that C has for pointers to them. */
export class Interfaces {
  readonly #byKey = new Map<string, AnyIid>();
  readonly #byPointer = new Map<string, AnyIid>();
  readonly #slots = new Map<AnyIid, readonly Slot[]>();

  /**
   * Adds interfaces.
   *
   * @param declared any values, of which those that are declarations of interfaces count: what a room exports
   * @param pointers names of pointer types that do not follow from the interface's: `LPMDB` for `IMsgStore`
   */
  add(declared: Iterable<unknown>, pointers: Readonly<Record<string, AnyIid>> = {}): void {
    for (const one of declared) {
      if (!isIid(one)) continue;
      this.#byKey.set(keyOf(one.guid), one);
      this.#byPointer.set(`${one.name}*`, one);
      this.#byPointer.set(`LP${one.name.slice(1).toUpperCase()}`, one);
    }
    for (const [name, declaration] of Object.entries(pointers)) this.#byPointer.set(name, declaration);
  }

  /** The interface of an identifier as a frame has it; null when nobody knows it. */
  byKey(key: string): AnyIid | null {
    return this.#byKey.get(key) ?? null;
  }

  /** The interface of an identifier; for one that nobody knows, an interface that no object has. */
  of(guid: Guid): AnyIid {
    return this.#byKey.get(keyOf(guid)) ?? iid<IUnknown, IUnknown>(guid, guid, IUnknown, {});
  }

  /**
   * The interface of a C type.
   *
   * @param type `LPMAPITABLE`, or `IStream` with at least one star
   * @param stars how many stars follow
   */
  byPointer(type: string, stars: number): AnyIid | null {
    return this.#byPointer.get(type) ?? (stars > 0 ? (this.#byPointer.get(`${type}*`) ?? null) : null);
  }

  /** The vtable of an interface. */
  slots(of: AnyIid): readonly Slot[] {
    let known = this.#slots.get(of);
    if (!known) {
      known = Object.freeze(slots(of));
      this.#slots.set(of, known);
    }
    return known;
  }
}

/** The identifier of an interface as {@link Interfaces.byKey} takes it: its bytes, a character each. */
export const keyOf = (guid: Guid): string => Buffer.from(guidToBytes(guid)).toString('latin1');

/** The identifier behind a key. */
export const guidOfKey = (key: string): Guid => guidFromBytes(Buffer.from(key, 'latin1'));

const isIid = (value: unknown): value is AnyIid =>
  typeof value === 'object' && value !== null && 'guid' in value && 'methods' in value && value.methods instanceof Map;
