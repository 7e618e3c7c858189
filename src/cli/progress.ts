import { Presets, SingleBar } from 'cli-progress';
import { SMTP_SEND_STREAM } from '../imnxport/index.js';
import type { Output } from './io.js';
import { grouped } from './trace.js';
import type { Watcher } from './watcher.js';

const WORTH_A_BAR = 256 * 1024;

/**
 * A bar for a large body: seen by a person at a terminal, and gone when the body is out.
 *
 * @param out where it is drawn
 * @param expected about as many bytes as will come; 0 when nobody knows
 * @returns a watcher, or null where a bar helps nobody
 */
export function progressBar(out: Output, expected: number): Watcher | null {
  if (out.isTTY !== true || (expected > 0 && expected < WORTH_A_BAR)) return null;
  const format = expected > 0 ? '  {bar} {percentage} %  {sent} bytes' : '  {sent} bytes';
  const stream = out as NodeJS.WriteStream;
  const bar = new SingleBar({ format, stream, hideCursor: true, clearOnComplete: true }, Presets.shades_classic);
  let drawn = false;
  return {
    response({ command, rStreamInfo }) {
      if (command === SMTP_SEND_STREAM && rStreamInfo) {
        const sent = { sent: grouped(rStreamInfo.cbCurrent) };
        if (!drawn) bar.start(expected, 0, sent);
        drawn = true;
        bar.update(Math.min(rStreamInfo.cbCurrent, expected || rStreamInfo.cbCurrent), sent);
      } else if (drawn) {
        drawn = false;
        bar.stop();
      }
    },
    status() {
      if (drawn) bar.stop();
      drawn = false;
    },
  };
}
