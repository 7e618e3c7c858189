import { limit } from '../../base/index.js';
import { WireError } from '../error.js';
import { authError } from './auth-error.js';
import { catalogue } from './catalogue.js';
import type { Credentials } from './credentials.js';
import type { SaslContext, SaslMechanism } from './sasl-mechanism.js';

const CHALLENGE_BYTES = limit(
  'sasl.challengeBytes',
  9216,
  'bytes',
  'RFC 4954 section 4 holds 12,288 octets of base64 to be enough for any challenge; this is what they decode to.',
);

/**
 * Starts an authentication dialog.
 *
 * @param name the registered name, any case: PLAIN, LOGIN, CRAM-MD5, SCRAM-SHA-1, SCRAM-SHA-256, XOAUTH2, OAUTHBEARER,
 *   NTLM or EXTERNAL
 * @param credentials who logs on and by what secret
 * @param context the server that is logged on to
 * @returns the dialog, good for one attempt
 * @throws {WireError} `unsupported` when the name is none of these or this Node's cryptography lacks what it needs;
 *   `bad-argument` when the credentials lack a part that the mechanism needs or hold what it cannot carry
 * @spec RFC 4422 section 3
 */
export function mechanism(name: string, credentials: Credentials, context: SaslContext): SaslMechanism {
  const wanted = name.toUpperCase();
  const row = catalogue.find((candidate) => candidate.name === wanted);
  if (row === undefined)
    throw authError('unsupported', `The authentication mechanism ${printable(name)} is not known.`);
  return guarded(named(row.name, () => row.make(credentials, context)));
}

/** Holds for every mechanism alike: the bound on challenges, and the answer to a server that ignored the first message. */
function guarded(inner: SaslMechanism): SaslMechanism {
  let steps = 0;
  return Object.freeze({
    name: inner.name,
    cleartext: inner.cleartext,
    initialResponse: inner.initialResponse,
    step: (challenge: Uint8Array) => {
      steps += 1;
      if (challenge.length > CHALLENGE_BYTES) {
        throw authError('protocol', `The server sent a challenge of more than ${CHALLENGE_BYTES} bytes.`);
      }
      if (steps === 1 && challenge.length === 0 && inner.initialResponse !== null) return inner.initialResponse;
      return named(inner.name, () => inner.step(challenge));
    },
    done: () => inner.done(),
  });
}

/** Gives cryptography that is switched off (FIPS mode, a Node built without it) its name instead of a crash. */
function named<T>(name: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof WireError) && isCryptoError(error)) {
      throw authError('unsupported', `The cryptography of this Node lacks what ${name} needs.`, error);
    }
    throw error;
  }
}

function isCryptoError(error: unknown): boolean {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  return code !== undefined && /^ERR_(OSSL|CRYPTO|SSL)/.test(code);
}

function printable(name: string): string {
  return name.slice(0, 40).replace(/[^\x20-\x7e]/g, '?');
}
