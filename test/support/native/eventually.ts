const PATIENCE_MILLISECONDS = 10_000;

/**
 * Lets the event loop turn until something holds: references that native code gives back arrive as messages.
 *
 * @throws {Error} when it does not hold after ten seconds
 */
export async function eventually(holds: () => boolean): Promise<void> {
  for (const end = performance.now() + PATIENCE_MILLISECONDS; !holds(); ) {
    if (performance.now() > end) throw new Error(`it never came to hold: ${holds.toString()}`);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
