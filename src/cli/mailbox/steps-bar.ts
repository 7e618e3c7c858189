import { Presets, SingleBar } from 'cli-progress';
import type { Output } from '../io.js';

/** A bar that is gone when the work is done. */
export interface StepsBar {
  /** Moves it. */
  readonly step: (done: number, total: number) => void;
  /** Takes it away. */
  readonly stop: () => void;
}

/**
 * A bar for work in steps: seen by a person at a terminal.
 *
 * @param out where it is drawn
 * @param unit what is counted: `pages`
 * @param shows false for no bar at all
 */
export function stepsBar(out: Output, unit: string, shows: boolean): StepsBar {
  if (!shows || out.isTTY !== true) return { step: () => undefined, stop: () => undefined };
  const stream = out as NodeJS.WriteStream;
  const format = `  {bar} {percentage} %  {value} of {total} ${unit}`;
  const bar = new SingleBar({ format, stream, hideCursor: true, clearOnComplete: true }, Presets.shades_classic);
  let drawn = false;
  return {
    step(done, total) {
      if (!drawn) bar.start(total, done);
      drawn = true;
      bar.setTotal(total);
      bar.update(done);
    },
    stop() {
      if (drawn) bar.stop();
    },
  };
}
