import type { ComError } from './error.js';

/** What `GetLastError` methods answer from: the last failure of one object. */
export interface LastError {
  /** The method that failed. */
  readonly method: string;
  /** The failure with its words and its cause. */
  readonly error: ComError;
}

const byObject = new WeakMap<object, LastError>();
const byAnswer = new WeakMap<object, ComError>();
let latest: ComError | null = null;

/**
 * The last failure of an object, for its `GetLastError`.
 *
 * @param implementation the implementation object
 * @returns null when no call on it failed yet
 */
export const lastErrorOf = (implementation: object): LastError | null => byObject.get(implementation) ?? null;

/** Keeps a failure for the object it happened in, and for `ok` to find its words again. */
export function rememberFailure(implementation: object, method: string, error: ComError): void {
  byObject.set(implementation, { method, error });
  latest = error;
}

/** Keeps the words of a warning for the object that gave it. */
export function rememberWarning(implementation: object, method: string, error: ComError): void {
  byObject.set(implementation, { method, error });
}

/** Ties a failure to the answer (a tuple or a promise) that carries its code. */
export function tieFailure(answer: object, error: ComError): void {
  byAnswer.set(answer, error);
}

/** The failure behind an answer, if it came from an implementation in this process. */
export function failureBehind(answer: unknown, hr: number): ComError | null {
  if (typeof answer === 'object' && answer !== null) return byAnswer.get(answer) ?? null;
  return latest?.hr === hr ? latest : null;
}
