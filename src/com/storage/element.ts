import { STG_E_INVALIDNAME } from '../codes.js';
import { ComError } from '../error.js';
import { GUID_NULL, type Guid } from '../guid.js';
import { MemoryMedium } from '../stream/memory-stream.js';
import type { Opening } from './opening.js';

/** A stream or a storage, whether somebody has it open or not. */
export type Element = StreamElement | StorageElement;

/** The bytes of a stream within a storage. */
export class StreamElement {
  readonly kind = 'stream';
  name: string;
  readonly bytes: MemoryMedium = new MemoryMedium();
  opening: Opening | null = null;

  /**
   * @param name its name
   * @param content what it holds; copied
   */
  constructor(name: string, content: Uint8Array = new Uint8Array(0)) {
    this.name = name;
    // It stays when nobody reads it.
    this.bytes.join();
    if (content.length > 0) this.bytes.write(0, content);
  }

  /** All of it. */
  content(): Uint8Array {
    const content = new Uint8Array(this.bytes.size());
    this.bytes.read(0, content);
    return content;
  }

  /** The same that nobody has open. */
  copy(): StreamElement {
    return new StreamElement(this.name, this.content());
  }
}

/** What is in a storage. */
export class StorageElement {
  readonly kind = 'storage';
  name: string;
  clsid: Guid = GUID_NULL;
  stateBits = 0;
  ctime = 0n;
  mtime = 0n;
  opening: Opening | null = null;
  readonly #children = new Map<string, Element>();

  /** @param name its name; empty for the first of all */
  constructor(name: string) {
    this.name = name;
  }

  /** Its elements in the order of compound files: short names first. */
  get children(): readonly Element[] {
    return [...this.#children.values()].sort((a, b) => order(a.name, b.name));
  }

  /** The element of this name, whatever its case. */
  find(name: string): Element | undefined {
    return this.#children.get(name.toUpperCase());
  }

  /** Takes an element in; what had its name goes, and is of no use any more to who has it open. */
  put(element: Element): void {
    this.remove(element.name);
    this.#children.set(element.name.toUpperCase(), element);
  }

  /** Lets an element go. @returns whether there was one */
  remove(name: string): boolean {
    this.find(name)?.opening?.revoke();
    return this.#children.delete(name.toUpperCase());
  }

  /** Gives an element another name. */
  rename(element: Element, name: string): void {
    this.#children.delete(element.name.toUpperCase());
    element.name = name;
    this.#children.set(name.toUpperCase(), element);
  }

  /** Becomes what another storage is. Who has something of this one open finds it reverted. */
  become(other: StorageElement): void {
    for (const child of this.children) this.remove(child.name);
    for (const child of other.children) this.put(child.copy());
    this.clsid = other.clsid;
    this.stateBits = other.stateBits;
    this.ctime = other.ctime;
    this.mtime = other.mtime;
  }

  /** The same with all that is in it, of which nobody has anything open. */
  copy(): StorageElement {
    const copy = new StorageElement(this.name);
    copy.become(this);
    return copy;
  }
}

/**
 * Checks the name of an element.
 *
 * @throws {ComError} `STG_E_INVALIDNAME` for what can be none
 */
export function requireName(name: unknown): string {
  if (typeof name === 'string' && name.length > 0 && name.length <= longestName && !/[/\\:!\0]/.test(name)) return name;
  throw new ComError(STG_E_INVALIDNAME, `a name has 1 to ${longestName} characters, none of them / \\ : or !`);
}

const longestName = 31;

/** How names are compared in the directory of a compound file. @spec MS-CFB section 2.6.4 */
function order(a: string, b: string): number {
  if (a.length !== b.length) return a.length - b.length;
  const [upperA, upperB] = [a.toUpperCase(), b.toUpperCase()];
  return upperA < upperB ? -1 : upperA > upperB ? 1 : 0;
}
