import { limit } from '../../base/index.js';
import { authError } from './auth-error.js';

const MIN_ITERATIONS = limit(
  'sasl.scramIterationsMin',
  4096,
  'iterations',
  'RFC 7677 section 4 asks servers for at least as many; fewer would let a false server guess the password cheaply.',
);
const MAX_ITERATIONS = limit(
  'sasl.scramIterationsMax',
  1_000_000,
  'iterations',
  'About half a second of one core: more than any server recommends, and a hostile one cannot stall the process.',
);

/** The server-first message, checked. */
export interface ServerFirst {
  /** The message as it came, which the proof covers. */
  readonly text: string;
  /** The client's nonce followed by the server's. */
  readonly nonce: string;
  readonly salt: Buffer;
  readonly iterations: number;
}

/**
 * Reads a server-first message: `r=nonce,s=salt,i=iterations` and extensions, which are passed over.
 *
 * @param challenge the server's bytes
 * @param clientNonce what the nonce has to start with
 * @returns the parts
 * @throws {WireError} `protocol` when it is malformed or its nonce does not extend the client's, `unsupported` when
 *   it carries a mandatory extension or an iteration count outside the stated limits, `auth-failed` when it is
 *   an error message
 * @spec RFC 5802 section 5.1
 */
export function readServerFirst(challenge: Uint8Array, clientNonce: string): ServerFirst {
  const text = utf8(challenge);
  const [nonceField = '', saltField = '', countField = ''] = text.split(',');
  if (nonceField.startsWith('m=')) {
    throw authError('unsupported', 'The server demands a SCRAM extension that is not known here.');
  }
  if (nonceField.startsWith('e=')) throw refusal(nonceField);
  const nonce = /^r=([\x21-\x2b\x2d-\x7e]+)$/.exec(nonceField)?.[1];
  const salt = base64(/^s=(.+)$/.exec(saltField)?.[1]);
  const count = /^i=([1-9][0-9]{0,9})$/.exec(countField)?.[1];
  if (nonce === undefined || salt === null || count === undefined) throw malformed('first');
  if (!nonce.startsWith(clientNonce) || nonce.length === clientNonce.length) {
    throw authError('protocol', 'The server answered SCRAM with a nonce that is not an extension of ours.');
  }
  const iterations = Number(count);
  if (iterations < MIN_ITERATIONS || iterations > MAX_ITERATIONS) {
    throw authError(
      'unsupported',
      `The server asks for ${iterations} SCRAM iterations; between ${MIN_ITERATIONS} and ${MAX_ITERATIONS} are accepted.`,
    );
  }
  return { text, nonce, salt, iterations };
}

/**
 * Reads a server-final message: `v=signature`, or `e=error`.
 *
 * @param challenge the server's bytes
 * @param size bytes that the signature must have
 * @returns the signature
 * @throws {WireError} `auth-failed` with the server's word when it is an error, `protocol` when it is malformed
 * @spec RFC 5802 section 5.1
 */
export function readServerFinal(challenge: Uint8Array, size: number): Buffer {
  const [field = ''] = utf8(challenge).split(',');
  if (field.startsWith('e=')) throw refusal(field);
  const signature = base64(/^v=(.+)$/.exec(field)?.[1]);
  if (signature === null || signature.length !== size) throw malformed('final');
  return signature;
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function utf8(challenge: Uint8Array): string {
  try {
    return decoder.decode(challenge);
  } catch (cause) {
    throw authError('protocol', 'The SCRAM message of the server is not UTF-8.', cause);
  }
}

function base64(text: string | undefined): Buffer | null {
  if (text === undefined || text.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return null;
  return Buffer.from(text, 'base64');
}

function malformed(which: 'first' | 'final'): Error {
  return authError('protocol', `The server's ${which} SCRAM message is malformed.`);
}

function refusal(field: string): Error {
  const word = field.slice(2, 130).replace(/[^\x20-\x7e]/g, '?');
  return authError('auth-failed', `The server ended the SCRAM dialog: ${word}`);
}
