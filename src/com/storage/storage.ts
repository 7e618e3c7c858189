import { fileTimeNow } from '../../base/index.js';
import {
  E_INVALIDARG,
  STG_E_ACCESSDENIED,
  STG_E_FILEALREADYEXISTS,
  STG_E_FILENOTFOUND,
  STG_E_INVALIDFLAG,
} from '../codes.js';
import { ComError } from '../error.js';
import { type Guid, guid } from '../guid.js';
import type { FinalRelease, Impl } from '../implementation.js';
import type { AnyIid } from '../object.js';
import { com } from '../object.js';
import {
  STATFLAG_DEFAULT,
  STATFLAG_NONAME,
  STGC_CONSOLIDATE,
  STGC_DANGEROUSLYCOMMITMERELYTODISKCACHE,
  STGC_ONLYIFCURRENT,
  STGC_OVERWRITE,
  STGM_CREATE,
  STGM_TRANSACTED,
} from '../stream/constants.js';
import { IStream } from '../stream/istream.js';
import { LocalStream } from '../stream/local-stream.js';
import type { STATSTG } from '../stream/statstg.js';
import { Turns } from '../stream/turns.js';
import { copyStorage, moveElement } from './copy-storage.js';
import { type Element, requireName, StorageElement, StreamElement } from './element.js';
import { describeElement, ElementList } from './element-list.js';
import { ElementMedium } from './element-medium.js';
import { IEnumSTATSTG } from './ienumstatstg.js';
import { IStorage } from './istorage.js';
import { requireMode, requireReserved, requireWritable } from './mode.js';
import { Opening } from './opening.js';

/** Where the changes of a storage go that is open in transacted mode. */
export interface Below {
  /** What was committed last. */
  committed(): StorageElement;
  /**
   * Makes changes lasting.
   *
   * @param changed what the storage holds now
   * @param flags `STGC_` flags
   */
  commit(changed: StorageElement, flags: number): void | Promise<void>;
}

/** A storage that somebody has open. @spec nn-objidl-istorage */
export class StorageObject implements Impl<IStorage>, FinalRelease {
  readonly #element: StorageElement;
  readonly #opening: Opening;
  readonly #mode: number;
  readonly #below: Below | null;
  readonly #released: () => void;
  readonly #turns = new Turns();

  /**
   * @param element what it holds: that of the storage above, or a copy of it in transacted mode
   * @param opening that it is open
   * @param mode how
   * @param below where changes go with Commit; null in direct mode
   * @param released told when it is over
   */
  constructor(
    element: StorageElement,
    opening: Opening,
    mode: number,
    below: Below | null,
    released: () => void = () => {},
  ) {
    this.#element = element;
    this.#opening = opening;
    this.#mode = mode;
    this.#below = below;
    this.#released = released;
  }

  /** That it is open, for those who copy into it. */
  get opening(): Opening {
    return this.#opening;
  }

  CreateStream(pwcsName: string, grfMode: number, reserved1 = 0, reserved2 = 0): IStream {
    const mode = this.#modeOf(grfMode, STGM_CREATE, reserved1, reserved2);
    const element = this.#made(new StreamElement(requireName(pwcsName)), mode);
    return this.#openStream(element, mode);
  }

  OpenStream(pwcsName: string, reserved1: null, grfMode: number, reserved2 = 0): IStream {
    const mode = this.#modeOf(grfMode, 0, reserved1, reserved2);
    const element = this.#closed(pwcsName);
    if (element.kind !== 'stream') throw notFound(pwcsName);
    return this.#openStream(element, mode);
  }

  CreateStorage(pwcsName: string, grfMode: number, reserved1 = 0, reserved2 = 0): IStorage {
    const mode = this.#modeOf(grfMode, STGM_CREATE | STGM_TRANSACTED, reserved1, reserved2);
    const made = new StorageElement(requireName(pwcsName));
    made.ctime = made.mtime = fileTimeNow();
    return this.#openStorage(this.#made(made, mode), mode);
  }

  OpenStorage(
    pwcsName: string,
    pstgPriority: IStorage | null,
    grfMode: number,
    snbExclude: readonly string[] | null,
    reserved = 0,
  ): IStorage {
    const mode = this.#modeOf(grfMode, STGM_TRANSACTED, pstgPriority, snbExclude, reserved);
    const element = this.#closed(pwcsName);
    if (element.kind !== 'storage') throw notFound(pwcsName);
    return this.#openStorage(element, mode);
  }

  async CopyTo(
    rgiidExclude: readonly AnyIid[] | null,
    snbExclude: readonly string[] | null,
    pstgDest: IStorage,
  ): Promise<void> {
    this.#opening.require();
    await copyStorage(this.#element, this.#opening, { iids: rgiidExclude, names: snbExclude }, pstgDest);
  }

  async MoveElementTo(pwcsName: string, pstgDest: IStorage, pwcsNewName: string, grfFlags: number): Promise<void> {
    const element = this.#closed(pwcsName);
    if (await moveElement(element, this.#opening, pstgDest, requireName(pwcsNewName), grfFlags)) {
      this.#change();
      this.#element.remove(element.name);
    }
  }

  Commit(grfCommitFlags = 0): void | Promise<void> {
    const known = STGC_OVERWRITE | STGC_ONLYIFCURRENT | STGC_DANGEROUSLYCOMMITMERELYTODISKCACHE | STGC_CONSOLIDATE;
    if (!Number.isInteger(grfCommitFlags) || (grfCommitFlags & ~known) !== 0)
      throw new ComError(STG_E_INVALIDFLAG, 'grfCommitFlags has unknown bits');
    return this.#turns.run(() => {
      this.#opening.require();
      const below = this.#below;
      if (below === null) return;
      requireWritable(this.#mode);
      return below.commit(this.#element, grfCommitFlags);
    });
  }

  Revert(): void {
    this.#opening.require();
    if (this.#below === null) return;
    this.#opening.revokeBelow();
    this.#element.become(this.#below.committed());
  }

  EnumElements(reserved1 = 0, reserved2: null = null, reserved3 = 0): IEnumSTATSTG {
    this.#opening.require();
    requireReserved(reserved1, reserved2, reserved3);
    return com(new ElementList(this.#element.children.map((one) => describeElement(one, one.name, 0))), IEnumSTATSTG);
  }

  DestroyElement(pwcsName: string): void {
    this.#change();
    if (!this.#element.remove(requireName(pwcsName))) throw notFound(pwcsName);
  }

  RenameElement(pwcsOldName: string, pwcsNewName: string): void {
    this.#change();
    const element = this.#closed(pwcsOldName);
    const name = requireName(pwcsNewName);
    const taken = this.#element.find(name);
    if (taken && taken !== element) throw exists(name);
    this.#element.rename(element, name);
  }

  SetElementTimes(pwcsName: string | null, pctime: bigint | null, patime: bigint | null, pmtime: bigint | null): void {
    this.#change();
    for (const time of [pctime, patime, pmtime])
      if (time !== null && (typeof time !== 'bigint' || time < 0n || time >= 1n << 64n))
        throw new ComError(E_INVALIDARG, 'a time is a FILETIME or null');
    const element = pwcsName === null ? this.#element : this.#element.find(requireName(pwcsName));
    if (!element) throw notFound(pwcsName);
    if (element.kind === 'stream') return;
    element.ctime = pctime ?? element.ctime;
    element.mtime = pmtime ?? element.mtime;
  }

  SetClass(clsid: Guid): void {
    this.#change();
    if (typeof clsid !== 'string') throw new ComError(E_INVALIDARG, 'clsid is no class');
    this.#element.clsid = guid(clsid);
  }

  SetStateBits(grfStateBits: number, grfMask: number): void {
    this.#change();
    if (!Number.isInteger(grfStateBits) || !Number.isInteger(grfMask))
      throw new ComError(STG_E_INVALIDFLAG, 'state bits are numbers');
    this.#element.stateBits = ((this.#element.stateBits & ~grfMask) | (grfStateBits & grfMask)) >>> 0;
  }

  Stat(grfStatFlag: number = STATFLAG_DEFAULT): STATSTG {
    this.#opening.require();
    if (grfStatFlag !== STATFLAG_DEFAULT && grfStatFlag !== STATFLAG_NONAME)
      throw new ComError(STG_E_INVALIDFLAG, 'grfStatFlag is none of STATFLAG_');
    const name = grfStatFlag === STATFLAG_NONAME ? null : this.#element.name || null;
    return describeElement(this.#element, name, this.#mode);
  }

  /** Changes that were not committed are gone. */
  finalRelease(): void {
    this.#opening.end();
    this.#released();
  }

  #modeOf(grfMode: number, known: number, ...reserved: readonly unknown[]): number {
    this.#opening.require();
    requireReserved(...reserved);
    return requireMode(grfMode, this.#mode, known);
  }

  #change(): void {
    this.#opening.require();
    requireWritable(this.#mode);
  }

  /** Puts a new element in. */
  #made<E extends Element>(element: E, mode: number): E {
    this.#change();
    if ((mode & STGM_CREATE) === 0 && this.#element.find(element.name)) throw exists(element.name);
    this.#element.put(element);
    return element;
  }

  /** An element that nobody has open. */
  #closed(name: string): Element {
    this.#opening.require();
    const element = this.#element.find(requireName(name));
    if (!element) throw notFound(name);
    if (element.opening) throw new ComError(STG_E_ACCESSDENIED, `${name} is open already`);
    return element;
  }

  #openStream(element: StreamElement, mode: number): IStream {
    return com(new LocalStream(new ElementMedium(element, this.#opened(element), mode), 0), IStream);
  }

  #openStorage(element: StorageElement, mode: number): IStorage {
    const opening = this.#opened(element);
    if ((mode & STGM_TRANSACTED) === 0) return com(new StorageObject(element, opening, mode, null), IStorage);
    const below: Below = {
      committed: () => element,
      commit: (changed) => element.become(changed),
    };
    return com(new StorageObject(element.copy(), opening, mode, below), IStorage);
  }

  #opened(element: Element): Opening {
    const opening = new Opening(this.#opening, () => {
      if (element.opening === opening) element.opening = null;
    });
    element.opening = opening;
    return opening;
  }
}

const notFound = (name: string | null): ComError =>
  new ComError(STG_E_FILENOTFOUND, `there is no ${name} of this kind`);

const exists = (name: string): ComError => new ComError(STG_E_FILEALREADYEXISTS, `there is a ${name} already`);
