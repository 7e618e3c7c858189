/** The programmer's own mistake: never the caller's and never the peer's. */
export class AssertionError extends Error {
  override readonly name = 'AssertionError';
}

/**
 * States what must hold here whatever callers and peers do. A failure is a bug in comail, so it throws at once and
 * close to the cause instead of letting a wrong state travel on.
 *
 * @param condition what must be true
 * @param message what is wrong when it is not
 * @throws {AssertionError} when the condition does not hold
 */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new AssertionError(message);
}
