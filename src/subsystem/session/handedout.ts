import { type FinalRelease, type IUnknown, implementationOf, invalidate, isPublished } from '../../com/index.js';
import { MAPI_E_INVALID_OBJECT } from '../../mapi/index.js';

/** How many pointers are kept before those are looked for that their holders have released. */
const first = 64;

/**
 * What a session or the logon of a provider has handed out: tables, administrations, sections, status objects. They end with it. What a
 * session opens of its providers is the providers' matter, who log off.
 *
 * @spec ending-a-mapi-session
 */
export class HandedOut {
  #all: IUnknown[] = [];
  #bound = first;

  /** Notes a pointer that goes out; it gets no reference by that. */
  readonly keep = <P extends IUnknown>(pointer: P): P => {
    if (this.#all.length >= this.#bound) {
      this.#all = this.#all.filter(isHeld);
      this.#bound = Math.max(first, this.#all.length * 2);
    }
    this.#all.push(pointer);
    return pointer;
  };

  /** Makes them all invalid: they accept no calls but `AddRef` and `Release`. */
  end(): void {
    for (const pointer of this.#all.splice(0).filter(isHeld)) {
      const object: FinalRelease = implementationOf(pointer) as FinalRelease;
      invalidate(pointer, MAPI_E_INVALID_OBJECT);
      object.finalRelease?.();
    }
  }
}

/** Whether somebody holds the object still, and it was not made invalid. */
function isHeld(pointer: IUnknown): boolean {
  const object = implementationOf(pointer);
  return object !== null && isPublished(object);
}
