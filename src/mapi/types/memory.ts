import type { HResult, Ret } from '../../com/index.js';

/** Allocates a buffer of so many bytes: `MAPIAllocateBuffer`. @spec mapiallocatebuffer */
export type ALLOCATEBUFFER = (cbSize: number) => Ret<Uint8Array>;

/** Allocates more bytes, which are freed together with an earlier buffer: `MAPIAllocateMore`. @spec mapiallocatemore */
export type ALLOCATEMORE = (cbSize: number, lpObject: Uint8Array) => Ret<Uint8Array>;

/** Frees a buffer and all that was allocated for it: `MAPIFreeBuffer`. @spec mapifreebuffer */
export type FREEBUFFER = (lpBuffer: Uint8Array | null) => HResult;
