import { type AnyIid, ComError, E_OUTOFMEMORY, failed, IUnknown } from '../com/index.js';
import { FAULT_NO_OBJECT, Fault } from './frames.js';
import { maxObjects } from './limits.js';

/** An object that the other side knows by its number. */
interface Own {
  readonly number: number;
  readonly unknown: IUnknown;
  /** How often the number was sent and not given back. */
  sent: number;
  /** The pointers that were asked for; a reference is kept on each. */
  readonly pointers: Map<string, IUnknown>;
}

/** The objects of this side that the other side may call, with how often each was handed out. */
export class OwnObjects {
  readonly #byNumber = new Map<number, Own>();
  readonly #byIdentity = new Map<IUnknown, Own>();
  #last = 0;
  /** What was handed out since {@link begin}. */
  #given: Own[] = [];
  readonly #limit: number;

  /** @param limit how many there may be */
  constructor(limit: number = maxObjects) {
    this.#limit = limit;
  }

  /** How many there are. */
  get size(): number {
    return this.#byNumber.size;
  }

  /** A frame begins; what is handed out from now on can be taken back. */
  begin(): void {
    this.#given = [];
  }

  /** The frame was not sent. */
  undo(): void {
    for (const own of this.#given.splice(0)) this.#takeBack(own, 1);
  }

  /**
   * The number of an object, which is handed out once more.
   *
   * @param pointer any pointer of it
   * @throws {ComError} `E_OUTOFMEMORY` when there are too many; the code of an object that has ended
   */
  give(pointer: IUnknown): number {
    const [hr, identity] = pointer.QueryInterface(IUnknown);
    if (!identity) throw new ComError(hr, 'the object has ended');
    let own = this.#byIdentity.get(identity);
    if (own) identity.Release();
    else {
      if (this.#byNumber.size >= this.#limit) {
        identity.Release();
        throw new ComError(E_OUTOFMEMORY, `a connection holds at most ${this.#limit} objects; release some`);
      }
      own = { number: ++this.#last, unknown: identity, sent: 0, pointers: new Map() };
      this.#byNumber.set(own.number, own);
      this.#byIdentity.set(identity, own);
    }
    own.sent++;
    this.#given.push(own);
    return own.number;
  }

  /**
   * A pointer of an object, which stays the table's.
   *
   * @param number the object
   * @param iid the interface
   * @returns null when the object lacks the interface
   * @throws {Fault} when there is no such object
   */
  pointer(number: number, iid: AnyIid): IUnknown | null {
    const own = this.#byNumber.get(number);
    if (!own) throw new Fault(FAULT_NO_OBJECT, `object ${number} is not of this connection`);
    const known = own.pointers.get(iid.guid);
    if (known) return known;
    const [hr, pointer] = own.unknown.QueryInterface<IUnknown>(iid);
    if (failed(hr) || !pointer) return null;
    own.pointers.set(iid.guid, pointer);
    return pointer;
  }

  /**
   * The other side gives back what it was handed.
   *
   * @param number the object
   * @param count how often
   * @throws {Fault} when there is no such object, or it was not handed out so often
   */
  takeBack(number: number, count: number): void {
    const own = this.#byNumber.get(number);
    if (!own) throw new Fault(FAULT_NO_OBJECT, `object ${number} is not of this connection`);
    if (count === 0 || count > own.sent)
      throw new Fault(FAULT_NO_OBJECT, `object ${number} was handed out ${own.sent} times, not ${count}`);
    this.#takeBack(own, count);
  }

  /** The connection is gone: nobody has anything any more. */
  clear(): void {
    for (const own of [...this.#byNumber.values()]) this.#takeBack(own, own.sent);
  }

  #takeBack(own: Own, count: number): void {
    own.sent -= count;
    if (own.sent > 0) return;
    this.#byNumber.delete(own.number);
    this.#byIdentity.delete(own.unknown);
    for (const pointer of own.pointers.values()) pointer.Release();
    own.unknown.Release();
  }
}
