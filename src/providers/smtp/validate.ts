import { openSession, type PoolOptions, quit, WireError } from '../../wire/index.js';
import type { StatusRow } from './statusrow.js';

/**
 * Tries the server: connects, secures, logs on, and leaves. The status row tells how it went.
 *
 * @param options where to, and how
 * @param row the status row
 */
export async function validate(options: PoolOptions, row: StatusRow): Promise<void> {
  try {
    const connection = await openSession(options);
    await quit(connection);
    await row.be({ kind: 'available' });
  } catch (error) {
    if (!(error instanceof WireError)) throw error;
    await row.be({ kind: 'failure', text: error.message });
  }
}
