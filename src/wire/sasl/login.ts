import { unexpectedChallenge } from './auth-error.js';
import { type Credentials, required } from './credentials.js';
import type { SaslMechanism } from './sasl-mechanism.js';

/**
 * LOGIN: the server asks twice, the client answers user name and then password. It was never standardised; the
 * prompts differ between servers and languages, so their order decides and not their words.
 *
 * @param credentials `user` and `password`
 * @returns the mechanism; a third challenge is a `protocol` error
 * @throws {WireError} `bad-argument` when a part is missing or contains NUL, CR or LF
 */
export function login(credentials: Credentials): SaslMechanism {
  const answers = [required(credentials, 'user', 'LOGIN'), required(credentials, 'password', 'LOGIN')];
  return {
    name: 'LOGIN',
    cleartext: true,
    initialResponse: null,
    step: () => {
      const answer = answers.shift();
      if (answer === undefined) throw unexpectedChallenge('LOGIN');
      return Buffer.from(answer, 'utf8');
    },
    done: () => {},
  };
}
