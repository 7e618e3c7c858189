import type { AnyIid, Guid } from '../com/index.js';
import * as com from '../com/index.js';
import * as imnxport from '../imnxport/index.js';
import * as mapi from '../mapi/index.js';

/** The interfaces that can cross the border: all that the house declares, and what a program adds. */
export class Interfaces {
  readonly #known = new com.marshal.Interfaces();

  constructor() {
    this.#known.add(Object.values(com));
    this.#known.add(Object.values(imnxport));
    this.#known.add(Object.values(mapi), mapi.irregularPointerNames);
  }

  /** Makes an interface known, with those it extends. */
  add(iid: AnyIid): void {
    if (!this.of(iid.guid)) this.#known.add(com.lineage(iid));
  }

  /** The interface of a C type: `IStream`, `LPSTREAM`. */
  named(type: string): AnyIid | undefined {
    return this.#known.byPointer(type, 1) ?? undefined;
  }

  /** The interface of an IID. */
  of(guid: Guid): AnyIid | undefined {
    return this.#known.byKey(com.marshal.keyOf(guid)) ?? undefined;
  }
}
