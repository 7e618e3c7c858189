import { guidToBytes } from '../guid.js';
import type { Element, StorageElement } from './element.js';

const sector = 512;
const miniSector = 64;
const cutoff = 4096;
const entryBytes = 128;
const perSector = sector / 4;
const inHeader = 109;
const endOfChain = 0xfffffffe;
const fatSector = 0xfffffffd;
const difatSector = 0xfffffffc;
const nobody = 0xffffffff;

/**
 * Writes a storage as a compound file of version 3, the one that every reader knows.
 *
 * @param root the first storage
 * @returns the file
 * @spec MS-CFB section 2.2
 */
export function writeCompoundFile(root: StorageElement): Uint8Array {
  const entries = entriesOf(root);
  const contents = entries.map(({ element }) => (element.kind === 'stream' ? element.content() : nothing));
  const short = contents.map((one) => one.length > 0 && one.length < cutoff);
  const miniSectors = sum(contents.map((one, at) => (short[at] ? Math.ceil(one.length / miniSector) : 0)));
  const needs = {
    directory: sectorsFor(entries.length * entryBytes),
    miniFat: sectorsFor(miniSectors * 4),
    mini: sectorsFor(miniSectors * miniSector),
    long: sum(contents.map((one, at) => (short[at] ? 0 : sectorsFor(one.length)))),
  };
  const data = needs.directory + needs.miniFat + needs.mini + needs.long;
  const { fat: fatCount, difat: difatCount } = tables(data);
  const file = new Uint8Array((1 + difatCount + fatCount + data) * sector);
  const view = new DataView(file.buffer);
  const fat = new Uint32Array(fatCount * perSector).fill(nobody);
  const miniFat = new Uint32Array(needs.miniFat * perSector).fill(nobody);

  const place = new Places(fat);
  const difatStart = place.mark(difatCount, difatSector);
  const fatStart = place.mark(fatCount, fatSector);
  const directoryStart = place.chain(needs.directory);
  const miniFatStart = place.chain(needs.miniFat);
  const miniStart = place.chain(needs.mini);
  const miniPlace = new Places(miniFat);

  for (const [id, { element, left, right, child, red }] of entries.entries()) {
    const content = contents[id] as Uint8Array;
    const count = short[id] ? Math.ceil(content.length / miniSector) : sectorsFor(content.length);
    let start = content.length === 0 ? endOfChain : short[id] ? miniPlace.chain(count) : place.chain(count);
    let size = content.length;
    if (size > 0) file.set(content, short[id] ? at(miniStart) + start * miniSector : at(start));
    if (id === 0) [start, size] = [miniStart, miniSectors * miniSector];
    const from = at(directoryStart) + id * entryBytes;
    const name = id === 0 ? 'Root Entry' : element.name;
    for (let n = 0; n < name.length; n++) view.setUint16(from + n * 2, name.charCodeAt(n), true);
    view.setUint16(from + 64, (name.length + 1) * 2, true);
    view.setUint8(from + 66, id === 0 ? 5 : element.kind === 'storage' ? 1 : 2);
    view.setUint8(from + 67, red ? 0 : 1);
    for (const [n, other] of [left, right, child].entries()) view.setUint32(from + 68 + n * 4, other, true);
    if (element.kind === 'storage') {
      file.set(guidToBytes(element.clsid), from + 80);
      view.setUint32(from + 96, element.stateBits, true);
      view.setBigUint64(from + 100, element.ctime, true);
      view.setBigUint64(from + 108, element.mtime, true);
    }
    view.setUint32(from + 116, start, true);
    view.setUint32(from + 120, size, true);
  }
  // What is left of the last sector of the directory are entries of nobody.
  for (let id = entries.length; id < needs.directory * (sector / entryBytes); id++)
    for (let n = 0; n < 3; n++) view.setUint32(at(directoryStart) + id * entryBytes + 68 + n * 4, nobody, true);

  for (const [n, next] of fat.entries()) view.setUint32(at(fatStart) + n * 4, next, true);
  for (const [n, next] of miniFat.entries()) view.setUint32(at(miniFatStart) + n * 4, next, true);
  file.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  for (const [where, value] of [
    [24, 0x3e],
    [26, 3],
    [28, 0xfffe],
    [30, 9],
    [32, 6],
  ] as const)
    view.setUint16(where, value, true);
  for (const [where, value] of [
    [44, fatCount],
    [48, directoryStart],
    [56, cutoff],
    [60, miniFatStart],
    [64, needs.miniFat],
    [68, difatCount > 0 ? difatStart : endOfChain],
    [72, difatCount],
  ] as const)
    view.setUint32(where, value, true);
  for (let n = 0; n < inHeader; n++) view.setUint32(76 + n * 4, n < fatCount ? fatStart + n : nobody, true);
  for (let n = 0; n < difatCount; n++) {
    for (let m = 0; m < perSector - 1; m++) {
      const number = inHeader + n * (perSector - 1) + m;
      view.setUint32(at(difatStart + n) + m * 4, number < fatCount ? fatStart + number : nobody, true);
    }
    view.setUint32(at(difatStart + n) + sector - 4, n + 1 < difatCount ? difatStart + n + 1 : endOfChain, true);
  }
  return file;
}

const nothing = new Uint8Array(0);
const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
const sectorsFor = (bytes: number): number => Math.ceil(bytes / sector);
const at = (number: number): number => (number + 1) * sector;

/** How many sectors the table of all sectors takes, itself among them, and the table of that table. */
function tables(data: number): { readonly fat: number; readonly difat: number } {
  let [fat, difat] = [0, 0];
  for (;;) {
    const needed = Math.ceil((data + fat + difat) / perSector);
    const more = Math.max(0, Math.ceil((needed - inHeader) / (perSector - 1)));
    if (needed === fat && more === difat) return { fat, difat };
    [fat, difat] = [needed, more];
  }
}

/** Hands out sectors, one behind the other. */
class Places {
  readonly #table: Uint32Array;
  #next = 0;

  constructor(table: Uint32Array) {
    this.#table = table;
  }

  /** Sectors that are no chain. */
  mark(count: number, mark: number): number {
    const start = this.#next;
    this.#table.fill(mark, start, start + count);
    this.#next += count;
    return start;
  }

  /** @returns the first sector; the end of a chain for none */
  chain(count: number): number {
    if (count === 0) return endOfChain;
    const start = this.#next;
    for (let n = start; n < start + count; n++) this.#table[n] = n + 1 < start + count ? n + 1 : endOfChain;
    this.#next += count;
    return start;
  }
}

interface DirectoryEntry {
  readonly element: Element;
  left: number;
  right: number;
  child: number;
  red: boolean;
}

/** The directory: the root first, the elements of each storage as a balanced tree. */
function entriesOf(root: StorageElement): readonly DirectoryEntry[] {
  const entries: DirectoryEntry[] = [];
  const add = (element: Element): number =>
    entries.push({ element, left: nobody, right: nobody, child: nobody, red: false }) - 1;
  const tree = (elements: readonly number[], depth: number): number => {
    const middle = elements.length >> 1;
    const id = elements[middle];
    if (id === undefined) return nobody;
    const entry = entries[id] as DirectoryEntry;
    entry.left = tree(elements.slice(0, middle), depth - 1);
    entry.right = tree(elements.slice(middle + 1), depth - 1);
    // The lowest level is red where it is not full, so that every way down meets as many black ones.
    entry.red = depth === 0;
    return id;
  };
  add(root);
  for (const [id, { element }] of entries.entries()) {
    if (element.kind !== 'storage') continue;
    const ids = element.children.map(add);
    (entries[id] as DirectoryEntry).child = tree(ids, Math.floor(Math.log2(ids.length + 1)));
  }
  return entries;
}
