import type { MAPINAMEID } from '../../../mapi/index.js';
import type { NameMap } from '../../../subsystem/index.js';
import { namedIds, namedProps } from '../sql/index.js';
import type { Mailbox } from './mailbox.js';

/** The names of a store's properties: one map for all its objects, told by the store's own MAPIUID. */
export class StoreNames implements NameMap {
  readonly #mailbox: Mailbox;

  /** @param mailbox whose */
  constructor(mailbox: Mailbox) {
    this.#mailbox = mailbox;
  }

  get signature(): Uint8Array {
    return this.#mailbox.ids.uid;
  }

  async idsOf(names: readonly MAPINAMEID[], create: boolean): Promise<readonly (number | null)[]> {
    const found = this.#mailbox.read((db) => namedIds(db, names));
    if (!create || !found.includes(null) || !this.#mailbox.writable) return found;
    return await this.#mailbox.write('named.create', { names });
  }

  async namesOf(ids: readonly number[]): Promise<readonly (MAPINAMEID | null)[]> {
    const all = new Map((await this.all()).map(({ id, name }) => [id, name]));
    return ids.map((id) => all.get(id) ?? null);
  }

  async all(): Promise<readonly { readonly id: number; readonly name: MAPINAMEID }[]> {
    return this.#mailbox.read(namedProps);
  }
}
