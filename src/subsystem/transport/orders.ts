import { ComError, E_INVALIDARG } from '../../com/index.js';
import {
  ABORT_XP_HEADER_OPERATION,
  CONFIG_CHANGED,
  type EntryId,
  FLUSH_DOWNLOAD,
  FLUSH_FORCE,
  FLUSH_NO_UI,
  FLUSH_UPLOAD,
  FORCE_XP_CONNECT,
  FORCE_XP_DISCONNECT,
  PROCESS_XP_HEADER_CACHE,
  REFRESH_XP_HEADER_CACHE,
  SHOW_XP_SESSION_UI,
  SUPPRESS_UI,
} from '../../mapi/index.js';
import { requireFlags } from '../props/arguments.js';

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
 * Reads the flags of ValidateState for a transport that keeps no headers of what lies on a server: flags about those are
 * accepted, and there is nothing to do.
 *
 * @param ulFlags the flags
 * @throws {ComError} `MAPI_E_UNKNOWN_FLAGS`
 * @spec ixplogon-validatestate
 */
export function stateOrders(ulFlags: number): StateOrders {
  const remote = REFRESH_XP_HEADER_CACHE | PROCESS_XP_HEADER_CACHE | ABORT_XP_HEADER_OPERATION | SHOW_XP_SESSION_UI;
  const flags = requireFlags(ulFlags, SUPPRESS_UI | CONFIG_CHANGED | FORCE_XP_CONNECT | FORCE_XP_DISCONNECT | remote);
  const disconnect = (flags & FORCE_XP_DISCONNECT) !== 0;
  const connect = (flags & FORCE_XP_CONNECT) !== 0 || (!disconnect && (flags & (CONFIG_CHANGED | remote)) === 0);
  return { configChanged: (flags & CONFIG_CHANGED) !== 0, connect, disconnect };
}

/**
 * Checks what FlushQueues was called with.
 *
 * @param lpTargetTransport reserved
 * @param ulFlags which queues
 * @returns the flags
 * @throws {ComError} `MAPI_E_UNKNOWN_FLAGS`; `E_INVALIDARG` for a target
 * @spec ixplogon-flushqueues
 */
export function flushFlags(lpTargetTransport: EntryId | null, ulFlags: number): number {
  const flags = requireFlags(ulFlags, FLUSH_UPLOAD | FLUSH_DOWNLOAD | FLUSH_FORCE | FLUSH_NO_UI);
  if (lpTargetTransport !== null) throw new ComError(E_INVALIDARG, 'lpTargetTransport is reserved; pass NULL');
  return flags;
}
