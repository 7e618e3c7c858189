/**
 * The operating system's name of an error, such as `ECONNRESET`.
 *
 * @param error anything that was thrown or emitted
 * @returns the name, or undefined when the error carries none
 */
export function errnoName(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  // An error of ours carries the system's name beside its own code.
  if ('socketError' in error && typeof error.socketError === 'string') return error.socketError;
  if (!('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
