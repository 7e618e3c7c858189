import type { Io } from './io.js';

/**
 * The moment at which the person has had enough: Ctrl-C, an end asked for, or the signal of whoever calls this as a function.
 *
 * @param io where the signal is, if there is one
 * @returns the moment, and what ends the waiting for it
 */
export function interruption({ interrupt }: Io): { readonly promise: Promise<void>; readonly stop: () => void } {
  let stop = (): void => undefined;
  const promise = new Promise<void>((resolve) => {
    const go = (): void => resolve();
    if (interrupt) {
      if (interrupt.aborted) go();
      interrupt.addEventListener('abort', go);
      stop = () => interrupt.removeEventListener('abort', go);
      return;
    }
    process.once('SIGINT', go).once('SIGTERM', go);
    stop = () => void process.off('SIGINT', go).off('SIGTERM', go);
  });
  return { promise, stop };
}
