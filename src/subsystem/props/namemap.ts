import type { Guid } from '../../com/index.js';
import { type MAPINAMEID, MNID_ID } from '../../mapi/index.js';
import type { Awaitable } from './awaitable.js';
import { namedTags } from './limits.js';

/** The names of properties with identifiers from 0x8000 to 0xFFFE: one map for all objects of a store. */
export interface NameMap {
  /** What PR_MAPPING_SIGNATURE tells: objects with equal signatures share their names. */
  readonly signature: Uint8Array;
  /**
   * The identifiers of names.
   *
   * @param names the names
   * @param create whether to make identifiers for names that have none
   * @returns one for each name in order, null where there is none and none could be made
   */
  idsOf(names: readonly MAPINAMEID[], create: boolean): Awaitable<readonly (number | null)[]>;
  /**
   * The names of identifiers.
   *
   * @param ids identifiers from 0x8000 on
   * @returns one for each identifier in order, null where there is none
   */
  namesOf(ids: readonly number[]): Awaitable<readonly (MAPINAMEID | null)[]>;
  /** All that have names, in the order of their identifiers. */
  all(): Awaitable<readonly { readonly id: number; readonly name: MAPINAMEID }[]>;
}

/** Names kept in memory. */
export class MemoryNameMap implements NameMap {
  /** What PR_MAPPING_SIGNATURE tells. */
  readonly signature: Uint8Array;
  readonly #ids = new Map<string, number>();
  readonly #names: MAPINAMEID[] = [];

  /**
   * Makes an empty map.
   *
   * @param signature sixteen bytes that no other map has
   */
  constructor(signature: Uint8Array) {
    this.signature = signature;
  }

  /** The identifiers of names; see {@link NameMap}. */
  idsOf(names: readonly MAPINAMEID[], create: boolean): readonly (number | null)[] {
    return names.map((name) => this.#ids.get(keyOf(name)) ?? (create ? this.#make(name) : null));
  }

  /** The names of identifiers; see {@link NameMap}. */
  namesOf(ids: readonly number[]): readonly (MAPINAMEID | null)[] {
    return ids.map((id) => this.#names[id - 0x8000] ?? null);
  }

  /** All that have names. */
  all(): readonly { readonly id: number; readonly name: MAPINAMEID }[] {
    return this.#names.map((name, index) => ({ id: 0x8000 + index, name }));
  }

  #make(name: MAPINAMEID): number | null {
    if (this.#names.length >= namedTags) return null;
    const id = 0x8000 + this.#names.length;
    this.#names.push(name);
    this.#ids.set(keyOf(name), id);
    return id;
  }
}

const keyOf = ({ lpguid, ulKind, Kind }: { lpguid: Guid; ulKind: number; Kind: number | string }): string =>
  `${lpguid}${ulKind === MNID_ID ? '#' : '"'}${Kind}`;
