import {
  type AnyIid,
  ComError,
  failed,
  guidToBytes,
  hexOf,
  hresult,
  type IUnknown,
  lineage,
  RPC_E_CANTCALLOUT_INASYNCCALL,
  RPC_E_DISCONNECTED,
  S_OK,
  type Slot,
  slots,
  warn,
} from '../com/index.js';
import { ITransportCallback } from '../imnxport/index.js';
import type { Native } from './native.js';
import { Packed } from './packed.js';
import { straightMethod } from './straightmethod.js';

type Method = (...args: unknown[]) => unknown;

// The callbacks whose answer the engine waits for. They may block as a dialog does, so they never run on this thread.
const waitedFor: ReadonlyMap<string, readonly string[]> = new Map([
  [ITransportCallback.guid, ['OnTimeout', 'OnLogonPrompt', 'OnPrompt']],
]);

/**
 * An implementation whose methods call a native object: at once when the object lives on this thread, through the
 * queue of its home otherwise. One reference on the object belongs to it and is given back at its end.
 */
export function outgoing(native: Native, address: bigint, iid: AnyIid, home: number): object {
  const proxy: Record<string, unknown> = {
    finalRelease(): void {
      native.addon.purge(home, address);
      const left = home === 0 ? null : later(native, home, address, 2, new Packed(native, false, []), true);
      if (left === null) native.release(address);
    },
    // The native object decides what else it is. One that lives on another thread cannot be asked without waiting.
    queryInterface(riid: AnyIid): IUnknown | null {
      if (home !== 0) return null;
      const [, found] = native.query(address, guidToBytes(riid.guid));
      return native.adopt<IUnknown>(found, riid);
    },
  };
  for (const slot of slots(iid).slice(3)) proxy[slot.name] = methodOf(native, address, slot, home);
  const stream = lineage(iid).some((level) => level.name === 'IStream');
  return stream && home === 0 ? Object.assign(proxy, synchronous(proxy as Record<string, Method>)) : proxy;
}

function methodOf(native: Native, address: bigint, called: Slot, home: number): Method {
  const { signature, declaredBy, name, slot } = called;
  const waits = waitedFor.get(declaredBy.guid)?.includes(name) ?? false;
  const straight = home === 0 && !waits ? straightMethod(native, address, called) : null;
  if (straight) return straight;
  return (...args) => {
    const release: Disposable[] = [];
    const packed = Packed.of(native, called, args, release);
    const finish = (hr: number, memory: Uint8Array): unknown => {
      for (const held of release) held[Symbol.dispose]();
      if (signature.returns !== 'HRESULT') return hr;
      if (failed(hresult(hr))) throw new ComError(hresult(hr), `the native object answered ${hexOf(hresult(hr))}`);
      const value = packed.outcome(called, memory, home);
      return hr === S_OK ? value : warn(hresult(hr), value);
    };
    if (home === 0 && !waits) {
      const { words, pointers, bytes, fixes } = packed;
      return finish(native.addon.invoke(address, slot, words, pointers, bytes, fixes), bytes);
    }
    const promised = waits || declaredBy.answers === 'later';
    const settled =
      promised || signature.outputs.length === 0
        ? later(native, home, address, slot, packed, declaredBy.answers === 'later')
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
function later(native: Native, home: number, address: bigint, slot: number, packed: Packed, serves: boolean) {
  const { words, pointers, bytes, fixes } = packed;
  return native.addon.invokeLater(home, address, slot, words, pointers, bytes, fixes, serves);
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
