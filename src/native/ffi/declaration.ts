import type { HResult } from '../../com/index.js';

/** The C types that functions of libraries take and answer, with what they are in TypeScript. */
export interface NativeTypes {
  /** Nothing, as a result alone. */
  readonly void: undefined;
  /** A code, signed 32 bits. */
  readonly HRESULT: HResult;
  /** 32 bits without a sign. */
  readonly ULONG: number;
  /** 32 bits with a sign. */
  readonly LONG: number;
  /** True unless zero, 32 bits. */
  readonly BOOL: boolean;
  /** 64 bits with a sign. */
  readonly LARGE_INTEGER: bigint;
  /** An address; 0n is NULL. */
  readonly pointer: bigint;
  /** Text that ends with a NUL, in UTF-8; lent for the call. */
  readonly text: string | null;
}

/** The name of a C type. */
export type NativeType = keyof NativeTypes;

/** One function of a library. */
export interface FunctionDeclaration {
  /** What it answers. */
  readonly result: NativeType;
  /** What it takes. */
  readonly parameters: readonly Exclude<NativeType, 'void'>[];
  /** How it takes it; `stdcall` differs on 32-bit Windows alone. `cdecl` unless told otherwise. */
  readonly convention?: 'cdecl' | 'stdcall';
}

/** The functions of a library by name. */
export type FunctionDeclarations = Readonly<Record<string, FunctionDeclaration>>;

/** The arguments of a declared function. */
export type ArgumentsOf<P extends readonly NativeType[]> = { -readonly [K in keyof P]: NativeTypes[P[K]] };

/** What a declared function answers. */
export type ResultOf<D extends FunctionDeclaration> = NativeTypes[D['result']];

/** A function of a library as TypeScript calls it. */
export type NativeFunction<D extends FunctionDeclaration> = (...args: ArgumentsOf<D['parameters']>) => ResultOf<D>;
