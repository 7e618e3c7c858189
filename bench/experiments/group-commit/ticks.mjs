// A watch over this process's event loop.
import { readFileSync } from 'node:fs';

/**
 * Watches how late the ticks of a 1 ms timer come, and how much processor time this thread used between two ticks.
 *
 * @returns {{ stop: () => { worst: number, over: number, burst: number } }} the latest tick in ms, the number of ticks
 *   that were more than 20 ms late, and the most processor time between two ticks, in ms: what this thread did itself,
 *   whatever the machine did to it
 */
export function watchTicks() {
  const seen = { worst: 0, over: 0, burst: 0 };
  let last = performance.now();
  let used = processorTime();
  const timer = setInterval(() => {
    const now = performance.now();
    const usedNow = processorTime();
    const late = now - last - 1;
    seen.worst = Math.max(seen.worst, late);
    seen.burst = Math.max(seen.burst, usedNow - used);
    if (late > 20) seen.over++;
    used = usedNow;
    last = now;
  }, 1);
  return {
    stop() {
      clearInterval(timer);
      return seen;
    },
  };
}

/** Processor time this thread has used so far, in ms; 0 where the system does not tell. */
function processorTime() {
  try {
    return Number(readFileSync('/proc/thread-self/schedstat', 'utf8').split(' ')[0]) / 1e6;
  } catch {
    return 0;
  }
}
