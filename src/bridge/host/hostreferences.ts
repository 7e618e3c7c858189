import {
  type AnyIid,
  ComError,
  E_NOINTERFACE,
  type Guid,
  guidToBytes,
  type IUnknown,
  interfaceOf,
  marshal,
} from '../../com/index.js';
import type { OwnObjects } from '../ownobjects.js';
import { REF_HOST, REF_NULL, REF_SERVICE, readInterfaces } from '../servicereferences.js';
import { interfaces } from '../vocabulary.js';
import { type RemoteCall, RemoteObject } from './remote.js';

/** Turns objects into references and back, on the host's side. */
export class HostReferences implements marshal.References {
  readonly #own: OwnObjects;
  readonly #call: RemoteCall;
  readonly #free: (object: RemoteObject) => void;
  readonly #remote = new Map<bigint, RemoteObject>();
  #borrowed: { readonly Release: () => number }[] = [];

  /**
   * @param own the objects of the host
   * @param call how those of the service are called
   * @param free called when the last reference on one of them is gone
   */
  constructor(own: OwnObjects, call: RemoteCall, free: (object: RemoteObject) => void) {
    this.#own = own;
    this.#call = call;
    this.#free = free;
  }

  /** What was made since the last time. */
  borrowed(): readonly { readonly Release: () => number }[] {
    return this.#borrowed.splice(0);
  }

  write(writer: marshal.ByteWriter, value: unknown, iid: AnyIid | null): void {
    if (value === null) {
      writer.u8(REF_NULL);
      return;
    }
    const remote = RemoteObject.behind(value);
    const of = iid ?? interfaceOf(value) ?? interfaces.byKey(marshal.keyOf(unknownGuid));
    if (remote) {
      writer.u8(REF_SERVICE);
      writer.u64(remote.number);
    } else {
      if (interfaceOf(value) === null) throw new TypeError('this is no interface pointer');
      writer.u8(REF_HOST);
      writer.number(this.#own.give(value as IUnknown));
    }
    writer.u8(1);
    writer.raw(guidToBytes((of as AnyIid).guid));
  }

  read(reader: marshal.ByteReader, iid: AnyIid | null): unknown {
    const kind = reader.u8();
    if (kind === REF_NULL) return null;
    if (kind !== REF_SERVICE && kind !== REF_HOST) throw new marshal.MalformedError(`${kind} is no kind of reference`);
    const number = reader.u64();
    const wanted = iid ?? readInterfaces(reader)[0];
    if (iid) readInterfaces(reader);
    if (!wanted) throw new ComError(E_NOINTERFACE, 'nobody knows the interface of a pointer');
    if (kind === REF_SERVICE) return this.#ofService(number, wanted);
    const pointer = this.#own.pointer(Number(number), wanted);
    if (!pointer) throw new ComError(E_NOINTERFACE, `the object has no ${wanted.name}`);
    pointer.AddRef();
    this.#borrowed.push(pointer);
    return pointer;
  }

  iidOf(guid: Guid): AnyIid {
    return interfaces.of(guid);
  }

  /** The object was given back: should its number come again, it is another one. */
  forget(object: RemoteObject): void {
    if (this.#remote.get(object.number) === object) this.#remote.delete(object.number);
  }

  #ofService(number: bigint, iid: AnyIid): unknown {
    let object = this.#remote.get(number);
    if (!object) {
      object = new RemoteObject(number, this.#call, this.#free);
      this.#remote.set(number, object);
    }
    object.received++;
    object.addRef();
    const face = object.face(iid);
    this.#borrowed.push(face as unknown as { readonly Release: () => number });
    return face;
  }
}

const unknownGuid = interfaces.of('{00000000-0000-0000-C000-000000000046}' as Guid).guid;
