import type { RegionLocks } from './region-locks.js';

/** The bytes that a stream and its clones share: memory or a file. Positions and sizes are in bytes. */
export interface Medium {
  /** The `STGM_` mode it was opened with. */
  readonly grfMode: number;
  /** The locks over these bytes. */
  readonly locks: RegionLocks;
  /** How many bytes there are now. */
  size(): number;
  /** Reads what is there from `position` on and answers how many bytes that was. */
  read(position: number, into: Uint8Array): number;
  /** Writes all of `bytes`, filling a gap before `position` with zeroes. */
  write(position: number, bytes: Uint8Array): void;
  /** Cuts off or grows with zeroes. */
  resize(size: number): void;
  /** Makes what was written lasting. */
  flush(): void | Promise<void>;
  /** Name and times, as `STATSTG` has them. */
  facts(): MediumFacts;
  /** Counts one stream more. */
  join(): void;
  /** Counts one stream less; the last one closes the medium. */
  leave(): void;
}

/** What a medium tells for `Stat`. */
export interface MediumFacts {
  readonly pwcsName: string | null;
  readonly mtime: bigint;
  readonly ctime: bigint;
  readonly atime: bigint;
}
