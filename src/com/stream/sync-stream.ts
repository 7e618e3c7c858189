import { implementationOf } from '../object.js';

/**
 * The synchronous core of a stream over memory or a file: what native code on the JavaScript thread and a transport's
 * fast path call instead of promises. It shares the seek pointer, the locks and the rules with the `IStream` it belongs
 * to. Every method throws a `ComError` where the method of `IStream` would answer its code, `CO_E_RELEASED` when
 * the stream has ended, and `E_PENDING` while a call of `IStream` on the same stream has not finished.
 */
export interface SyncStream {
  /**
   * Reads from the seek pointer on.
   *
   * @param into where to; filled from its front
   * @returns how many bytes were read; fewer than `into` holds only at the end of the stream
   */
  readSync(into: Uint8Array): number;
  /**
   * Writes at the seek pointer.
   *
   * @param bytes what to write
   * @returns how many bytes were written: all of them
   */
  writeSync(bytes: Uint8Array): number;
  /**
   * Moves the seek pointer.
   *
   * @param move how far, in bytes
   * @param origin `STREAM_SEEK_SET`, `STREAM_SEEK_CUR` or `STREAM_SEEK_END`
   * @returns the new position, counted from the start
   */
  seekSync(move: number | bigint, origin: number): number;
  /**
   * The size.
   *
   * @returns bytes from the start to the end, wherever the seek pointer is
   */
  sizeSync(): number;
}

/**
 * Finds the synchronous core behind a stream pointer.
 *
 * @param pointer an interface pointer
 * @returns the core, which holds no reference of its own; null when the stream has none, has ended, or the value is no
 *   pointer
 */
export function syncStreamOf(pointer: unknown): SyncStream | null {
  const impl = implementationOf(pointer) as Partial<SyncStream> | null;
  if (!impl) return null;
  const { readSync, writeSync, seekSync, sizeSync } = impl;
  const whole = [readSync, writeSync, seekSync, sizeSync].every((method) => typeof method === 'function');
  return whole ? (impl as SyncStream) : null;
}
