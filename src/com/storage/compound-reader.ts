import { STG_E_DOCFILECORRUPT, STG_E_INVALIDHEADER } from '../codes.js';
import { ComError } from '../error.js';
import { guidFromBytes } from '../guid.js';
import { StorageElement, StreamElement } from './element.js';

/**
 * Reads a compound file.
 *
 * @param bytes all of it
 * @returns what is in its first storage
 * @throws {ComError} `STG_E_INVALIDHEADER` for something else, `STG_E_DOCFILECORRUPT` for one that contradicts itself
 * @spec MS-CFB section 2.2
 */
export function readCompoundFile(bytes: Uint8Array): StorageElement {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 512 || magic.some((byte, at) => bytes[at] !== byte))
    throw new ComError(STG_E_INVALIDHEADER, 'these bytes are no compound file');
  const version = view.getUint16(26, true);
  const shift = view.getUint16(30, true);
  if (!((version === 3 && shift === 9) || (version === 4 && shift === 12)) || view.getUint16(32, true) !== 6)
    throw new ComError(STG_E_INVALIDHEADER, `compound files of version ${version} are not known`);
  return new Reader(bytes, view, 1 << shift).root();
}

const magic = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const lastRegular = 0xfffffffa;
const nobody = 0xffffffff;
const miniSector = 64;

interface Entry {
  readonly name: string;
  readonly type: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly at: number;
}

class Reader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #sector: number;
  readonly #fat: readonly number[];
  readonly #cutoff: number;
  readonly #directory: DataView;
  #mini: Uint8Array = new Uint8Array(0);
  #miniFat: readonly number[] = [];

  constructor(bytes: Uint8Array, view: DataView, sector: number) {
    this.#bytes = bytes;
    this.#view = view;
    this.#sector = sector;
    this.#cutoff = view.getUint32(56, true);
    this.#fat = this.#numbers(this.#fatSectors());
    this.#directory = viewOf(this.#gathered(this.#chain(view.getUint32(48, true), this.#fat), sector));
  }

  root(): StorageElement {
    const first = this.#entry(0);
    if (first.type !== rootType) throw corrupt('the first entry of the directory is not that of the root');
    this.#miniFat = this.#numbers(this.#chain(this.#view.getUint32(60, true), this.#fat));
    this.#mini = this.#long(this.#directory.getUint32(first.at + 116, true), this.#size(first));
    const root = new StorageElement('');
    const seen = new Set([0]);
    const open: [StorageElement, Entry][] = [[root, first]];
    for (let next = open.pop(); next; next = open.pop()) {
      const [storage, entry] = next;
      for (const child of this.#below(entry, seen)) {
        if (storage.find(child.name)) throw corrupt(`two elements are called ${child.name}`);
        const element = child.type === storageType ? new StorageElement(child.name) : this.#stream(child);
        storage.put(element);
        if (element.kind === 'storage') open.push([element, child]);
      }
      storage.clsid = guidFromBytes(
        new Uint8Array(this.#directory.buffer, this.#directory.byteOffset + entry.at + 80, 16),
      );
      storage.stateBits = this.#directory.getUint32(entry.at + 96, true);
      storage.ctime = this.#directory.getBigUint64(entry.at + 100, true);
      storage.mtime = this.#directory.getBigUint64(entry.at + 108, true);
    }
    return root;
  }

  #stream(entry: Entry): StreamElement {
    if (entry.type !== streamType) throw corrupt(`${entry.name} is neither storage nor stream`);
    const start = this.#directory.getUint32(entry.at + 116, true);
    const size = this.#size(entry);
    if (size >= this.#cutoff) return new StreamElement(entry.name, this.#long(start, size));
    const content = new Uint8Array(size);
    for (const [index, sector] of this.#chain(start, this.#miniFat, Math.ceil(size / miniSector)).entries()) {
      const from = sector * miniSector;
      const piece = this.#mini.subarray(from, from + Math.min(miniSector, size - index * miniSector));
      if (piece.length < Math.min(miniSector, size - index * miniSector)) throw corrupt('a short stream is cut off');
      content.set(piece, index * miniSector);
    }
    return new StreamElement(entry.name, content);
  }

  /** The bytes of a chain of sectors. */
  #long(start: number, size: number): Uint8Array {
    const sectors = this.#chain(start, this.#fat, Math.ceil(size / this.#sector));
    const all = this.#gathered(sectors, this.#sector);
    if (all.length < size) throw corrupt('a stream is cut off');
    return all.subarray(0, size);
  }

  /** The entries of one storage, whose siblings form a tree. */
  #below(entry: Entry, seen: Set<number>): readonly Entry[] {
    const found: Entry[] = [];
    const open = [entry.child];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (id === nobody) continue;
      if (seen.has(id)) throw corrupt('the directory goes in circles');
      seen.add(id);
      const one = this.#entry(id);
      found.push(one);
      open.push(one.left, one.right);
    }
    return found;
  }

  #entry(id: number): Entry {
    const at = id * 128;
    const view = this.#directory;
    if (at + 128 > view.byteLength) throw corrupt(`the directory has no entry ${id}`);
    const length = view.getUint16(at + 64, true);
    if (length > 64 || length % 2 !== 0) throw corrupt(`the name of entry ${id} is too long`);
    const units = Array.from({ length: Math.max(0, length / 2 - 1) }, (_, n) => view.getUint16(at + n * 2, true));
    return {
      name: String.fromCharCode(...units),
      type: view.getUint8(at + 66),
      left: view.getUint32(at + 68, true),
      right: view.getUint32(at + 72, true),
      child: view.getUint32(at + 76, true),
      at,
    };
  }

  #size(entry: Entry): number {
    // Some writers leave rubbish in the upper half, which files of version 3 do not have.
    const high = this.#sector === 512 ? 0 : this.#directory.getUint32(entry.at + 124, true);
    const size = high * 2 ** 32 + this.#directory.getUint32(entry.at + 120, true);
    if (size > this.#bytes.length) throw corrupt(`${entry.name} is larger than the file`);
    return size;
  }

  /** Where the table of sectors lies: 109 in the header, the rest in a chain of its own. */
  #fatSectors(): readonly number[] {
    const count = this.#view.getUint32(44, true);
    if (count * this.#sector > this.#bytes.length) throw corrupt('the table of sectors is larger than the file');
    const sectors: number[] = [];
    for (let n = 0; n < 109 && sectors.length < count; n++) sectors.push(this.#view.getUint32(76 + n * 4, true));
    let next = this.#view.getUint32(68, true);
    const perSector = this.#sector / 4 - 1;
    while (sectors.length < count) {
      const more = this.#numbers([next]);
      for (const one of more.slice(0, Math.min(perSector, count - sectors.length))) sectors.push(one);
      next = more[perSector] as number;
    }
    return sectors;
  }

  /**
   * Follows a chain.
   *
   * @param most how many sectors are needed; a chain may go on behind them
   */
  #chain(start: number, table: readonly number[], most = table.length): readonly number[] {
    const sectors: number[] = [];
    for (let at = start; sectors.length < most && at < lastRegular; at = table[at] as number) {
      if (at >= table.length) throw corrupt('a chain leads out of the file');
      sectors.push(at);
    }
    return sectors;
  }

  #numbers(sectors: readonly number[]): readonly number[] {
    const all = viewOf(this.#gathered(sectors, this.#sector));
    return Array.from({ length: all.byteLength / 4 }, (_, n) => all.getUint32(n * 4, true));
  }

  #gathered(sectors: readonly number[], size: number): Uint8Array {
    const all = new Uint8Array(sectors.length * size);
    for (const [index, sector] of sectors.entries()) {
      const from = (sector + 1) * size;
      // The last sector of a file may be short.
      if (from >= this.#bytes.length) throw corrupt('a sector lies behind the end of the file');
      all.set(this.#bytes.subarray(from, from + size), index * size);
    }
    return all;
  }
}

const storageType = 1;
const streamType = 2;
const rootType = 5;

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const corrupt = (what: string): ComError => new ComError(STG_E_DOCFILECORRUPT, `the compound file is broken: ${what}`);
