import { log } from '../base/index.js';
import { CO_E_RELEASED, E_FAIL, E_NOTIMPL, S_OK } from './codes.js';
import { ComError, Warning } from './error.js';
import { failed, type HResult, hresult } from './hresult.js';
import type { Answers } from './iid.js';
import { rememberFailure, rememberWarning, tieFailure } from './lasterror.js';
import type { Signature } from './prototype.js';
import { tracing } from './trace.js';

/** A method as pointers call it: the implementation (null once the object has ended), the object's number, the arguments. */
export type Thunk = (impl: object | null, id: number, args: readonly unknown[]) => unknown;

/**
 * Makes the border between callers, who see HRESULTs, and implementations, who return values and throw. This is the
 * only place where one becomes the other; it also remembers failures for `GetLastError` and feeds the trace.
 *
 * @param interfaceName the interface called through
 * @param method the method's name
 * @param signature its prototype
 * @param answers whether callers get promises
 */
export function thunk(interfaceName: string, method: string, signature: Signature, answers: Answers): Thunk {
  const shape = shapeOf(signature);
  const where = `${interfaceName}::${method}`;
  const several = shape === 'value' && signature.outputs.length > 1;

  const accept = (impl: object, result: unknown): Settled => {
    const [hr, value] = result instanceof Warning ? [result.hr, result.value] : [S_OK, result];
    // GetLastError explains warnings, too.
    if (result instanceof Warning && result.words !== null)
      rememberWarning(impl, method, new ComError(hr, result.words));
    if (shape === 'plain') return { hr: null, value: result };
    if (failed(hr)) return { hr, value: null };
    if (shape === 'code') return { hr: codeReturned(result, hr, where), value: undefined };
    if (value === undefined) throw new TypeError(`${where} returned nothing, yet it has an out value`);
    // A pair as callers get it would pass for an object without any of its members: a failure would count as a success.
    if (several && !isRecord(value))
      throw new TypeError(
        `${where} returned ${kindOf(value)}, yet it has several out values: return an object with ${namesOf(signature)}, or throw a ComError`,
      );
    return { hr, value };
  };

  const refuse = (impl: object, error: unknown): Settled => {
    const failure = error instanceof ComError ? error : bug(where, error);
    rememberFailure(impl, method, failure);
    if (shape === 'plain') return { hr: null, value: 0, failure };
    return { hr: failure.hr, value: shape === 'code' ? undefined : (failure.value ?? null), failure };
  };

  const settle = (impl: object, step: () => unknown): Settled => {
    try {
      return accept(impl, step());
    } catch (error) {
      return refuse(impl, error);
    }
  };

  const answer = (settled: Settled): unknown => {
    if (shape === 'plain') return settled.value;
    if (shape === 'code') return settled.hr;
    const tuple = Object.freeze([settled.hr, settled.value]);
    if (settled.failure) tieFailure(tuple, settled.failure);
    return tuple;
  };

  // What nearly every call returns, without anything made in between; `none` for all that has to be looked at closely.
  const plainly = (result: unknown): unknown => {
    if (result instanceof Warning) return none;
    if (shape === 'plain') return result;
    if (shape === 'value')
      return result === undefined || (several && !isRecord(result)) ? none : Object.freeze([S_OK, result]);
    return result === undefined || result === null ? S_OK : none;
  };

  const dead = (): unknown => {
    const settled: Settled = { hr: shape === 'plain' ? null : CO_E_RELEASED, value: shape === 'plain' ? 0 : null };
    return answers === 'later' ? Promise.resolve(answer(settled)) : answer(settled);
  };

  return (impl, id, args) => {
    if (impl === null) return dead();
    const target = (impl as Record<string, ((...a: readonly unknown[]) => unknown) | undefined>)[method];
    const listener = tracing();
    const started = listener ? performance.now() : 0;
    const finish = listener
      ? (settled: Settled): unknown => {
          const { hr, value } = settled;
          const milliseconds = performance.now() - started;
          report(() => listener({ interfaceName, id, method, args, hr, value, milliseconds }));
          return answer(settled);
        }
      : answer;
    let result: unknown;
    try {
      if (!target) throw new ComError(E_NOTIMPL, `the implementation has no ${method}`);
      result = target.apply(impl, args as unknown[]);
    } catch (error) {
      const settled = refuse(impl, error);
      if (answers === 'now') return finish(settled);
      return tied(Promise.resolve(finish(settled)), settled);
    }
    const shortcut = listener ? alwaysNone : plainly;
    if (result instanceof Promise) return following(result, impl, { shortcut, settle, finish });
    const short = shortcut(result);
    if (short !== none) return answers === 'later' ? Promise.resolve(short) : short;
    const settled = settle(impl, () => result);
    return answers === 'later' ? tied(Promise.resolve(finish(settled)), settled) : finish(settled);
  };
}

const none: unique symbol = Symbol('none');
const alwaysNone = (): unknown => none;

interface Settled {
  readonly hr: HResult | null;
  readonly value: unknown;
  readonly failure?: ComError;
}

type Shape = 'code' | 'value' | 'plain';

function shapeOf(signature: Signature): Shape {
  if (signature.returns !== 'HRESULT') return 'plain';
  return signature.outputs.length === 0 ? 'code' : 'value';
}

const isRecord = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);

const kindOf = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'an array' : `a ${typeof value}`;

const namesOf = ({ outputs }: Signature): string => outputs.map(({ name }) => name).join(' and ');

function codeReturned(result: unknown, hr: HResult, where: string): HResult {
  if (typeof result === 'number') return hresult(result);
  if (result === undefined || result === null || result instanceof Warning) return hr;
  throw new TypeError(`${where} returned a ${typeof result}, yet it has no out value`);
}

/** How an answer that comes later becomes the caller's. */
interface Steps {
  shortcut(result: unknown): unknown;
  settle(impl: object, step: () => unknown): Settled;
  finish(settled: Settled): unknown;
}

function following(result: Promise<unknown>, impl: object, { shortcut, settle, finish }: Steps): Promise<unknown> {
  const keep = (settled: Settled): unknown => {
    if (settled.failure) tieFailure(promise, settled.failure);
    return finish(settled);
  };
  const promise: Promise<unknown> = result.then(
    (value) => {
      const short = shortcut(value);
      return short === none ? keep(settle(impl, () => value)) : short;
    },
    (error: unknown) =>
      keep(
        settle(impl, () => {
          throw error;
        }),
      ),
  );
  return promise;
}

function tied(promise: Promise<unknown>, settled: Settled): Promise<unknown> {
  if (settled.failure) tieFailure(promise, settled.failure);
  return promise;
}

// Anything thrown that is no ComError is a mistake in the implementation: callers get E_FAIL, the log gets the stack.
function bug(where: string, error: unknown): ComError {
  log.error(`${where} threw`, error);
  const words = error instanceof Error ? error.message : String(error);
  return new ComError(E_FAIL, words, { cause: error });
}

function report(tell: () => void): void {
  try {
    tell();
  } catch (error) {
    log.error('the trace listener threw', error);
  }
}
