import { CO_E_DLLNOTFOUND, CO_E_ERRORINDLL, ComError, E_INVALIDARG, type HResult } from '../../com/index.js';
import type { BackEnd, FoundFunction } from './backend.js';
import type {
  ArgumentsOf,
  FunctionDeclaration,
  FunctionDeclarations,
  NativeFunction,
  ResultOf,
} from './declaration.js';
import { ffiNapiBackEnd } from './ffinapi.js';
import { koffiBackEnd } from './koffi.js';

/** Who calls the functions of libraries. */
export type FfiBackEnd = 'koffi' | 'ffi-napi';

/** How a library is loaded. */
export interface LibraryOptions {
  /** Who calls its functions: `koffi` unless told otherwise here or by the environment's COMAIL_FFI. */
  readonly backEnd?: FfiBackEnd;
}

/** A shared library of native code, with the functions that were declared. */
export interface NativeLibrary<D extends FunctionDeclarations> extends Disposable {
  /**
   * Calls on this thread. A function that waits for another thread which calls in stops everything, and objects whose
   * methods answer later refuse it: use {@link NativeLibrary.later} for such.
   */
  readonly now: { readonly [K in keyof D]: NativeFunction<D[K]> };
  /** The same on a thread of its own, with a promise. */
  readonly later: {
    readonly [K in keyof D]: (...args: ArgumentsOf<D[K]['parameters']>) => Promise<ResultOf<D[K]>>;
  };
}

/** A C function over a TypeScript one. */
export interface NativeCallback extends Disposable {
  /** Its address, valid until it is disposed of. */
  readonly address: bigint;
}

/**
 * Loads a shared library.
 *
 * @param path where it is
 * @param functions the functions that will be called, by name
 * @param options who calls them
 * @returns the library; disposing of it closes it
 * @throws {ComError} `CO_E_DLLNOTFOUND` when the library or the package that calls it is missing,
 *   `CO_E_ERRORINDLL` when the library lacks a function, `E_INVALIDARG` for a back end that there is not
 * @example
 * ```ts
 * using legacy = loadLibrary('./liblegacy.so', {
 *   SendReport: { result: 'HRESULT', parameters: ['pointer', 'text'] },
 * });
 * const hr = await legacy.later.SendReport(openNative().expose(message, IMessage), 'monthly');
 * ```
 */
export function loadLibrary<const D extends FunctionDeclarations>(
  path: string,
  functions: D,
  options: LibraryOptions = {},
): NativeLibrary<D> {
  const backEnd = theBackEnd(options.backEnd);
  const library = trouble(CO_E_DLLNOTFOUND, `${path} cannot be loaded`, () => backEnd.open(path));
  const found = new Map<string, FoundFunction>();
  let open = true;
  for (const [name, declaration] of Object.entries(functions))
    found.set(
      name,
      trouble(CO_E_ERRORINDLL, `${path} has no ${name}`, () => library.find(name, declaration)),
    );
  const use = (name: string): FoundFunction => {
    if (!open) throw new ComError(CO_E_DLLNOTFOUND, `${path} was closed`);
    return found.get(name) as FoundFunction;
  };
  const callsOf = (call: (name: string, args: readonly unknown[]) => unknown) =>
    Object.freeze(
      Object.fromEntries([...found.keys()].map((name) => [name, (...args: unknown[]) => call(name, args)])),
    );
  return {
    now: callsOf((name, args) => use(name).now(args)) as unknown as NativeLibrary<D>['now'],
    later: callsOf((name, args) => use(name).later(args)) as unknown as NativeLibrary<D>['later'],
    [Symbol.dispose](): void {
      if (open) library.close();
      open = false;
    },
  };
}

/**
 * Makes a C function that calls a TypeScript one. Threads other than this one wait until it has answered, so this thread must never
 * wait for them meanwhile.
 *
 * @param declaration the function's type
 * @param target what is called; what it throws goes to the process's handlers, so it should not
 * @param options who makes it
 * @returns its address, until it is disposed of
 */
export function nativeCallback<const D extends FunctionDeclaration>(
  declaration: D,
  target: NativeFunction<D>,
  options: LibraryOptions = {},
): NativeCallback {
  const made = theBackEnd(options.backEnd).callback(declaration, target as unknown as (...args: unknown[]) => unknown);
  return { address: made.address, [Symbol.dispose]: () => made.close() };
}

function theBackEnd(chosen: string | undefined): BackEnd {
  const name = chosen ?? process.env['COMAIL_FFI'] ?? 'koffi';
  const make = backEnds.get(name);
  if (!make)
    throw new ComError(
      E_INVALIDARG,
      `there is no FFI back end ${name}; there are ${[...backEnds.keys()].join(' and ')}`,
    );
  return trouble(CO_E_DLLNOTFOUND, `the package ${name} is missing: npm install ${name}`, make);
}

const backEnds: ReadonlyMap<string, () => BackEnd> = new Map([
  ['koffi', koffiBackEnd],
  ['ffi-napi', ffiNapiBackEnd],
]);

function trouble<T>(hr: HResult, words: string, step: () => T): T {
  try {
    return step();
  } catch (cause) {
    throw new ComError(hr, `${words}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}
