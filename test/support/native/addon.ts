import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/** What the native addon offers. Addresses are those of native memory; a word is one argument of a call. */
export interface Addon {
  /** The width of a pointer in bytes. */
  readonly pointerSize: number;
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
  /** A copy of memory; length -1 reads up to a NUL. */
  peek(address: bigint, length: number): Buffer;
  poke(address: bigint, bytes: Uint8Array): void;
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
  /** A pumping thread makes a native stream and has the stream at that address copied into it: the code, what arrived. */
  copyOnThread(stream: bigint): Promise<readonly [hr: number, bytes: Buffer]> | null;
  /** Drops the calls on an object that its home has not looked at. */
  purge(home: number, target: bigint): void;
  /** A native IStream over a copy of the bytes, with one reference. */
  makeStream(bytes: Uint8Array): bigint;
  /** Native objects alive in this process. */
  counts(): { readonly streams: number; readonly programs: number; readonly exposed: number };
  /** Runs the native mail program; on a thread of its own when the deadline is not 0. Null without a thread. */
  runProgram(
    transport: bigint,
    order: ProgramOrder,
    body: Uint8Array,
    threadDeadlineMilliseconds: number,
  ): Promise<ProgramReport> | null;
}

/** What the native program sends, and with which passwords it logs on, one after the other. */
export interface ProgramOrder {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly firstPassword: string;
  readonly secondPassword: string;
  readonly from: string;
  readonly to: string;
  /** How long OnLogonPrompt takes to answer. */
  readonly promptMilliseconds: number;
  /** Lets go of the transport inside the first callback, when more of them wait. For a thread of its own. */
  readonly leaveEarly?: boolean;
}

/** What the native program saw. */
export interface ProgramReport {
  readonly events: readonly {
    readonly method: string;
    readonly number: number;
    readonly hr: number;
    readonly onStartThread: boolean;
  }[];
  readonly hr: number;
  readonly words: string;
  /** It came to its end by itself. */
  readonly finished: boolean;
}

/** Where the build is. */
export const addonPath: string = fileURLToPath(new URL('../../../build/Release/comail.node', import.meta.url));

/** The addon, or why it is missing. */
export function loadAddon(): { readonly addon: Addon } | { readonly addon: null; readonly missing: string } {
  try {
    return { addon: createRequire(import.meta.url)(addonPath) as Addon };
  } catch (error) {
    const [first] = String(error instanceof Error ? error.message : error).split('\n');
    return { addon: null, missing: `${first ?? 'unknown'}; build it with: node scripts/native-install.mjs` };
  }
}
