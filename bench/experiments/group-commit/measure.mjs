// Rates and stalls: many clients, each with one submission under way, for a fixed time.
import { readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { submission } from './submission.mjs';

let serial = 0;

/**
 * Drives a road with clients that submit again as soon as they are answered.
 *
 * @param {import('./submitter.mjs').Submitter} submitter
 * @param {number} clients
 * @param {number} ms
 * @returns {Promise<{ rate: number, stall: number, burst: number, p99: number, commit: number, busy: number, perGroup: number, over: number, gaps: number[] }>}
 *   rate in submissions per second; stall: the longest the event loop was late, in ms; burst: the most processor time that this thread
 *   used between two ticks, in ms, which is what it did itself, whatever the machine did to it; p99 of a submission's time in ms; commit: the
 *   longest commit call on this thread in ms
 */
export async function drive(submitter, clients, ms) {
  const before = { ...submitter.counts };
  submitter.counts.longest = 0;
  const times = [];
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const ticks = watchTicks();
  delay.enable();
  const started = performance.now();
  const client = async () => {
    while (performance.now() - started < ms) {
      const at = performance.now();
      await submitter.submit(submission(`s-${process.pid}-${serial++}`));
      times.push(performance.now() - at);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  const seconds = (performance.now() - started) / 1000;
  delay.disable();
  const { gaps, burst } = ticks.stop();
  times.sort((a, b) => a - b);
  const groups = submitter.counts.groups - before.groups;
  return {
    rate: times.length / seconds,
    stall: Math.max(delay.max / 1e6, gaps.at(-1)),
    burst,
    p99: quantile(times, 0.99),
    commit: submitter.counts.longest,
    busy: submitter.counts.busy - before.busy,
    perGroup: groups && times.length / groups,
    over: gaps.filter((gap) => gap > 20).length,
    gaps,
  };
}

/** Watches the gaps between the ticks of a 1 ms timer, and how much processor time this thread used in each. */
function watchTicks() {
  const gaps = [];
  let burst = 0;
  let last = performance.now();
  let used = processorTime();
  const timer = setInterval(() => {
    const now = performance.now();
    const usedNow = processorTime();
    gaps.push(now - last - 1);
    burst = Math.max(burst, usedNow - used);
    used = usedNow;
    last = now;
  }, 1);
  return {
    stop() {
      clearInterval(timer);
      gaps.sort((a, b) => a - b);
      return { gaps, burst };
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

/** The value below which the share q of the sorted numbers lies. */
export const quantile = (sorted, q) => sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? 0;

export const median = (numbers) =>
  quantile(
    [...numbers].sort((a, b) => a - b),
    0.5,
  );
