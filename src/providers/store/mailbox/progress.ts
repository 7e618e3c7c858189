import type { IMAPIProgress } from '../../../mapi/index.js';

/**
 * Tells a progress indicator of items done, between the limits that it was given.
 *
 * @param progress the indicator; null for nobody
 * @param total how many items there are
 * @returns what to call with the number of items that are done
 */
export function itemProgress(progress: IMAPIProgress | null, total: number): (done: number) => void {
  if (!progress) return () => undefined;
  const [, min] = progress.GetMin();
  const [, max] = progress.GetMax();
  const [low, high] = [min ?? 1, max ?? 1000];
  return (done) => void progress.Progress(low + Math.floor(((high - low) * done) / Math.max(total, 1)), done, total);
}
