/**
 * The border to native code in the same process: TypeScript objects as real COM pointers, native COM objects as TypeScript ones, and a
 * small way to load libraries. It needs the addon, which the installation builds where there is a compiler.
 *
 * @module
 */

export type { NativeCounts } from './addon.js';
export type {
  ArgumentsOf,
  FunctionDeclaration,
  FunctionDeclarations,
  NativeFunction,
  NativeType,
  NativeTypes,
  ResultOf,
} from './ffi/declaration.js';
export {
  type FfiBackEnd,
  type LibraryOptions,
  loadLibrary,
  type NativeCallback,
  type NativeLibrary,
  nativeCallback,
} from './ffi/library.js';
export type { PointerSize } from './layout/ctype.js';
export { Native, type NativeOptions, openNative } from './native.js';
