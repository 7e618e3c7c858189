import { S_FALSE } from '../codes.js';
import { type Warning, warn } from '../error.js';
import { GUID_NULL } from '../guid.js';
import type { Impl } from '../implementation.js';
import { com } from '../object.js';
import { STGTY_STORAGE, STGTY_STREAM } from '../stream/constants.js';
import { requireCount } from '../stream/quantities.js';
import { supportedLocks } from '../stream/region-locks.js';
import type { STATSTG } from '../stream/statstg.js';
import type { Element } from './element.js';
import { IEnumSTATSTG } from './ienumstatstg.js';

/** The elements of a storage, one after the other. @spec nn-objidl-ienumstatstg */
export class ElementList implements Impl<IEnumSTATSTG> {
  readonly #elements: readonly STATSTG[];
  #at: number;

  /**
   * @param elements the elements
   * @param at how many of them were passed already
   */
  constructor(elements: readonly STATSTG[], at = 0) {
    this.#elements = elements;
    this.#at = at;
  }

  Next(celt: number): readonly STATSTG[] | Warning<readonly STATSTG[]> {
    const wanted = requireCount(celt, 'celt');
    const next = Object.freeze(this.#elements.slice(this.#at, this.#at + wanted));
    this.#at += next.length;
    return next.length < wanted ? warn(S_FALSE, next) : next;
  }

  Skip(celt: number): void | Warning<void> {
    const wanted = requireCount(celt, 'celt');
    const left = this.#elements.length - this.#at;
    this.#at += Math.min(wanted, left);
    if (wanted > left) return warn(S_FALSE);
  }

  Reset(): void {
    this.#at = 0;
  }

  Clone(): IEnumSTATSTG {
    return com(new ElementList(this.#elements, this.#at), IEnumSTATSTG);
  }
}

/**
 * What `Stat` and `EnumElements` tell of an element.
 *
 * @param element the element
 * @param name the name to show
 * @param grfMode how it is open; 0 in a list
 */
export function describeElement(element: Element, name: string | null, grfMode: number): STATSTG {
  const stream = element.kind === 'stream';
  return Object.freeze({
    pwcsName: name,
    type: stream ? STGTY_STREAM : STGTY_STORAGE,
    cbSize: stream ? BigInt(element.bytes.size()) : 0n,
    mtime: stream ? 0n : element.mtime,
    ctime: stream ? 0n : element.ctime,
    atime: 0n,
    grfMode,
    grfLocksSupported: stream ? supportedLocks : 0,
    clsid: stream ? GUID_NULL : element.clsid,
    grfStateBits: stream ? 0 : element.stateBits,
    reserved: 0,
  });
}
