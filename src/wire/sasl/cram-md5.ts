import { createHmac } from 'node:crypto';
import { authError, unexpectedChallenge } from './auth-error.js';
import { type Credentials, required } from './credentials.js';
import type { SaslMechanism } from './sasl-mechanism.js';

/**
 * CRAM-MD5: the client answers the server's challenge with its name and the keyed MD5 of the challenge.
 *
 * @param credentials `user` and `password`
 * @returns the mechanism; an empty or a second challenge is a `protocol` error
 * @throws {WireError} `bad-argument` when a part is missing or contains NUL, CR or LF
 * @spec RFC 2195 section 2
 */
export function cramMd5(credentials: Credentials): SaslMechanism {
  const user = required(credentials, 'user', 'CRAM-MD5');
  const password = required(credentials, 'password', 'CRAM-MD5');
  let answered = false;
  return {
    name: 'CRAM-MD5',
    cleartext: false,
    initialResponse: null,
    step: (challenge) => {
      if (answered) throw unexpectedChallenge('CRAM-MD5');
      // A keyed hash of nothing could be replayed for ever, so a server without a challenge gets no answer.
      if (challenge.length === 0) throw authError('protocol', 'The CRAM-MD5 challenge of the server is empty.');
      answered = true;
      const digest = createHmac('md5', Buffer.from(password, 'utf8')).update(challenge).digest('hex');
      return Buffer.from(`${user} ${digest}`, 'utf8');
    },
    done: () => {},
  };
}
