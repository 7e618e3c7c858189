import type { ComObject } from './object.js';

/** A base class that hands back what it is given, so that a private field of its child becomes one of that object. */
class Given {
  constructor(impl: object) {
    // biome-ignore lint/correctness/noConstructorReturn: that is all it is for.
    return impl;
  }
}

/**
 * Ties an implementation to its object by a private field that only this class sees. A weak map would do the same; it costs
 * several times as much, and each collection has to look through it.
 */
export class Published extends Given {
  #object: ComObject | null = null;

  /** Remembers the object of an implementation, null that it has none any more. */
  static stamp(impl: object, object: ComObject | null): void {
    if (#object in impl) impl.#object = object;
    else if (Object.isExtensible(impl)) new Published(impl).#object = object;
    else sealed.set(impl, object);
  }

  /** The object of an implementation. */
  static object(impl: object): ComObject | null {
    return #object in impl ? impl.#object : (sealed.get(impl) ?? null);
  }
}

// Nothing can be added to a frozen implementation.
const sealed = new WeakMap<object, ComObject | null>();
