import iconv from 'iconv-lite';
import { limit } from '../base/index.js';
import { ComError, type Iid, type IUnknown } from '../com/index.js';
import { MAPI_E_CALL_FAILED, MAPI_E_TOO_BIG } from '../mapi/index.js';
import type { CType, PointerSize } from './layout/ctype.js';

const BLOCK = limit(
  'native.blockBytes',
  256 * 1024 * 1024,
  'bytes',
  'A count that native code got wrong must not make this process ask for all the memory there is',
);
const DEPTH = limit(
  'native.depth',
  100,
  'levels',
  'Restrictions nest, and one that contains itself would never end; MAPI names no bound',
);

/** What reading and writing native memory needs of the rest: the addon, pointers both ways, the code page of 8-bit text. */
export interface Border {
  readonly pointerSize: PointerSize;
  /** The code page of 8-bit text, as iconv-lite names it. */
  readonly codePage: string;
  /** A copy of memory; -1 reads up to a NUL, -2 up to a NUL of 16 bits. */
  peek(address: bigint, length: number): Buffer;
  /** A block that `MAPIFreeBuffer` frees; `fixes` are the places that hold offsets into it. */
  allocate(bytes: Uint8Array, fixes: Uint32Array): bigint;
  /** As `MAPIFreeBuffer`. */
  free(address: bigint): void;
  import<I extends IUnknown>(address: bigint, iid: Iid<I>, home: number): I | null;
  adopt<I extends IUnknown>(address: bigint, iid: Iid<I>, home: number): I | null;
  lend<I extends IUnknown>(pointer: I | null, iid: Iid<I>, release: Disposable[]): bigint;
}

/** Native memory that is being read, and what has to be given back afterwards. */
export class Reading {
  readonly border: Border;
  /** Whether `LPTSTR` is UTF-16: MAPI_UNICODE stood among the flags. */
  readonly unicode: boolean;
  /** The pumping thread that the memory's interface pointers belong to, 0 for this one. */
  readonly home: number;
  /** References that were taken while reading. */
  readonly release: Disposable[];
  /** The blocks that a callee allocated for its caller, when that is who reads. */
  readonly blocks: bigint[] | null;
  #depth = 0;

  constructor(border: Border, unicode: boolean, home: number, release: Disposable[], blocks: bigint[] | null = null) {
    this.border = border;
    this.unicode = unicode;
    this.home = home;
    this.release = release;
    this.blocks = blocks;
  }

  get pointerSize(): PointerSize {
    return this.border.pointerSize;
  }

  /** An address that stands in memory. */
  address(bytes: Buffer, at: number): bigint {
    return this.pointerSize === 8 ? bytes.readBigUInt64LE(at) : BigInt(bytes.readUInt32LE(at));
  }

  /** What lies at an address. */
  at<T>(address: bigint, type: CType<T>): T {
    if (++this.#depth > DEPTH) throw new ComError(MAPI_E_CALL_FAILED, `native structures nest deeper than ${DEPTH}`);
    try {
      let bytes = this.bytes(address, type.size(this.pointerSize));
      const extent = type.extent?.(this.pointerSize, bytes) ?? bytes.length;
      if (extent > bytes.length) bytes = this.bytes(address, extent);
      return type.read(this, bytes, 0);
    } finally {
      this.#depth--;
    }
  }

  /** The elements of an array. */
  array<T>(address: bigint, count: number, type: CType<T>): T[] {
    if (count === 0) return [];
    const size = type.size(this.pointerSize);
    const bytes = this.bytes(address, count * size);
    return Array.from({ length: count }, (_, index) => type.read(this, bytes, index * size));
  }

  /** A copy of memory. */
  bytes(address: bigint, length: number): Buffer {
    if (length > BLOCK)
      throw new ComError(MAPI_E_TOO_BIG, `native code speaks of ${length} bytes; ${BLOCK} are read at most`);
    return this.border.peek(address, length);
  }

  /** 8-bit text up to its NUL. */
  text8(address: bigint): string {
    return this.decode8(this.border.peek(address, -1));
  }

  /** UTF-16 text up to its NUL. */
  text16(address: bigint): string {
    return this.border.peek(address, -2).toString('utf16le');
  }

  /** 8-bit text in the code page of the border. */
  decode8(bytes: Buffer): string {
    return iconv.decode(bytes, this.border.codePage);
  }
}

/** Memory that is being written for native code: pointers inside are offsets, and `fixes` are the places that hold them. */
export class Writing {
  readonly border: Border;
  #unicode: boolean;
  /** Native references that end with the call. */
  readonly release: Disposable[];
  /** The blocks that this memory's owner will free; null when the memory lives for one call. */
  readonly blocks: bigint[] | null;
  readonly fixes: number[] = [];
  #bytes = Buffer.alloc(256);
  #end = 0;

  constructor(border: Border, unicode: boolean, release: Disposable[], blocks: bigint[] | null = null) {
    this.border = border;
    this.#unicode = unicode;
    this.release = release;
    this.blocks = blocks;
  }

  get pointerSize(): PointerSize {
    return this.border.pointerSize;
  }

  /** Whether `LPTSTR` is UTF-16. */
  get unicode(): boolean {
    return this.#unicode;
  }

  /** Writes something whose `LPTSTR` are told by a flag of its own. */
  wide(unicode: boolean, write: () => void): void {
    const before = this.#unicode;
    this.#unicode = unicode;
    write();
    this.#unicode = before;
  }

  /** What was written. */
  get bytes(): Buffer {
    return this.#bytes.subarray(0, this.#end);
  }

  /** All room there is, for fields at their offsets; ask again after anything was placed. */
  get memory(): Buffer {
    return this.#bytes;
  }

  /** Sets room aside, all zeroes, and answers its offset. */
  room(length: number): number {
    const at = Math.ceil(this.#end / 8) * 8;
    this.#end = at + length;
    if (this.#end > this.#bytes.length) {
      const larger = Buffer.alloc(Math.max(this.#end, this.#bytes.length * 2));
      this.#bytes.copy(larger);
      this.#bytes = larger;
    }
    return at;
  }

  /** Puts bytes down and answers their offset. */
  block(bytes: Uint8Array): number {
    const at = this.room(bytes.length);
    this.#bytes.set(bytes, at);
    return at;
  }

  /** Puts a value down and answers its offset. */
  place<T>(type: CType<T>, value: T): number {
    const at = this.room(type.sizeOf?.(this.pointerSize, value) ?? type.size(this.pointerSize));
    type.write(this, at, value);
    return at;
  }

  /** Puts an array down and answers its offset. */
  array<T>(type: CType<T>, values: readonly T[]): number {
    const size = type.size(this.pointerSize);
    const at = this.room(values.length * size);
    for (const [index, value] of values.entries()) type.write(this, at + index * size, value);
    return at;
  }

  text8(text: string): number {
    return this.block(Buffer.concat([iconv.encode(text, this.border.codePage), Buffer.alloc(1)]));
  }

  text16(text: string): number {
    return this.block(Buffer.from(`${text}\0`, 'utf16le'));
  }

  /** Text in a field of fixed length. */
  characters(at: number, length: number, text: string): void {
    this.#bytes.set(iconv.encode(text, this.border.codePage).subarray(0, length - 1), at);
  }

  /** A pointer to an offset in this memory. */
  pointer(at: number, target: number): void {
    this.fixes.push(at);
    this.address(at, BigInt(target));
  }

  /** A pointer whose address is known. */
  address(at: number, address: bigint): void {
    if (this.pointerSize === 8) this.#bytes.writeBigUInt64LE(address, at);
    else this.#bytes.writeUInt32LE(Number(address), at);
  }

  /**
   * A pointer to something that its receiver frees by itself, as FreeProws does with the properties of each row. In memory that
   * lives for one call it lies beside everything else.
   */
  separate(at: number, write: (into: Writing) => void): void {
    if (this.blocks === null) {
      const target = this.#end;
      const aligned = Math.ceil(target / 8) * 8;
      write(this);
      this.pointer(at, aligned);
      return;
    }
    const apart = new Writing(this.border, this.unicode, this.release, this.blocks);
    write(apart);
    this.address(at, apart.allocate());
  }

  /** Makes a block of it that its receiver frees. */
  allocate(): bigint {
    const address = this.border.allocate(this.bytes, Uint32Array.from(this.fixes));
    this.blocks?.push(address);
    return address;
  }
}
