/**
 * Waits for an answer, but not for ever.
 *
 * @param answer what is waited for; it goes on when nobody waits for it any more
 * @param ms how long, in milliseconds
 * @returns the answer, or `late`
 */
export async function within<T>(answer: Promise<T>, ms: number): Promise<T | 'late'> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), ms);
    timer.unref();
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
