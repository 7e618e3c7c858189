import type { MimeTask } from './cases.js';

/** What a side does, and where. */
export interface MimeSetup {
  readonly by: 'comail' | 'library';
  readonly task: MimeTask;
  /** A folder for the store that messages are rendered from. */
  readonly folder: string;
}

/** One of the two that are compared, within its process. */
export interface MimeContender {
  /** Does the task so many times, message after message. */
  round(count: number): Promise<void>;
  /**
   * Does it once for each message, without the clock.
   *
   * @returns what came out of each, in a form that must be the same for both sides
   */
  check(): Promise<string>;
  /** Lets go of everything. */
  close(): void;
}
