import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { PointerSize } from './layout/ctype.js';

/** What the native addon offers. Addresses are those of native memory; a word is one argument of a call. */
export interface Addon {
  /** The width of a pointer in bytes. */
  readonly pointerSize: PointerSize;
  /**
   * Opens the way in; the first call counts. `dispatch(id, slot, words, token, home)` runs a native call on a TypeScript object: with token 0
   * it is on this thread and wants its HRESULT returned, else the answer goes to `complete`. Slot 2 tells that native
   * code has no reference left. `home` names the pumping thread that called, or is 0.
   */
  connect(dispatch: (id: number, slot: number, words: BigUint64Array, token: number, home: number) => number): void;
  /** How long native threads wait for an answer. */
  setDeadline(milliseconds: number): void;
  /** Lays a table over object `id`, whose slot i takes `words[i]` words, and answers its address with one reference. */
  expose(id: number, words: Uint8Array): bigint | null;
  /** Frees the table when its count is zero; false when it was handed out again. */
  retire(id: number): boolean;
  /** A copy of memory; length -1 reads up to a NUL, -2 up to a NUL of 16 bits. */
  peek(address: bigint, length: number): Buffer;
  poke(address: bigint, bytes: Uint8Array): void;
  /** A block as MAPIAllocateBuffer makes them, filled; `fixes` are the places that hold offsets into it. 0 without memory. */
  allocate(bytes: Uint8Array, fixes: Uint32Array): bigint;
  /** MAPIFreeBuffer. */
  free(address: bigint): number;
  /** The addresses of the functions that native code allocates with. */
  readonly allocators: {
    readonly MAPIAllocateBuffer: bigint;
    readonly MAPIAllocateMore: bigint;
    readonly MAPIFreeBuffer: bigint;
  };
  /** Answers a call from another thread; false when the caller has given up. */
  complete(token: number, hr: number, addresses: readonly bigint[], blocks: readonly Uint8Array[]): boolean;
  /** Calls a method at once. `pointers` has a bit for each word that is an offset into `memory`, `fixes` the places inside. */
  invoke(
    target: bigint,
    slot: number,
    words: BigUint64Array,
    pointers: number,
    memory: Uint8Array,
    fixes: Uint32Array,
  ): number;
  /**
   * The same at the home thread, or on a thread of its own for home 0. A call that `serves` also runs while the home
   * waits for an answer. Null when the home has closed, or the system has no thread to give.
   */
  invokeLater(
    home: number,
    target: bigint,
    slot: number,
    words: BigUint64Array,
    pointers: number,
    memory: Uint8Array,
    fixes: Uint32Array,
    serves: boolean,
  ): Promise<readonly [hr: number, memory: Buffer]> | null;
  /**
   * Calls a function on this very stack; libraries that call functions may use one of their own, from which JavaScript cannot be
   * entered. `pointers` has a bit for each word that is an offset into `memory`. Null when there are too many words.
   */
  callFunction(
    address: bigint,
    words: BigUint64Array,
    pointers: number,
    memory: Uint8Array,
    stdcall: boolean,
  ): bigint | null;
  /**
   * A method of a native object as a function: it takes `inputs` numbers of 32 bits and answers the code; what the method puts where its
   * last argument points goes into the one element of `cell`. Only to be called while the object lives. Null when it takes too many.
   */
  bind(
    target: bigint,
    slot: number,
    inputs: number,
    cell: Uint32Array | null,
  ): ((...numbers: readonly number[]) => number) | null;
  /** Drops the calls on an object that its home has not looked at. */
  purge(home: number, target: bigint): void;
  /** Native objects and blocks alive in this process. */
  counts(): NativeCounts;
}

/** What native code has alive in this process. */
export interface NativeCounts {
  /** Tables over TypeScript objects. */
  readonly exposed: number;
  /** Blocks that MAPIFreeBuffer has not freed. */
  readonly blocks: number;
}

/** Where the build is: beside `src` as beside `dist`, or where COMAIL_ADDON of the environment says. */
export const addonPath = (): string =>
  process.env['COMAIL_ADDON'] ?? fileURLToPath(new URL('../../build/Release/comail.node', import.meta.url));

/** The addon, or why it is missing. */
export function loadAddon():
  | { readonly addon: Addon; readonly missing: null }
  | { readonly addon: null; readonly missing: string } {
  try {
    return { addon: createRequire(import.meta.url)(addonPath()) as Addon, missing: null };
  } catch (error) {
    const [first] = String(error instanceof Error ? error.message : error).split('\n');
    return { addon: null, missing: `${first ?? 'unknown'}; ${HOW_TO_BUILD}` };
  }
}

const HOW_TO_BUILD = `where a C++ compiler, make and Python are installed, this builds it: node "${fileURLToPath(
  new URL('../../scripts/native-install.mjs', import.meta.url),
)}"`;
