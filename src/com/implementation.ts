import type { Warning } from './error.js';
import type { HResult } from './hresult.js';
import type { Iid } from './iid.js';
import type { IUnknown } from './unknown.js';

/**
 * The implementor's view of an interface: the same names, the same inputs. A method returns its value and throws a
 * `ComError` for a failure; `warn(hr, value)` answers another success than `S_OK`. A method without out value
 * may return nothing, or the code itself, as callbacks ported from C++ do (`return S_OK;`).
 */
export type Impl<I> = {
  [K in Exclude<keyof I, keyof IUnknown>]: I[K] extends (...args: infer A) => infer R
    ? (...args: A) => Answer<R>
    : never;
};

/** What an implementation may return where callers see `R`. */
export type Answer<R> = R extends Promise<infer P> ? Plain<P> | Promise<Plain<P>> : Plain<R>;

/** {@link Answer} of a call that answers at once. */
export type Plain<R> = R extends HResult
  ? void | HResult | Warning<void>
  : R extends readonly [HResult, infer T]
    ? Value<T>
    : R;
/** An out value, or a success code that travels with it. */
export type Value<T> = [T] extends [null] ? never : T | Warning<T>;

/** What an implementation may add for the end of its life. */
export interface FinalRelease {
  /** Called once, when the last reference is gone. What it throws goes to the log. */
  finalRelease?(): void;
}

/** What an implementation may add that stands for an object elsewhere, which alone knows all its interfaces. */
export interface MoreInterfaces {
  /**
   * Asked for an interface that was not named when the object was published.
   *
   * @param riid the interface
   * @returns a pointer that the asker releases, or null for `E_NOINTERFACE`
   */
  // biome-ignore lint/suspicious/noExplicitAny: whichever interface is asked for.
  queryInterface?(riid: Iid<any>): IUnknown | null;
}
