import type { Reading, Writing } from '../memory.js';

/** The width of a pointer in bytes. */
export type PointerSize = 4 | 8;

/** How the values of one C type lie in memory. */
// biome-ignore lint/suspicious/noExplicitAny: tables hold types of every value.
export interface CType<T = any> {
  /** The name in the header, for messages. */
  readonly name: string;
  /** Its size, or that of what comes before an array at its end. */
  size(pointer: PointerSize): number;
  /** The boundary that it stands on. */
  align(pointer: PointerSize): number;
  /** The size with the array at its end. */
  sizeOf?(pointer: PointerSize, value: T): number;
  /** The same, from the bytes before that array. */
  extent?(pointer: PointerSize, head: Buffer): number;
  /** What NULL stands for where a callee hands it out: an empty list of problems, for instance. Null unless told otherwise. */
  readonly ofNull?: T;
  /** Whether a value is handed out as NULL. */
  isNull?(value: T): boolean;
  /** Reads a value that begins at an offset. */
  read(from: Reading, bytes: Buffer, at: number): T;
  /** Writes a value into room that is all zeroes. */
  write(to: Writing, at: number, value: T): void;
}

/** A C type that is passed in one argument, or two words of the stack where pointers are narrower than it is. */
// biome-ignore lint/suspicious/noExplicitAny: tables hold types of every value.
export interface Scalar<T = any> extends CType<T> {
  /** The value of an argument. */
  fromBits(bits: bigint): T;
  /** The argument of a value. */
  toBits(value: T): bigint;
}

/** Whether a type is passed by value. */
export const isScalar = (type: CType): type is Scalar => 'fromBits' in type;
