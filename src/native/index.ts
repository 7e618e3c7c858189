/**
 * The border to native code in the same process: TypeScript objects as real COM pointers, native COM objects as TypeScript ones, and a
 * small way to load libraries. It needs the addon, which the installation builds where there is a compiler.
 *
 * @module
 */

export type { NativeCounts } from './addon.js';
export type { PointerSize } from './layout/ctype.js';
export { Native, type NativeOptions, openNative } from './native.js';
