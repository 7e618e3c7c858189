import {
  type AnyIid,
  ComError,
  E_NOINTERFACE,
  type Guid,
  guidToBytes,
  type IUnknown,
  implementationOf,
  interfaceOf,
  marshal,
} from '../com/index.js';
import { FAULT_LIMIT, Fault } from './frames.js';
import { HostObject, type HostPeer } from './hostobject.js';
import { maxObjects } from './limits.js';
import type { OwnObjects } from './ownobjects.js';
import { interfaces } from './vocabulary.js';

/** The kinds of references. docs/protocol.md */
export const REF_NULL = 0;
export const REF_SERVICE = 1;
export const REF_HOST = 2;

/** How many interfaces a reference may name. */
export const REF_INTERFACES = 16;

/** Turns pointers into references and back, on the service's side. */
export class ServiceReferences implements marshal.References {
  readonly #own: OwnObjects;
  readonly #peer: HostPeer;
  readonly #hosts = new Map<bigint, HostObject>();
  /** The call that is being read; 0 outside of calls. */
  call = 0;
  /** The pointers that were made while a frame was read: whoever serves it gives them back. */
  #borrowed: IUnknown[] = [];

  /**
   * @param own the objects of the service
   * @param peer how those of the host are called
   */
  constructor(own: OwnObjects, peer: HostPeer) {
    this.#own = own;
    this.#peer = peer;
  }

  /** The pointers made since the last time. */
  borrowed(): readonly IUnknown[] {
    const borrowed = this.#borrowed;
    if (borrowed.length > 0) this.#borrowed = [];
    return borrowed;
  }

  write(writer: marshal.ByteWriter, pointer: unknown, iid: AnyIid | null): void {
    if (pointer === null) {
      writer.u8(REF_NULL);
      return;
    }
    const of = iid ?? interfaceOf(pointer);
    if (!of || interfaceOf(pointer) === null) throw new TypeError('this is no interface pointer');
    const impl = implementationOf(pointer);
    if (impl instanceof HostObject && impl.peer === this.#peer) {
      writer.u8(REF_HOST);
      writer.u64(impl.number);
    } else {
      const number = this.#own.give(pointer as IUnknown);
      writer.u8(REF_SERVICE);
      writer.number(number);
    }
    writer.u8(1);
    writer.raw(guidToBytes(of.guid));
  }

  read(reader: marshal.ByteReader, iid: AnyIid | null): unknown {
    const kind = reader.u8();
    if (kind === REF_NULL) return null;
    if (kind !== REF_SERVICE && kind !== REF_HOST) throw new marshal.MalformedError(`${kind} is no kind of reference`);
    const number = reader.u64();
    const named = readInterfaces(reader);
    const wanted = iid ?? named[0];
    if (!wanted) throw new ComError(E_NOINTERFACE, 'nobody knows the interface of a pointer');
    const pointer = kind === REF_SERVICE ? this.#ofService(number, wanted) : this.#ofHost(number, wanted, named);
    this.#borrowed.push(pointer);
    return pointer;
  }

  iidOf(guid: Guid): AnyIid {
    return interfaces.of(guid);
  }

  /** The object is let go of: should its number come again, it is another one. */
  forget(host: HostObject): void {
    if (this.#hosts.get(host.number) === host) this.#hosts.delete(host.number);
  }

  #ofService(number: bigint, iid: AnyIid): IUnknown {
    const pointer = this.#own.pointer(Number(number), iid);
    if (!pointer) throw new ComError(E_NOINTERFACE, `the object has no ${iid.name}`);
    pointer.AddRef();
    return pointer;
  }

  #ofHost(number: bigint, iid: AnyIid, others: readonly (AnyIid | null)[]): IUnknown {
    if (number === 0n) throw new marshal.MalformedError('no object has the number 0');
    let host = this.#hosts.get(number);
    if (!host) {
      if (this.#hosts.size >= maxObjects) throw new Fault(FAULT_LIMIT, `more than ${maxObjects} objects of the host`);
      host = new HostObject(this.#peer, number);
      this.#hosts.set(number, host);
    }
    host.received++;
    host.call = this.call;
    return host.pointer(
      iid,
      others.filter((other) => other !== null),
    );
  }
}

/** Reads the interfaces that a reference names; null for those that nobody knows. */
export function readInterfaces(reader: marshal.ByteReader): (AnyIid | null)[] {
  const count = reader.u8();
  if (count === 0 || count > REF_INTERFACES) throw new marshal.MalformedError(`a reference names ${count} interfaces`);
  return Array.from({ length: count }, () => interfaces.byKey(reader.key()));
}
