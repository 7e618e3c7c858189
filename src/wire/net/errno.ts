/**
 * The operating system's name of an error, such as `ECONNRESET`.
 *
 * @param error anything that was thrown or emitted
 * @returns the name, or undefined when the error carries none
 */
export function errnoName(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
