import {
  ComError,
  failed,
  hexOf,
  hresult,
  type Iid,
  type IUnknown,
  lineage,
  type Parameter,
  RPC_E_CANTCALLOUT_INASYNCCALL,
  RPC_E_DISCONNECTED,
  S_OK,
  type Slot,
  slots,
  warn,
} from '../../../src/com/index.js';
import { type InOut, ITransportCallback } from '../../../src/imnxport/index.js';
import { Arena, Reader } from './memory.js';
import { kindOf, wordsOf } from './parameters.js';
import type { Pointers } from './pointers.js';

type Method = (...args: unknown[]) => unknown;

// The callbacks whose answer the engine waits for. They may block as a dialog does, so they never run on this thread.
const waitedFor: ReadonlyMap<string, readonly string[]> = new Map([
  [ITransportCallback.guid, ['OnTimeout', 'OnLogonPrompt', 'OnPrompt']],
]);

/**
 * An implementation whose methods call a native object: at once when the object lives on this thread, through the
 * queue of its home otherwise. One reference on the object belongs to it and is given back at its end.
 */
export function imported(pointers: Pointers, address: bigint, iid: Iid<IUnknown>, home: number): object {
  const proxy: Record<string, unknown> = {
    finalRelease(): void {
      pointers.addon.purge(home, address);
      const left = home === 0 ? null : later(pointers, home, address, 2, new Packed(pointers.addon.pointerSize), true);
      if (left === null) pointers.count(address, 2);
    },
  };
  for (const slot of slots(iid).slice(3)) proxy[slot.name] = methodOf(pointers, address, slot, home);
  const stream = lineage(iid).some((level) => level.name === 'IStream');
  return stream && home === 0 ? Object.assign(proxy, synchronous(proxy as Record<string, Method>)) : proxy;
}

function methodOf(pointers: Pointers, address: bigint, called: Slot, home: number): Method {
  const { signature, declaredBy, name, slot } = called;
  const waits = waitedFor.get(declaredBy.guid)?.includes(name) ?? false;
  return (...args) => {
    const release: Disposable[] = [];
    const packed = pack(pointers, called, args, release);
    const finish = (hr: number, memory: Uint8Array): unknown => {
      for (const held of release) held[Symbol.dispose]();
      if (signature.returns !== 'HRESULT') return hr;
      if (failed(hresult(hr))) throw new ComError(hresult(hr), `the native object answered ${hexOf(hresult(hr))}`);
      const value = packed.outcome(pointers, called, memory, home);
      return hr === S_OK ? value : warn(hresult(hr), value);
    };
    if (home === 0 && !waits) {
      const { words, pointers: offsets, memory, fixes } = packed;
      return finish(pointers.addon.invoke(address, slot, words, offsets, memory, fixes), memory);
    }
    const promised = waits || declaredBy.answers === 'later';
    const settled =
      promised || signature.outputs.length === 0
        ? later(pointers, home, address, slot, packed, declaredBy.answers === 'later')
        : undefined;
    if (settled === undefined)
      throw new ComError(RPC_E_CANTCALLOUT_INASYNCCALL, `${name} lives on another thread and has an out value`);
    if (settled === null) throw new ComError(RPC_E_DISCONNECTED, 'the thread of the native object has ended');
    const answer = settled.then(([hr, memory]) => finish(hr, memory));
    if (promised) return answer;
    // Nobody waits for this one: the home runs it in its turn, and a purge may drop it.
    answer.catch(() => undefined);
    return S_OK;
  };
}

// `serves`: the thread also runs it while it waits for an answer itself, as it must for its streams, and as it must not
// for callbacks.
function later(pointers: Pointers, home: number, address: bigint, slot: number, packed: Packed, serves: boolean) {
  const { words, pointers: offsets, memory, fixes } = packed;
  return pointers.addon.invokeLater(home, address, slot, words, offsets, memory, fixes, serves);
}

/** The arguments of one call as words and memory, and where its results will lie. */
class Packed {
  readonly arena: Arena;
  readonly places = new Map<string, number>();
  readonly refs: [InOut<number> | object, Parameter][] = [];
  readonly #words: bigint[] = [];
  #pointers = 0;

  constructor(pointerSize: number) {
    this.arena = new Arena(pointerSize);
  }

  get words(): BigUint64Array {
    return BigUint64Array.from(this.#words);
  }
  get pointers(): number {
    return this.#pointers;
  }
  get memory(): Buffer {
    return this.arena.bytes;
  }
  get fixes(): Uint32Array {
    return Uint32Array.from(this.arena.fixes);
  }

  value(bits: bigint, wide: boolean): void {
    this.#words.push(wide ? bits & 0xffff_ffffn : bits);
    if (wide) this.#words.push(bits >> 32n);
  }

  place(name: string, offset: number): void {
    this.#pointers |= 1 << this.#words.length;
    this.#words.push(BigInt(offset));
    this.places.set(name, offset);
  }

  /** What came back: the out values, and the arguments that were changed in place. */
  outcome(pointers: Pointers, { signature }: Slot, memory: Uint8Array, home: number): unknown {
    const bytes = Buffer.from(memory.buffer, memory.byteOffset, memory.byteLength);
    const read = (p: Parameter): unknown => {
      const at = this.places.get(p.name) ?? 0;
      const kind = kindOf(p);
      const reader = new Reader(pointers.addon, bytes.subarray(at));
      if (kind.kind === 'place') return kind.scalar.read(kind.scalar.size === 8 ? reader.u64() : BigInt(reader.u32()));
      if (kind.kind === 'structure') return kind.structure.read?.(reader, pointers, [], home);
      if (kind.kind === 'bytes') {
        const length = bytes.readUInt32LE(this.places.get(p.lengthIs ?? '') ?? 0);
        return Uint8Array.from(bytes.subarray(at, at + length));
      }
      if (kind.kind !== 'pointerOut') throw new TypeError(`${p.name} cannot come back`);
      return pointers.adopt(reader.pointer(), kind.iid, home);
    };
    for (const [target, p] of this.refs) {
      const value = read(p);
      if (typeof value === 'object') Object.assign(target, value);
      else Object.assign(target, { value });
    }
    const [first, ...rest] = signature.outputs;
    if (!first) return undefined;
    return rest.length === 0
      ? read(first)
      : Object.fromEntries(signature.outputs.map((p) => [p.name, read(p)] as const));
  }
}

function pack(pointers: Pointers, { signature }: Slot, args: readonly unknown[], release: Disposable[]): Packed {
  const { pointerSize } = pointers.addon;
  const packed = new Packed(pointerSize);
  const { arena } = packed;
  const given = new Map(signature.inputs.map((p, i) => [p.name, args[i]]));
  for (const p of signature.parameters) {
    const kind = kindOf(p);
    const value = given.get(p.name);
    const counted = signature.parameters.find((array) => array.sizeIs === p.name && given.has(array.name));
    const wide = wordsOf(p, pointerSize) === 2;
    if (counted) packed.value(BigInt((given.get(counted.name) as Uint8Array).length), false);
    else if (kind.kind === 'scalar') packed.value(kind.scalar.write(value ?? 0), wide);
    else if (kind.kind === 'pointer') packed.value(pointers.lend(value as IUnknown, kind.iid, release), false);
    else if (kind.kind === 'bytes')
      packed.place(p.name, p.in ? arena.block(value as Uint8Array) : arena.room(given.get(p.sizeIs ?? '') as number));
    else if (kind.kind === 'text' && typeof value === 'string') packed.place(p.name, arena.string(value));
    else if (kind.kind === 'text') packed.value(0n, false);
    else {
      const size = kind.kind === 'structure' ? kind.structure.size(pointerSize) : 8;
      const at = arena.room(size);
      packed.place(p.name, at);
      if (kind.kind === 'structure' && p.in)
        kind.structure.write?.(arena.writer(at), value as never, pointers, release);
      if (kind.kind === 'place' && p.in) arena.writer(at).u32(Number(value));
      if (p.ref) packed.refs.push([value as object, p]);
    }
  }
  return packed;
}

// The synchronous core of a native stream on this thread: the same calls without promises.
function synchronous(stream: Record<string, Method>): object {
  const plain = (result: unknown): unknown => (result as { value?: unknown } | null)?.value ?? result;
  return {
    readSync(into: Uint8Array): number {
      const bytes = plain(stream['Read']?.(into.length)) as Uint8Array;
      into.set(bytes);
      return bytes.length;
    },
    writeSync: (bytes: Uint8Array): number => Number(plain(stream['Write']?.(bytes))),
    seekSync: (move: number | bigint, origin: number): number => Number(plain(stream['Seek']?.(move, origin))),
    sizeSync: (): number => Number((plain(stream['Stat']?.(1)) as { cbSize: bigint }).cbSize),
  };
}
