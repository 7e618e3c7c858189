/**
 * Lets the event loop turn until something holds: references that native code gives back arrive as messages.
 *
 * @throws {Error} when it does not hold after ten thousand turns
 */
export async function eventually(holds: () => boolean): Promise<void> {
  for (let turn = 0; turn < 10_000; turn++) {
    if (holds()) return;
    await new Promise((resolve) => setImmediate(resolve));
  }
  throw new Error(`it never came to hold: ${holds.toString()}`);
}
