// Rates and stalls: many clients, each with one submission under way, for a fixed time.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { submission } from './submission.mjs';
import { watchTicks } from './ticks.mjs';

let serial = 0;

/**
 * Drives a road with clients that submit again as soon as they are answered.
 *
 * @param {import('./submitter.mjs').Submitter} submitter
 * @param {number} clients
 * @param {number} ms
 * @param {() => Promise<{ worst: number, over: number }>} [witness] ends the idle process's watch and begins its next
 * @returns {Promise<{ rate: number, stall: number, over: number, burst: number, elsewhere: number, overElsewhere: number,
 *   p99: number, commit: number, busy: number, perGroup: number }>} rate in submissions per second; stall: the longest
 *   that the event loop was late; over: ticks later than 20 ms; burst: see watchTicks; elsewhere, overElsewhere: the same
 *   two in the idle process; p99: of the time of a submission; commit: the longest commit call, on whichever thread;
 *   busy: how often the lock was taken. Times in ms.
 */
export async function drive(submitter, clients, ms, witness) {
  const before = { ...submitter.counts };
  submitter.counts.longest = 0;
  const times = [];
  const delay = monitorEventLoopDelay({ resolution: 1 });
  await witness?.();
  const watch = watchTicks();
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
  const ticks = watch.stop();
  const theirs = await witness?.();
  times.sort((a, b) => a - b);
  const groups = submitter.counts.groups - before.groups;
  return {
    rate: times.length / seconds,
    stall: Math.max(delay.max / 1e6, ticks.worst),
    over: ticks.over,
    burst: ticks.burst,
    elsewhere: theirs?.worst ?? 0,
    overElsewhere: theirs?.over ?? 0,
    p99: quantile(times, 0.99),
    commit: submitter.counts.longest,
    busy: submitter.counts.busy - before.busy,
    perGroup: times.length / groups,
  };
}

/** The value below which the share q of the sorted numbers lies. */
export const quantile = (sorted, q) => sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? 0;

export const median = (numbers) =>
  quantile(
    [...numbers].sort((a, b) => a - b),
    0.5,
  );
