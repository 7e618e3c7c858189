/** What is done in the rounds of a contender. */
export type StoreTask = 'create' | 'open' | 'page' | 'small-page' | 'deep-page' | 'seek' | 'stream';

/** Who does it, and where. */
export interface StoreSetup {
  readonly by: 'comail' | 'raw';
  readonly task: StoreTask;
  /** A store file that {@link makeFixture} made; tasks that write have one of their own. */
  readonly file: string;
  /** A file of {@link streamBytes} bytes, for `stream`. */
  readonly source: string;
  /** A folder for what the task writes. */
  readonly folder: string;
}

/** One of the two that are compared, within its process. */
export interface StoreContender {
  /**
   * Does the task so many times. What is checked on the way is cheap; the rest belongs to `check`.
   *
   * @throws {Error} when something did not come back as it must
   */
  round(count: number): Promise<void>;
  /**
   * Looks closely at what the last round did, without the clock.
   *
   * @returns a text that must be the same for both contenders; empty where there is nothing to compare
   * @throws {Error} when something is missing or differs
   */
  check(): Promise<string>;
  /** Lets go of everything. */
  close(): Promise<void>;
}

/** Messages of the large folder. */
export const manyLetters = 100_000;
/** Messages of the small folder. */
export const fewLetters = 1000;
/** Rows of a page. */
export const pageRows = 50;
/** The row at which the deep page begins, and to which SeekRow goes. */
export const deepRow = 50_000;
/** Size of the attachment. */
export const streamBytes = 100_000_000;
/** Bytes of one Read or Write. */
export const pieceBytes = 262_144;
/** How many SaveChanges are under way at a time. */
export const inFlight = 64;
