import { log } from '../../../src/base/index.js';
import {
  ComError,
  E_FAIL,
  E_NOINTERFACE,
  E_POINTER,
  failed,
  guidFromBytes,
  type HResult,
  type Iid,
  type IUnknown,
  RPC_E_CANTCALLOUT_INASYNCCALL,
  RPC_E_DISCONNECTED,
  S_FALSE,
  S_OK,
  type Slot,
  STREAM_SEEK_CUR,
  type SyncStream,
  syncStreamOf,
} from '../../../src/com/index.js';
import { Arena, Reader } from './memory.js';
import { interfaces, kindOf, wordsOf } from './parameters.js';
import type { Pointers } from './pointers.js';

/** A TypeScript pointer that native code holds. */
export interface Entry {
  readonly id: number;
  readonly address: bigint;
  readonly pointer: IUnknown;
  readonly iid: Iid<IUnknown>;
  readonly slots: readonly Slot[];
}

/** What a call came to: its code, and what goes into the caller's memory if it still waits. */
interface Outcome {
  readonly hr: number;
  readonly patches: readonly (readonly [address: bigint, bytes: Uint8Array])[];
  /** Takes back references that nobody will receive. */
  readonly undo?: () => void;
}

/**
 * Runs a native call on a TypeScript object. On this thread the answer must be there at once, so a method that answers
 * later is refused unless a synchronous core does its work; another thread waits until `complete`.
 */
export function enter(
  pointers: Pointers,
  entry: Entry | undefined,
  slot: number,
  words: BigUint64Array,
  token: number,
  home: number,
): number {
  const outcome = attempt(() => begin(pointers, entry, slot, words, token !== 0, home));
  if (token === 0) return deliverHere(pointers, outcome);
  void Promise.resolve(outcome).then(
    (settled) => deliverThere(pointers, token, settled),
    (error: unknown) => deliverThere(pointers, token, failure(error)),
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
  pointers: Pointers,
  entry: Entry | undefined,
  slot: number,
  words: BigUint64Array,
  mayWait: boolean,
  home: number,
): Outcome | Promise<Outcome> {
  const called = entry?.slots[slot];
  if (!entry || !called) return { hr: RPC_E_DISCONNECTED, patches: [] };
  if (slot === 0) return queryInterface(pointers, entry, words);
  const later = called.declaredBy.answers === 'later';
  const core = later && !mayWait ? syncStreamOf(entry.pointer) : null;
  const quick = core && called.declaredBy.name.endsWith('Stream') ? fromCore(core, called.name) : null;
  if (later && !mayWait && !quick) return { hr: RPC_E_CANTCALLOUT_INASYNCCALL, patches: [] };
  const call = unpack(pointers, called, words, home);
  if (!call) return { hr: E_POINTER, patches: [] };
  const method = (entry.pointer as unknown as Record<string, (...args: unknown[]) => unknown>)[called.name];
  const answer = quick ? quick(call.args) : method?.apply(entry.pointer, call.args as unknown[]);
  return answer instanceof Promise ? answer.then(call.finish, call.abandon) : call.finish(answer);
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

function queryInterface(pointers: Pointers, entry: Entry, words: BigUint64Array): Outcome {
  const [riid = 0n, out = 0n] = words;
  if (riid === 0n || out === 0n) return { hr: E_POINTER, patches: [] };
  const wanted = guidFromBytes(pointers.addon.peek(riid, 16));
  const iid = interfaces.find((known) => known.guid === wanted);
  const [hr, found] = iid ? entry.pointer.QueryInterface(iid as Iid<IUnknown>) : [E_NOINTERFACE as HResult, null];
  if (!found || !iid) return { hr, patches: [[out, pointerBytes(pointers, 0n)]] };
  using held = found;
  const address = pointers.expose<IUnknown>(held, iid);
  return { hr, patches: [[out, pointerBytes(pointers, address)]], undo: () => void pointers.count(address, 2) };
}

interface Unpacked {
  readonly args: readonly unknown[];
  readonly finish: (answer: unknown) => Outcome;
  readonly abandon: (error: unknown) => never;
}

// Reads every argument before the method runs: afterwards the caller's memory is touched by `patches` alone.
function unpack(pointers: Pointers, { signature }: Slot, words: BigUint64Array, home: number): Unpacked | null {
  const { addon } = pointers;
  const raw = new Map<string, bigint>();
  let at = 0;
  for (const p of signature.parameters) {
    const wide = wordsOf(p, addon.pointerSize) === 2;
    raw.set(p.name, wide ? (words[at] ?? 0n) | ((words[at + 1] ?? 0n) << 32n) : (words[at] ?? 0n));
    at += wide ? 2 : 1;
  }
  const word = (name: string | null) => (name === null ? 0n : (raw.get(name) ?? 0n));
  if (signature.outputs.some((p) => word(p.name) === 0n && !p.unique)) return null;

  const release: Disposable[] = [];
  const giveBack = () => {
    for (const held of release.splice(0)) held[Symbol.dispose]();
  };
  const args = signature.inputs.map((p) => {
    const value = word(p.name);
    const kind = kindOf(p);
    if (kind.kind === 'scalar') return kind.scalar.read(value);
    if (value === 0n) return null;
    if (kind.kind === 'text') return addon.peek(value, -1).toString('latin1');
    if (kind.kind === 'bytes') return addon.peek(value, Number(BigInt.asUintN(32, word(p.sizeIs))));
    if (kind.kind === 'structure') {
      const from = new Reader(addon, addon.peek(value, kind.structure.size(addon.pointerSize)));
      return kind.structure.read?.(from, pointers, release, home);
    }
    if (kind.kind !== 'pointer') throw new TypeError(`${p.name} cannot come in`);
    const pointer = pointers.import(value, kind.iid, home);
    if (pointer) release.push(pointer);
    return pointer;
  });

  const finish = (answer: unknown): Outcome => {
    giveBack();
    if (!Array.isArray(answer)) return { hr: Number(answer), patches: [] };
    const [hr, value] = answer as [HResult, unknown];
    if (failed(hr)) return { hr, patches: [] };
    const patches: [bigint, Uint8Array][] = [];
    const undo: (() => void)[] = [];
    for (const p of signature.outputs) {
      const address = word(p.name);
      const part = signature.outputs.length === 1 ? value : (value as Record<string, unknown>)[p.name];
      const kind = kindOf(p);
      if (kind.kind === 'bytes') {
        const bytes = part as Uint8Array;
        if (address !== 0n) patches.push([address, bytes]);
        if (word(p.lengthIs) !== 0n) patches.push([word(p.lengthIs), unsigned32(bytes.length)]);
      } else if (kind.kind === 'pointerOut') {
        using made = part as IUnknown;
        if (address === 0n) continue;
        const exposed = pointers.expose<IUnknown>(made, kind.iid);
        undo.push(() => void pointers.count(exposed, 2));
        patches.push([address, pointerBytes(pointers, exposed)]);
      } else if (address !== 0n) {
        patches.push([address, flat(pointers, kind, part)]);
      }
    }
    return { hr, patches, undo: () => undo.forEach((step) => void step()) };
  };
  const abandon = (error: unknown): never => {
    giveBack();
    throw error;
  };
  return { args, finish, abandon };
}

function flat(pointers: Pointers, kind: ReturnType<typeof kindOf>, value: unknown): Uint8Array {
  if (kind.kind === 'place') {
    const bytes = Buffer.alloc(8);
    bytes.writeBigUInt64LE(BigInt.asUintN(64, kind.scalar.write(value)));
    return bytes.subarray(0, kind.scalar.size);
  }
  if (kind.kind !== 'structure') throw new TypeError(`a ${kind.kind} cannot go out`);
  const arena = new Arena(pointers.addon.pointerSize);
  const writer = arena.writer(arena.room(kind.structure.size(pointers.addon.pointerSize)));
  kind.structure.write?.(writer, value as never, pointers, []);
  return arena.bytes;
}

function deliverHere(pointers: Pointers, outcome: Outcome | Promise<Outcome>): number {
  if (outcome instanceof Promise) return RPC_E_CANTCALLOUT_INASYNCCALL;
  for (const [address, bytes] of outcome.patches) pointers.addon.poke(address, bytes);
  return outcome.hr;
}

function deliverThere(pointers: Pointers, token: number, { hr, patches, undo }: Outcome): void {
  const addresses = patches.map(([address]) => address);
  const blocks = patches.map(([, bytes]) => bytes);
  if (!pointers.addon.complete(token, hr, addresses, blocks)) undo?.();
}

function pointerBytes(pointers: Pointers, address: bigint): Uint8Array {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(address);
  return bytes.subarray(0, pointers.addon.pointerSize);
}

function unsigned32(value: number): Uint8Array {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
