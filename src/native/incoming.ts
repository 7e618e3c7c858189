import { log } from '../base/index.js';
import {
  type AnyIid,
  ComError,
  E_FAIL,
  E_NOINTERFACE,
  E_POINTER,
  guidFromBytes,
  type HResult,
  type IUnknown,
  RPC_E_CANTCALLOUT_INASYNCCALL,
  RPC_E_DISCONNECTED,
  S_FALSE,
  S_OK,
  type Slot,
  STREAM_SEEK_CUR,
  type SyncStream,
  syncStreamOf,
} from '../com/index.js';
import { Answering } from './answering.js';
import { readArguments } from './arguments.js';
import type { Native } from './native.js';

/** A TypeScript pointer that native code holds. */
export interface Entry {
  readonly id: number;
  readonly address: bigint;
  readonly pointer: IUnknown;
  readonly iid: AnyIid;
  readonly slots: readonly Slot[];
}

/** What a call came to: its code, and what goes into the caller's memory if it still waits. */
export interface Outcome {
  readonly hr: number;
  readonly patches: readonly (readonly [address: bigint, bytes: Uint8Array])[];
  /** Takes back references and blocks that nobody will receive. */
  readonly undo?: () => void;
  /** What is left to do once the caller has its answer. */
  readonly settle?: () => void;
}

/**
 * Runs a native call on a TypeScript object. On this thread the answer must be there at once, so a method that answers
 * later is refused unless a synchronous core does its work; another thread waits until `complete`.
 */
export function enter(
  native: Native,
  entry: Entry | undefined,
  slot: number,
  words: BigUint64Array,
  token: number,
  home: number,
): number {
  const outcome = attempt(() => begin(native, entry, slot, words, token !== 0, home));
  if (token === 0) return deliverHere(native, outcome);
  void Promise.resolve(outcome).then(
    (settled) => deliverThere(native, token, settled),
    (error: unknown) => deliverThere(native, token, failure(error)),
  );
  return S_OK;
}

function attempt(step: () => Outcome | Promise<Outcome>): Outcome | Promise<Outcome> {
  try {
    return step();
  } catch (error) {
    return failure(error);
  }
}

function failure(error: unknown): Outcome {
  if (!(error instanceof ComError)) log.error('a native call failed inside', error);
  return { hr: error instanceof ComError ? error.hr : E_FAIL, patches: [] };
}

function begin(
  native: Native,
  entry: Entry | undefined,
  slot: number,
  words: BigUint64Array,
  mayWait: boolean,
  home: number,
): Outcome | Promise<Outcome> {
  const called = entry?.slots[slot];
  if (!entry || !called) return { hr: RPC_E_DISCONNECTED, patches: [] };
  if (slot === 0) return queryInterface(native, entry, words);
  const later = called.declaredBy.answers === 'later';
  const core = later && !mayWait ? syncStreamOf(entry.pointer) : null;
  const quick = core && called.declaredBy.name.endsWith('Stream') ? fromCore(core, called.name) : null;
  if (later && !mayWait && !quick) return { hr: RPC_E_CANTCALLOUT_INASYNCCALL, patches: [] };
  const given = readArguments(native, called, words, home);
  if (!given) return { hr: E_POINTER, patches: [] };
  const answering = new Answering(native, called, given);
  const finish = (answer: unknown): Outcome => {
    try {
      return answering.outcome(answer);
    } finally {
      given.giveBack();
    }
  };
  const abandon = (error: unknown): never => {
    given.giveBack();
    throw error;
  };
  const method = (entry.pointer as unknown as Record<string, (...args: unknown[]) => unknown>)[called.name];
  const answer = quick ? quick(given.args) : method?.apply(entry.pointer, given.args as unknown[]);
  return answer instanceof Promise ? answer.then(finish, abandon) : finish(answer);
}

// The methods of IStream that a synchronous core can do. The others answer that they would have to wait.
function fromCore(core: SyncStream, method: string): ((args: readonly unknown[]) => unknown) | null {
  switch (method) {
    case 'Read':
      return ([cb]) => {
        const left = Math.max(0, core.sizeSync() - core.seekSync(0, STREAM_SEEK_CUR));
        const bytes = Buffer.alloc(Math.min(cb as number, left));
        const got = core.readSync(bytes);
        return [got < (cb as number) ? S_FALSE : S_OK, bytes.subarray(0, got)];
      };
    case 'Write':
      return ([pv]) => [S_OK, core.writeSync(pv as Uint8Array)];
    case 'Seek':
      return ([move, origin]) => [S_OK, BigInt(core.seekSync(move as bigint, origin as number))];
    default:
      return null;
  }
}

function queryInterface(native: Native, entry: Entry, words: BigUint64Array): Outcome {
  const [riid = 0n, out = 0n] = words;
  if (riid === 0n || out === 0n) return { hr: E_POINTER, patches: [] };
  const iid = native.interfaces.of(guidFromBytes(native.peek(riid, 16)));
  const [hr, found] = iid ? entry.pointer.QueryInterface(iid) : [E_NOINTERFACE as HResult, null];
  if (!found || !iid) return { hr, patches: [[out, pointerBytes(native, 0n)]] };
  using held = found as IUnknown;
  const address = native.expose<IUnknown>(held, iid);
  return { hr, patches: [[out, pointerBytes(native, address)]], undo: () => void native.release(address) };
}

function deliverHere(native: Native, outcome: Outcome | Promise<Outcome>): number {
  if (outcome instanceof Promise) return RPC_E_CANTCALLOUT_INASYNCCALL;
  for (const [address, bytes] of outcome.patches) native.addon.poke(address, bytes);
  outcome.settle?.();
  return outcome.hr;
}

function deliverThere(native: Native, token: number, { hr, patches, undo, settle }: Outcome): void {
  const addresses = patches.map(([address]) => address);
  const blocks = patches.map(([, bytes]) => bytes);
  if (native.addon.complete(token, hr, addresses, blocks)) settle?.();
  else undo?.();
}

/** The bytes of a pointer. */
export function pointerBytes(native: Native, address: bigint): Uint8Array {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(address);
  return bytes.subarray(0, native.pointerSize);
}
