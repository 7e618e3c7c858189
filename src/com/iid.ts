import { type Guid, guid } from './guid.js';
import { type Signature, signature } from './prototype.js';

declare const type: unique symbol;

/**
 * When the methods of an interface answer. `now`: at once, as all of Imnxport does (a callback may still answer with a
 * promise where its page lets the engine wait). `later`: always with a promise, because the method may touch a store,
 * a stream or the wire.
 */
export type Answers = 'now' | 'later';

/** An interface identifier that remembers, at compile time, which interface it names. */
export interface Iid<I> {
  /** The documented name: `ISMTPTransport`. */
  readonly name: string;
  /** The IID. */
  readonly guid: Guid;
  /** The interface it extends; null for `IUnknown` alone. */
  // biome-ignore lint/suspicious/noExplicitAny: a base names another interface, whichever it is.
  readonly base: Iid<any> | null;
  /** When its methods answer. */
  readonly answers: Answers;
  /** Its own methods in vtable order, without the inherited ones. */
  readonly methods: ReadonlyMap<string, Signature>;
  /** Only the compiler sees this. */
  readonly [type]?: (i: I) => I;
}

/** The methods that an interface adds to its base, each with its prototype. */
export type Vtable<I, B> = { readonly [K in Extract<Exclude<keyof I, keyof B>, string>]: string };

/**
 * Declares an interface: the one place that holds its name, its IID, its base and its methods in slot order. The
 * compiler checks that no method is missing; callers' types, the thunk, marshalling and native proxies follow from it.
 *
 * @param name the documented name
 * @param id the IID in text form
 * @param base the interface it extends
 * @param vtable the methods in vtable order with their prototypes, attributes included (see `signature`)
 * @param answers when the methods answer; `now` unless told otherwise
 * @returns the frozen declaration
 * @throws {TypeError} when a prototype is none, `ComError` `E_INVALIDARG` when the IID is none
 * @example
 * ```ts
 * export interface ISequentialStream extends IUnknown {
 *   Read(cb: number): Out<Uint8Array>;
 *   Write(pv: Uint8Array): Out<number>;
 * }
 * export const ISequentialStream: Iid<ISequentialStream> = iid<ISequentialStream, IUnknown>(
 *   'ISequentialStream', '0C733A30-2A1C-11CE-ADE5-00AA0044773D', IUnknown,
 *   {
 *     Read: '([out, size_is(cb), length_is(pcbRead)] void *pv, ULONG cb, [out, unique] ULONG *pcbRead)',
 *     Write: '([size_is(cb)] const void *pv, ULONG cb, [out, unique] ULONG *pcbWritten)',
 *   },
 *   'later',
 * );
 * ```
 */
export function iid<I extends B, B>(
  name: string,
  id: string,
  base: Iid<B> | null,
  vtable: Vtable<I, B>,
  answers: Answers = 'now',
): Iid<I> {
  const methods = new Map(Object.entries<string>(vtable).map(([method, text]) => [method, signature(text)]));
  return Object.freeze({ name, guid: guid(id), base, answers, methods });
}

/**
 * An interface and everything it extends, in the order of the vtable.
 *
 * @param of the interface
 * @returns its lineage, `IUnknown` first, the interface itself last
 */
// biome-ignore lint/suspicious/noExplicitAny: a lineage mixes interfaces.
export function lineage(of: Iid<any>): readonly Iid<any>[] {
  let known = lineages.get(of);
  if (!known) {
    known = Object.freeze(of.base ? [...lineage(of.base), of] : [of]);
    lineages.set(of, known);
  }
  return known;
}

// Every object that is published or opened asks for it.
// biome-ignore lint/suspicious/noExplicitAny: a lineage mixes interfaces.
const lineages = new WeakMap<Iid<any>, readonly Iid<any>[]>();

/** One slot of a vtable. */
export interface Slot {
  /** Zero-based index; 0 to 2 belong to `IUnknown`. */
  readonly slot: number;
  /** The method. */
  readonly name: string;
  /** Its prototype, taken apart. */
  readonly signature: Signature;
  /** The interface that declares it. */
  // biome-ignore lint/suspicious/noExplicitAny: slots of one table come from several interfaces.
  readonly declaredBy: Iid<any>;
}

/**
 * The whole vtable of an interface.
 *
 * @param of the interface
 * @returns one row for each slot, inherited methods first
 */
// biome-ignore lint/suspicious/noExplicitAny: any interface has a table.
export function slots(of: Iid<any>): Slot[] {
  return lineage(of)
    .flatMap((level) => [...level.methods].map(([name, sig]) => ({ name, signature: sig, declaredBy: level })))
    .map((method, slot) => ({ slot, ...method }));
}
