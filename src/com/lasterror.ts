import type { ComError } from './error.js';
import type { HResult } from './hresult.js';

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
 * The last failure of an object, for its `GetLastError`; or of a function that is no method of one, as `MAPILogonEx`.
 *
 * @param implementation the implementation object, or the function
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

/**
 * What a function answers that failed and is no method of an object. Its words are kept for `ok`, and for {@link lastErrorOf} of
 * the function.
 *
 * @param of the function
 * @param name its name
 * @param error why
 * @returns the code, and null in the place of the value
 */
export function failedAnswer(of: object, name: string, error: ComError): readonly [HResult, null] {
  rememberFailure(of, name, error);
  const answer = Object.freeze([error.hr, null] as const);
  tieFailure(answer, error);
  return answer;
}

/** The failure behind an answer, if it came from an implementation in this process. */
export function failureBehind(answer: unknown, hr: number): ComError | null {
  if (typeof answer === 'object' && answer !== null) return byAnswer.get(answer) ?? null;
  return latest?.hr === hr ? latest : null;
}
