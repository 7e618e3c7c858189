import type { FunctionDeclaration } from './declaration.js';

/** What a library that calls C functions has to offer. Values are those of {@link NativeTypes}. */
export interface BackEnd {
  /** Opens a shared library; throws what the system says. */
  open(path: string): OpenedLibrary;
  /** The address of a C function that calls a TypeScript one, from whichever thread. */
  callback(declaration: FunctionDeclaration, target: (...args: unknown[]) => unknown): OpenedCallback;
}

/** A library that is open. */
export interface OpenedLibrary {
  /** One of its functions; throws when it has none of that name. */
  find(name: string, declaration: FunctionDeclaration): FoundFunction;
  close(): void;
}

/** A function of an open library. */
export interface FoundFunction {
  /** Calls it on this thread. */
  now(args: readonly unknown[]): unknown;
  /** Calls it on another thread. */
  later(args: readonly unknown[]): Promise<unknown>;
}

/** A C function over a TypeScript one. */
export interface OpenedCallback {
  readonly address: bigint;
  close(): void;
}
