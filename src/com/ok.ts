import { ComError } from './error.js';
import { failed, type HResult, type Ret } from './hresult.js';
import { failureBehind } from './lasterror.js';

/**
 * Unwraps an answer, now or later: its value when the call succeeded, a thrown `ComError` when it failed. The error
 * carries the implementation's own words when it came from this process.
 *
 * @param answer what a method answered
 * @returns the out value, or nothing for a method without one
 * @throws {ComError} with the failing code
 * @example
 * ```ts
 * using stream = ok(memoryStream.QueryInterface(IStream));
 * const bytes = await ok(stream.Read(100));
 * ```
 */
export function ok(answer: HResult): void;
export function ok<T>(answer: Ret<T>): T;
export function ok(answer: Promise<HResult>): Promise<void>;
export function ok<T>(answer: Promise<Ret<T>>): Promise<T>;
export function ok(answer: HResult | Ret<unknown> | Promise<HResult | Ret<unknown>>): unknown {
  return answer instanceof Promise ? answer.then((settled) => unwrap(settled, answer)) : unwrap(answer, answer);
}

/**
 * As {@link ok}, but the success code stays visible, for calls where `S_FALSE` or a warning matters.
 *
 * @param answer what a method answered
 * @returns the code, or the code with its value; never a failing one
 * @throws {ComError} with the failing code
 */
export function check(answer: HResult): HResult;
export function check<T>(answer: Ret<T>): readonly [HResult, T];
export function check(answer: Promise<HResult>): Promise<HResult>;
export function check<T>(answer: Promise<Ret<T>>): Promise<readonly [HResult, T]>;
export function check(answer: HResult | Ret<unknown> | Promise<HResult | Ret<unknown>>): unknown {
  if (answer instanceof Promise)
    return answer.then((settled) => {
      unwrap(settled, answer);
      return settled;
    });
  unwrap(answer, answer);
  return answer;
}

function unwrap(settled: HResult | Ret<unknown>, answer: unknown): unknown {
  const hr = typeof settled === 'number' ? settled : settled[0];
  if (!failed(hr)) return typeof settled === 'number' ? undefined : settled[1];
  const behind = failureBehind(settled, hr) ?? failureBehind(answer, hr);
  throw behind ?? new ComError(hr, 'the call failed');
}
