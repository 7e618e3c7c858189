import {
  STG_E_ACCESSDENIED,
  STG_E_FILEALREADYEXISTS,
  STG_E_FILENOTFOUND,
  STG_E_INVALIDFLAG,
  STG_E_INVALIDPARAMETER,
  STG_E_INVALIDPOINTER,
} from '../codes.js';
import { ComError } from '../error.js';
import type { AnyIid } from '../object.js';
import { implementationOf, isPointer } from '../object.js';
import { check, ok } from '../ok.js';
import { STGM_CREATE, STGM_READWRITE, STGM_SHARE_EXCLUSIVE, STGMOVE_COPY, STGMOVE_MOVE } from '../stream/constants.js';
import { IStream } from '../stream/istream.js';
import type { Element, StorageElement } from './element.js';
import { IStorage } from './istorage.js';
import type { Opening } from './opening.js';

/** What of a storage is not copied. */
export interface Excluded {
  /** `IStorage`, `IStream`, or none. */
  readonly iids: readonly AnyIid[] | null;
  /** Names. */
  readonly names: readonly string[] | null;
}

/** One of our own storages, which knows where it lies. */
interface Lying {
  readonly opening: Opening;
}

/**
 * Copies what is in a storage into whichever other one.
 *
 * @param element the storage
 * @param opening that it is open
 * @param excluded what is left out
 * @param pstgDest the other one
 * @throws {ComError} as `IStorage.CopyTo`
 * @spec nf-objidl-istorage-copyto
 */
export async function copyStorage(
  element: StorageElement,
  opening: Opening,
  excluded: Excluded,
  pstgDest: IStorage,
): Promise<void> {
  using target = storageIn(pstgDest, opening);
  const { iids, names } = checked(excluded);
  const chosen = element.children.filter(
    (one) => !names.has(one.name.toUpperCase()) && !iids.has(one.kind === 'stream' ? IStream.guid : IStorage.guid),
  );
  for (const one of chosen) await copyInto(one, target, one.name);
  await check(target.SetClass(element.clsid));
  await check(target.SetStateBits(element.stateBits, 0xffffffff));
}

/**
 * Copies one element into another storage, which does not have one of the name.
 *
 * @returns whether the element is to go from where it was
 * @throws {ComError} as `IStorage.MoveElementTo`
 * @spec nf-objidl-istorage-moveelementto
 */
export async function moveElement(
  element: Element,
  opening: Opening,
  pstgDest: IStorage,
  name: string,
  grfFlags: number,
): Promise<boolean> {
  if (grfFlags !== STGMOVE_MOVE && grfFlags !== STGMOVE_COPY)
    throw new ComError(STG_E_INVALIDFLAG, 'grfFlags is none of STGMOVE_');
  using target = storageIn(pstgDest, null);
  const self = (implementationOf(target) as Partial<Lying> | null)?.opening === opening;
  if (self && element.name.toUpperCase() === name.toUpperCase())
    throw new ComError(STG_E_FILEALREADYEXISTS, `it is called ${name} already`);
  if (element.kind === 'stream') {
    using stream = await ok(target.CreateStream(name, STGM_READWRITE | STGM_SHARE_EXCLUSIVE));
    await ok(stream.Write(element.content()));
  } else {
    using storage = await ok(target.CreateStorage(name, STGM_READWRITE | STGM_SHARE_EXCLUSIVE));
    await fill(storage, element);
  }
  return grfFlags === STGMOVE_MOVE;
}

async function copyInto(element: Element, target: IStorage, name: string): Promise<void> {
  const mode = STGM_READWRITE | STGM_SHARE_EXCLUSIVE;
  if (element.kind === 'stream') {
    using stream = await ok(target.CreateStream(name, mode | STGM_CREATE));
    await ok(stream.Write(element.content()));
    return;
  }
  const [hr, there] = await target.OpenStorage(name, null, mode, null);
  // One that is there is added to; a stream of the name gives way.
  if (!there && hr !== STG_E_FILENOTFOUND) throw new ComError(hr, `${name} of the target could not be opened`);
  using storage = there ?? (await ok(target.CreateStorage(name, mode | STGM_CREATE)));
  await fill(storage, element);
}

async function fill(storage: IStorage, element: StorageElement): Promise<void> {
  for (const one of element.children) await copyInto(one, storage, one.name);
  await check(storage.SetClass(element.clsid));
  await check(storage.SetStateBits(element.stateBits, 0xffffffff));
  await check(storage.SetElementTimes(null, element.ctime, null, element.mtime));
}

function storageIn(given: IStorage, source: Opening | null): IStorage {
  if (!isPointer(given)) throw new ComError(STG_E_INVALIDPOINTER, 'pstgDest is no storage');
  const [, storage] = given.QueryInterface(IStorage);
  if (!storage) throw new ComError(STG_E_INVALIDPOINTER, 'pstgDest is no storage');
  const own = (implementationOf(storage) as Partial<Lying> | null)?.opening;
  if (!source || !own || !source.holds(own)) return storage;
  storage.Release();
  throw new ComError(STG_E_ACCESSDENIED, 'a storage is not copied into itself');
}

function checked({ iids, names }: Excluded): {
  readonly iids: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
} {
  if (iids !== null && !(Array.isArray(iids) && iids.every((one) => typeof one?.guid === 'string')))
    throw new ComError(STG_E_INVALIDPARAMETER, 'rgiidExclude is no list of interfaces');
  if (names !== null && !(Array.isArray(names) && names.every((one) => typeof one === 'string')))
    throw new ComError(STG_E_INVALIDPARAMETER, 'snbExclude is no list of names');
  return {
    iids: new Set((iids ?? []).map(({ guid }) => guid)),
    names: new Set((names ?? []).map((name) => name.toUpperCase())),
  };
}
