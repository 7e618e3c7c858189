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
 * @returns {Promise<{ rate: number, stall: number, stallOurs: number, p99: number, commit: number, busy: number, perGroup: number, over: number, gaps: number[] }>}
 *   rate in submissions per second; stall: the longest the event loop was late, in ms; stallOurs: the same less the time
 *   in which the thread was runnable but the machine ran somebody else; p99 of a submission's time in ms; commit: the
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
  const { gaps, ours } = ticks.stop();
  times.sort((a, b) => a - b);
  const groups = submitter.counts.groups - before.groups;
  return {
    rate: times.length / seconds,
    stall: Math.max(delay.max / 1e6, gaps.at(-1)),
    stallOurs: ours,
    p99: quantile(times, 0.99),
    commit: submitter.counts.longest,
    busy: submitter.counts.busy - before.busy,
    perGroup: groups && times.length / groups,
    over: gaps.filter((gap) => gap > 20).length,
    gaps,
  };
}

/** Watches the gaps between the ticks of a 1 ms timer, and how much of each gap the machine gave to others. */
function watchTicks() {
  const gaps = [];
  let ours = 0;
  let last = performance.now();
  let waited = runQueue();
  const timer = setInterval(() => {
    const now = performance.now();
    const queue = runQueue();
    const gap = now - last - 1;
    gaps.push(gap);
    ours = Math.max(ours, gap - Math.max(0, queue - waited));
    waited = queue;
    last = now;
  }, 1);
  return {
    stop() {
      clearInterval(timer);
      gaps.sort((a, b) => a - b);
      return { gaps, ours };
    },
  };
}

/** Time this thread has spent waiting for a processor, in ms; 0 where the system does not tell. */
function runQueue() {
  try {
    return Number(readFileSync('/proc/thread-self/schedstat', 'utf8').split(' ')[1]) / 1e6;
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
