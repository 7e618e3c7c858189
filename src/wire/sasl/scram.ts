import { createHash, createHmac, pbkdf2Sync, randomBytes, timingSafeEqual } from 'node:crypto';
import { authError, unexpectedChallenge } from './auth-error.js';
import { type Credentials, optional, required } from './credentials.js';
import { gs2Name } from './gs2-name.js';
import type { SaslContext, SaslMechanism } from './sasl-mechanism.js';
import { saslprep } from './saslprep.js';
import { readServerFinal, readServerFirst, type ServerFirst } from './scram-messages.js';

/** The hash that a SCRAM mechanism is named after, as `node:crypto` spells it. */
export type ScramHash = 'sha1' | 'sha256';

/**
 * SCRAM-SHA-1 and SCRAM-SHA-256 without channel binding (GS2 flag `n`): the client proves that it knows the password
 * without sending it, and the server proves the same to the client.
 *
 * @param hash which of the two
 * @param credentials `user` and `password`, prepared by {@link saslprep}; `authorizationId` when it differs
 * @param context `nonce` for tests
 * @returns the mechanism; `done()` throws `auth-failed` unless the server's signature was seen and right
 * @throws {WireError} `bad-argument` when a part is missing or cannot be prepared
 * @spec RFC 5802 section 5
 * @spec RFC 7677 section 3
 */
export function scram(hash: ScramHash, credentials: Credentials, context: SaslContext): SaslMechanism {
  const name = hash === 'sha1' ? 'SCRAM-SHA-1' : 'SCRAM-SHA-256';
  const user = saslprep(required(credentials, 'user', name), 'query');
  if (user === '') throw authError('bad-argument', 'Nothing of the user name is left after its preparation.');
  const password = saslprep(required(credentials, 'password', name), 'stored');
  const authorizationId = optional(credentials, 'authorizationId') ?? '';
  const nonce = Buffer.from(context.nonce?.() ?? randomBytes(24)).toString('base64');
  const header = `n,${authorizationId === '' ? '' : `a=${gs2Name(authorizationId)}`},`;
  const clientFirst = `n=${gs2Name(user)},r=${nonce}`;

  let state: 'first' | 'final' | 'proved' | 'failed' = 'first';
  let serverSignature: Buffer | null = null;

  const answerFirst = (challenge: Uint8Array): Uint8Array => {
    const first = readServerFirst(challenge, nonce);
    const withoutProof = `c=${Buffer.from(header, 'utf8').toString('base64')},r=${first.nonce}`;
    const keys = deriveKeys(hash, password, first);
    const authMessage = Buffer.from(`${clientFirst},${first.text},${withoutProof}`, 'utf8');
    serverSignature = hmac(hash, keys.server, authMessage);
    const clientSignature = hmac(hash, keys.stored, authMessage);
    const proof = keys.client.map((byte, index) => byte ^ (clientSignature[index] as number));
    return Buffer.from(`${withoutProof},p=${Buffer.from(proof).toString('base64')}`, 'utf8');
  };

  return {
    name,
    cleartext: false,
    initialResponse: Buffer.from(header + clientFirst, 'utf8'),
    step: (challenge) => {
      const now = state;
      // Whatever goes wrong below leaves a dialog that can't be taken up again.
      state = 'failed';
      if (now === 'first') {
        const answer = answerFirst(challenge);
        state = 'final';
        return answer;
      }
      if (now !== 'final' || serverSignature === null) throw unexpectedChallenge(name);
      const signature = readServerFinal(challenge, serverSignature.length);
      if (!timingSafeEqual(signature, serverSignature)) {
        throw authError('auth-failed', 'The server does not know the password: its SCRAM signature is wrong.');
      }
      state = 'proved';
      return new Uint8Array(0);
    },
    done: () => {
      if (state === 'proved') return;
      throw authError('auth-failed', 'The server accepted without the SCRAM signature that proves who it is.');
    },
  };
}

interface Keys {
  readonly client: Buffer;
  readonly stored: Buffer;
  readonly server: Buffer;
}

/** RFC 5802 section 3: SaltedPassword is PBKDF2 with as many bytes as the hash has. */
function deriveKeys(hash: ScramHash, password: string, first: ServerFirst): Keys {
  const size = hash === 'sha1' ? 20 : 32;
  const salted = pbkdf2Sync(Buffer.from(password, 'utf8'), first.salt, first.iterations, size, hash);
  const client = hmac(hash, salted, 'Client Key');
  return { client, stored: createHash(hash).update(client).digest(), server: hmac(hash, salted, 'Server Key') };
}

function hmac(hash: ScramHash, key: Buffer, data: Buffer | string): Buffer {
  return createHmac(hash, key).update(data).digest();
}
