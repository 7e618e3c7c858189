import { createRequire } from 'node:module';
import type { BackEnd, FoundFunction, OpenedCallback, OpenedLibrary } from './backend.js';
import type { FunctionDeclaration, NativeType } from './declaration.js';
import { fromPlain, type Plain } from './plain.js';

/** What is used of ffi-napi; integers of 64 bits are texts where a number would not hold them. */
interface FfiNapi {
  DynamicLibrary: new (path: string) => { get(name: string): Buffer; close(): number };
  ForeignFunction(pointer: Buffer, result: string, parameters: readonly string[], abi?: number): FfiFunction;
  Callback: new (
    result: string,
    parameters: readonly string[],
    abi: number | undefined,
    target: (...args: unknown[]) => unknown,
  ) => Buffer;
  readonly FFI_STDCALL?: number;
}

interface FfiFunction {
  (...args: readonly unknown[]): Plain;
  async(...args: readonly unknown[]): void;
}

const names: Readonly<Record<NativeType, string>> = {
  void: 'void',
  HRESULT: 'int32',
  ULONG: 'uint32',
  LONG: 'int32',
  BOOL: 'int32',
  LARGE_INTEGER: 'int64',
  pointer: 'size_t',
  text: 'string',
};

const namesOf = ({ parameters }: FunctionDeclaration): string[] => parameters.map((type) => names[type]);

/** The second one: what many programs use already. Much slower than the default, with binaries for fewer systems. */
export function ffiNapiBackEnd(): BackEnd {
  const require = createRequire(import.meta.url);
  const ffi = require('ffi-napi') as FfiNapi;
  const { address } = createRequire(require.resolve('ffi-napi'))('ref-napi') as { address(buffer: Buffer): number };
  const abiOf = ({ convention }: FunctionDeclaration) => (convention === 'stdcall' ? ffi.FFI_STDCALL : undefined);
  return {
    open: (path) => open(ffi, path, abiOf),
    callback(declaration, target): OpenedCallback {
      const made = new ffi.Callback(names[declaration.result], namesOf(declaration), abiOf(declaration), (...args) =>
        toPlain(
          declaration.result,
          target(...args.map((value, at) => fromPlain(declaration.parameters[at], value as Plain))),
        ),
      );
      // The C function lives as long as its buffer: this set is what keeps it reachable.
      living.add(made);
      return { address: BigInt(address(made)), close: () => void living.delete(made) };
    },
  };
}

const living = new Set<Buffer>();

function open(
  ffi: FfiNapi,
  path: string,
  abiOf: (declaration: FunctionDeclaration) => number | undefined,
): OpenedLibrary {
  const library = new ffi.DynamicLibrary(path);
  return {
    find(name, declaration): FoundFunction {
      const found = ffi.ForeignFunction(
        library.get(name),
        names[declaration.result],
        namesOf(declaration),
        abiOf(declaration),
      );
      const given = (args: readonly unknown[]) => args.map((value, at) => toPlain(declaration.parameters[at], value));
      return {
        now: (args) => fromPlain(declaration.result, found(...given(args))),
        later: (args) =>
          new Promise((resolve, reject) => {
            found.async(...given(args), (error: Error | null, result: Plain) =>
              error ? reject(error) : resolve(fromPlain(declaration.result, result)),
            );
          }),
      };
    },
    close: () => void library.close(),
  };
}

function toPlain(type: NativeType | undefined, value: unknown): Plain {
  if (type === 'BOOL') return value ? 1 : 0;
  if (typeof value === 'bigint') return value.toString();
  return value as Plain;
}
