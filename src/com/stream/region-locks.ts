import { STG_E_INVALIDFUNCTION, STG_E_LOCKVIOLATION } from '../codes.js';
import { ComError } from '../error.js';
import { LOCK_EXCLUSIVE, LOCK_ONLYONCE, LOCK_WRITE } from './constants.js';

interface RegionLock {
  readonly owner: object;
  readonly offset: bigint;
  readonly length: bigint;
  readonly type: number;
}

/** The kinds of lock granted here, as `STATSTG.grfLocksSupported` tells them. */
export const supportedLocks: number = LOCK_WRITE | LOCK_EXCLUSIVE | LOCK_ONLYONCE;

/**
 * The locks over one body of bytes, shared by all streams over it. `LOCK_WRITE` and `LOCK_EXCLUSIVE` never overlap
 * one another, not even those of one stream, as with `LockFileEx`; `LOCK_ONLYONCE` never overlaps its own kind.
 */
export class RegionLocks {
  readonly #held: RegionLock[] = [];

  /** Whether nothing is locked, which spares most calls the other questions. */
  get empty(): boolean {
    return this.#held.length === 0;
  }

  /**
   * @param owner the stream that takes the lock
   * @param offset where the range begins
   * @param length its length
   * @param type one `LOCK_` constant
   * @throws {ComError} `STG_E_LOCKVIOLATION`, `STG_E_INVALIDFUNCTION`
   */
  lock(owner: object, offset: bigint, length: bigint, type: number): void {
    requireType(type);
    const once = type === LOCK_ONLYONCE;
    const other = this.#held.find((held) => (held.type === LOCK_ONLYONCE) === once && overlap(held, offset, length));
    if (other) throw new ComError(STG_E_LOCKVIOLATION, `${rangeOf(other)} are locked already`);
    this.#held.push(Object.freeze({ owner, offset, length, type }));
  }

  /** Ends the lock that was made with exactly these values. */
  unlock(owner: object, offset: bigint, length: bigint, type: number): void {
    requireType(type);
    const at = this.#held.findIndex(
      (held) => held.owner === owner && held.offset === offset && held.length === length && held.type === type,
    );
    if (at < 0) throw new ComError(STG_E_LOCKVIOLATION, 'this stream has no lock with that offset, length and type');
    this.#held.splice(at, 1);
  }

  /** Ends all locks of a stream that goes. */
  unlockAll(owner: object): void {
    for (let i = this.#held.length - 1; i >= 0; i--) if (this.#held[i]?.owner === owner) this.#held.splice(i, 1);
  }

  /** Refuses a read of what another stream has locked exclusively. */
  checkRead(reader: object, offset: number, length: number): void {
    this.#check(reader, offset, length, LOCK_EXCLUSIVE);
  }

  /** Refuses a change of what another stream has locked. */
  checkWrite(writer: object, offset: number, length: number): void {
    this.#check(writer, offset, length, LOCK_EXCLUSIVE | LOCK_WRITE);
  }

  #check(owner: object, offset: number, length: number, types: number): void {
    const other = this.#held.find(
      (held) => held.owner !== owner && (held.type & types) !== 0 && overlap(held, BigInt(offset), BigInt(length)),
    );
    if (other) throw new ComError(STG_E_LOCKVIOLATION, `another stream has locked ${rangeOf(other)}`);
  }
}

function requireType(type: number): void {
  if (type !== LOCK_WRITE && type !== LOCK_EXCLUSIVE && type !== LOCK_ONLYONCE)
    throw new ComError(STG_E_INVALIDFUNCTION, `dwLockType is ${type}; take one of the LOCK_ constants`);
}

// An empty range has no byte in common with anything, not even with a range around it.
function overlap(held: RegionLock, offset: bigint, length: bigint): boolean {
  const from = held.offset > offset ? held.offset : offset;
  const heldEnd = held.offset + held.length;
  const end = offset + length;
  return from < (heldEnd < end ? heldEnd : end);
}

const rangeOf = ({ offset, length }: RegionLock): string => `bytes ${offset} to ${offset + length}`;
