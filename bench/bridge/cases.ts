/** One row of the table about the bridge. */
export interface BridgeCase {
  /** Key of the row in the JSON object. */
  readonly key: string;
  /** What is measured, for people. */
  readonly title: string;
  /** What our rate over that of the echo must reach. */
  readonly bound: number;
  /** How often each side does it before anything is timed. */
  readonly warmUp: number;
}

/**
 * What the service adds to a turn between two processes: a call of `GetStatus`, one after the other, over a process that answers the
 * same number of bytes without looking at them. Both by the same few lines of a host that knows its bytes beforehand.
 */
export const bridgeCases: readonly BridgeCase[] = [
  { key: 'bridge.service', title: 'GetStatus over the bridge, over an echo', bound: 0.6, warmUp: 20_000 },
];
