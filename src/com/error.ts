import type { HResult } from './hresult.js';
import { describe } from './names.js';

/** What may accompany a {@link ComError}. */
export interface ComErrorOptions {
  /** What led to it. */
  readonly cause?: unknown;
  /** Out values that the method's page defines for this failure. */
  readonly value?: unknown;
}

/**
 * A failure on the inside: a code the caller can act on and words a person can read. Implementations throw it; the
 * thunk turns it into the HRESULT that callers see and keeps the words for `GetLastError`.
 */
export class ComError extends Error {
  /** `ComError`, or the name of a class that extends it. */
  override readonly name: string = 'ComError';
  /** The code that callers will get. */
  readonly hr: HResult;
  /** The message without the code's name, for another message to quote. */
  readonly words: string;
  /** Out values that accompany the failure, undefined in most cases. */
  readonly value: unknown;

  /**
   * Makes an error whose message begins with the code's name.
   *
   * @param hr a failing HRESULT
   * @param message what happened and, where something helps, what to do next
   * @param options the cause, and out values defined for a failure
   */
  constructor(hr: HResult, message: string, options: ComErrorOptions = {}) {
    super(`${describe(hr)}: ${message}`, 'cause' in options ? { cause: options.cause } : undefined);
    this.hr = hr;
    this.words = message;
    this.value = options.value;
  }
}

/** A success that is not `S_OK`, on its way out of an implementation. Made by {@link warn}. */
export class Warning<T> {
  /** The succeeding code. */
  readonly hr: HResult;
  /** The value that goes with it. */
  readonly value: T;
  /** What `GetLastError` tells of it; null when there is nothing to tell. */
  readonly words: string | null;

  /**
   * Pairs a code with its value.
   *
   * @param hr a succeeding HRESULT
   * @param value the out value
   * @param words what `GetLastError` tells of it
   */
  constructor(hr: HResult, value: T, words: string | null = null) {
    this.hr = hr;
    this.value = value;
    this.words = words;
  }
}

/**
 * What an implementation returns to answer a success other than `S_OK`.
 *
 * @param hr the succeeding code, `S_FALSE` or `MAPI_W_ERRORS_RETURNED` for instance
 * @returns what the implementation returns in its turn
 */
export function warn(hr: HResult): Warning<void>;
/**
 * What an implementation returns to answer a success other than `S_OK` together with its out value.
 *
 * @param hr the succeeding code
 * @param value the out value
 * @param words what `GetLastError` tells of it
 * @returns what the implementation returns in its turn
 */
export function warn<T>(hr: HResult, value: T, words?: string): Warning<T>;
export function warn(hr: HResult, value?: unknown, words?: string): Warning<unknown> {
  return new Warning(hr, value, words);
}
