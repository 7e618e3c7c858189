import { type Addon, addonPath, loadAddon } from '../../../src/native/addon.js';

export { addonPath };

/** The native programs and streams that the addon carries for these tests. */
export interface Trials {
  /** A pumping thread makes a native stream and has the stream at that address copied into it: the code, what arrived. */
  copyOnThread(stream: bigint): Promise<readonly [hr: number, bytes: Buffer]> | null;
  /** A native IStream over a copy of the bytes, with one reference. */
  makeStream(bytes: Uint8Array): bigint;
  /** An object whose slot 3 is `Add(ULONG by, [out] ULONG *sum)`, with one reference. */
  makeCounter(): bigint;
  /** Those of these tests that are alive in this process. */
  living(): { readonly streams: number; readonly programs: number };
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

/** The addon with what it carries for tests, or why it is missing. */
export function loadTrials():
  | { readonly addon: Addon & Trials; readonly missing: null }
  | { readonly addon: null; readonly missing: string } {
  const { addon, missing } = loadAddon();
  return { addon, missing } as ReturnType<typeof loadTrials>;
}
