import { WireError, type WireErrorCode } from '../error.js';
import { errnoName } from '../net/errno.js';
import type { Reply } from './reply.js';

/** The error of bytes that follow the answer to STARTTLS in clear text. RFC 3207 section 6. */
export function injected(): WireError {
  const words = 'The server sent more after its answer to STARTTLS: somebody may have put words into the dialog.';
  return new WireError('starttls-injection', words, { phase: 'tls' });
}

/**
 * The error of a reply that no command waits for.
 *
 * @param reply the reply
 */
export function unasked(reply: Reply): WireError {
  const words = `The server sent a reply nobody asked for: ${reply.toString()}`;
  return new WireError('protocol', words, { phase: 'reply', reply });
}

/**
 * The error of a phase in which the server was silent too long.
 *
 * @param phase the phase
 * @param seconds how long
 */
export function silent(phase: string, seconds: number): WireError {
  const words = `The server was silent for ${seconds} seconds (${phase}).`;
  return new WireError('timeout', words, { phase, socketError: 'ETIMEDOUT' });
}

/**
 * The error of a connection that ended from the other side or below.
 *
 * @param cause the socket's error; null when the server closed
 * @param farewell the 421 by which the server announced it
 * @param phase what was waited for
 */
export function dropped(cause: Error | null, farewell: Reply | null, phase: string): WireError {
  const said = farewell === null ? '' : ` after it said: ${farewell.toString()}`;
  const socketError = errnoName(cause);
  const how = socketError === undefined ? 'The server closed the connection' : `The connection broke (${socketError})`;
  return new WireError('dropped', `${how}${said}.`, {
    phase,
    ...(farewell === null ? {} : { reply: farewell }),
    ...(socketError === undefined ? {} : { socketError }),
    ...(cause === null ? {} : { cause }),
  });
}

/**
 * Makes whatever was thrown a {@link WireError}.
 *
 * @param error what was thrown
 * @param phase where
 */
export function asWireError(error: unknown, phase: string): WireError {
  if (error instanceof WireError) return error;
  const code: WireErrorCode = phase === 'tls' ? 'tls-failed' : phase === 'reply' ? 'protocol' : 'dropped';
  const words = error instanceof Error ? error.message : String(error);
  const socketError = errnoName(error);
  return new WireError(code, words, { phase, cause: error, ...(socketError === undefined ? {} : { socketError }) });
}
