import type { Medium, MediumFacts } from '../stream/medium.js';
import type { RegionLocks } from '../stream/region-locks.js';
import type { StreamElement } from './element.js';
import type { Opening } from './opening.js';

/** The bytes of a stream within a storage, as one who has opened it sees them. */
export class ElementMedium implements Medium {
  readonly grfMode: number;
  readonly #element: StreamElement;
  readonly #opening: Opening;
  #streams = 0;

  /**
   * @param element the stream
   * @param opening that it is open
   * @param grfMode how
   */
  constructor(element: StreamElement, opening: Opening, grfMode: number) {
    this.#element = element;
    this.#opening = opening;
    this.grfMode = grfMode;
  }

  get locks(): RegionLocks {
    return this.#element.bytes.locks;
  }

  size(): number {
    this.#opening.require();
    return this.#element.bytes.size();
  }

  read(position: number, into: Uint8Array): number {
    this.#opening.require();
    return this.#element.bytes.read(position, into);
  }

  write(position: number, bytes: Uint8Array): void {
    this.#opening.require();
    this.#element.bytes.write(position, bytes);
  }

  resize(size: number): void {
    this.#opening.require();
    this.#element.bytes.resize(size);
  }

  flush(): void {
    this.#opening.require();
  }

  facts(): MediumFacts {
    this.#opening.require();
    return { pwcsName: this.#element.name, mtime: 0n, ctime: 0n, atime: 0n };
  }

  join(): void {
    this.#streams++;
  }

  leave(): void {
    if (--this.#streams === 0) this.#opening.end();
  }
}
