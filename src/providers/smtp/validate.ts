import {
  ABORT_XP_HEADER_OPERATION,
  CONFIG_CHANGED,
  FORCE_XP_CONNECT,
  FORCE_XP_DISCONNECT,
  PROCESS_XP_HEADER_CACHE,
  REFRESH_XP_HEADER_CACHE,
  SHOW_XP_SESSION_UI,
  SUPPRESS_UI,
} from '../../mapi/index.js';
import { openSession, type PoolOptions, quit, WireError } from '../../wire/index.js';
import { requireFlags } from './flags.js';
import type { StatusRow } from './statusrow.js';

/** What ValidateState was asked for. */
export interface StateOrders {
  /** The configuration is read again. */
  readonly configChanged: boolean;
  /** The server is tried. */
  readonly connect: boolean;
  /** Connections that nobody needs are closed. */
  readonly disconnect: boolean;
}

/**
 * Reads the flags of ValidateState. Those about headers kept on a server are for remote transports, and this one keeps
 * none: they are accepted, and there is nothing to do.
 *
 * @param ulFlags the flags
 * @throws {ComError} `MAPI_E_UNKNOWN_FLAGS`
 * @spec ixplogon-validatestate
 */
export function stateFlags(ulFlags: number): StateOrders {
  const remote = REFRESH_XP_HEADER_CACHE | PROCESS_XP_HEADER_CACHE | ABORT_XP_HEADER_OPERATION | SHOW_XP_SESSION_UI;
  const flags = requireFlags(ulFlags, SUPPRESS_UI | CONFIG_CHANGED | FORCE_XP_CONNECT | FORCE_XP_DISCONNECT | remote);
  const disconnect = (flags & FORCE_XP_DISCONNECT) !== 0;
  const connect = (flags & FORCE_XP_CONNECT) !== 0 || (!disconnect && (flags & (CONFIG_CHANGED | remote)) === 0);
  return { configChanged: (flags & CONFIG_CHANGED) !== 0, connect, disconnect };
}

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
