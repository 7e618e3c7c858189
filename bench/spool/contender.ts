import type { SpoolTask } from './cases.js';

/** What a side does, and where. */
export interface SpoolSetup {
  readonly task: SpoolTask;
  /** A folder for profile and store. */
  readonly folder: string;
  /** The port of the sink; 0 where nothing is sent. */
  readonly port: number;
}

/** Connections to the server. */
export const connections = 10;
/** Sessions that submit at once. */
export const submitters = 16;

/** One of the two that are compared, within its process. */
export interface SpoolContender {
  /** Makes ready what a round of so many letters needs, without the clock. */
  prepare(count: number): Promise<void>;
  /**
   * Does the task with so many letters.
   *
   * @returns how many it were when the clock stopped, which may be a few more
   */
  round(count: number): Promise<number>;
  /**
   * Ends the round without the clock, and looks at what it left.
   *
   * @returns letters that the sink must have had since the last time; 0 where nothing is sent
   * @throws {Error} when something is missing, or there twice
   */
  check(): Promise<number>;
}
