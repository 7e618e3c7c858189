import { inspect } from 'node:util';
import { log } from '../base/index.js';
import { CO_E_RELEASED, E_INVALIDARG, E_NOINTERFACE, E_POINTER, S_OK } from './codes.js';
import { ComError } from './error.js';
import type { HResult, Ret } from './hresult.js';
import { type Iid, lineage } from './iid.js';
import type { FinalRelease, Impl, MoreInterfaces } from './implementation.js';
import { unwatch, watch } from './leaks.js';
import { addReference, dropReference, enter, type LedgerLine, leave, overRelease } from './ledger.js';
import { Published } from './published.js';
import { thunk } from './thunk.js';
import { IUnknown } from './unknown.js';

/** Whichever interface. */
// biome-ignore lint/suspicious/noExplicitAny: an object mixes interfaces of every kind.
export type AnyIid = Iid<any>;

/**
 * Publishes an implementation as a COM object and answers its first interface pointer, with one reference that the
 * caller owns. The same implementation published again is the same object, so identity and count live with it.
 *
 * @param impl the implementation: `class Sink implements Impl<ISMTPCallback>`, or an object of such methods
 * @param first the interface wanted
 * @param rest further interfaces that `QueryInterface` shall find
 * @returns the pointer for `first`
 * @example
 * ```ts
 * using callback = com({ OnStatus: (status) => S_OK, ... }, ISMTPCallback);
 * ```
 */
export function com<I extends IUnknown>(impl: Impl<I> & FinalRelease, first: Iid<I>, ...rest: AnyIid[]): I {
  const object = living(impl) ?? new ComObject(impl);
  object.offer(first);
  for (const iid of rest) object.offer(iid);
  const pointer = object.pointer(first) as unknown as I;
  pointer.AddRef();
  return pointer;
}

/**
 * The pointer of an object that is published already, without a reference of its own: for an implementation that
 * hands itself to a callback (`pTransport`), where the callee adds a reference if it keeps the pointer.
 *
 * @param impl an implementation that `com` has published and that has not ended
 * @param iid the interface
 * @returns the pointer; whoever keeps it adds a reference
 * @throws {ComError} `CO_E_RELEASED` when it is not published, `E_NOINTERFACE` when it lacks the interface
 */
export function borrow<I extends IUnknown>(impl: Impl<I>, iid: Iid<I>): I {
  const object = living(impl);
  if (!object) throw new ComError(CO_E_RELEASED, `no living object stands behind this ${iid.name}`);
  if (!object.has(iid)) throw new ComError(E_NOINTERFACE, `the object has no ${iid.name}`);
  return object.pointer(iid) as unknown as I;
}

/**
 * Checks an argument that must be an interface pointer and takes a reference on it, as a method does that keeps what
 * it was given.
 *
 * @param argument what the caller passed
 * @param iid the interface that is needed
 * @param name the parameter's documented name, for the error's words
 * @returns a pointer that the caller of this function releases
 * @throws {ComError} `E_INVALIDARG` when the argument is missing or no pointer, `CO_E_RELEASED` when the object has
 *   ended, `E_NOINTERFACE` when it lacks the interface
 */
export function acquire<I extends IUnknown>(argument: unknown, iid: Iid<I>, name: string): I {
  if (argument === null || argument === undefined) throw new ComError(E_INVALIDARG, `${name} is NULL`);
  if (!isPointer(argument))
    throw new ComError(E_INVALIDARG, `${name} is no interface pointer; pass com(implementation, ${iid.name})`);
  const [hr, pointer] = (argument as unknown as IUnknown).QueryInterface(iid);
  if (!pointer) throw new ComError(hr, `${name} has no ${iid.name}`);
  return pointer;
}

/**
 * Whether a value is an interface pointer of this kernel, alive or not.
 *
 * @param value anything
 * @returns true for a pointer, also for one whose object has ended
 */
export const isPointer = (value: unknown): boolean => value instanceof Pointer;

/**
 * The implementation behind a pointer, for code that knows it and wants the short way (a stream with a synchronous
 * core). Null when the object has ended or the value is no pointer.
 *
 * @param pointer an interface pointer
 * @returns the implementation, without a reference on it
 */
export const implementationOf = (pointer: unknown): object | null =>
  pointer instanceof Pointer && Pointer.objectOf(pointer).alive ? Pointer.objectOf(pointer).impl : null;

/**
 * The interface that a pointer is of: the one it was asked for as, so that its methods are known.
 *
 * @param pointer an interface pointer
 * @returns its interface; null for a value that is no pointer
 */
export const interfaceOf = (pointer: unknown): AnyIid | null =>
  pointer instanceof Pointer ? (interfaces.get(pointer.constructor) ?? null) : null;

/**
 * Makes an object unusable while others still hold references on it, as `IMAPISupport::MakeInvalid` does: from now on AddRef
 * and Release count as before, every other method answers the code given. The implementation is let go at once; its
 * `finalRelease` is not called any more, so whoever invalidates an object does its shutdown work.
 *
 * @param pointer any pointer of the object; one that is no pointer, or whose object has ended, is left alone
 * @param hr the failing code that methods answer
 */
export function invalidate(pointer: IUnknown, hr: HResult): void {
  if (pointer instanceof Pointer && Pointer.objectOf(pointer).alive) Pointer.objectOf(pointer).invalidate(hr);
}

/**
 * Whether an implementation is published now: somebody holds a reference on its object.
 *
 * @param impl the implementation
 */
export const isPublished = (impl: object): boolean => living(impl) !== null;

/** Owns the reference count of one implementation and hands out its interface pointers. */
export class ComObject {
  readonly id: number;
  impl: object;
  alive = true;
  invalid: HResult | null = null;
  young = -1;
  readonly line: LedgerLine;
  // Most objects have one interface and one pointer: lists are enough, and the levels of an interface are listed once.
  #offered: readonly AnyIid[] | null = null;
  #pointer: Pointer | null = null;
  #pointerGuid = '';
  #others: Map<string, Pointer> | null = null;

  constructor(impl: object) {
    this.id = ++lastId;
    this.impl = impl;
    this.line = enter(this.id, impl.constructor?.name ?? 'object');
    Published.stamp(impl, this);
    watch(this);
  }

  offer(iid: AnyIid): void {
    if (this.#offered === null) this.#offered = lineage(iid);
    else if (!this.has(iid)) this.#offered = [...this.#offered, ...lineage(iid).filter((level) => !this.has(level))];
  }

  has(iid: AnyIid): boolean {
    return this.#level(iid.guid) !== undefined;
  }

  /** The one pointer object for this interface, so that equal pointers are `===`. No reference is added. */
  pointer(iid: AnyIid): Pointer {
    const { guid } = iid;
    if (this.#pointer !== null && this.#pointerGuid === guid) return this.#pointer;
    const known = this.#others?.get(guid);
    if (known) return known;
    const fresh = new (pointerClass(this.#level(guid) ?? iid))(this);
    if (this.#pointer === null) {
      this.#pointer = fresh;
      this.#pointerGuid = guid;
    } else {
      this.#others ??= new Map();
      this.#others.set(guid, fresh);
    }
    return fresh;
  }

  addRef(): number {
    if (this.alive) return addReference(this.line);
    overRelease();
    return 0;
  }

  release(): number {
    if (!this.alive) {
      overRelease();
      return 0;
    }
    const left = dropReference(this.line);
    if (left === 0) this.#end();
    return left;
  }

  invalidate(hr: HResult): void {
    Published.stamp(this.impl, null);
    this.impl = refusing(hr);
    this.invalid = hr;
  }

  #level(guid: string): AnyIid | undefined {
    const offered = this.#offered ?? [];
    for (let at = offered.length - 1; at >= 0; at--) if (offered[at]?.guid === guid) return offered[at];
    return undefined;
  }

  #end(): void {
    this.alive = false;
    leave(this.line);
    unwatch(this);
    if (this.invalid !== null) return;
    const { impl } = this;
    Published.stamp(impl, null);
    // Who keeps a pointer after its last Release, as programs do in their arrays and fields, keeps no object by that.
    this.impl = ended;
    try {
      (impl as FinalRelease).finalRelease?.();
    } catch (error) {
      log.error(`finalRelease of ${this.line.implementation}#${this.id} threw`, error);
    }
  }
}

/** Stands in for the implementation of an object that has ended. */
const ended: object = Object.freeze({});

let lastId = 0;

function living(impl: object): ComObject | null {
  const object = Published.object(impl);
  return object?.alive ? object : null;
}

// Stands in for the implementation of an object that was made invalid.
const refusing = (hr: HResult): object =>
  new Proxy(
    {},
    {
      get: () => () => {
        throw new ComError(hr, 'the object was made invalid: its provider has shut down');
      },
    },
  );

/** What every interface pointer is: a small object apart from the implementation. */
class Pointer {
  readonly #object: ComObject;

  constructor(object: ComObject) {
    this.#object = object;
  }

  static objectOf(pointer: Pointer): ComObject {
    return pointer.#object;
  }

  QueryInterface(riid: AnyIid): Ret<unknown> {
    if (!riid) return [E_POINTER, null];
    const object = this.#object;
    if (!object.alive) return [CO_E_RELEASED, null];
    if (object.invalid !== null) return [object.invalid, null];
    if (!object.has(riid)) {
      const other = (object.impl as MoreInterfaces).queryInterface?.(riid) ?? null;
      return other ? [S_OK as HResult, other] : [E_NOINTERFACE, null];
    }
    object.addRef();
    return [S_OK as HResult, object.pointer(riid)];
  }

  AddRef(): number {
    return this.#object.addRef();
  }

  Release(): number {
    return this.#object.release();
  }

  [Symbol.dispose](): void {
    this.#object.release();
  }
}

type PointerClass = new (object: ComObject) => Pointer;
const classes = new Map<string, PointerClass>();
const interfaces = new WeakMap<object, AnyIid>();

// One class per interface, made when the first pointer to it is: methods live on the prototype, so that minting a
// pointer costs one small object however many methods the interface has.
function pointerClass(iid: AnyIid): PointerClass {
  const known = classes.get(iid.guid);
  if (known) return known;
  const made = class extends Pointer {
    override toString(): string {
      return `${iid.name}#${Pointer.objectOf(this).id}`;
    }
    [inspect.custom](): string {
      return `${this.toString()}${Pointer.objectOf(this).alive ? '' : ' (released)'}`;
    }
  };
  Object.defineProperty(made, 'name', { value: iid.name });
  for (const level of lineage(iid)) {
    if (level.guid === IUnknown.guid) continue;
    for (const [name, signature] of level.methods) {
      const method = thunk(iid.name, name, signature, level.answers);
      Object.defineProperty(made.prototype, name, {
        configurable: true,
        writable: true,
        value: function (this: Pointer, ...args: unknown[]): unknown {
          const object = Pointer.objectOf(this);
          return method(object.alive ? object.impl : null, object.id, args);
        },
      });
    }
  }
  classes.set(iid.guid, made);
  interfaces.set(made, iid);
  return made;
}
