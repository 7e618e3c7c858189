import { createRequire } from 'node:module';
import type { BackEnd, FoundFunction, OpenedCallback, OpenedLibrary } from './backend.js';
import type { FunctionDeclaration, NativeType } from './declaration.js';
import { fromPlain, type Plain } from './plain.js';
import { straightCall } from './straight.js';

type Type = { readonly name: string };

/** What is used of koffi. */
interface Koffi {
  load(path: string): {
    func(convention: string, name: string, result: string, parameters: readonly string[]): KoffiFunction;
    symbol(name: string, type: string): object;
    unload(): void;
  };
  proto(convention: string, name: string, result: string, parameters: readonly string[]): Type;
  pointer(type: Type): Type;
  register(target: (...args: unknown[]) => unknown, type: Type): object;
  unregister(callback: object): void;
  address(pointer: object): bigint;
}

interface KoffiFunction {
  (...args: readonly unknown[]): Plain;
  async(...args: readonly unknown[]): void;
}

const names: Readonly<Record<NativeType, string>> = {
  void: 'void',
  HRESULT: 'int32_t',
  ULONG: 'uint32_t',
  LONG: 'int32_t',
  BOOL: 'int32_t',
  LARGE_INTEGER: 'int64_t',
  pointer: 'uintptr_t',
  text: 'str',
};

const conventionOf = ({ convention }: FunctionDeclaration): string => `__${convention ?? 'cdecl'}`;
const namesOf = ({ parameters }: FunctionDeclaration): string[] => parameters.map((type) => names[type]);

/** The default: fast, with its binaries in packages of their own. */
export function koffiBackEnd(): BackEnd {
  const koffi = createRequire(import.meta.url)('koffi') as Koffi;
  return { open: (path) => open(koffi, path), callback: (declaration, target) => callback(koffi, declaration, target) };
}

function open(koffi: Koffi, path: string): OpenedLibrary {
  const library = koffi.load(path);
  return {
    find(name, declaration): FoundFunction {
      const found = library.func(conventionOf(declaration), name, names[declaration.result], namesOf(declaration));
      const straight = straightCall(BigInt(koffi.address(library.symbol(name, 'void'))), declaration);
      const given = (args: readonly unknown[]) => args.map((value, at) => toPlain(declaration.parameters[at], value));
      return {
        now: straight ?? ((args) => fromPlain(declaration.result, found(...given(args)))),
        later: (args) =>
          new Promise((resolve, reject) => {
            found.async(...given(args), (error: Error | null, result: Plain) =>
              error ? reject(error) : resolve(fromPlain(declaration.result, result)),
            );
          }),
      };
    },
    close: () => library.unload(),
  };
}

let prototypes = 0;

function callback(
  koffi: Koffi,
  declaration: FunctionDeclaration,
  target: (...args: unknown[]) => unknown,
): OpenedCallback {
  const name = `comail_${++prototypes}`;
  const prototype = koffi.proto(conventionOf(declaration), name, names[declaration.result], namesOf(declaration));
  const registered = koffi.register(
    (...args) =>
      toPlain(
        declaration.result,
        target(...args.map((value, at) => fromPlain(declaration.parameters[at], value as Plain))),
      ),
    koffi.pointer(prototype),
  );
  return { address: BigInt(koffi.address(registered)), close: () => koffi.unregister(registered) };
}

function toPlain(type: NativeType | undefined, value: unknown): Plain {
  if (type === 'BOOL') return value ? 1 : 0;
  return value as Plain;
}
