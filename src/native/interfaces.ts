import type { AnyIid, Guid } from '../com/index.js';
import * as com from '../com/index.js';
import * as imnxport from '../imnxport/index.js';
import * as mapi from '../mapi/index.js';

/** The interfaces that can cross the border: all that the house declares, and what a program adds. */
export class Interfaces {
  readonly #byName = new Map<string, AnyIid>();
  readonly #byGuid = new Map<Guid, AnyIid>();

  constructor() {
    for (const iid of declared) this.add(iid);
    for (const [alias, iid] of aliases) this.#byName.set(alias, iid);
  }

  /** Makes an interface known, with those it extends. */
  add(iid: AnyIid): void {
    for (const level of com.lineage(iid)) {
      if (this.#byGuid.has(level.guid)) continue;
      this.#byGuid.set(level.guid, level);
      this.#byName.set(level.name, level);
      this.#byName.set(pointerName(level.name), level);
    }
  }

  /** The interface of a C type: `IStream`, `LPSTREAM`. */
  named(type: string): AnyIid | undefined {
    return this.#byName.get(type);
  }

  /** The interface of an IID. */
  of(guid: Guid): AnyIid | undefined {
    return this.#byGuid.get(guid);
  }
}

// `LPMAPITABLE` is a pointer to an IMAPITable: LP, and the name in capitals without its I.
const pointerName = (name: string): string => `LP${name.replace(/^I/, '').toUpperCase()}`;

const isInterface = (value: unknown): value is AnyIid =>
  typeof value === 'object' && value !== null && 'methods' in value && 'guid' in value && 'answers' in value;

const declared: readonly AnyIid[] = [com, imnxport, mapi].flatMap((room) => Object.values(room).filter(isInterface));

// The names of pointers that are not made by that rule.
const aliases: readonly (readonly [string, AnyIid])[] = [
  ['LPMDB', mapi.IMsgStore],
  ['LPADRBOOK', mapi.IAddrBook],
  ['LPSERVICEADMIN', mapi.IMsgServiceAdmin],
  ['LPMAPISUP', mapi.IMAPISupport],
  ['LPMMESSAGE', mapi.IMessage],
];
